"""What figures of a network say in plain sentences; never about one school, never as a mark."""

from collections.abc import Sequence

from ibreflect.measure.network import MORE_THAN_HALF, UP_TO_HALF, Unity
from ibreflect.model.assignment import CONTEXT_FIELDS
from ibreflect.model.network import Dot, ScaleFigure, Shift
from ibreflect.model.numbers import one_decimal as decimal

ORDER = (MORE_THAN_HALF, UP_TO_HALF)
"""What is worth telling of a share, most schools first."""

TIME = "Zo verdelen ib'ers in dit netwerk gemiddeld hun week."
NO_CHANGE = (
    "Of dit veranderde sinds het vorige beeld, staat er niet: daarvoor zijn er te weinig dezelfde "
    "scholen, of zou te zien zijn wat één school antwoordde."
)

TIME_ASKS = "Waar gaat meer tijd heen dan je zou willen, en wie kan er iets overnemen?"
UNSURE_ASKS = "Hoe is dit op jouw school afgesproken, en wie weet dat?"
UNSEEN_ASKS = "Wie zou dit werk moeten kunnen zien, en hoe laat je het zien?"
GAPS_ASK = "Waaraan merkt een leraar dit bij jou op school?"
_UNITY = {
    Unity.UNITED: "De scholen zijn hierin eensgezind.",
    Unity.MIXED: "Tussen een deel van de scholen is er verschil.",
    Unity.DIVIDED: "De scholen zijn hierin verdeeld.",
}


def parts(subgroup: str) -> str:
    """By which field of the context card the lines are parts of the network; "" without parts."""
    asked = [each.question for each in CONTEXT_FIELDS if each.field == subgroup]
    return (
        f"Elke lijn is een deel van de scholen, naar het antwoord op: “{asked[0]}”" if asked else ""
    )


def spread(dots: Sequence[Dot], unity: str) -> str:
    """Between which means the groups of schools lie, and whether the schools are alike."""
    low, high = min(each.value for each in dots), max(each.value for each in dots)
    where = f"rond {decimal(low)}" if low == high else f"tussen {decimal(low)} en {decimal(high)}"
    who = "De groep scholen ligt" if len(dots) == 1 else "De groepen scholen liggen"
    return f"{who} {where}. {_UNITY[Unity(unity)]}"


def percent(mean: int) -> str:
    """A mean percent; the ends are told as ends (`network.percent`)."""
    return {1: "hoogstens 1 %", 99: "minstens 99 %"}.get(mean, f"{mean} %")


def question(scale: ScaleFigure) -> str:
    """What a network may ask itself about a scale: about what changed first, then what differs."""
    shift = scale.shift
    if shift and abs(shift.change) > shift.error:
        return "Wat is er op jullie scholen veranderd, en is dat wat jullie wilden?"
    match Unity(scale.unity):
        case Unity.UNITED:
            return "Herken je dit op jouw school, en willen jullie het zo houden?"
        case Unity.MIXED:
            return "Wat maakt dat dit op de ene school anders gaat dan op de andere?"
        case Unity.DIVIDED:
            return "Welke keuze zit er op jouw school achter, en wat hoor je van een ander?"


def change(shift: Shift | None) -> str:
    """What changed in the same schools since the snapshot before, with its error."""
    if shift is None:
        return NO_CHANGE
    amount, error = decimal(abs(shift.change)), decimal(shift.error)
    about = f"minstens {shift.schools} dezelfde scholen"
    if abs(shift.change) <= shift.error:
        return (
            f"In {about} is de verandering sinds het vorige beeld niet groter dan de onzekerheid "
            f"(± {error})."
        )
    way = "omhoog" if shift.change > 0 else "omlaag"
    return f"In {about} ging dit gemiddeld {amount} {way} sinds het vorige beeld (± {error})."


def gap(title: str, dot: Dot) -> str:
    """How far ib'ers and leraren are apart on a scale; neither is right."""
    if dot.value == 0:
        return f"{title}: ib'ers en leraren zien gemiddeld hetzelfde."
    who = "ib'ers zien het vaker dan leraren" if dot.value > 0 else "leraren zien het vaker"
    return f"{title}: {who}, gemiddeld {decimal(abs(dot.value))} verschil."
