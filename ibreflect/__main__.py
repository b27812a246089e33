"""The command line: `python -m ibreflect`."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

import click

from ibreflect.errors import IbreflectError
from ibreflect.measure.growth import Noise, noise
from ibreflect.model.questionnaire import Kind, RaterGroup
from ibreflect.model.takeaway import TakeAway
from ibreflect.questionnaires.checking import checked
from ibreflect.questionnaires.load import Instrument, load, load_folder, read
from ibreflect.questionnaires.schema import json_schema
from ibreflect.settings import read_settings
from ibreflect.store import backup as backups
from ibreflect.store.connection import open_store, our_store
from ibreflect.usecases import exchange, papers
from ibreflect.usecases.demo import build as examples
from ibreflect.usecases.demo.full import build_full
from ibreflect.usecases.instruments import on_offer
from ibreflect.usecases.score_file import score_file
from ibreflect.usecases.signing_in import is_together
from ibreflect.usecases.together import begin as begin_together
from ibreflect.usecases.together import end as end_together
from ibreflect.usecases.together import first_link, rescue_link
from ibreflect.web.serving import place, serve

_STANDING = Noise()
_GROUPS = [group.value for group in RaterGroup]
_FIRST_LINK = (
    "Zo komt de beheerder binnen, één keer en zeven dagen lang:\n{address}\n"
    "Bewaar deze link niet en stuur haar niet door."
)
_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)
_EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)


class _Told(click.ClickException):
    """A sentence for the user, without click's English word before it."""

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, err=file is None, file=file)


class _Commands(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what a user can be told ends it with exit code 1 and no traceback."""
        try:
            return super().invoke(ctx)
        except IbreflectError as error:
            sentence = str(error)
        # Outside the block: a chain of errors would keep the database alive until after the exit.
        raise _Told(sentence)


@click.group(cls=_Commands)
def main() -> None:
    """Zelfscan en reflectie voor intern begeleiders."""


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Poort; anders IBREFLECT_PORT of 8501.")
@click.option("--open/--no-open", "open_browser", default=True, help="Open de browser.")
def start(port: int | None, *, open_browser: bool) -> None:
    """Start ibreflect op http://localhost:8501; stop met Ctrl+C."""
    settings = read_settings()
    store = our_store()
    on_offer(store, settings.questionnaires)
    here = place(settings, port or settings.port, is_together=is_together(store))
    link = first_link(store, now=_moment()) if is_together(store) else None
    if link:
        click.echo(_FIRST_LINK.format(address=f"{here.address}/binnen/{link}"))
    serve(here, open_browser=open_browser)


@main.command()
@click.option("--name", default="", help="Wie de eerste beheerder is, als er nog niemand in staat.")
def together(name: str) -> None:
    """Laat meer mensen hier werken: ieder meldt zich voortaan aan. De gegevens blijven."""
    first = begin_together(our_store(), name=name, now=_moment())
    click.echo(
        f"Vanaf nu meldt ieder zich aan. {first.name} is de eerste beheerder; de link om binnen te "
        "komen staat op het scherm als je ibreflect start."
    )


@main.command()
def alone() -> None:
    """Laat één persoon hier werken zonder aanmelden, alleen op deze computer."""
    end_together(our_store())
    click.echo("Vanaf nu werkt hier één persoon, zonder aanmelden en alleen op deze computer.")


@main.command()
def link() -> None:
    """Een nieuwe link voor de eerste beheerder, die niet meer binnenkomt."""
    settings = read_settings()
    token = rescue_link(our_store(), now=_moment())
    here = place(settings, settings.port, is_together=True)
    click.echo(_FIRST_LINK.format(address=f"{here.address}/binnen/{token}"))


@main.command()
@click.option("--store", "path", type=_FILE, required=True, help="Het nieuwe databasebestand.")
@click.option("--scale", type=click.FloatRange(0, 100), default=1.0, help="1 = één regio, 77 = NL.")
@click.option("--seed", type=int, default=2022, help="Hetzelfde getal geeft dezelfde gegevens.")
@click.option(
    "--full", is_flag=True, help="Om te meten: ieder tien jaar lang elk half jaar, met 9 anderen."
)
def demo(path: Path, scale: float, seed: int, *, full: bool) -> None:
    """Vul een nieuwe database met verzonnen mensen, scholen en meetrondes."""
    summary = (build_full if full else examples.build)(
        open_store(path), _questionnaires(), scale=scale, seed=seed, today=_now().date()
    )
    click.echo(
        f"{path}: {summary.alliances} samenwerkingsverband(en), {summary.schools} scholen, "
        f"{summary.people} mensen, {summary.rounds} meetrondes, {summary.answers} antwoorden. "
        "Alles is verzonnen."
    )


@main.command()
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="BESTAND…")
def check(files: tuple[Path, ...]) -> None:
    """Controleer vragenlijsten, kaarten, leidraden en thema's: wat er mis is en wat helpt."""
    broken = 0
    for file in files:
        try:
            holds = checked(file)
        except IbreflectError as error:
            broken += 1
            click.echo(str(error))
        else:
            click.echo(f"{file}: in orde ({holds}).")
    sys.exit(1 if broken else 0)


@main.command()
@click.option("--data", is_flag=True, help="Van wat iemand meeneemt; zie docs/uitwisseling.md.")
def schema(*, data: bool) -> None:
    """Het JSON Schema van een vragenlijst, voor editors."""
    found = TakeAway.model_json_schema() if data else json_schema()
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))


@main.command()
@click.argument("source", type=_FILE, metavar="VAN")
@click.argument("target", type=_FILE, metavar="NAAR")
@click.option("--group", type=click.Choice(_GROUPS), help="Wie invult; anders de ib'er.")
def convert(source: Path, target: Path, group: str | None) -> None:
    """Zet om tussen .yaml en .xlsx (XLSForm), en naar .json (SurveyJS) of .txt (LimeSurvey)."""
    exchange.convert(source, target, RaterGroup(group) if group else None)
    click.echo(f"Omgezet: {target}")


@main.command()
@click.option("--questionnaire", "questionnaire", type=_EXISTING, required=True)
@click.option("--answers", type=_EXISTING, required=True, help="CSV; zie docs/score.md.")
@click.option("--sd", type=float, default=_STANDING.sd, show_default=True)
@click.option("--reliability", type=float, default=_STANDING.reliability, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="JSON op standaarduitvoer (ook zonder).")
def score(
    questionnaire: Path, answers: Path, sd: float, reliability: float, *, as_json: bool
) -> None:
    """Reken antwoorden uit een CSV-bestand door met dezelfde functies als de schermen."""
    del as_json  # there is one output format; the option says so out loud
    with answers.open(encoding="utf-8", newline="", errors="replace") as lines:
        scored = score_file(load(questionnaire), lines, noise(sd, reliability))
    json.dump(scored, sys.stdout, ensure_ascii=False, indent=1)
    click.echo()


@main.command()
@click.argument("target", type=click.Path(path_type=Path), metavar="KOPIE")
@click.option("--store", "path", type=_FILE, help="De database; anders IBREFLECT_STORE.")
@click.option("--keys", type=_FOLDER, help="Werk in deze map de sleutels bij.")
def backup(target: Path, path: Path | None, keys: Path | None) -> None:
    """Maak een reservekopie van de database; stop ibreflect eerst."""
    source = backups.place(path, keys)
    made = backups.backup(source, target, today=_now().date())
    click.echo(f"Reservekopie gemaakt en nagekeken: {made}")
    click.echo(
        f"De sleutels van de teksten zitten er niet in. Die staan in {source.keys}"
        + (f", en nu ook in {keys}." if keys else "; met --keys MAP maak je er ook een kopie van.")
        + " Bewaar ze niet bij de reservekopie."
    )


@main.command()
@click.argument("copy", type=_FILE, metavar="KOPIE")
@click.option("--store", "path", type=_FILE, help="De database; anders IBREFLECT_STORE.")
@click.option("--keys", type=_FOLDER, help="Zet ook de sleutels uit deze map terug.")
def restore(copy: Path, path: Path | None, keys: Path | None) -> None:
    """Zet een reservekopie terug; wat er stond, blijft ernaast bewaard."""
    target = backups.place(path, keys)
    kept = backups.restore(copy, target, today=_now().date())
    click.echo(f"Teruggezet: {target.store_path}")
    if kept:
        click.echo(f"Wat er stond, staat nu in {kept}")
    click.echo("Links en aanmeldingen van toen werken niet meer; lees docs/sleutels.md.")


@main.command("papers")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="MAP")
def write_papers(folder: Path) -> None:
    """Schrijf de papieren voor de school (.docx) in een map; stop ibreflect eerst."""
    from ibreflect.ui.elsewhere import providers  # noqa: PLC0415 -- other commands need not wait

    settings = read_settings()
    here = papers.Installation(settings, tuple(each.label for each in providers()))
    for path in papers.write_all(our_store(), here, folder, today=_now().date()):
        click.echo(f"Geschreven: {path}")


def _moment() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _now() -> datetime:
    return datetime.now(ZoneInfo("Europe/Amsterdam"))


def _questionnaires() -> tuple[Instrument, ...]:
    """The core that example data is about, and the modules."""
    folder = read_settings().questionnaires
    modules = (each for each in load_folder(folder) if each.questionnaire.kind is Kind.MODULE)
    return (read(folder / "kwaliteitscoordinator-2022.yaml"), *modules)


if __name__ == "__main__":
    main(prog_name="python -m ibreflect")
