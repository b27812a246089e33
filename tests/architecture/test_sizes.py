"""Budgets: what fits on a screen can be read in one go."""

import ast
import math

from tests.architecture.source import (
    APP,
    PAGES,
    line_count,
    place,
    python_files,
    tree,
)

MOST_FILE_LINES = 250
MOST_PAGE_LINES = 80
MOST_APP_LINES = 39
MOST_FUNCTION_LINES = 25

NOT_ON_A_PAGE = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.Try,
    ast.TryStar,
)


def test_no_file_is_long() -> None:
    files = [APP, *python_files("ibreflect", "pages", "tests", "benchmarks", "docs")]
    long = {place(path): line_count(path) for path in files if line_count(path) > MOST_FILE_LINES}
    assert not long


def test_pages_are_short() -> None:
    assert PAGES
    long = {place(path): line_count(path) for path in PAGES if line_count(path) > MOST_PAGE_LINES}
    assert not long


def test_the_entry_is_short() -> None:
    assert line_count(APP) <= MOST_APP_LINES


def test_pages_hold_statements_only() -> None:
    offenders = [
        f"{place(path, node)} {type(node).__name__}"
        for path in PAGES
        for node in ast.walk(tree(path))
        if isinstance(node, NOT_ON_A_PAGE)
    ]
    assert not offenders


def test_nine_functions_in_ten_fit_in_the_eye() -> None:
    lengths = sorted(
        length for path in python_files("ibreflect") for length in _function_lengths(tree(path))
    )
    # The nearest-rank percentile: at least 90 % of the functions are this short.
    assert lengths[math.ceil(0.9 * len(lengths)) - 1] <= MOST_FUNCTION_LINES


def _function_lengths(module: ast.Module) -> list[int]:
    return [
        node.end_lineno - node.lineno + 1
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    ]
