"""Every questionnaire that is shipped can be asked, filled in, drawn and compared over rounds."""

from datetime import date
from itertools import cycle
from pathlib import Path

import pytest

from ibreflect.errors import InputError, QuestionnaireError
from ibreflect.measure.growth import Noise
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Kind
from ibreflect.model.round import Period, SchoolTerm
from ibreflect.questionnaires.load import Instrument, load_folder
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in, rounds, view_growth, view_picture

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
    for term, given in ((AUTUMN, (1, 2)), (SPRING, (4, 5))):
        wish = rounds.Wish("De Regenboog", term, CORE, (module,))
        round_id = rounds.start(store, actor, wish, today=TODAY)
        scan = fill_in.scan(store, actor, round_id)
        assert scan.scales == (*CORE.questionnaire.scales, *module.questionnaire.scales)
        for item, value in zip(scan.items, cycle(given), strict=False):
            fill_in.save(store, actor, round_id, item_id=item.id, given=value)
        assert fill_in.scan(store, actor, round_id).open_count == 0
        fill_in.hand_in(store, actor, round_id)

    picture = view_picture.my_picture(store, actor, round_id, Noise())
    core, part = picture.parts
    assert core.roles is not None
    assert part.roles is None
    assert [each.scale for each in part.domains] == list(module.questionnaire.scales)
    assert set(part.domains[0].figure.drawn["value"]) <= {4, 5}

    growth = view_growth.my_growth(store, actor, module.questionnaire.id, Noise())
    assert [each.scale for each in growth.lines] == list(module.questionnaire.scales)
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
