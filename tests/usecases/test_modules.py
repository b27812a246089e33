"""Every questionnaire that is shipped can be asked, filled in, drawn and compared over rounds."""

from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.errors import InputError, QuestionnaireError
from ibreflect.measure.disclosure import FLOORS
from ibreflect.measure.growth import Noise
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Form, Kind, Panel, Questionnaire
from ibreflect.model.round import Period, SchoolTerm
from ibreflect.model.voice import Voice
from ibreflect.questionnaires.load import Instrument, load_folder
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    answering,
    asking,
    fill_in,
    hearing,
    inviting,
    rounds,
    view_growth,
    view_picture,
)
from ibreflect.usecases.asking import LEADER
from ibreflect.usecases.sheet import Sheet
from tests.store import rounds_with_others as others

FOLDER = Path(__file__).resolve().parents[2] / "questionnaires"
SHIPPED = load_folder(FOLDER)
(CORE,) = [each for each in SHIPPED if each.questionnaire.kind is Kind.CORE]
MODULES = [each for each in SHIPPED if each.questionnaire.kind is Kind.MODULE]
TODAY = date(2026, 11, 2)
AUTUMN = SchoolTerm("2026/2027", Period.AUTUMN)
SPRING = SchoolTerm("2026/2027", Period.SPRING)


def test_no_two_questionnaires_share_an_item_or_a_scale() -> None:
    items = [item.id for each in SHIPPED for item in each.questionnaire.items]
    scales = [scale.id for each in SHIPPED for scale in each.questionnaire.scales]
    assert len(items) == len(set(items))
    assert len(scales) == len(set(scales))


def test_every_questionnaire_states_its_edition_and_claims_nothing() -> None:
    for each in SHIPPED:
        asked = each.questionnaire
        assert asked.edition
        assert "niet gevalideerd" in asked.basis
        assert "LBBO" in asked.basis


@pytest.mark.parametrize("module", MODULES, ids=lambda each: each.questionnaire.id)
def test_a_module_is_walked_to_its_end(store: Store, actor: Person, module: Instrument) -> None:
    asked = module.questionnaire
    for term, given in ((AUTUMN, (1, 2)), (SPRING, (4, 5))):
        wish = rounds.Wish("De Regenboog", term, CORE, (module,))
        round_id = rounds.start(store, actor, wish, today=TODAY)
        scan = fill_in.scan(store, actor, round_id)
        assert scan.scales == (*CORE.questionnaire.scales, *asked.scales)
        for item_id, value in _answers(scan, given).items():
            fill_in.save(store, actor, round_id, item_id=item_id, given=value)
        assert fill_in.scan(store, actor, round_id).open_count == 0
        fill_in.hand_in(store, actor, round_id)

    if asked.panel is Panel.COORDINATOR:
        _is_in_her_own_picture(store, actor, round_id, asked)
    else:
        _is_answered_by_others_too(store, actor, round_id, asked)
    if asked.form is Form.SCALES:
        _has_grown(store, actor, asked)
    else:
        assert asked.id not in view_growth.questionnaires(
            store, view_picture.handed_in(store, actor)
        )


def _answers(sheet: Sheet, given: tuple[int, int]) -> dict[str, int]:
    """An answer to every statement, and a wish beside each where one is asked."""
    answers = dict(zip((item.id for item in sheet.items), cycle(given), strict=False))
    for scale in sheet.scales:
        if words := sheet.questionnaire_of(scale).wish_words:
            answers |= {item.wish_id: len(words) for item in scale.items}
    return answers


def _is_in_her_own_picture(
    store: Store, actor: Person, round_id: UUID, asked: Questionnaire
) -> None:
    core, part = view_picture.my_picture(store, actor, round_id, Noise()).parts
    assert core.roles is not None
    assert part.roles is None
    assert [each.scale for each in part.domains] == list(asked.scales)
    assert set(part.domains[0].figure.drawn["value"]) <= {4, 5}


def _is_answered_by_others_too(
    store: Store, actor: Person, round_id: UUID, asked: Questionnaire
) -> None:
    """By every group that the file says can see something of it."""
    assert len(view_picture.my_picture(store, actor, round_id, Noise()).parts) == 1
    tokens = _asked_of_others(store, actor, round_id, asked)
    for token in tokens:
        visit = answering.visit(store, token, today=TODAY)
        assert {item.id for item in visit.sheet.items} == {
            item.id for item in asked.items if visit.group in item.visible_to
        }
        for item_id, value in _answers(visit.sheet, (2, 2)).items():
            answering.save(store, visit, item_id=item_id, given=value, today=TODAY)
        assert answering.visit(store, token, today=TODAY).sheet.open_count == 0
        answering.hand_in(store, token, today=TODAY)
    rounds.close(store, actor, round_id)
    self_, *heard = hearing.voices(store, actor, round_id, asked)
    assert len(heard) == (len(asked.groups) if asked.form is Form.SCALES else 2)
    assert _of_statements(self_) == {4, 5}
    for voice in heard:
        assert not voice.reason
        assert _of_statements(voice) == {2}


def _of_statements(voice: Voice) -> set[float | None]:
    """What a voice says of the statements: of a map the level that more than half chose."""
    return {
        each.common if each.value is None else each.value
        for item, each in voice.heard.items()
        if "." not in item
    }


def _asked_of_others(
    store: Store, actor: Person, round_id: UUID, asked: Questionnaire
) -> list[str]:
    """One schoolleider, and of every other group of the questionnaire three, or five parents."""
    rules = others.rules((asked.id,), opens_on=TODAY, closes_on=TODAY + timedelta(days=14))
    asking.begin(store, actor, round_id, rules, today=TODAY)
    for group in asked.groups:
        count = 1 if group is LEADER else FLOORS[group]
        inviting.add_unnamed(store, actor, round_id, group, count, today=TODAY)
    return [each.token for each in inviting.hand_out(store, actor, round_id, today=TODAY)]


def _has_grown(store: Store, actor: Person, asked: Questionnaire) -> None:
    growth = view_growth.my_growth(store, actor, asked.id, Noise())
    assert [each.scale for each in growth.lines] == list(asked.scales)
    assert not growth.has_roles
    for line in growth.lines:
        before, after = line.figure.drawn["value"]
        assert before <= 2
        assert after >= 4
        assert "aantoonbaar meer" in line.figure.says


def test_an_answer_to_a_module_that_was_not_chosen_is_refused(store: Store, actor: Person) -> None:
    wish = rounds.Wish("De Regenboog", AUTUMN, CORE, (MODULES[0],))
    round_id = rounds.start(store, actor, wish, today=TODAY)
    other = MODULES[1].questionnaire.items[0].id
    with pytest.raises(InputError):
        fill_in.save(store, actor, round_id, item_id=other, given=3)


def test_two_questionnaires_with_the_same_statement_do_not_go_together(
    store: Store, actor: Person
) -> None:
    twin = CORE.questionnaire.model_copy(update={"id": "kopie", "title": "Een kopie"})
    wish = rounds.Wish("De Regenboog", AUTUMN, CORE, (Instrument(twin, "x", "0" * 64),))
    with pytest.raises(QuestionnaireError, match="LC1"):
        rounds.start(store, actor, wish, today=TODAY)
    assert rounds.mine(store, actor) == ()
