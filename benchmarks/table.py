"""The measurements as one table in Dutch: for the eye, for docs/metingen.md, and as JSON."""

import json
from statistics import quantiles
from typing import NamedTuple

from benchmarks.floors import Floor
from benchmarks.lanes import Autosave, WholeScans
from benchmarks.machine import Machine

_COLUMNS = ("Meting", "Processor (ms)", "× ondergrens", "Wachten p50 / p95 / p99 (ms)", "Per s")
_DASH = "–"


class Measured(NamedTuple):
    """Everything of one run. The first floor is what the others are held against."""

    machine: Machine
    floors: dict[str, Floor]
    autosaves: list[Autosave]
    whole: list[WholeScans]

    @property
    def losses(self) -> list[str]:
        """What was called saved and is not on disk, in words; empty when all is there."""
        answers = [
            f"{each.people} mensen: {each.answers} antwoorden opgeslagen genoemd, {each.stored} "
            "in de database"
            for each in self.autosaves
            if each.answers != each.stored
        ]
        scans = [
            f"{each.scans} scans ingevuld, {each.handed_in} ingeleverd"
            for each in self.whole
            if each.scans != each.handed_in
        ]
        return [*answers, *scans]


def grid(lines: list[tuple[str, ...]]) -> str:
    """Lines of cells, the headings first, as a table in Markdown: the first column to the left."""
    headings, *rows = lines
    ruled = [headings, ("---", *("---:",) * (len(headings) - 1)), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in ruled)


def columns(lines: list[tuple[str, ...]]) -> str:
    """The same for a terminal, in aligned columns."""
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


def as_markdown(measured: Measured) -> str:
    """The machine, the table and whether all is on disk, as docs/metingen.md shows it."""
    table = grid([_COLUMNS, *_rows(measured)])
    return f"{about(measured.machine)}\n\n{table}\n\n{_kept(measured)}"


def as_text(measured: Measured) -> str:
    """The same for a terminal, in aligned columns."""
    table = columns([_COLUMNS, *_rows(measured)])
    return f"{about(measured.machine)}\n\n{table}\n\n{_kept(measured)}"


def as_json(measured: Measured) -> str:
    """All numbers, unrounded; processor and waiting in milliseconds per answer or scan."""
    return json.dumps(
        {
            "machine": measured.machine._asdict(),
            "floors": {name: floor._asdict() for name, floor in measured.floors.items()},
            "autosaves": [each._asdict() for each in measured.autosaves],
            "whole_scans": [each._asdict() for each in measured.whole],
        },
        ensure_ascii=False,
        indent=1,
    )


def percentiles(waits: list[float]) -> tuple[float, float, float]:
    """The 50th, 95th and 99th percentile of at least two waits, interpolated between them."""
    cuts = quantiles(waits, n=100, method="inclusive")
    return cuts[49], cuts[94], cuts[98]


def _rows(measured: Measured) -> list[tuple[str, ...]]:
    least = next(iter(measured.floors.values())).cpu
    floors = [
        _row(name, each.cpu, least, number(each.wait), f"{each.per_second:.0f}")
        for name, each in measured.floors.items()
    ]
    autosaves = [
        _row(
            f"Antwoord in de app, {_people(each.people)}",
            each.cpu,
            least,
            " / ".join(number(wait) for wait in percentiles(each.waits)),
            _DASH,
        )
        for each in measured.autosaves
    ]
    whole = [
        _row(f"Hele scan, {_people(each.at_once)}", each.cpu, least, _DASH, number(each.per_second))
        for each in measured.whole
    ]
    return [*floors, *autosaves, *whole]


def _row(name: str, cpu: float, least: float, wait: str, per_second: str) -> tuple[str, ...]:
    return name, number(cpu), f"{cpu / least:.0f}", wait, per_second


def about(machine: Machine) -> str:
    """The machine, the releases, and whether it did other work."""
    busy = "er draaide ander werk naast" if machine.was_busy else "verder in rust"
    return (
        f"{machine.day}, {machine.system}, {machine.processor}, {machine.cores} kernen, "
        f"Python {machine.python}, Streamlit {machine.streamlit}, DuckDB {machine.duckdb}; "
        f"belasting vooraf {number(machine.load)} ({busy})."
    )


def _kept(measured: Measured) -> str:
    rest = ", ".join(f"{_people(each.people)} {number(each.rest)}" for each in measured.autosaves)
    answers = sum(each.answers for each in measured.autosaves)
    scans = sum(each.scans for each in measured.whole)
    checked = "; ".join(measured.losses) or (
        f"alle {answers} opgeslagen antwoorden en {scans} ingeleverde scans zijn teruggevonden"
    )
    resting = f"Open tabbladen zonder antwoorden, ms processor per seconde: {rest}." if rest else ""
    return f"Nagekeken na het stoppen van de app: {checked}. {resting}".strip()


def _people(number: int) -> str:
    return "1 persoon" if number == 1 else f"{number} mensen"


def number(value: float) -> str:
    """Two significant decimals under one, one under a hundred; with a decimal comma."""
    decimals = 2 if value < 1 else 1 if value < 100 else 0
    return f"{value:.{decimals}f}".replace(".", ",")
