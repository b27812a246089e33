"""What may be said of goals beside the roles over time: what is known, never what caused what."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ibreflect.measure.dutch import listed, number_word, starting
from ibreflect.measure.growth import VERDICT_WORDS, Verdict
from ibreflect.measure.sentences import LESS_IS_NO_FAILURE
from ibreflect.model.goal import OUTCOME_WORDS, Outcome
from ibreflect.model.role import ROLE_NAMES, Role

_NO_CAUSE = "Wat hier naast elkaar staat, gebeurde in dezelfde tijd; of het een door het ander kwam"
_NO_CHANGE = "dat is geen verandering"


def about_goals(outcomes: Sequence[Outcome | None]) -> str:
    """How many goals are open, and how those that were looked back on went; None is open."""
    looked_back = [each for each in outcomes if each is not None]
    is_open = len(outcomes) - len(looked_back)
    parts = []
    if is_open:
        parts.append(f"je werkt aan {_goals(is_open)}")
    if looked_back:
        counts = Counter(looked_back)
        went = listed([_went(each, counts[each]) for each in Outcome if counts[each]])
        parts.append(f"je keek op {_goals(len(looked_back))} terug: {went}")
    return f"{starting(' en '.join(parts))}." if parts else "Er is nog geen doel."


def about_roles_meanwhile(changes: Mapping[Role, Verdict], rounds: Sequence[str]) -> str:
    """How the roles went over the same time.

    `changes` are those from the first to the last of the `rounds` (their names, oldest first), of
    the roles that have a value in two rounds at least.
    """
    if not rounds:
        return "Lever je een scan in, dan staan ook je rollen in dit plaatje."
    if not changes:
        return (
            "Je rollen staan er nog maar één keer bij; pas met een tweede meetronde is te zeggen "
            "of er iets verandert."
        )
    clauses = [
        _clause(verdict, roles)
        for verdict in (Verdict.MORE, Verdict.LESS, Verdict.WITHIN_ERROR)
        if (roles := [role for role in Role if changes.get(role) is verdict])
    ]
    sentences = [
        f"Sinds je eerste meetronde ({rounds[0]}) {listed(clauses)}.",
        f"{_NO_CAUSE}, zegt het plaatje niet.",
    ]
    if Verdict.LESS in changes.values():
        sentences.insert(1, LESS_IS_NO_FAILURE)
    return " ".join(sentences)


def _goals(count: int) -> str:
    return f"{number_word(count)} {'doel' if count == 1 else 'doelen'}"


def _went(outcome: Outcome, count: int) -> str:
    word = "veranderd" if outcome is Outcome.CHANGED else OUTCOME_WORDS[outcome]
    return f"{number_word(count)} {word}"


def _clause(verdict: Verdict, roles: Sequence[Role]) -> str:
    named = listed([ROLE_NAMES[role] for role in roles])
    if verdict is Verdict.WITHIN_ERROR:
        return f"blijft het verschil bij {named} {VERDICT_WORDS[verdict]} ({_NO_CHANGE})"
    return f"zie je bij {named} {VERDICT_WORDS[verdict]}"
