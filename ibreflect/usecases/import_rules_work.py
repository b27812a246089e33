"""What goals, entries of the log and reflection questions in a file have to keep to."""

from collections.abc import Iterator
from datetime import date

from ibreflect.errors import InputError
from ibreflect.model.days import in_dutch
from ibreflect.model.reflection import REFLECTION_QUESTIONS
from ibreflect.model.round import term_of
from ibreflect.model.takeaway import TakeAway
from ibreflect.model.taken_work import TakenGoal, TakenLogEntry, TakenReflection
from ibreflect.usecases import goal_progress, goals, log_entries

_QUESTIONS = {each.topic for each in REFLECTION_QUESTIONS}


def problems(taken: TakeAway, today: date) -> Iterator[str]:
    """A sentence for each thing that cannot be; the texts in the file are cleaned."""
    for goal in taken.goals:
        called = f"Bij het doel van {in_dutch(goal.agreed_on)} op {goal.school}"
        yield from (f"{called}: {problem}" for problem in _of_goal(goal, today))
    for entry in taken.log:
        called = f"Bij het logboek van {in_dutch(entry.day)} op {entry.school}"
        yield from (f"{called}: {problem}" for problem in _of_entry(entry, today))
    for answer in taken.reflections:
        called = f"Bij de reflectievragen van {answer.school_year}"
        yield from (f"{called}: {problem}" for problem in _of_reflection(answer, today))
    if len({(each.school_year, each.topic) for each in taken.reflections}) < len(taken.reflections):
        yield "Een antwoord op een reflectievraag staat er meer dan één keer in."


def _of_goal(goal: TakenGoal, today: date) -> Iterator[str]:
    *texts, check_on = goal.entry
    notes = [each.body for each in goal.notes]
    if not goal.behaviour or not all(notes):
        yield "er ontbreekt een tekst."
    if any(len(text) > goals.LONGEST for text in texts) or any(
        len(text) > goal_progress.LONGEST_NOTE for text in (goal.effect, *notes)
    ):
        yield "een tekst is te lang."
    if (goal.outcome is None) != (goal.closed_on is None):
        yield "het is niet duidelijk of het is afgesloten."
    days = (goal.agreed_on, goal.closed_on or today, *(each.written_on for each in goal.notes))
    if any(day > today for day in days) or check_on > today + goals.LATEST:
        yield "de dagen kloppen niet."


def _of_entry(entry: TakenLogEntry, today: date) -> Iterator[str]:
    try:
        log_entries.checked(entry.content, today)
    except InputError as error:
        yield from str(error).splitlines()


def _of_reflection(answer: TakenReflection, today: date) -> Iterator[str]:
    first, second = (int(year) for year in answer.school_year.split("/"))
    if second != first + 1 or answer.school_year > term_of(today).school_year:
        yield "dat schooljaar kan niet."
    if answer.topic not in _QUESTIONS:
        yield f"de vraag {answer.topic} bestaat niet."
    if not answer.body:
        yield "er ontbreekt een tekst."
