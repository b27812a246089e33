"""Anderen vragen, from an empty list to the end of asking.

What is asked in a dialog AppTest cannot press; tests/browser/test_invitations.py does.
"""

from datetime import timedelta
from itertools import product
from uuid import UUID

import pytest

from ibreflect.measure import display
from ibreflect.measure.disclosure import FLOORS
from ibreflect.measure.dutch import starting
from ibreflect.model.asking import HandedOutBy, Stage
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.usecases import asking
from tests.pages import by_link
from tests.pages.asking_page import errors, field, labels, look, paste, put
from tests.pages.by_link import TODAY

LEADER, TEACHER = RaterGroup.SCHOOL_LEADER, RaterGroup.TEACHER
COLLEAGUE, PARENT = RaterGroup.COLLEAGUE, RaterGroup.PARENT


@pytest.fixture
def round_id(store: Store, noor: Person) -> UUID:
    return by_link.start(store, noor)


def _state(store: Store, noor: Person, round_id: UUID) -> asking.Asking:
    return asking.of_round(store, noor, round_id, today=TODAY)


def test_an_empty_list_says_what_comes_first(round_id: UUID) -> None:
    visitor = look()
    assert "Zet eerst mensen op de lijst" in visitor.text
    assert [each.value for each in visitor.app.header] == ["Wie vraag je?"]


def test_who_is_pasted_stands_on_the_list_and_can_be_taken_off(
    store: Store, noor: Person, round_id: UUID
) -> None:
    visitor = paste(look(), TEACHER, "Tom Bakker; tom@school.nl\nAnna\tanna@school.nl\nJan")
    assert field(visitor).value == ""
    assert "**Leraren** (3)" in visitor.text
    assert "Tom Bakker, tom@school.nl" in visitor.text
    (tom,) = [each for each in visitor.app.button if each.label == "Haal Tom Bakker weg"]
    tom.click().run()
    assert "**Leraren** (2)" in visitor.text
    assert {each.name for each in _state(store, noor, round_id).invitees} == {"Anna", "Jan"}


def test_what_cannot_be_read_stays_where_it_was_typed(
    store: Store, noor: Person, round_id: UUID
) -> None:
    text = "Tom; tom@school\nAnna; anna@school.nl\nJan; jan@"
    visitor = paste(look(), TEACHER, text)
    assert "Regel 1: dit is geen mailadres" in errors(visitor)
    assert "Regel 3: dit is geen mailadres" in errors(visitor)
    assert field(visitor).value == text
    assert _state(store, noor, round_id).invitees == ()


def test_an_empty_list_is_refused_in_words(round_id: UUID) -> None:
    assert "Er staat nog niemand" in errors(look().press("zet_op_lijst"))


def test_people_without_a_name_are_a_number_and_go_one_by_one(
    store: Store, noor: Person, round_id: UUID
) -> None:
    visitor = look()
    visitor.app.number_input(key="zonder_naam_aantal").set_value(4)
    visitor.press("zet_aantal")
    assert "4 zonder naam" in visitor.text
    visitor.press("weg:")
    assert "3 zonder naam" in visitor.text
    assert _state(store, noor, round_id).numbers == {TEACHER: 3}


def test_there_is_one_schoolleider_and_parents_are_asked_by_who_wants_that(
    store: Store, noor: Person, round_id: UUID
) -> None:
    visitor = look()
    group = visitor.app.selectbox(key="erbij_groep")
    assert group.options[0] == "schoolleider"
    assert "ouders" not in group.options
    visitor.app.checkbox(key="met_ouders").check().run()
    assert "ouders" in visitor.app.selectbox(key="erbij_groep").options
    assert "één schoolleider" in errors(paste(visitor, LEADER, "Karim\nMarijke"))
    paste(visitor, LEADER, "Karim")
    assert "schoolleider" not in visitor.app.selectbox(key="erbij_groep").options


def test_the_numbers_tell_beforehand_what_they_will_show(
    store: Store, noor: Person, round_id: UUID
) -> None:
    """2, 3, 5 and 8 leraren with 0 to 3 collega's; tests/unit/test_display.py has the sentences."""
    visitor = look()
    for teachers, colleagues in product((2, 3, 5, 8), range(4)):
        put(store, noor, round_id, leraar=teachers, collega=colleagues)
        shown = visitor.open().text
        counts = {TEACHER: teachers} | ({COLLEAGUE: colleagues} if colleagues else {})
        for sentence in display.forecast(counts, FLOORS):
            assert f"- {starting(sentence)}" in shown
        in_full_view = "Geen 360, wel gesprek" in [each.value for each in visitor.app.subheader]
        assert in_full_view == (teachers + colleagues < 3)


def test_the_schoolleider_alone_is_no_reason_for_a_talk_instead(
    store: Store, noor: Person, round_id: UUID
) -> None:
    put(store, noor, round_id, schoolleider=1)
    visitor = look()
    assert "De schoolleider: antwoordt op naam." in visitor.text
    assert "Klein team? Geen 360, wel gesprek" in labels(visitor.app.expander)


def test_much_time_is_warned_for_where_less_can_be_chosen(
    store: Store, noor: Person, round_id: UUID
) -> None:
    put(store, noor, round_id, schoolleider=1, leraar=5)
    visitor = look()
    assert "Meer dan 15 minuten is veel gevraagd" in visitor.app.warning[0].value
    visitor.app.multiselect(key="vraag_wat").set_value(["rolhelderheid"]).run()
    assert not visitor.app.warning
    (asked,) = [
        each for each in _state(store, noor, round_id).questionnaires if each.id == "rolhelderheid"
    ]
    longest = max(asking.minutes([asked], group) for group in (LEADER, TEACHER))
    total = asking.minutes([asked], LEADER) + 5 * asking.minutes([asked], TEACHER)
    assert f"Je vraagt 6 mensen om hoogstens {longest} minuten; samen is dat" in visitor.text
    assert f"ongeveer {total} minuten" in visitor.text


def test_rules_are_refused_with_every_problem_at_once(
    store: Store, noor: Person, round_id: UUID
) -> None:
    put(store, noor, round_id, leraar="Tom; tom@school.nl")
    visitor = look()
    visitor.app.multiselect(key="vraag_wat").set_value([])
    visitor.app.date_input[1].set_value(TODAY)
    visitor.app.text_input(key="antwoord_adres").set_value("tom@school.nl")
    told = errors(visitor.press("begin_vragen"))
    assert "Kies minstens één vragenlijst" in told
    assert "De sluitdag moet na de eerste dag liggen" in told
    assert "Op de lijst staat het adres waar antwoord komt" in told
    assert _state(store, noor, round_id).rules is None


def test_asking_begins_with_what_was_chosen_and_the_rules_stay(
    store: Store, noor: Person, round_id: UUID
) -> None:
    put(store, noor, round_id, leraar=6)
    visitor = look()
    visitor.app.multiselect(key="vraag_wat").set_value(["rolhelderheid"])
    visitor.app.number_input(key="drempel_collegas").set_value(5)
    visitor.press("begin_vragen")
    state = _state(store, noor, round_id)
    assert state.rules is not None
    assert state.rules.asked == ("rolhelderheid",)
    assert state.rules.floors[TEACHER] == 5
    assert (state.rules.reply_name, state.rules.handed_out_by) == ("Noor", HandedOutBy.SELF)
    assert "Te zien vanaf: leraren 5" in visitor.text
    assert "De links: ik deel ze zelf uit" in visitor.text
    assert not [each for each in visitor.app.button if each.key == "begin_vragen"]


def test_rules_are_not_entered_twice(store: Store, noor: Person, round_id: UUID) -> None:
    put(store, noor, round_id, leraar=6)
    first, second = look(), look()
    first.press("begin_vragen")
    begun = _state(store, noor, round_id).rules
    second.app.multiselect(key="vraag_wat").set_value(["rolhelderheid"])
    second.press("begin_vragen")
    assert _state(store, noor, round_id).rules == begun
    assert "Antwoorden kan tot en met" in second.text


@pytest.mark.parametrize(
    ("days", "stage", "told"),
    [
        ((3, 9), Stage.NOT_YET, f"Antwoorden kan van {by_link.words(3)} tot en met"),
        ((0, 9), Stage.OPEN, f"Antwoorden kan tot en met {by_link.words(9)}"),
        ((-9, 0), Stage.OPEN, f"Antwoorden kan tot en met {by_link.words(0)}"),
        ((-9, -1), Stage.CLOSED, "Het vragen is gesloten"),
    ],
)
def test_before_during_and_after(
    store: Store, noor: Person, days: tuple[int, int], stage: Stage, told: str
) -> None:
    opens_on, closes_on = (TODAY + timedelta(days=each) for each in days)
    round_id = by_link.start(store, noor)
    by_link.fix_rules(store, noor, round_id, opens_on=opens_on, closes_on=closes_on)
    assert _state(store, noor, round_id).stage is stage
    assert told in look().text


def test_a_closed_page_only_tells_where_to_look(store: Store, noor: Person) -> None:
    round_id = by_link.begin(store, noor)
    asking.end_now(store, noor, round_id, today=TODAY)
    visitor = look()
    assert "Lever eerst je eigen scan in" in visitor.text
    assert not visitor.app.text_area
    assert not visitor.app.button


def test_people_get_more_time_but_never_less(store: Store, noor: Person) -> None:
    round_id = by_link.begin(store, noor)
    rules = _state(store, noor, round_id).rules
    assert rules is not None
    visitor = look()
    (later,) = visitor.app.date_input
    assert (later.min, later.max) == (
        rules.closes_on + timedelta(days=1),
        rules.opens_on + timedelta(days=60),
    )
    later.set_value(rules.closes_on + timedelta(days=3))
    visitor.press("geef_tijd")
    assert f"Antwoorden kan tot en met {by_link.words(15)}" in visitor.text


def test_progress_tells_enough_or_not_and_of_the_schoolleider_only_handed_in(
    store: Store, noor: Person
) -> None:
    round_id = by_link.begin(store, noor)
    put(store, noor, round_id, schoolleider=1, leraar=4, collega=3)
    asking.refresh_progress(store, TODAY)
    shown = look().text
    assert "De schoolleider heeft nog niet ingeleverd." in shown
    assert "Leraren: de eerste stand komt morgenochtend." in shown
    by_link.links(store, noor, round_id, TEACHER)
    asking.refresh_progress(store, TODAY)
    assert "Leraren: drempel nog niet gehaald." in look().text
