"""Signs that much care comes to the ib'er by itself (zorgmagneet): a question, never a verdict.

Curative work stays needed (interview Van Alem and Van Haandel, 2022), so no amount of it is a sign.
A sign is that there is clearly more of it than somebody wishes, or than of preventive work.
"""

from collections.abc import Mapping
from typing import NamedTuple

from ibreflect.measure.dutch import number_word, starting
from ibreflect.measure.growth import Noise, needed_change
from ibreflect.measure.scales import scale_scores
from ibreflect.measure.time_sentences import ABOUT_EQUAL
from ibreflect.model.numbers import one_decimal, two_decimals
from ibreflect.model.questionnaire import Given, Questionnaire
from ibreflect.model.time import Division, percent

MODULE_ID = "preventief-curatief"
_PREVENTIVE, _CURATIVE, _LEFT_LYING = "preventive", "curative", "CU4"
_OFTEN = 4
_ENOUGH = 2


class Sign(NamedTuple):
    """One thing that was looked at: whether it is there (None: cannot be told) and its numbers."""

    there: bool | None
    says: str


class Module(NamedTuple):
    """The handed-in questionnaire about preventive and curative work, with what was given."""

    questionnaire: Questionnaire
    given: Mapping[str, Given]


class CareMagnet(NamedTuple):
    """What was looked at, and what may be said of it."""

    signs: tuple[Sign, ...]
    says: str
    asks: bool

    @property
    def there(self) -> tuple[str, ...]:
        """The signs that are there, in words."""
        return tuple(sign.says for sign in self.signs if sign.there)


def care_magnet(
    *, work: Division, line: Division, module: Module | None, noise: Noise
) -> CareMagnet:
    """Look at the four signs; `asks` is True when at least two of them are there.

    1. the share of curative work now is 10 or more percentage points above the wish; 2. the same
    of the first line; 3. the mean of the curative statements is above that of the preventive ones
    by more than `needed_change(noise)`; 4. tasks that are left lying are picked up often or nearly
    always (4 or 5). `module` is None when the round does not have it or it is not handed in.
    """
    signs = (
        _more_than_wished(
            work,
            "curatief",
            says="Curatief werk is nu {now} van je week; je wenst {wished}.",
            unknown="curatief werk: de verdeling van je week is nog niet af",
        ),
        _more_than_wished(
            line,
            "eerste",
            says="De eerste lijn is nu {now} van de tijd waarin je helpt; je wenst {wished}.",
            unknown="de eerste lijn: die verdeling is nog niet af",
        ),
        *_of_module(module, noise),
    )
    count = sum(sign.there is True for sign in signs)
    return CareMagnet(signs, _says(signs, count), count >= _ENOUGH)


def _says(signs: tuple[Sign, ...], count: int) -> str:
    if count >= _ENOUGH:
        return f"{starting(number_word(count))} dingen wijzen dezelfde kant op."
    if all(sign.there is None for sign in signs):
        return "Er is nog te weinig ingevuld om naast elkaar te leggen."
    return "Wat je invulde, wijst niet samen één kant op."


def _more_than_wished(division: Division, part_id: str, *, says: str, unknown: str) -> Sign:
    now, wished = division
    if now is None or wished is None:
        return Sign(None, f"Nog niets te zeggen over {unknown}.")
    return Sign(
        now[part_id] - wished[part_id] >= ABOUT_EQUAL,
        says.format(now=percent(now[part_id]), wished=percent(wished[part_id])),
    )


def _of_module(module: Module | None, noise: Noise) -> list[Sign]:
    if module is None:
        return [
            Sign(
                None,
                "De module Voorkomen en herstellen telt pas mee als je haar kiest bij je meetronde "
                "en inlevert.",
            )
        ]
    return [_more_curative(module, noise), _left_lying(module)]


def _more_curative(module: Module, noise: Noise) -> Sign:
    scores = scale_scores(module.questionnaire, module.given)
    preventive, curative = (
        scores[each].value if each in scores else None for each in (_PREVENTIVE, _CURATIVE)
    )
    if preventive is None or curative is None:
        return Sign(None, "Voorkomen of herstellen heeft in de module te weinig antwoorden.")
    return Sign(
        curative - preventive > needed_change(noise),
        f"In de module staat herstellen op {one_decimal(curative)} en voorkomen op "
        f"{one_decimal(preventive)}; {_apart(curative - preventive, needed_change(noise))}.",
    )


def _apart(more: float, needed: float) -> str:
    if more <= 0:
        return "herstellen ligt niet hoger"
    if more <= needed:
        return f"dat verschil blijft binnen de meetonzekerheid ({two_decimals(needed)})"
    return f"dat verschil is groter dan de meetonzekerheid ({two_decimals(needed)})"


def _left_lying(module: Module) -> Sign:
    given = module.given.get(_LEFT_LYING)
    if type(given) is not int:
        return Sign(None, "Of je taken oppakt die blijven liggen, heb je niet op de schaal gezet.")
    word = module.questionnaire.words[given - 1]
    return Sign(given >= _OFTEN, f"Taken oppakken die blijven liggen: dat doe je {word}.")
