"""Example data: every page says that it is invented, and one looks through its own people only."""

from uuid import UUID

import pytest

from ibreflect.model.conversation import Stage
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources, session
from ibreflect.ui.screens import (
    EXPERTISE,
    GOALS,
    LOG,
    MANDATE,
    MIRROR,
    OTHERS,
    PICTURE,
    PREPARE,
    REFLECTION,
    REPORT,
    ROUNDS,
    SCREENS,
    SHARED,
    START,
    TALK,
    TALKS,
    TOGETHER,
    Screen,
)
from ibreflect.usecases import conversing, people
from tests.pages.visitor import Visitor

NOTICE = "**Voorbeeldgegevens.** Alle mensen en scholen hier zijn verzonnen."
WITH_OTHERS = (PICTURE, MIRROR, TOGETHER, MANDATE, OTHERS)
WORK = (TALKS, GOALS, LOG, REFLECTION, EXPERTISE)
SANNE, BILAL, MARLEEN, JORIS, AYLIN, MARK, YASMIN = range(7)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_every_page_says_that_all_is_invented(example: Store, screen: Screen) -> None:
    visitor = Visitor().go(screen)
    assert NOTICE in visitor.text
    assert not visitor.app.exception


@pytest.mark.parametrize("screen", WITH_OTHERS, ids=lambda screen: screen.name)
def test_every_invented_person_can_look_at_what_others_say(example: Store, screen: Screen) -> None:
    for viewpoint in people.viewpoints(example):
        visitor = looking_as(viewpoint.person_id).go(screen)
        assert not visitor.app.exception
        assert NOTICE in visitor.text


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (
            SANNE,
            [
                "Leraren (6)",
                "Collega's (3)",
                "gespreksonderwerp bij Leerco",
                "Hier schreven geen vijf",
            ],
        ),
        (BILAL, ["Te weinig mensen antwoordden", "Geen 360, wel gesprek", "onvermoede kracht"]),
        (MARLEEN, ["Schoolleider", "herkende kracht"]),
        (JORIS, ["Je ziet wat anderen antwoordden zodra je je eigen scan hebt ingeleverd"]),
        (AYLIN, ["Vraag het hun eerst"]),
    ],
    ids=["sanne", "bilal", "marleen", "joris", "aylin"],
)
def test_beside_others_every_invented_person_has_a_story_of_their_own(
    example: Store, number: int, shown: list[str]
) -> None:
    visitor = looking_as(people.viewpoints(example)[number].person_id).go(MIRROR)
    for words in shown:
        assert words in visitor.text


@pytest.mark.parametrize("screen", WORK, ids=lambda screen: screen.name)
def test_the_work_between_rounds_opens_for_everybody_it_is_for(
    example: Store, screen: Screen
) -> None:
    day = resources.today()
    for viewpoint in people.viewpoints(example):
        visitor = looking_as(viewpoint.person_id).go(screen)
        assert not visitor.app.exception
        somebody = people.invented(example, viewpoint.person_id)
        assert somebody
        is_for = screen.is_for(people.positions(example, somebody, today=day))
        assert visitor.title == (screen.title if is_for else "Niet gevonden")


@pytest.mark.parametrize(
    ("number", "screen", "shown"),
    [
        (SANNE, TALKS, ["Mark Terpstra", "Koerscheck"]),
        (SANNE, GOALS, ["weekbrief", "deels gelukt"]),
        (SANNE, LOG, ["60 regels"]),
        (SANNE, REFLECTION, ["2025/2026", "buiten de boot"]),
        (SANNE, EXPERTISE, ["Souad Tahiri"]),
        (MARLEEN, TALKS, ["Yasmin Ouali", "visieteam"]),
        (MARK, TALKS, ["Sanne Verhoeven"]),
        (MARK, EXPERTISE, ["Souad Tahiri"]),
        (YASMIN, TALKS, ["Marleen Oosterhuis"]),
    ],
)
def test_what_was_done_between_rounds_can_be_read(
    example: Store, number: int, screen: Screen, shown: list[str]
) -> None:
    visitor = looking_as(people.viewpoints(example)[number].person_id).go(screen)
    for words in shown:
        assert words in visitor.text


@pytest.mark.parametrize("number", [SANNE, MARLEEN, MARK, YASMIN])
def test_every_talk_opens_as_far_as_it_is(example: Store, number: int) -> None:
    viewpoint = people.viewpoints(example)[number]
    somebody = people.invented(example, viewpoint.person_id)
    assert somebody
    found = conversing.mine(example, somebody, today=resources.today())
    assert {each.stage for each, _ in found} == {Stage.PREPARING, Stage.ENDED}
    for talk, _ in found:
        for screen in (PREPARE, TALK, REPORT):
            visitor = looking_as(viewpoint.person_id)
            visitor.go(screen, **{session.CONVERSATION: str(talk.conversation_id)})
            assert not visitor.app.exception
            assert NOTICE in visitor.text


def test_who_reads_along_has_a_page_for_that_and_no_other(example: Store) -> None:
    for viewpoint in people.viewpoints(example)[AYLIN + 1 :]:
        visitor = looking_as(viewpoint.person_id)
        assert "Naar Met mij gedeeld" in visitor.go(START).text
        assert visitor.go(SHARED).title == "Met mij gedeeld"
        assert visitor.go(PICTURE).title == "Niet gevonden"


def looking_as(person_id: UUID) -> Visitor:
    """Somebody who looks through the eyes of one of the cast."""
    visitor = Visitor()
    visitor.app.session_state[session.VIEWPOINT] = person_id
    return visitor


def test_a_real_installation_has_no_such_notice(store: Store, noor: Person) -> None:
    visitor = Visitor().go(START)
    assert NOTICE not in visitor.text
    assert not [each for each in visitor.app.selectbox if each.key == session.VIEWPOINT]


def test_one_looks_through_the_eyes_of_whom_one_chooses(example: Store) -> None:
    visitor = Visitor().go(START)
    viewpoints = people.viewpoints(example)
    chooser = visitor.app.selectbox(key=session.VIEWPOINT)
    assert chooser.options == [each.label for each in viewpoints]

    for viewpoint in viewpoints:
        visitor.app.selectbox(key=session.VIEWPOINT).set_value(viewpoint.person_id).run()
        person = people.invented(example, viewpoint.person_id)
        assert person is not None
        assert visitor.title == f"Dag {person.name}"


def test_the_chosen_eyes_stay_from_page_to_page(example: Store) -> None:
    last = people.viewpoints(example)[-1]
    visitor = Visitor().go(START)
    visitor.app.selectbox(key=session.VIEWPOINT).set_value(last.person_id).run()

    visitor.go(ROUNDS)
    assert visitor.app.selectbox(key=session.VIEWPOINT).value == last.person_id


def test_somebody_who_is_no_viewpoint_cannot_be_looked_through(example: Store) -> None:
    offered = [each.person_id for each in people.viewpoints(example)]
    rows = example.read("select person_id from person")
    somebody: UUID = next(each for (each,) in rows if each not in offered)
    assert people.invented(example, somebody) is None

    visitor = Visitor()
    visitor.app.session_state[session.VIEWPOINT] = somebody
    first = people.invented(example, offered[0])
    assert first is not None
    assert visitor.go(START).title == f"Dag {first.name}"


def test_nobody_outside_example_data_is_a_viewpoint(store: Store, noor: Person) -> None:
    visitor = Visitor()
    visitor.app.session_state[session.VIEWPOINT] = UUID(int=7)
    assert visitor.go(START).title == "Dag Noor"
