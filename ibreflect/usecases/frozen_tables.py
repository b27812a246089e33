"""Tables of figures as a share keeps them, and back: no number finer than people read it."""

import numpy as np
import pandas as pd

from ibreflect.measure.perspectives import rounded
from ibreflect.model.frozen import Cell, Table


def kept(frame: pd.DataFrame) -> Table:
    """The frame with its columns of fractions named, each with one decimal and NaN as None."""
    floats = tuple(str(name) for name in frame.columns if frame[name].dtype == np.float64)
    rows = tuple(
        tuple(_cell(each) for each in row) for row in frame.itertuples(index=False, name=None)
    )
    return Table(tuple(map(str, frame.columns)), floats, rows)


def frame(table: Table) -> pd.DataFrame:
    """The frame that was kept, with rows numbered from 0."""
    found = pd.DataFrame(list(table.rows), columns=list(table.columns))
    return found.astype(dict.fromkeys(table.floats, float))


def _cell(content: object) -> Cell:
    """What stands in one place as a plain value; a member of an enumeration as its word."""
    if content is None or (isinstance(content, float) and np.isnan(content)):
        return None
    if isinstance(content, str):
        return str.__str__(content)
    if isinstance(content, bool | np.bool_):
        return bool(content)
    if isinstance(content, int | np.integer):
        return int(content)
    if isinstance(content, float):
        return rounded(content)
    raise TypeError(f"a figure holds {type(content).__name__}")
