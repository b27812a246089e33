"""What somebody sees in their own work beside what another perspective sees, in four quadrants.

A quadrant is a way into a conversation. It never says which of the two is right.
"""

from enum import StrEnum

from ibreflect.measure.growth import Noise, Verdict, verdict_on
from ibreflect.measure.raters import Voiced, error

CUT = 3.5
"""A fixed point of the answer scale, never a mean: nobody's place depends on that of others."""


class Quadrant(StrEnum):
    """Where two perspectives meet; the value is what users read."""

    RECOGNISED_STRENGTH = "herkende kracht"
    UNSUSPECTED_STRENGTH = "onvermoede kracht"
    TALKING_POINT = "gespreksonderwerp"
    SHARED_LEARNING_POINT = "gedeeld leerpunt"
    NEUTRAL = "niet ingedeeld"


EXPLANATIONS = {
    Quadrant.RECOGNISED_STRENGTH: (
        "Jij ziet hier veel van in je werk, en de ander ook. Praat over wat je doet dat werkt, en "
        "over wie daar nog meer iets aan kan hebben."
    ),
    Quadrant.UNSUSPECTED_STRENGTH: (
        "De ander ziet hier veel van in je werk; jij ziet er zelf minder van. Vraag om een "
        "voorbeeld: waaraan merkt de ander het?"
    ),
    Quadrant.TALKING_POINT: (
        "Jij ziet hier veel van in je werk; de ander ziet er minder van. Misschien gebeurt het "
        "buiten beeld, of kijken jullie naar iets anders. Leg voorbeelden naast elkaar: wat zie "
        "jij, en wat ziet de ander?"
    ),
    Quadrant.SHARED_LEARNING_POINT: (
        "Jullie zien hier allebei niet zo veel van in je werk. Praat erover of dat past bij je "
        "opdracht. Wil je er meer van, wat is dan een goede eerste stap?"
    ),
    Quadrant.NEUTRAL: (
        "Minstens een van jullie zit dicht bij het midden, en dan is de meetonzekerheid te groot "
        "om dit in te delen. Bekijk samen de losse stellingen: welke valt jullie op?"
    ),
}
"""What each quadrant means and what to talk about, said to the ib'er."""

_QUADRANTS = {
    (Verdict.MORE, Verdict.MORE): Quadrant.RECOGNISED_STRENGTH,
    (Verdict.LESS, Verdict.MORE): Quadrant.UNSUSPECTED_STRENGTH,
    (Verdict.MORE, Verdict.LESS): Quadrant.TALKING_POINT,
    (Verdict.LESS, Verdict.LESS): Quadrant.SHARED_LEARNING_POINT,
}


def quadrant(self_voice: Voiced, other_voice: Voiced, noise: Noise) -> Quadrant:
    """The quadrant of two values (1-5), NEUTRAL when either lies within its own error of 3.5.

    High is above 3.5 + e and low below 3.5 - e, with e one standard error of that voice
    (`raters.error`): a neutral band of 2·e wide. At exactly e from 3.5 a value is still neutral.
    The names follow the panes of the Johari window (Luft & Ingham, 1955), but low on both sides is
    seen by both, and so not its unknown pane.
    """
    sides = (_side(self_voice, noise), _side(other_voice, noise))
    return _QUADRANTS.get(sides, Quadrant.NEUTRAL)


def _side(voice: Voiced, noise: Noise) -> Verdict:
    return verdict_on(voice.value - CUT, error(voice, noise))
