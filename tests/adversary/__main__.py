"""Let the adversary loose: `python -m tests.adversary --organisations 10000 [--seed 1]`.

Generated schools first, then the order of texts, then the planted weaknesses. The same seed gives
the same schools. Ends with 1 when anything is learned, or when a planted weakness stays unseen.
"""

import multiprocessing
import sys
from collections import Counter
from collections.abc import Iterable
from functools import partial

import click

from tests.adversary import search, texts
from tests.adversary.attack import ATTENDANCE
from tests.adversary.organisation import organisation
from tests.adversary.planted import PLANTED
from tests.adversary.published import PRODUCT, Breach

_AT_ONCE = 20
_EXAMPLES = 3


@click.command()
@click.option("--organisations", default=10_000, show_default=True, help="How many schools.")
@click.option("--seed", default=1, show_default=True, help="Which schools.")
def main(organisations: int, seed: int) -> None:
    """Try to learn what one person answered, in generated schools and with planted weaknesses."""
    with multiprocessing.Pool() as pool:
        schools = pool.imap(partial(search.of_school, seed), range(organisations), _AT_ONCE)
        learned = [each for school in schools for each in school]
        weaknesses = pool.imap(partial(_searched, seed), range(len(PLANTED)))
        shown = [_tell(name, where) for name, where in weaknesses]
    _show(learned)
    rounds = {(number, each.where) for number, each in learned if each.attack == ATTENDANCE}
    click.echo(
        f"attendance: in {len(rounds)} of about {organisations * 4} rounds how groups go together "
        "tells that somebody of a small group answered, never what"
    )
    order = texts.order(PRODUCT, organisation(seed, 0)[0]._replace(asked=()), texts.ROUNDS)
    click.echo(f"order of texts over {texts.ROUNDS} rounds, in standard deviations: {_of(order)}")
    breaches = sum(each.attack != ATTENDANCE for _, each in learned) + order.tells
    click.echo(
        f"{organisations} organisations, {breaches} breaches, "
        f"{sum(shown)} of {len(PLANTED)} planted weaknesses found"
    )
    sys.exit(breaches > 0 or not all(shown))


def _searched(seed: int, place: int) -> tuple[str, str | None]:
    return PLANTED[place].name, search.found_by(PLANTED[place], seed)


def _tell(name: str, where: str | None) -> bool:
    click.echo(f"planted: {name}: {f'found by {where}' if where else 'NOT FOUND'}")
    return where is not None


def _show(learned: Iterable[tuple[int, Breach]]) -> None:
    """How often each attack learned something, with the first few."""
    shown: Counter[str] = Counter()
    for number, each in learned:
        shown[each.attack] += 1
        if shown[each.attack] <= _EXAMPLES:
            click.echo(f"{each.attack}: school {number}, {each.where}: {each.what}")
    for attack, many in shown.items():
        click.echo(f"{attack}: {many}")


def _of(order: texts.Order) -> str:
    return ", ".join(f"{name} {value:+.1f}" for name, value in order._asdict().items())


if __name__ == "__main__":
    main()
