"""A lived-in installation with a word of its own in every text and address; and where words lie."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.model import log
from ibreflect.model.asking import ANONYMOUS, Task, remark_topics
from ibreflect.model.assignment import ASSIGNMENT_QUESTIONS
from ibreflect.model.expertise import Content
from ibreflect.model.goal import GoalEntry, Look, Outcome
from ibreflect.model.person import Person, School
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import RoundId, term_of
from ibreflect.model.sharing import Part
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    administering,
    answering,
    coach_desk,
    direction,
    framing,
    goal_progress,
    goals,
    inviting,
    log_entries,
    network_inviting,
    reflection,
    rounds,
)
from ibreflect.usecases.administering import When
from ibreflect.usecases.mandate_agreement import Entry, agree
from tests.store import rounds_with_others as others
from tests.store import scans, talk_canaries
from tests.store.talk_canaries import Two
from tests.usecases import organisation, shared_rounds, team_member

_MARK = "kanarie"
TODAY = others.TODAY


class Life(NamedTuple):
    """Who and what there is: An, the beheerder, a round while others answer, and one of before."""

    an: Person
    administrator: Person
    asking: RoundId
    ended: RoundId
    school_id: UUID


def word(what: str) -> str:
    """A text that is nowhere else, with the mark that every one of them has."""
    return f"{_MARK} {what}"


def address(what: str) -> str:
    """A mail address with the mark."""
    return f"{_MARK}-{what}@school.nl"


def lived_in(store: Store) -> Life:
    """Fill an empty database by the use cases that people fill it with."""
    people = organisation.organisation(store)
    ended = _ended(store, people.an)
    parts = (Part.ASSIGNMENT, Part.OTHERS, Part.COMMENTS)
    shared_rounds.share(store, people.an, ended, people.leader, *parts)
    asking = _asking(store, people.an)
    school_id = rounds.one(store, people.an, asking).school_id
    chosen = direction.Chosen(3, word("koers van de school"))
    direction.record(store, people.an, school_id, chosen, today=TODAY)
    _log(store, people.an, School(school_id, ""))
    reflection.save(store, people.an, "reflectie:waarom", word("overdacht"), today=TODAY)
    _goal(store, people.an, school_id)
    _expertise(store, people.an, school_id)
    talk_canaries.held(store, Two(people.an, people.leader, school_id, ended), word, TODAY)
    _coached(store, people.an, people.coach, ended)
    when = When(organisation.NOW, TODAY)
    administering.add_person(store, people.administrator, "Han", address("han"), when=when)
    network_inviting.invite(
        store, people.coach, organisation.ALLIANCE, organisation.WILG, now=organisation.NOW
    )
    return Life(people.an, people.administrator, asking, ended, school_id)


def _expertise(store: Store, actor: Person, school_id: UUID) -> None:
    """Somebody of the team put themselves on the card."""
    texts = ("naam van collega", "expertise", "interesse", "cursus", "bereikbaar")
    content = Content(*map(word, texts))
    team_member.put_on_card(store, actor, school_id, content, TODAY)


def _coached(store: Store, iber: Person, coach: Person, round_id: RoundId) -> None:
    """The coach reads along, and keeps something for themselves."""
    now = organisation.NOW
    shared_rounds.share(store, iber, round_id, coach, Part.ROLES)
    coach_desk.keep_note(store, coach, iber.person_id, word("van de coach"), now=now)


def _log(store: Store, actor: Person, school: School) -> None:
    what, explored, follow_up = (word(f"{each} opgeschreven") for each in ("dit", "hoe", "straks"))
    content = log.Content(log.Kind.BUMPY_MOMENT, TODAY, what, "gedrag", explored, follow_up)
    log_entries.add(store, actor, log.Entry(uuid4(), school, content), today=TODAY)


def _goal(store: Store, actor: Person, school_id: UUID) -> None:
    """One that was looked back on."""
    parts = GoalEntry("doen", "stap", "merken", "hulp", "leider", TODAY + timedelta(days=60))
    entry = parts.with_texts(word)
    goal_id = goals.make(store, actor, school_id, entry, today=TODAY)
    goal_progress.note(store, actor, goal_id, word("tussendoor"), today=TODAY)
    look = Look(Outcome.PARTLY, word("veranderd"))
    goal_progress.close(store, actor, goal_id, look, today=TODAY)


def _ended(store: Store, actor: Person) -> RoundId:
    """Asking ended, with texts of six people and the schoolleider in the snapshot."""
    round_id = others.begin(store, actor, shared_rounds.MODULE, "mandaatkaart")
    _own_texts(store, actor, round_id)
    others.finish_scan(store, actor, round_id, {"LC1": 4, "MI1": 4})
    levels, notes = {"MI1": 4}, {"MI1": word("afspraak")}
    agree(store, actor, round_id, Entry(levels, notes, TODAY, date(2027, 5, 2)))
    team = others.ask_team(store, actor, round_id, 6)
    for number, token in enumerate((*team, others.ask_leader(store, actor, round_id))):
        _write(store, token, str(number))
        others.hand_in(store, token)
    others.end_asking(store, actor, round_id)
    return round_id


def _asking(store: Store, actor: Person) -> RoundId:
    """Asking goes on: some handed in, one is filling in, one has not begun."""
    modules = (others.module("rolhelderheid"),)
    wish = rounds.Wish(scans.SCHOOL, term_of(scans.SPRING), scans.instrument(), modules)
    round_id = rounds.start(store, actor, wish, today=TODAY)
    _own_texts(store, actor, round_id)
    inviting.ask_along(store, actor, round_id, word("meekijker"), Task.ADD, today=TODAY)
    reply = {"reply_name": word("antwoorden"), "reply_address": address("antwoorden")}
    others.begin_asking(store, actor, round_id, **reply)
    for group in ANONYMOUS:
        listed = f"{word(f'naam van {group}')}; {address(group.value)}"
        inviting.add(store, actor, round_id, group, listed, today=TODAY)
    tokens = others.ask(store, actor, round_id, RaterGroup.TEACHER, 2)
    for token in tokens:
        _write(store, token, "onderweg")
    others.hand_in(store, tokens[0])
    return round_id


def _own_texts(store: Store, actor: Person, round_id: RoundId) -> None:
    for each in ASSIGNMENT_QUESTIONS:
        framing.save_text(store, actor, round_id, topic=each.topic, body=word(each.topic))


def _write(store: Store, token: str, what: str) -> None:
    here = others.visit(store, token)
    others.answer(store, token, {here.sheet.items[0].id: 4})
    for each in remark_topics(here.group):
        here = others.visit(store, token)
        body = word(f"{what} over {each.topic}")
        answering.write(store, here, topic=each.topic, body=body, today=TODAY)


def files_with(needle: str, *places: Path) -> list[str]:
    """The names of the files at or in these places of which some byte is that of the word."""
    found = (path for place in places for path in _files(place))
    return sorted(path.name for path in found if needle.encode() in path.read_bytes().lower())


def marked(*places: Path) -> list[str]:
    """The names of the files that some word of a person can be read in."""
    return files_with(_MARK, *places)


def columns_with_a_mark(store: Store) -> set[tuple[str, str]]:
    """Table and column of every value with a word of a person."""
    return {
        (table, column)
        for table, rows in scans.contents(store).items()
        for row in rows
        for column, content in row.items()
        if _MARK in str(content).lower()
    }


def _files(place: Path) -> Iterator[Path]:
    return (path for path in (place, *place.rglob("*")) if path.is_file())
