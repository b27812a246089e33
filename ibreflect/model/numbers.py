"""How numbers are written, the same in figures, tables and sentences."""

import decimal
import math
from functools import lru_cache

from babel.numbers import format_decimal

DASH = "–"


def one_decimal(value: float) -> str:
    """A score with one Dutch decimal: 3.25 becomes '3,3'; NaN becomes a dash."""
    return _written(value + 0.0, "0.0")


def two_decimals(value: float) -> str:
    """A number that is no score with two Dutch decimals, such as '0,74'; NaN becomes a dash."""
    return _written(value + 0.0, "0.00")


@lru_cache(maxsize=1024)  # one page writes the same few values hundreds of times
def _written(value: float, pattern: str) -> str:
    """A half is rounded up, as people and browsers do; 3.25 is common with four or eight items."""
    if math.isnan(value):
        return DASH
    with decimal.localcontext(rounding=decimal.ROUND_HALF_UP):
        return str(format_decimal(decimal.Decimal(value), format=pattern, locale="nl_NL"))
