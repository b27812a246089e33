"""Vragenlijsten: each questionnaire as a group gets to see it, at an address that can be shared."""

import pytest

from ibreflect.model.questionnaire import Questionnaire, RaterGroup
from ibreflect.questionnaires.load import load
from ibreflect.settings import PROJECT
from ibreflect.store.connection import Store
from ibreflect.ui.screens import ABOUT, INSTRUMENTS
from tests.pages.visitor import Visitor

FOLDER = PROJECT / "questionnaires"
CORE = load(FOLDER / "kwaliteitscoordinator-2022.yaml")
CLARITY = load(FOLDER / "rolhelderheid.yaml")
TWO_SIDES = load(FOLDER / "critical-friend-sturend.yaml")

PERSPECTIVES = [
    (questionnaire, group)
    for questionnaire in (CORE, CLARITY, TWO_SIDES)
    for group in (None, *questionnaire.groups)
]


@pytest.mark.parametrize(
    ("questionnaire", "group"),
    PERSPECTIVES,
    ids=lambda each: each.id if isinstance(each, Questionnaire) else str(each),
)
def test_a_group_sees_its_own_statements_in_its_own_words_and_no_other(
    store: Store, questionnaire: Questionnaire, group: RaterGroup | None
) -> None:
    page = Visitor().go(INSTRUMENTS, vragenlijst=questionnaire.id, voor=group or "iber")

    assert not page.app.exception
    seen = [item for item in questionnaire.items if group is None or group in item.visible_to]
    assert _statements(page) == [item.text_for(group) for item in seen]


def test_not_every_group_sees_everything() -> None:
    sizes = {group: len(CORE.as_asked_of(group).items) for group in CORE.groups}
    assert 0 < sizes[RaterGroup.PARENT] < sizes[RaterGroup.TEACHER] < len(CORE.items)


def test_it_says_what_can_be_answered_and_where_it_comes_from(store: Store) -> None:
    page = Visitor().go(INSTRUMENTS, vragenlijst=TWO_SIDES.id)
    text = _plain(page)

    assert TWO_SIDES.purpose in text
    assert TWO_SIDES.basis in text
    assert f"Editie {TWO_SIDES.edition} van de beroepsstandaard" in text
    assert f"versie {TWO_SIDES.version}" in text
    assert f"{len(TWO_SIDES.items)} stellingen, ongeveer {TWO_SIDES.minutes} minuten" in text
    assert "1 = bijna nooit, 2 = soms" in text
    assert "wat wil je? minder, zo houden, meer." in text
    assert "door Willem de Vlaming (2022), regels " in text


def test_a_statement_that_is_inferred_says_so(store: Store) -> None:
    page = Visitor().go(INSTRUMENTS, vragenlijst=CORE.id)
    inferred = sum(item.inferred for item in CORE.items)

    assert 0 < inferred < len(CORE.items)
    assert _plain(page).count("[Afgeleid uit: ") == inferred
    assert _plain(page).count("[Bron: ") == len(CORE.items) - inferred


def test_a_group_hears_how_much_of_the_whole_it_sees(store: Store) -> None:
    page = Visitor().go(INSTRUMENTS, vragenlijst=CORE.id, voor="ouder")
    seen = len(CORE.as_asked_of(RaterGroup.PARENT).items)
    assert f"Voor een ouder: {seen} van de {len(CORE.items)} stellingen" in _plain(page)


def test_the_address_keeps_what_was_chosen(store: Store) -> None:
    page = Visitor().go(INSTRUMENTS)
    page.app.selectbox(key="vragenlijst").set_value(CLARITY.id).run()
    page.app.selectbox(key="voor").set_value("schoolleider").run()

    assert dict(page.app.query_params) == {
        "vragenlijst": CLARITY.id,
        "voor": "schoolleider",
    }
    (statement, *_) = _statements(page)
    assert statement == CLARITY.items[0].text_for(RaterGroup.SCHOOL_LEADER)


def test_a_perspective_that_the_next_questionnaire_lacks_becomes_the_iber(store: Store) -> None:
    assert RaterGroup.PARENT not in CLARITY.groups
    page = Visitor().go(INSTRUMENTS, vragenlijst=CLARITY.id, voor="ouder")

    assert page.app.selectbox(key="voor").value == "iber"
    assert _statements(page) == [item.self_text for item in CLARITY.items]


@pytest.mark.parametrize(
    "hostile",
    ["", "<script>alert(1)</script>", "../../etc/passwd", "ROLHELDERHEID", "\0", "1" * 5000, "0"],
    ids=ascii,
)
def test_an_address_that_makes_no_sense_is_as_if_it_asked_for_nothing(
    store: Store, hostile: str
) -> None:
    page = Visitor().go(INSTRUMENTS, vragenlijst=hostile, voor=hostile)
    plain = Visitor().go(INSTRUMENTS)

    assert not page.app.exception
    assert not page.app.error
    assert page.text == plain.text
    assert page.app.selectbox(key="vragenlijst").value == CORE.id


def test_a_stranger_may_read_it_and_the_explanation_leads_there(store: Store) -> None:
    assert Visitor().go(INSTRUMENTS).title == "Vragenlijsten"

    links = Visitor().go(ABOUT).app.page_link
    (link,) = [each for each in links if each.label == "Bekijk de vragenlijsten"]
    assert link.proto.page == "vragenlijsten"


def _plain(page: Visitor) -> str:
    return page.text.replace("\\", "").replace("**", "")


def _statements(page: Visitor) -> list[str]:
    """The first line of each numbered point on the page."""
    return [
        line.removeprefix("1. ").strip()
        for line in _plain(page).splitlines()
        if line.startswith("1. ")
    ]
