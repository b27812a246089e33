"""Doelen: making, noting, looking back and undoing; and the reminder on the start page."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from ibreflect.model.conversation import ConversationId
from ibreflect.model.goal import GoalEntry, GoalId, Look, Outcome
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.screens import GOALS, START
from ibreflect.usecases import downloads, goal_progress, goals, people
from ibreflect.usecases.goals import Whose
from tests.pages.conftest import begin, everywhere, fill
from tests.pages.visitor import Visitor
from tests.usecases.organisation import WILG, organisation, sign_in

TODAY = resources.today()
NASTY = "<b>=1+1</b> :red[x]\n# kop"


@pytest.fixture
def school_id(store: Store, noor: Person) -> UUID:
    return people.my_schools(store, noor)[0].school_id


def _make(
    store: Store, noor: Person, name: str = "Ik vraag eerst", *, ago: int = 30, ahead: int = 60
) -> GoalId:
    """A goal of so many days ago, with a check date so many days from today."""
    (school,) = people.my_schools(store, noor)
    entry = GoalEntry(name, "", "", "", "", TODAY + timedelta(days=ahead))
    on = TODAY - timedelta(days=ago)
    return goals.make(store, noor, school.school_id, entry, today=on)


def _area(visitor: Visitor, begins: str, ends: str = "") -> Any:
    """The first text field whose key begins and ends like this."""
    fields = [(str(each.key), each) for each in visitor.app.text_area]
    return next(each for key, each in fields if key.startswith(begins) and key.endswith(ends))


def _fill_in(visitor: Visitor, behaviour: str) -> Visitor:
    _area(visitor, "doel:").set_value(behaviour)
    return visitor.press("bewaar_doel:")


def test_a_goal_is_made_alone_and_the_form_is_empty_again(store: Store, noor: Person) -> None:
    visitor = _fill_in(Visitor().go(GOALS), "Ik vraag eerst")
    (goal,) = goals.mine(store, noor)
    assert goal.entry.behaviour == "Ik vraag eerst"
    assert "Je doel is bewaard." in visitor.text
    assert "Zelf gemaakt op" in visitor.text
    assert not _area(visitor, "doel:").value


def test_without_what_to_do_nothing_is_kept_and_nothing_typed_is_lost(
    store: Store, noor: Person
) -> None:
    visitor = Visitor().go(GOALS)
    evidence = _area(visitor, "doel:", ":evidence")
    evidence.set_value("Leraren vragen eerder")
    visitor.press("bewaar_doel:")
    assert "Schrijf op wat je gaat doen" in visitor.text
    assert goals.mine(store, noor) == ()
    assert evidence.value == "Leraren vragen eerder"


def test_with_three_open_there_is_no_form_and_a_late_one_is_refused(
    store: Store, noor: Person
) -> None:
    late = Visitor().go(GOALS)
    for number in range(3):
        _make(store, noor, f"doel {number}")
    assert "al drie doelen open" in _fill_in(late, "vierde").text
    visitor = Visitor().go(GOALS)
    assert "Er zijn drie doelen open." in visitor.text
    assert not [each for each in visitor.app.button if str(each.key).startswith("bewaar_doel:")]
    assert len(goals.mine(store, noor)) == 3


def test_a_note_is_written_and_taken_away(store: Store, noor: Person) -> None:
    goal_id = _make(store, noor)
    visitor = Visitor().go(GOALS)
    visitor.app.text_input[0].set_value(NASTY.replace("\n", " "))
    visitor.press("bewaar_notitie:")
    (note,) = goals.one(store, noor, goal_id).notes
    assert any(NASTY.replace("\n", " ") in str(each.value) for each in visitor.app.text)
    assert not visitor.app.text_input[0].value
    visitor.press(f"weg:{note.note_id.hex}")
    assert goals.one(store, noor, goal_id).notes == ()


def test_looking_back_closes_it_and_it_can_go_on_after_all(store: Store, noor: Person) -> None:
    goal_id = _make(store, noor)
    visitor = Visitor().go(GOALS)
    assert "Kies eerst hoe het ging." in visitor.press("sluit:").text
    visitor.app.radio[0].set_value(Outcome.REACHED)
    assert "Schrijf in een zin wat je zag veranderen" in visitor.press("sluit:").text
    assert goals.one(store, noor, goal_id).is_open
    visitor.app.radio[0].set_value(Outcome.REACHED)
    _area(visitor, "effect:").set_value("Leraren komen met een plan")
    visitor.press("sluit:")
    assert goals.one(store, noor, goal_id).outcome is Outcome.REACHED
    assert "Waar je op terugkeek" in visitor.text
    assert "Leraren komen met een plan" in visitor.text

    visitor.press("heropen:")
    assert goals.one(store, noor, goal_id).is_open
    assert _area(visitor, "effect:").value == "Leraren komen met een plan"


def test_two_windows_that_close_it_close_it_once(store: Store, noor: Person) -> None:
    goal_id = _make(store, noor)
    one, other = Visitor().go(GOALS), Visitor().go(GOALS)
    for each in (one, other):
        each.app.radio[0].set_value(Outcome.NOT_REACHED)
    one.press("sluit:")
    other.press("sluit:")
    assert not other.app.error
    assert goals.one(store, noor, goal_id).outcome is Outcome.NOT_REACHED


def test_the_check_date_goes_to_a_calendar_by_a_ticket(store: Store, noor: Person) -> None:
    goal_id = _make(store, noor)
    visitor = Visitor().go(GOALS).press("agenda:")
    (link,) = visitor.app.get("link_button")
    ticket = link.proto.url.removeprefix("/ophalen/")
    file = downloads.take(ticket, now=resources.seconds())
    assert file is not None
    assert f"UID:{goal_id}@ibreflect".encode() in file.content


def test_the_check_date_is_moved(store: Store, noor: Person) -> None:
    goal_id = _make(store, noor)
    visitor = Visitor().go(GOALS)
    fields = [(str(each.key), each) for each in visitor.app.date_input]
    day = next(each for key, each in fields if key.startswith("verzet:"))
    day.set_value(TODAY + timedelta(days=100))
    visitor.press("bewaar_verzet:")
    assert goals.one(store, noor, goal_id).entry.check_on == TODAY + timedelta(days=100)


def test_only_what_was_made_alone_and_is_new_can_be_put_otherwise(
    store: Store, noor: Person, school_id: UUID
) -> None:
    goal_id = _make(store, noor)
    visitor = Visitor().go(GOALS)
    _area(visitor, "anders:", ":behaviour").set_value("Ik kijk eerst")
    visitor.press("bewaar_anders:")
    assert goals.one(store, noor, goal_id).entry.behaviour == "Ik kijk eerst"

    goals.remove(store, noor, goal_id)
    whose = Whose(noor.person_id, school_id, ConversationId(UUID(int=7)))
    entry = GoalEntry("Samen", "", "", "", "", TODAY + timedelta(days=30))
    store.write(goals.agree(store, whose, [entry], today=TODAY))
    visitor = Visitor().go(GOALS)
    assert "In een gesprek afgesproken op" in visitor.text
    assert "Wat je gaat doen, ligt vast" in visitor.text
    assert not [each for each in visitor.app.button if str(each.key).startswith("bewaar_anders:")]


def test_before_a_goal_is_removed_it_is_asked(store: Store, noor: Person) -> None:
    """What AppTest cannot press in a dialog, `goals.remove`, has its own tests."""
    goal_id = _make(store, noor)
    visitor = Visitor().go(GOALS).press(f"wis:{goal_id.hex}")
    assert "Dat is voorgoed." in visitor.text
    assert {"wis_zeker", "wis_niet"} <= {each.key for each in visitor.app.button}
    assert goals.mine(store, noor)


def test_thirty_goals_are_read_in_parts_with_the_roles_beside_them(
    store: Store, noor: Person
) -> None:
    for year in (2020, 2022):
        fill(store, noor, begin(store, noor, date(year, 9, 14)), everywhere(3))
    for number in range(30):
        ago = 30 * (30 - number)
        made = _make(store, noor, f"doel {number}", ago=ago, ahead=20 - ago)
        on = TODAY - timedelta(days=ago - 20)
        goal_progress.close(store, noor, made, Look(Outcome.CHANGED, ""), today=on)
    visitor = Visitor().go(GOALS)
    assert not visitor.app.exception
    assert "je keek op dertig doelen terug" in visitor.text.lower()
    assert len(visitor.app.get("vega_lite_chart")) == 1
    assert len(visitor.table(0)) == 32
    assert "Welk deel van de lijst van 30?" in visitor.text


def test_what_was_typed_is_shown_as_it_was_typed(store: Store, noor: Person) -> None:
    goal_id = _make(store, noor, NASTY, ahead=5)
    for visitor in (Visitor().go(GOALS), Visitor().go(START)):
        assert not visitor.app.exception
        shown = [str(each.value) for each in (*visitor.app.markdown, *visitor.app.subheader)]
        assert not [each for each in shown if "<b>" in each or ":red[" in each]
    look = Look(Outcome.NOT_REACHED, NASTY)
    goal_progress.close(store, noor, goal_id, look, today=TODAY)
    closed = Visitor().go(GOALS)
    assert any(str(each.value) == NASTY for each in closed.app.text)
    assert not [each.label for each in closed.app.expander if ":red[" in each.label]


@pytest.mark.parametrize(
    ("ahead", "says"), [(40, ""), (10, "kijk je terug op een doel"), (-5, "Hoe ging het?")]
)
def test_a_near_check_date_is_a_sentence_on_the_start_page(
    store: Store, noor: Person, ahead: int, says: str
) -> None:
    _make(store, noor, ahead=ahead)
    visitor = Visitor().go(START)
    assert not visitor.app.error
    assert not visitor.app.warning
    assert ("Ik vraag eerst" in visitor.text) is bool(says)
    assert says in visitor.text


def test_the_schoolleider_finds_no_goals_and_no_reminder(store: Store) -> None:
    folk = organisation(store)
    entry = GoalEntry("Alleen van An", "", "", "", "", TODAY + timedelta(days=5))
    goals.make(store, folk.an, WILG, entry, today=TODAY)
    visitor = Visitor()
    visitor.app.user = {"session": sign_in(store, folk.leader, now=resources.moment())}
    for screen in (START, GOALS):
        assert "Alleen van An" not in visitor.go(screen).text
    assert visitor.title == "Niet gevonden"
    mine = Visitor()
    mine.app.user = {"session": sign_in(store, folk.an, now=resources.moment())}
    assert "Alleen van An" in mine.go(START).text
