"""The conclusion that stands above a figure, by rule: in words, never a mark, never a judgement."""

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from ibreflect.measure.dutch import in_words, listed, number_word, starting
from ibreflect.measure.growth import VERDICT_WORDS, Change, Noise, Verdict, in_total, needed_change
from ibreflect.measure.regions import overlap, overlap_shifts
from ibreflect.measure.scales import Score, with_value
from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.model.role import ROLE_NAMES, Region, Role, region_name

NEAR_A_WORD = 0.25
MOST_NAMED = 3
GROWTH_CLAUSES = {
    Verdict.MORE: f"zie je dit {VERDICT_WORDS[Verdict.MORE]}",
    Verdict.WITHIN_ERROR: f"blijft het verschil {VERDICT_WORDS[Verdict.WITHIN_ERROR]}",
    Verdict.LESS: f"zie je dit {VERDICT_WORDS[Verdict.LESS]}",
}
LESS_IS_NO_FAILURE = "Minder kan een bewuste keuze zijn."

WITHOUT_NUMBER: tuple[tuple[NonAnswer | None, str, str], ...] = (
    (NonAnswer.ELSEWHERE, "Bij een ander ligt", "Bij een ander liggen"),
    (NonAnswer.NOT_APPLICABLE, "Niet van toepassing is", "Niet van toepassing zijn"),
    (NonAnswer.CANNOT_JUDGE, "Niet te beoordelen is", "Niet te beoordelen zijn"),
    (None, "Nog open is", "Nog open zijn"),
)
"""Why a statement has no number, and how its sentence begins for one and for more statements."""


def word_for(value: float, words: Sequence[str]) -> str:
    """The scale word at this value (1 up to the number of words), or the two it lies between.

    A value more than 0.25 from the nearest point is worded 'tussen soms en regelmatig'.
    """
    nearest = round(value)
    if abs(value - nearest) <= NEAR_A_WORD:
        return words[nearest - 1]
    below = int(value)
    return f"tussen {words[below - 1]} en {words[below]}"


def about_roles(scores: Mapping[Role, Score], noise: Noise) -> str:
    """Which roles somebody sees in their own work most and least, as far as that exceeds the error.

    `scores` holds the roles of the questionnaire; of a role without a value it says why.
    """
    values = with_value(scores)
    ordered = sorted((role for role in Role if role in values), key=lambda role: -values[role])
    names = [f"als {ROLE_NAMES[role]}" for role in ordered]
    sentences = _compared(names, [values[role] for role in ordered], needed_change(noise))
    missing = {
        f"van jou als {ROLE_NAMES[role]}": scores[role]
        for role in Role
        if role in scores and role not in values
    }
    return " ".join([*sentences, *_without_value(missing)])


def about_overlap(regions: Mapping[Region, Score], words: Sequence[str]) -> str:
    """Where two or three roles meet most and least often, in the words of the answer scale.

    Says which regions rest on a single statement, and of a region without a value why.
    """
    meetings = overlap(regions)
    values = with_value(meetings)
    sentences = [_meeting(values, words)] if values else []
    single = _on_one_statement(meetings)
    if single:
        sentences.append(f"{single} rust dit op één stelling, en één stelling zegt weinig.")
    missing = {
        _at([region]): figures for region, figures in meetings.items() if region not in values
    }
    return " ".join([*sentences, *_without_value(missing)])


def about_scale(title: str, given: Mapping[str, Given | None], words: Sequence[str]) -> str:
    """How many statements of one domain lie at the two highest words, and which have no number.

    `given` maps the text of each statement to its answer, None when it is still open.
    """
    numbers = [answer for answer in given.values() if isinstance(answer, int)]
    sentences = [f"{title}: {_how_often(numbers, words)}."]
    for kind, one, more in WITHOUT_NUMBER:
        texts = [text for text, answer in given.items() if answer == kind]
        if texts:
            sentences.append(f"{one if len(texts) == 1 else more}: {_named(texts)}.")
    return " ".join(sentences)


def about_growth(title: str, changes: Sequence[Change], rounds: Sequence[str]) -> str:
    """What may be said of a line: since the previous round and, from three rounds, since the first.

    `rounds` are the names of the rounds that have a value, oldest first; `changes` the steps
    between them, so one fewer.
    """
    if not rounds:
        return f"{title}: er is nog geen meetronde met een waarde."
    if len(rounds) == 1:
        return (
            f"{title}: dit is je eerste meetronde ({rounds[0]}). Een tweede laat zien of er "
            "aantoonbaar meer of minder van te zien is, of dat het verschil "
            "binnen de meetonzekerheid blijft."
        )
    steps = [(f"de vorige meetronde ({rounds[-2]})", changes[-1].verdict)]
    if len(rounds) > 2:  # noqa: PLR2004 - with two rounds, the previous one is the first
        steps.append((f"de eerste ({rounds[0]})", in_total(changes).verdict))
    since = _since([(which, GROWTH_CLAUSES[verdict]) for which, verdict in steps])
    sentence = f"{title}: {'; '.join(since)}."
    if any(verdict is Verdict.LESS for _, verdict in steps):
        return f"{sentence} {LESS_IS_NO_FAILURE}"
    return sentence


def about_overlap_growth(
    rounds: Sequence[str], regions: Sequence[Mapping[Region, Score]], noise: Noise
) -> str:
    """Where roles meet demonstrably more or less since the previous and since the first round.

    `regions` holds the region scores of each of the `rounds`, oldest first. A region that rests on
    one statement gets no verdict: the assumptions in `noise` are about whole scales.
    """
    if not rounds:
        return "Er is nog geen meetronde met een waarde."
    if len(rounds) == 1:
        return (
            f"Dit is je eerste meetronde ({rounds[0]}). Een tweede laat zien of je rollen "
            "op andere plekken samenkomen."
        )
    *_, before, now = regions
    since = [(f"de vorige meetronde ({rounds[-2]})", overlap_shifts(before, now, noise))]
    if len(rounds) > 2:  # noqa: PLR2004 - with two rounds, the previous one is the first
        since.append((f"de eerste ({rounds[0]})", overlap_shifts(regions[0], now, noise)))
    clauses = _since([(which, _shift_clause(shifts)) for which, shifts in since])
    sentences = [f"{starting('; '.join(clauses))}."]
    if any(Verdict.LESS in shifts for _, shifts in since):
        sentences.append(LESS_IS_NO_FAILURE)
    single = _on_one_statement(overlap(now))
    if single:
        sentences.append(f"{single} rust het op één stelling: te weinig om van groei te spreken.")
    return " ".join(sentences)


def _at(regions: Sequence[Region]) -> str:
    return listed([f"bij {region_name(region)}" for region in regions])


def _on_one_statement(regions: Mapping[Region, Score]) -> str:
    """'Bij …' for the regions whose value is one answer; empty when there are none."""
    single = [region for region in with_value(regions) if regions[region].n == 1]
    return starting(_at(single)) if single else ""


def _without_value(scores: Mapping[str, Score]) -> list[str]:
    """One sentence per reason; the keys say what has no value, with their preposition."""
    of_reason: dict[str, list[str]] = {}
    for name, figures in scores.items():
        of_reason.setdefault(in_words(figures.reason or ""), []).append(name)
    return [f"Er is geen beeld {listed(names)}: {reason}." for reason, names in of_reason.items()]


def _compared(names: Sequence[str], values: Sequence[float], needed: float) -> list[str]:
    """`names` ('als trendanalist') and their `values`, highest first."""
    if not names:
        return []
    if len(names) == 1:
        return [f"Er is alleen een beeld van jou {names[0]}; vergelijken kan pas bij meer rollen."]
    if values[0] - values[-1] <= needed:
        evenly = f"{starting(listed(sorted(names)))} zie je jezelf ongeveer even vaak"
        return [f"{evenly}; wat verschilt, blijft binnen de meetonzekerheid."]
    apart = [high - low > needed for high, low in pairwise(values)]
    return [
        f"Je ziet jezelf {_most_and_least(names, apart)}.",
        "Wat past, hangt af van je opdracht.",
    ]


def _most_and_least(names: Sequence[str], apart: Sequence[bool]) -> str:
    """`apart` says of each name and the next whether they differ by more than the error."""
    first, *between, last = names
    if not between:
        return f"vaker {first} dan {last}"
    if all(apart):
        return f"het vaakst {first} en het minst vaak {last}; daartussen zie je jezelf {between[0]}"
    if apart[0]:
        return f"het vaakst {first}; {between[0]} en {last} ongeveer even vaak"
    if apart[1]:
        return f"het minst vaak {last}; {first} en {between[0]} ongeveer even vaak"
    return (
        f"vaker {first} dan {last}; hoe vaak je jezelf {between[0]} ziet, "
        "verschilt van geen van beide aantoonbaar"
    )


def _meeting(values: Mapping[Region, float], words: Sequence[str]) -> str:
    most, least = max(values.values()), min(values.values())
    word_most, word_least = word_for(most, words), word_for(least, words)
    if word_most == word_least:
        evenly = " ongeveer even vaak" if len(values) > 1 else ""
        return f"{starting(_at(list(values)))} komen je rollen{evenly} samen: {word_most}."
    at_most = _at([region for region, value in values.items() if value == most])
    at_least = _at([region for region, value in values.items() if value == least])
    return (
        f"Je rollen komen het vaakst samen {at_most} ({word_most}) "
        f"en het minst vaak {at_least} ({word_least})."
    )


def _how_often(numbers: Sequence[int], words: Sequence[str]) -> str:
    if not numbers:
        return "geen van de stellingen is op de schaal ingevuld"
    if len(numbers) == 1:
        return f"de enige stelling die op de schaal is ingevuld, staat op {words[numbers[0] - 1]}"
    high = sum(number >= len(words) - 1 for number in numbers)
    often = f"op {words[-2]} of {words[-1]}"
    total = number_word(len(numbers))
    if high == len(numbers):
        return f"alle {total} ingevulde stellingen staan {often}"
    count = number_word(high) if high else "geen"
    return (
        f"{count} van de {total} ingevulde stellingen {'staat' if high <= 1 else 'staan'} {often}"
    )


def _named(texts: Sequence[str]) -> str:
    quoted = [f"“{text.rstrip('.')}”" for text in texts[:MOST_NAMED]]
    more = len(texts) - MOST_NAMED
    return listed([*quoted, f"nog {number_word(more)}"] if more > 0 else quoted)


def _since(steps: Sequence[tuple[str, str]]) -> list[str]:
    """'sinds …' with what is said of it; what is said twice in a row is said once."""
    return [
        f"{listed([f'sinds {which}' for which, _ in same])} {said}"
        for said, same in groupby(steps, key=itemgetter(1))
    ]


def _shift_clause(shifts: Mapping[Verdict, Sequence[Region]]) -> str:
    if not shifts:
        return "valt er nog niets te vergelijken"
    moved = [
        f"{VERDICT_WORDS[verdict]} {_at(shifts[verdict])}"
        for verdict in (Verdict.MORE, Verdict.LESS)
        if verdict in shifts
    ]
    if not moved:
        return "blijven de verschillen in de overlap binnen de meetonzekerheid"
    return f"komen je rollen {listed(moved)} samen"
