"""The measurements of the whole country beside those of a hundredth of it, in Dutch."""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from benchmarks.country import Cost, Country
from benchmarks.machine import Machine
from benchmarks.table import about, columns, grid, number, percentiles

_MOST_OF_PERSON, _MOST_OF_NETWORK, _MOST_GROWTH = 50.0, 300.0, 1.5
_LIMITS = {
    "Mijn beeld": _MOST_OF_PERSON,
    "Met anderen": _MOST_OF_PERSON,
    "Groei": _MOST_OF_PERSON,
    "Netwerk": _MOST_OF_NETWORK,
}
_OF_PERSON = ("Mijn beeld", "Met anderen", "Groei")
_DASH = "–"


class Compared(NamedTuple):
    """A hundredth and the whole, measured in one run."""

    machine: Machine
    small: Country
    whole: Country

    @property
    def missed(self) -> list[str]:
        """Which limits are not met, in words; empty when all are."""
        waits = {name: median(self.whole.costs[name].waits) for name in _LIMITS}
        slow = [
            f"{name}: {number(wait)} ms, hooguit {number(_LIMITS[name])} ms"
            for name, wait in waits.items()
            if wait > _LIMITS[name]
        ]
        ratios = {name: _ratio(self, name) for name in _OF_PERSON}
        grown = [
            f"{name}: {number(ratio)} × een honderdste, hooguit {number(_MOST_GROWTH)} ×"
            for name, ratio in ratios.items()
            if ratio > _MOST_GROWTH
        ]
        return [*slow, *grown]


def told(compared: Compared, *, markdown: bool) -> str:
    """The machine, the sizes, the table, and which limits are not met."""
    lines = [_headings(), *(_row(compared, name) for name in compared.whole.costs)]
    table = (grid if markdown else columns)(lines)
    sizes = f"{_count(compared.small.answers)} en {_count(compared.whole.answers)} antwoorden."
    missed = "; ".join(compared.missed) or "alle grenzen zijn gehaald"
    return f"{about(compared.machine)}\n\n{table}\n\n{sizes} Grenzen: {missed}."


def _headings() -> tuple[str, ...]:
    return (
        "Meting",
        "Klein p50 / p95 (ms)",
        "Groot p50 / p95 (ms)",
        "Groot : klein",
        "Processor (ms)",
        "In de database (ms)",
        "Vragen",
    )


def _row(compared: Compared, name: str) -> tuple[str, ...]:
    small, whole = compared.small.costs.get(name), compared.whole.costs[name]
    return (
        name,
        _waits(small),
        _waits(whole),
        number(_ratio(compared, name)) if small else _DASH,
        number(median(whole.cpu)),
        number(median(whole.inside)),
        f"{median(whole.queries):.0f}",
    )


def _ratio(compared: Compared, name: str) -> float:
    small, whole = compared.small.costs[name], compared.whole.costs[name]
    return median(whole.waits) / median(small.waits)


def _waits(cost: Cost | None) -> str:
    if cost is None:
        return _DASH
    return " / ".join(number(each) for each in _p50_and_p95(cost.waits))


def _p50_and_p95(waits: Sequence[float]) -> tuple[float, float]:
    if len(waits) == 1:
        return waits[0], waits[0]
    half, most, _ = percentiles(list(waits))
    return half, most


def _count(answers: int) -> str:
    return f"{answers:,}".replace(",", ".")
