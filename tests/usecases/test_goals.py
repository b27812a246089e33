"""Making goals: what a goal needs, at most three at a school, and nobody else's."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.measure.growth import Noise
from ibreflect.model.conversation import ConversationId
from ibreflect.model.goal import GoalEntry, GoalId, Look, Outcome
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import downloads, goal_progress, goals, view_goals
from ibreflect.usecases.goals import LATEST, LONGEST, Whose
from tests.store import scans
from tests.usecases.organisation import ESDOORN, NOW, WILG, Organisation, organisation

TODAY = date(2026, 11, 23)
SOON = TODAY + timedelta(days=60)
TALK = ConversationId(UUID(int=7))


def entry(behaviour: str = "Ik stel eerst twee vragen", check_on: date = SOON) -> GoalEntry:
    return GoalEntry(behaviour, "", "", "", "", check_on)


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def three(store: Store, folk: Organisation) -> list[GoalId]:
    """Three open goals of An at De Wilg."""
    return [
        goals.make(store, folk.an, WILG, entry(f"doel {number}"), today=TODAY)
        for number in range(3)
    ]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (entry(" \u200b\n "), "Schrijf op wat je gaat doen"),
        (entry("x" * (LONGEST + 1)), "Bij “Wat ga ik doen?” staan 301 tekens; er passen er 300."),
        (entry()._replace(evidence="x" * 999), "Bij “Waaraan merken we het?” staan 999 tekens"),
        (entry(check_on=TODAY), "Kies een kijkdatum na vandaag en binnen twee jaar."),
        (entry(check_on=TODAY + LATEST + timedelta(days=1)), "Kies een kijkdatum na vandaag"),
    ],
)
def test_what_cannot_be_a_goal_is_said(wrong: GoalEntry, says: str) -> None:
    with pytest.raises(InputError, match="Er is nog niets bewaard") as told:
        goals.checked(wrong, today=TODAY)
    assert says in str(told.value)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(InputError) as told:
        goals.checked(GoalEntry("", "x" * 301, "", "", "", TODAY), today=TODAY)
    assert len(str(told.value).splitlines()) == 4


def test_texts_are_cleaned_and_the_last_day_counts() -> None:
    wanted = entry("  Ik \u202evraag\u202c eerst ", TODAY + LATEST)
    assert goals.checked(wanted, today=TODAY).behaviour == "Ik vraag eerst"


def test_a_second_click_is_no_second_goal(store: Store, folk: Organisation) -> None:
    one, again = (goals.make(store, folk.an, WILG, entry(), today=TODAY) for _ in range(2))
    assert one == again
    assert [each.goal_id for each in goals.mine(store, folk.an)] == [one]


def test_a_fourth_waits_until_one_is_closed(
    store: Store, folk: Organisation, three: list[GoalId]
) -> None:
    with pytest.raises(InputError, match="al drie doelen open"):
        goals.make(store, folk.an, WILG, entry("vierde"), today=TODAY)
    assert len(goals.mine(store, folk.an)) == 3
    look = Look(Outcome.NOT_REACHED, "")
    goal_progress.close(store, folk.an, three[0], look, today=TODAY)
    goals.make(store, folk.an, WILG, entry("vierde"), today=TODAY)
    with pytest.raises(InputError, match="al drie doelen open"):
        goal_progress.reopen(store, folk.an, three[0])


def test_each_school_has_its_own_three(store: Store, three: list[GoalId]) -> None:
    bo, an = Person(UUID(int=2), "Bo"), Person(UUID(int=1), "An")
    assert goals.make(store, bo, ESDOORN, entry(), today=TODAY)
    assert len(goals.mine(store, an, school_id=WILG)) == 3
    assert goals.mine(store, an, school_id=ESDOORN) == ()


def test_goals_of_a_conversation_are_kept_once_and_together(
    store: Store, folk: Organisation
) -> None:
    whose = Whose(folk.an.person_id, WILG, TALK)
    work = goals.agree(store, whose, [entry("a"), entry("b")], today=TODAY)
    assert store.write(work) == store.write(work)
    assert [each.behaviour for each in goals.of_conversation(store, TALK)] in (
        ["a", "b"],
        ["b", "a"],
    )
    goals.make(store, folk.an, WILG, entry("c"), today=TODAY)
    assert store.write(work)
    with pytest.raises(InputError, match="al drie doelen open"):
        store.write(goals.agree(store, whose, [entry("a"), entry("d")], today=TODAY))
    assert len(goals.mine(store, folk.an)) == 3


def test_one_made_alone_is_not_the_one_that_was_agreed(store: Store, folk: Organisation) -> None:
    goals.make(store, folk.an, WILG, entry(), today=TODAY)
    store.write(goals.agree(store, Whose(folk.an.person_id, WILG, TALK), [entry()], today=TODAY))
    assert {each.conversation_id for each in goals.mine(store, folk.an)} == {None, TALK}


def test_a_goal_made_alone_is_rewritten_until_there_are_notes(
    store: Store, folk: Organisation
) -> None:
    goal_id = goals.make(store, folk.an, WILG, entry(), today=TODAY)
    later = SOON + timedelta(days=1)
    goals.rewrite(store, folk.an, goal_id, entry("anders", later), today=TODAY)
    goal = goals.one(store, folk.an, goal_id)
    assert (goal.entry, goal.sequence) == (entry("anders", later), 1)
    goals.rewrite(store, folk.an, goal_id, entry("nog anders", later), today=TODAY)
    assert goals.one(store, folk.an, goal_id).sequence == 1

    goal_progress.note(store, folk.an, goal_id, "Het loopt", today=TODAY)
    with pytest.raises(NotAllowedError, match="staan al notities"):
        goals.rewrite(store, folk.an, goal_id, entry(), today=TODAY)


def test_what_was_agreed_is_not_rewritten(store: Store, folk: Organisation) -> None:
    whose = Whose(folk.an.person_id, WILG, TALK)
    (goal_id,) = store.write(goals.agree(store, whose, [entry()], today=TODAY))
    with pytest.raises(NotAllowedError, match="samen in een gesprek"):
        goals.rewrite(store, folk.an, goal_id, entry("stiekem"), today=TODAY)
    assert goals.of_conversation(store, TALK) == (entry(),)


def test_a_removed_goal_is_gone_with_its_notes(
    store: Store, folk: Organisation, three: list[GoalId]
) -> None:
    goal_progress.note(store, folk.an, three[1], "Het loopt", today=TODAY)
    goals.remove(store, folk.an, three[1])
    assert {each.goal_id for each in goals.mine(store, folk.an)} == {three[0], three[2]}
    assert scans.contents(store)["goal_note"] == []
    with pytest.raises(NotAllowedError):
        goals.remove(store, folk.an, three[1])


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (-200, "De kijkdatum van een doel was 22 januari 2027. Hoe ging het?"),
        (0, "Vandaag kijk je terug op een doel."),
        (14, "Op 22 januari 2027 kijk je terug op een doel."),
    ],
)
def test_a_near_or_past_check_date_is_a_reminder(
    store: Store, folk: Organisation, days: int, sentence: str
) -> None:
    goals.make(store, folk.an, WILG, entry("Ik vraag eerst"), today=TODAY)
    (found,) = goals.reminders(store, folk.an, today=SOON - timedelta(days=days))
    assert (found.sentence, found.about, found.page) == (sentence, "Ik vraag eerst", "doelen")


def test_reminders_are_two_at_most_and_the_nearest(
    store: Store, folk: Organisation, three: list[GoalId]
) -> None:
    goal_progress.move(store, folk.an, three[2], SOON - timedelta(days=3), today=TODAY)
    assert goals.reminders(store, folk.an, today=SOON - timedelta(days=18)) == ()
    found = goals.reminders(store, folk.an, today=SOON)
    assert len(found) == 2
    assert found[0].about == "doel 2"
    for goal_id in three:
        look = Look(Outcome.CHANGED, "")
        goal_progress.close(store, folk.an, goal_id, look, today=SOON)
    assert goals.reminders(store, folk.an, today=SOON) == ()


@pytest.mark.parametrize("school_id", [ESDOORN, UUID(int=999)])
def test_a_goal_is_for_a_school_where_one_is_iber_now(
    store: Store, folk: Organisation, school_id: UUID
) -> None:
    with pytest.raises(NotAllowedError):
        goals.make(store, folk.an, school_id, entry(), today=TODAY)
    with pytest.raises(NotAllowedError):
        goals.make(store, folk.leader, WILG, entry(), today=TODAY)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tried=st.tuples(st.integers(1, 6), st.integers(0, 4), st.integers(0, 7)))
def test_nobody_else_sees_or_changes_a_goal_whatever_id_they_try(
    store: Store, folk: Organisation, three: list[GoalId], tried: tuple[int, int, int]
) -> None:
    """Every position, also of the same school; ids of goals, of the conversation, and invented."""
    who, which, what = tried
    ids: list[UUID] = [*three, folk.an.person_id, uuid4()]
    actor, goal_id = folk[who], ids[which]
    attempts: list[Callable[[], object]] = [
        lambda: goals.one(store, actor, goal_id),
        lambda: goals.rewrite(store, actor, goal_id, entry("gekaapt"), today=TODAY),
        lambda: goals.remove(store, actor, goal_id),
        lambda: goal_progress.note(store, actor, goal_id, "gekaapt", today=TODAY),
        lambda: goal_progress.move(store, actor, goal_id, SOON, today=TODAY),
        lambda: goal_progress.close(store, actor, goal_id, Look(Outcome.CHANGED, ""), today=TODAY),
        lambda: goal_progress.reopen(store, actor, goal_id),
        lambda: goal_progress.offer_check_date(store, actor, goal_id, now=NOW, seconds=0.0),
    ]
    before = scans.contents(store)
    with pytest.raises(NotAllowedError, match="Dit doel is er niet"):
        attempts[what]()
    assert scans.contents(store) == before
    assert goals.mine(store, actor) == ()
    assert goals.reminders(store, actor, today=SOON) == ()


def test_who_is_not_iber_there_sees_no_goals_of_that_school(
    store: Store, folk: Organisation, three: list[GoalId]
) -> None:
    for actor in (folk.leader, folk.bo, folk.coach, folk.board_member, folk.administrator):
        with pytest.raises(NotAllowedError):
            view_goals.at_school(store, actor, WILG, Noise(), today=TODAY)


def test_the_calendar_file_tells_the_day_and_nothing_of_the_goal(
    store: Store, folk: Organisation
) -> None:
    goal_id = goals.make(store, folk.an, WILG, entry("Geheim plan"), today=TODAY)
    goal_progress.move(store, folk.an, goal_id, SOON + timedelta(days=1), today=TODAY)
    ticket = goal_progress.offer_check_date(store, folk.an, goal_id, now=NOW, seconds=0.0)
    file = downloads.take(ticket, now=1.0)
    assert file is not None
    text = file.content.decode()
    assert f"DTSTART;VALUE=DATE:{SOON + timedelta(days=1):%Y%m%d}\r\n" in text
    assert f"UID:{goal_id}@ibreflect\r\n" in text
    assert "SEQUENCE:1\r\n" in text
    assert "SUMMARY:Kijkmoment bij een doel\r\n" in text
    assert not [word for word in ("Geheim", "Wilg") if word in text]
    assert downloads.take(ticket, now=1.0) is None
