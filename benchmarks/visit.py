"""One person at the scan: opens it, answers, and hands it in, over a real WebSocket."""

import asyncio
import random
import time
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.people import Scanner, questionnaire
from ibreflect.model.questionnaire import Scale
from ibreflect.ui.session import VIEWPOINT
from tests.streamlit_client import Tab

_WORDS = questionnaire().words
_SCALES = questionnaire().scales
_SAVED = "Opgeslagen"


class Pace(NamedTuple):
    """How many answers one person gives, and the mean number of seconds between two."""

    answers: int
    seconds: float


async def open_scan(tab: Tab, scanner: Scanner) -> None:
    """Open the scan page and look at it as this person."""
    await tab.open()
    await _look_as(tab, scanner)


async def answer_calmly(tab: Tab, scanner: Scanner, scale: Scale, pace: Pace) -> list[float]:
    """Answer the items of one part over and over; milliseconds from each choice to 'Opgeslagen'.

    The moments are drawn beforehand, evenly between half and one and a half times the mean, and
    the clock starts at that moment: a server that is behind does not get fewer questions.
    """
    chance = random.Random(scanner.actor.name)  # noqa: S311 -- the same waits in every run
    moment = time.perf_counter() + chance.uniform(0, pace.seconds)
    waited = []
    for item_id, word in _changing_answers(scale, pace.answers):
        await asyncio.sleep(max(0.0, moment - time.perf_counter()))
        await _answer(tab, scanner, item_id, word)
        waited.append((time.perf_counter() - moment) * 1000)
        moment += chance.uniform(0.5, 1.5) * pace.seconds
    return waited


async def whole_scan(address: str, scanner: Scanner) -> int:
    """Open the scan, answer all items part by part, hand in; the number of answers."""
    answers = 0
    async with Tab(address, "zelfscan") as tab:
        await _look_as(tab, scanner)
        for scale in _SCALES:
            for item_id, word in _changing_answers(scale, len(scale.items)):
                await _answer(tab, scanner, item_id, word)
                answers += 1
            await tab.give("verder", True)  # noqa: FBT003 -- what a button sends
        await tab.give("inleveren", True)  # noqa: FBT003
    return answers


async def _look_as(tab: Tab, scanner: Scanner) -> None:
    await tab.give(VIEWPOINT, scanner.actor.name)


def _changing_answers(scale: Scale, number: int) -> Iterator[tuple[str, str]]:
    """Item id and word, item after item, each time round another word: always something to save."""
    for turn in range(number):
        time_round, place = divmod(turn, len(scale.items))
        yield scale.items[place].id, _WORDS[time_round % len(_WORDS)]


async def _answer(tab: Tab, scanner: Scanner, item_id: str, word: str) -> None:
    await tab.answer(f"{scanner.round_id.hex}:{item_id}:", word)
    if _SAVED not in tab.text:
        raise RuntimeError(f"{scanner.actor.name}: {item_id} is not saved.\n{tab.text}")
