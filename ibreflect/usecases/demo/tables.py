"""From invented schools, people, rounds and answers to the rows that the store keeps."""

from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ibreflect.model.questionnaire import Given, NonAnswer, Questionnaire
from ibreflect.model.round import Period, SchoolTerm
from ibreflect.store.bulk import Tables
from ibreflect.usecases.demo import signs, words
from ibreflect.usecases.demo.answers import Sheet, levels, sheet
from ibreflect.usecases.demo.chapter import Chapter
from ibreflect.usecases.demo.people import Community
from ibreflect.usecases.demo.rounds import choices, draw_rounds, shared
from ibreflect.usecases.demo.viewpoints import Part

_CAST_SEED = 3
"""The cast answer the same whatever the seed, so that their pictures stay as they were meant."""


class Frame(NamedTuple):
    """What is the same for a whole samenwerkingsverband; the modules are asked in chapters only."""

    alliance: str
    now: SchoolTerm
    questionnaire: Questionnaire
    modules: tuple[Questionnaire, ...] = ()


def draw_tables(rng: np.random.Generator, community: Community, frame: Frame) -> Tables:
    """All rows of one samenwerkingsverband."""
    rounds = _with_chapters(draw_rounds(rng, community), community.cast)
    rounds["shared"] = shared(community, rounds)
    rounds["learning_teams"] = community.schools["learning_teams"].to_numpy()[rounds["school"]]
    alliance_id = ids(rng, 1)[0]
    schools = community.schools[["name"]].assign(
        school_id=ids(rng, len(community.schools)), alliance_id=alliance_id
    )
    people = community.people[["name"]].assign(person_id=ids(rng, len(community.people)))
    kept = _kept_rounds(rng, rounds, frame)
    kept["person_id"] = people["person_id"].to_numpy()[rounds["person"]]
    kept["school_id"] = schools["school_id"].to_numpy()[rounds["school"]]
    scale_ids = tuple(scale.id for scale in frame.questionnaire.scales)
    rounds["talkative"] = rounds["person"] < len(community.cast)
    texts = words.texts(rng, scale_ids, rounds)
    return Tables(
        alliance_id=alliance_id,
        alliance=frame.alliance,
        schools=schools,
        people=people,
        memberships=memberships(community, people, schools, frame.now),
        rounds=kept,
        choices=of_rounds(choices(rng, community, rounds), kept),
        texts=of_rounds(texts, kept),
        answers=_answers(rng, community, rounds.assign(response_id=kept["response_id"]), frame),
    )


def term_back(now: SchoolTerm, back: int) -> SchoolTerm:
    """The term so many terms before `now`."""
    halves = 2 * int(now.school_year[:4]) + (now.period is Period.SPRING) - back
    first, spring = divmod(halves, 2)
    return SchoolTerm(f"{first}/{first + 1}", Period.SPRING if spring else Period.AUTUMN)


def first_day(term: SchoolTerm) -> date:
    """1 August for an autumn, 1 February for a spring."""
    first = int(term.school_year[:4])
    return date(first, 8, 1) if term.period is Period.AUTUMN else date(first + 1, 2, 1)


def _with_chapters(rounds: pd.DataFrame, cast: tuple[Part, ...]) -> pd.DataFrame:
    """The rounds with their chapter or None; one that has a chapter stays open until it is told."""
    told = {
        (who, back): each for who, part in enumerate(cast) for back, each in part.chapters.items()
    }
    places = zip(rounds["person"], rounds["back"], strict=True)
    chapters = pd.Series([told.get(place) for place in places], rounds.index, dtype=object)
    return rounds.assign(
        chapter=chapters,
        is_open=rounds["is_open"] | chapters.notna(),
        handed_in=rounds["handed_in"] & chapters.isna(),
    )


def _asked(chapter: Chapter | None, frame: Frame) -> str:
    asked = _questionnaires(chapter, frame)
    return ",".join(f"{each.id} {each.version}" for each in asked)


def _questionnaires(chapter: Chapter | None, frame: Frame) -> list[Questionnaire]:
    chosen = chapter.modules if chapter else ()
    return [frame.questionnaire, *(each for each in frame.modules if each.id in chosen)]


def _kept_rounds(rng: np.random.Generator, rounds: pd.DataFrame, frame: Frame) -> pd.DataFrame:
    terms = [term_back(frame.now, back) for back in rounds["back"]]
    return rounds[["is_open", "handed_in", "unanswered"]].assign(
        round_id=ids(rng, len(rounds)),
        response_id=ids(rng, len(rounds)),
        school_year=[term.school_year for term in terms],
        period=[term.period.value for term in terms],
        asked=[_asked(chapter, frame) for chapter in rounds["chapter"]],
    )


def memberships(
    community: Community, people: pd.DataFrame, schools: pd.DataFrame, now: SchoolTerm
) -> pd.DataFrame:
    """Who works where, since which day and until when ('' while it lasts)."""
    stays = community.stays
    since = [first_day(term_back(now, back)) for back in stays["since"]]
    until = [
        (first_day(term_back(now, back - 1)) - timedelta(days=1)).isoformat() if back >= 0 else ""
        for back in stays["until"]
    ]
    return pd.DataFrame(
        {
            "person_id": people["person_id"].to_numpy()[stays["person"]],
            "school_id": schools["school_id"].to_numpy()[stays["school"]],
            "since": [day.isoformat() for day in since],
            "until": until,
        }
    )


def of_rounds(rows: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    """The rows with the id of their round instead of its number."""
    return rows.assign(round_id=kept["round_id"].to_numpy()[rows["row"]]).drop(columns="row")


def _answers(
    rng: np.random.Generator, community: Community, rounds: pd.DataFrame, frame: Frame
) -> pd.DataFrame:
    """The answers of everybody: of the cast from a seed of their own, and from their chapters."""
    found = levels(rng, community, rounds)
    of_cast = (rounds["person"] < len(community.cast)).to_numpy()
    parts = []
    for who, source in ((of_cast, np.random.default_rng(_CAST_SEED)), (~of_cast, rng)):
        part = rounds[who]
        drawn = sheet(source, frame.questionnaire, part, found[who])
        parts.append(_long(drawn, part["response_id"].to_numpy(), frame.questionnaire))
    return pd.concat([*parts, _of_chapters(rounds, frame)], ignore_index=True)


def _of_chapters(rounds: pd.DataFrame, frame: Frame) -> pd.DataFrame:
    """What the cast answered to the modules; to the core scan, what replaces an answer drawn."""
    told = rounds[rounds["chapter"].notna()]
    rows = [
        (response_id, item_id, *_columns(given))
        for response_id, chapter in zip(told["response_id"], told["chapter"], strict=True)
        for item_id, given in signs.given(_questionnaires(chapter, frame), chapter.own)
    ]
    return pd.DataFrame(rows, columns=["response_id", "item_id", "value", "reason"])


def _columns(given: Given) -> tuple[int, str]:
    return (0, given.value) if isinstance(given, NonAnswer) else (given, "")


def _long(
    sheet: Sheet, response_ids: NDArray[np.object_], questionnaire: Questionnaire
) -> pd.DataFrame:
    row, column = np.nonzero(sheet.given)
    item_ids = np.array([item.id for item in questionnaire.items], dtype=object)
    return pd.DataFrame(
        {
            "response_id": response_ids[row],
            "item_id": item_ids[column],
            "value": sheet.numbers[row, column],
            "reason": sheet.reasons[row, column],
        }
    )


def ids(rng: np.random.Generator, count: int) -> list[str]:
    """Random UUIDs (version 4) as text."""
    content = rng.integers(0, 256, (count, 16), dtype=np.uint8)
    content[:, 6] = content[:, 6] & 0x0F | 0x40
    content[:, 8] = content[:, 8] & 0x3F | 0x80
    return [row.tobytes().hex() for row in content]
