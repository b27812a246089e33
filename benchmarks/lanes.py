"""The lanes over the real app: people who fill in calmly, and whole scans without a pause."""

import asyncio
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import NamedTuple

from benchmarks.people import Scanner, kept, questionnaire, settle
from benchmarks.server import MeasuredServer
from benchmarks.visit import Pace, answer_calmly, open_scan, whole_scan
from tests.streamlit_client import Tab

_SECONDS_OF_REST = 3.0


class Autosave(NamedTuple):
    """People who answered at the same time; waits per answer in ms.

    `rest` is the processor time in ms that the app uses per second while all tabs are open and
    nobody answers; `cpu` is what one answer adds to that, in ms.
    """

    people: int
    answers: int
    stored: int
    cpu: float
    rest: float
    waits: list[float]


class WholeScans(NamedTuple):
    """Scans that were opened, filled in and handed in; processor time per scan in ms."""

    at_once: int
    scans: int
    handed_in: int
    cpu: float
    per_second: float


def autosave(folder: Path, number: int, pace: Pace) -> Autosave:
    """`number` people answer at this pace, each in their own scan; the app runs only for this."""
    store = folder / f"{number}.duckdb"
    scanners = settle(store, number)
    server = MeasuredServer(store)
    server.start()
    try:
        cpu, rest, waits = asyncio.run(_answer_together(server, scanners, pace))
    finally:
        server.stop()
    return Autosave(number, len(waits), kept(store, scanners).answers, cpu, rest, waits)


def whole_scans(folder: Path, at_once: int, rounds: int) -> WholeScans:
    """`at_once` people at a time fill in a whole scan as fast as the app lets them."""
    number = at_once * rounds
    store = folder / f"whole-{at_once}.duckdb"
    scanners = settle(store, number)
    server = MeasuredServer(store)
    server.start()
    try:
        cpu, seconds = asyncio.run(_scan_together(server, scanners, at_once))
    finally:
        server.stop()
    handed_in = kept(store, scanners).handed_in
    return WholeScans(at_once, number, handed_in, cpu, number / seconds)


async def _answer_together(
    server: MeasuredServer, scanners: tuple[Scanner, ...], pace: Pace
) -> tuple[float, float, list[float]]:
    scales = questionnaire().scales
    parts = [scales[place % len(scales)] for place in range(len(scanners))]
    async with AsyncExitStack() as stack:
        tabs = []
        for scanner, part in zip(scanners, parts, strict=True):
            tab = Tab(server.url, "zelfscan", query=f"deel={part.id}")
            stack.push_async_callback(tab.close)
            await open_scan(tab, scanner)
            tabs.append(tab)
        await asyncio.sleep(1)  # what opening the tabs left behind
        rest = await _at_rest(server)
        before, begun = server.cpu_seconds(), time.perf_counter()
        waits = await asyncio.gather(
            *(
                answer_calmly(tab, scanner, part, pace)
                for tab, scanner, part in zip(tabs, scanners, parts, strict=True)
            )
        )
        used = (server.cpu_seconds() - before) * 1000 - rest * (time.perf_counter() - begun)
    answers = [wait for each in waits for wait in each]
    return used / len(answers), rest, answers


async def _at_rest(server: MeasuredServer) -> float:
    before = server.cpu_seconds()
    await asyncio.sleep(_SECONDS_OF_REST)
    return (server.cpu_seconds() - before) * 1000 / _SECONDS_OF_REST


async def _scan_together(
    server: MeasuredServer, scanners: tuple[Scanner, ...], at_once: int
) -> tuple[float, float]:
    async with Tab(server.url, "zelfscan"):
        pass  # what the very first visitor loads is not part of a scan
    free = asyncio.Semaphore(at_once)

    async def one(scanner: Scanner) -> None:
        async with free:
            await whole_scan(server.url, scanner)

    before, begun = server.cpu_seconds(), time.perf_counter()
    await asyncio.gather(*(one(scanner) for scanner in scanners))
    seconds = time.perf_counter() - begun
    return (server.cpu_seconds() - before) * 1000 / len(scanners), seconds
