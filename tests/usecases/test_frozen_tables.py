"""Tables of figures in a share: what goes in comes out."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.usecases import frozen_tables

ROWS = st.lists(
    st.tuples(
        st.one_of(st.just(np.nan), st.integers(10, 50).map(lambda tenths: tenths / 10)),
        st.one_of(st.none(), st.text(max_size=8)),
        st.integers(-(2**40), 2**40),
        st.booleans(),
    ),
    min_size=1,
)
COLUMNS = ["value", "reason", "n", "differs"]


@given(rows=ROWS)
def test_a_table_comes_back_as_it_was(rows: list[tuple[float, str | None, int, bool]]) -> None:
    frame = pd.DataFrame(rows, columns=COLUMNS).astype({"value": float})
    table = frozen_tables.kept(frame)
    again = frozen_tables.frame(table)
    pd.testing.assert_frame_equal(again, frame)
    assert frozen_tables.kept(again) == table


def test_a_number_has_one_decimal_and_a_missing_one_is_none() -> None:
    table = frozen_tables.kept(pd.DataFrame({"value": [3.0 + 2 / 3, np.nan, 2.25]}))
    assert table.rows == ((3.7,), (None,), (2.3,))
    assert table.floats == ("value",)


def test_what_no_figure_holds_is_refused() -> None:
    with pytest.raises(TypeError, match="date"):
        frozen_tables.kept(pd.DataFrame({"day": [date(2026, 11, 2)]}))
