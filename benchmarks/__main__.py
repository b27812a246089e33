"""The command: `make bench`, or `python -m benchmarks --help`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from benchmarks import floors, lanes
from benchmarks.country import Size, side_by_side
from benchmarks.country_table import Compared, told
from benchmarks.machine import machine
from benchmarks.table import Measured, as_json, as_markdown, as_text
from benchmarks.visit import Pace

_THREADS = 64
_AT_ONCE = (1, 8)
_SCANS_EACH = 2
_LEAST = 0.2
"""A smaller network has too few schools to be published."""

_MARKDOWN = click.option(
    "--markdown", is_flag=True, help="De tabel zoals docs/metingen.md haar toont."
)


@click.group(invoke_without_command=True)
@click.option(
    "--people", multiple=True, type=click.IntRange(1), default=(1, 10, 50, 100), show_default=True,
    help="Hoeveel mensen tegelijk invullen; mag vaker.",
)  # fmt: skip
@click.option(
    "--seconds", type=click.FloatRange(0, 60), default=3.0, show_default=True,
    help="Gemiddelde tijd tussen twee antwoorden van één persoon.",
)  # fmt: skip
@click.option(
    "--answers", type=click.IntRange(1), default=16, show_default=True,
    help="Antwoorden per persoon.",
)  # fmt: skip
@_MARKDOWN
@click.option(
    "--json", "json_file", type=click.Path(dir_okay=False, path_type=Path),
    help="Schrijf ook alle getallen naar dit bestand.",
)  # fmt: skip
def main(
    people: tuple[int, ...],
    seconds: float,
    answers: int,
    json_file: Path | None,
    *,
    markdown: bool,
) -> None:
    """Meet wat een opgeslagen antwoord en een hele scan kosten, naast de ondergrens."""
    if click.get_current_context().invoked_subcommand:
        return
    with TemporaryDirectory(prefix="ibreflect-bench-") as folder:
        measured = _measure(Path(folder), people, Pace(answers, seconds))
    click.echo(as_markdown(measured) if markdown else as_text(measured))
    if json_file is not None:
        json_file.write_text(as_json(measured), encoding="utf-8")
    sys.exit(1 if measured.losses else 0)


@main.command("country")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="MAP")
@click.option(
    "--scale", type=click.FloatRange(0, 77, min_open=True), default=77.0, show_default=True,
    help="Hoeveel samenwerkingsverbanden; 77 is heel Nederland. Een honderdste staat ernaast.",
)  # fmt: skip
@click.option(
    "--people", type=click.IntRange(2), default=100, show_default=True,
    help="Van hoeveel mensen de beelden worden gemeten.",
)  # fmt: skip
@_MARKDOWN
@click.option("--limits", is_flag=True, help="Exitcode 1 als een grens niet wordt gehaald.")
def whole_country(folder: Path, scale: float, people: int, *, markdown: bool, limits: bool) -> None:
    """Meet wat beelden kosten met het hele land in één database; die komt en blijft in MAP."""
    here, least = machine(), max(scale / 100, _LEAST)
    _say("een honderdste van het land en het hele land; de eerste keer worden ze gemaakt")
    sizes = [Size(folder / f"{each:g}.duckdb", each) for each in (least, scale)]
    compared = Compared(here, *side_by_side(sizes, people))
    click.echo(told(compared, markdown=markdown))
    sys.exit(1 if limits and compared.missed else 0)


def _measure(folder: Path, people: tuple[int, ...], pace: Pace) -> Measured:
    here = machine()
    _say("de ondergrens")
    least = {
        "256 bytes op schijf": floors.appended_line(folder, 500),
        "Kale rij in DuckDB": floors.bare_insert(folder, 300),
        "Opslaan zonder scherm, 1 tegelijk": floors.saved(folder, 300, 1),
        f"Opslaan zonder scherm, {_THREADS} tegelijk": floors.saved(folder, 2000, _THREADS),
    }
    autosaves = []
    for number in people:
        _say(f"{number} tegelijk aan het invullen, {pace.answers} antwoorden ieder")
        autosaves.append(lanes.autosave(folder, number, pace))
    whole = []
    for at_once in _AT_ONCE:
        _say(f"hele scans, {at_once} tegelijk")
        whole.append(lanes.whole_scans(folder, at_once, _SCANS_EACH))
    return Measured(here, least, autosaves, whole)


def _say(what: str) -> None:
    click.echo(f"Meten: {what} …", err=True)


if __name__ == "__main__":
    main(prog_name="python -m benchmarks")
