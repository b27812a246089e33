"""All attacks on all that is published of one school."""

from collections.abc import Iterator

from tests.adversary import intervals, multisets, participation, rank, texts
from tests.adversary.organisation import Taking
from tests.adversary.published import TOOK_PART, Breach, Maker, Seen, rows, told, worded

ATTENDANCE = "attendance"
"""What follows from the public rule by which groups go together, not from any figure.

With few people invited it can tell that somebody of a small group answered, never what. No rule
that shows groups apart when it may can avoid that altogether, so it is counted and kept rare.
"""


def breaches(maker: Maker, takings: tuple[Taking, ...]) -> Iterator[Breach]:
    """Everything learned from what a maker publishes of the rounds of a school; at best nothing.

    Facts about different rounds are different facts, about whomever: so no row is about two rounds,
    and what holds for each round apart holds for all of them and for all readers together.
    """
    for taking in takings:
        seen = maker.publish(taking)
        yield from _of_round(maker, taking, seen)


def prefixes(maker: Maker, taking: Taking) -> Iterator[Breach]:
    """What is learned when asking ends after any number of responses; of each end on its own."""
    for end in range(len(taking.responses)):
        yield from breaches(maker, (taking._replace(responses=taking.responses[:end]),))


def _of_round(maker: Maker, taking: Taking, seen: tuple[Seen, ...]) -> Iterator[Breach]:
    for about, people in rank.worked_out(row for each in seen for row in rows(taking, each)):
        attack = "participation" if about == worded(("", TOOK_PART)) else "rank"
        yield Breach(attack, taking.key, f"{about}: {', '.join(who.name for who in people)}")
    yield from _of_figures(maker, taking, seen)
    for each in seen:
        for group, number in participation.told(maker, taking, each):
            yield Breach(ATTENDANCE, taking.key, f"{number} of {group.value} took part")
        for what in texts.told(each):
            yield Breach("texts", taking.key, what)


def _of_figures(maker: Maker, taking: Taking, seen: tuple[Seen, ...]) -> Iterator[Breach]:
    figures = [figure for each in seen for figure in told(taking, each)]
    for figure, together in intervals.known(figures):
        yield Breach("intervals", taking.key, f"{together} of {len(figure.givers)}: {figure.heard}")
    for figure in multisets.alike(figures, maker.say):
        yield Breach("multisets", taking.key, f"all of {len(figure.people)}: {figure.heard}")
