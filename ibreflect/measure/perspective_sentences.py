"""What is said above the figures in which the ib'er and others stand beside each other.

A difference is a 'verschil in beeld', in either direction. No sentence says who is right.
"""

from collections.abc import Mapping, Sequence

from ibreflect.measure.dutch import listed, starting
from ibreflect.measure.growth import Noise, Verdict
from ibreflect.measure.perspectives import Pair
from ibreflect.measure.quadrants import Quadrant
from ibreflect.measure.raters import Voiced, difference, differs
from ibreflect.model.role import ROLE_NAMES, Role
from ibreflect.model.voice import MARK_WORDS, Mark

_NEUTER = (Mark.BOARD, Mark.TEAM)
_PLURAL = (Mark.TEACHERS, Mark.COLLEAGUES, Mark.PARENTS, Mark.REST)


def the(mark: Mark) -> str:
    """A perspective with its article: 'de leraren', 'het bestuur'."""
    return f"{'het' if mark in _NEUTER else 'de'} {MARK_WORDS[mark]}"


def about_glance(pairs: Mapping[str, Mapping[Mark, Pair]], noise: Noise) -> str:
    """On which scales and with whom the ib'er differs by more than the error.

    `pairs` maps the title of each scale to the other perspectives that can be compared on it.
    """
    compared = list(dict.fromkeys(mark for found in pairs.values() for mark in found))
    if not compared:
        return "Er valt nog niets naast elkaar te leggen."
    verdicts = {
        title: {mark: difference(*pair, noise) for mark, pair in found.items()}
        for title, found in pairs.items()
    }
    clauses = {title: _who_differs(title, found) for title, found in verdicts.items()}
    differing = [title for title, clause in clauses.items() if clause]
    if not differing:
        whose = listed([the(mark) for mark in compared])
        return f"Jouw beeld en dat van {whose} verschillen niet meer dan de meetonzekerheid."
    sentences = [
        f"Er is verschil in beeld bij {listed(differing)}.",
        *filter(None, clauses.values()),
    ]
    if any(Verdict.WITHIN_ERROR in found.values() for found in verdicts.values()):
        sentences.append("Verder blijven de verschillen binnen de meetonzekerheid.")
    return " ".join(sentences)


def about_quadrants(other: Mark, places: Mapping[Quadrant, Sequence[str]]) -> str:
    """Which scales lie in which quadrant beside another perspective.

    `places` has the titles of the scales in each quadrant, with at least one title in all.
    """
    found = [
        f"{each.value} bij {listed(titles)}"
        for each, titles in places.items()
        if titles and each is not Quadrant.NEUTRAL
    ]
    neutral = places.get(Quadrant.NEUTRAL, ())
    if neutral:
        found.append(f"{listed(neutral)} {'is' if len(neutral) == 1 else 'zijn'} niet ingedeeld")
    return f"Jij en {the(other)}: {'; '.join(found)}."


def about_views(roles: Mapping[Mark, Mapping[Role, Voiced]], noise: Noise) -> str:
    """Which role each perspective sees most and least, as far as that exceeds the error.

    `roles` maps each perspective, the ib'er first, to the roles of which it has a value.
    """
    of_clause: dict[tuple[str, bool], list[Mark]] = {}
    for mark, values in roles.items():
        if len(values) > 1:
            clause = _most_and_least(values, noise)
            of_clause.setdefault((clause, mark is Mark.SELF), []).append(mark)
    sentences = [
        f"{starting(_see(marks))} {clause}." for (clause, _), marks in of_clause.items() if clause
    ]
    alike = [_by(mark) for (clause, _), marks in of_clause.items() for mark in marks if not clause]
    if alike:
        sentences.append(
            f"Bij {listed(alike)} blijven de verschillen tussen de rollen "
            "binnen de meetonzekerheid."
        )
    return " ".join(sentences) or "Er is nog te weinig om rollen te vergelijken."


def _who_differs(title: str, verdicts: Mapping[Mark, Verdict]) -> str:
    """'Bij A ligt jouw beeld hoger dan dat van de leraren.'; empty when nobody differs."""
    of_side = {
        side: listed([the(mark) for mark, found in verdicts.items() if found is side])
        for side in (Verdict.MORE, Verdict.LESS)
        if side in verdicts.values()
    }
    clauses = []
    if Verdict.MORE in of_side:
        clauses.append(f"ligt jouw beeld hoger dan dat van {of_side[Verdict.MORE]}")
    if Verdict.LESS in of_side:
        clauses.append(f"ligt het beeld van {of_side[Verdict.LESS]} hoger dan dat van jou")
    return f"Bij {title} {listed(clauses)}." if clauses else ""


def _most_and_least(values: Mapping[Role, Voiced], noise: Noise) -> str:
    most = max(values, key=lambda role: values[role].value)
    least = min(values, key=lambda role: values[role].value)
    if not differs(values[most], values[least], noise):
        return ""
    return f"vaker als {ROLE_NAMES[most]} dan als {ROLE_NAMES[least]}"


def _see(marks: Sequence[Mark]) -> str:
    """'je ziet jezelf', 'de schoolleider en de leraren zien je'."""
    if Mark.SELF in marks:
        return "je ziet jezelf"
    several = len(marks) > 1 or marks[0] in _PLURAL
    return f"{listed([the(mark) for mark in marks])} {'zien' if several else 'ziet'} je"


def _by(mark: Mark) -> str:
    return "jou" if mark is Mark.SELF else the(mark)
