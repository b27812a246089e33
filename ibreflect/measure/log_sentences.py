"""What the logboek tells, in words: what was planned, how far questions were, where work lay."""

from collections.abc import Mapping
from typing import NamedTuple

from ibreflect.measure.dutch import listed
from ibreflect.model.log import Step
from ibreflect.model.role import Region

FEW = 10
"""Below this many, one more or less changes the picture: a choice, no measurement."""

MOST_THEMES = 3

_ONLY_WRITTEN = (
    "Dit telt wat je opschreef, en een spontaan moment is sneller vergeten dan een afspraak."
)
_OF_THE_TEAM = (
    "Dit gaat over hoe jullie als team gewend zijn te vragen, niet over jou of een ander."
)
_FEW = "Het zijn er weinig: één meer of minder verandert dit beeld al."

WHY_DIFFERENT = (
    "Deze twee beelden hoeven niet gelijk te zijn. In je zelfscan zeg je hoe vaak je iets doet; "
    "hier staat wat je opschreef, en dat is nooit alles. Waar ze verschillen, kun je jezelf vragen "
    "waar dat vandaan komt."
)


class Tally(NamedTuple):
    """How many activities, and how many minutes together."""

    number: int
    minutes: int


def about_planned(since: str, planned: int, spontaneous: int) -> str:
    """How often what was written down since a month ('aug 2026') was planned, and how often not."""
    return (
        f"Sinds {since} schreef je {_times(planned)} iets op dat gepland was, en "
        f"{_times(spontaneous)} iets spontaans. {_warning(planned + spontaneous)}{_ONLY_WRITTEN}"
    )


def about_steps(since: str, counts: Mapping[Step, int]) -> str:
    """How many questions came while nothing had been tried; at least one since that month."""
    total = sum(counts.values())
    early = counts.get(Step.NOTHING, 0)
    return f"{_early(since, early, total)} {_warning(total)}{_OF_THE_TEAM}"


def about_activities(school_year: str, tallies: Mapping[Region, Tally]) -> str:
    """How many activities of a school year lay in more than one role; at least one activity."""
    total = sum(tally.number for tally in tallies.values())
    shared = sum(tally.number for region, tally in tallies.items() if len(region) > 1)
    which = f"In schooljaar {school_year}"
    if shared in {0, total}:
        where = "meer dan één rol" if shared else "één rol"
        said = f"{which} lag elke activiteit die je opschreef in {where}."
    else:
        verb = "lag" if shared == 1 else "lagen"
        said = f"{which} {verb} {shared} van je {total} activiteiten in meer dan één rol."
    return f"{said} {_warning(total)}".strip()


def about_themes(counts: Mapping[str, int]) -> str:
    """The themes (in words) that were written about most; empty when none came back."""
    often = sorted(
        (theme for theme, count in counts.items() if count > 1),
        key=lambda theme: (-counts[theme], theme),
    )[:MOST_THEMES]
    if not often:
        return ""
    return f"Dit kwam vaker terug: {listed([f'{each} ({counts[each]} keer)' for each in often])}."


def hours(minutes: int) -> str:
    """A duration: '45 minuten', '2 uur', '2 uur en 5 minuten'."""
    whole, rest = divmod(minutes, 60)
    parts = [f"{whole} uur"] if whole else []
    if rest or not whole:
        parts.append(f"{rest} {'minuut' if rest == 1 else 'minuten'}")
    return " en ".join(parts)


def _early(since: str, early: int, total: int) -> str:
    if early in {0, total}:
        before = "nog niets" if early else "al iets"
        return f"Bij elke vraag die je sinds {since} opschreef was {before} geprobeerd."
    questions = f"{early} van de {total} vragen"
    return f"Bij {questions} die je sinds {since} opschreef was nog niets geprobeerd."


def _warning(total: int) -> str:
    return f"{_FEW} " if total < FEW else ""


def _times(count: int) -> str:
    return f"{count} keer" if count else "geen enkele keer"
