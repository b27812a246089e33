"""What is where: rules that import-linter cannot say."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

from ibreflect.ui.screens import SCREENS
from tests.architecture import sql
from tests.architecture.source import (
    PAGES,
    ROOT,
    STORE,
    app_files,
    place,
    python_files,
    tree,
)

SESSION = ROOT / "ibreflect" / "ui" / "session.py"


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = grimp.build_graph("ibreflect", "pages", cache_dir=None)
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    assert len(imports) > 1
    # Raises CycleError, which names the circle.
    TopologicalSorter(imports).prepare()


def test_sql_lives_in_the_store_only() -> None:
    elsewhere = [path for path in app_files() if STORE not in path.parents]
    assert not [place(path, text.node) for path in elsewhere for text in sql.statements(tree(path))]


def test_the_store_writes_its_sql_out() -> None:
    files = python_files("ibreflect/store")
    assert not [place(path, node) for path in files for node in sql.assembled(tree(path))]


@pytest.mark.parametrize(
    "text",
    [
        "f'select name from {table}'",
        "'select name from ' + table",
        "'delete from person where name = %s' % name",
        "'update {} set name = 1'.format(table)",
        "' '.join(['select name', table])",
        "_LATEST = 'select name from person'\nquery = _LATEST + clause",
        "_LATEST = 'select name from person'\nquery = f'{_LATEST} limit {count}'",
        "def run(clause):\n    query = 'select name from person'\n    return query + clause",
        "f'''\n  where name = '{name}' '''",
    ],
)
def test_assembled_sql_is_seen(text: str) -> None:
    assert list(sql.assembled(ast.parse(text)))


@pytest.mark.parametrize(
    "text",
    [
        "query = 'select name from person where person_id = $1'",
        "_ALL = 'select name from person'\n_ONE = _ALL + ' where person_id = $1'",
        "raise StoreError(f'De database {path} is al in gebruik.')",
        '\'"""Select the rounds from the store."""\'',
        "total = count + 1",
    ],
)
def test_plain_sql_and_plain_sentences_are_left_alone(text: str) -> None:
    assert not list(sql.assembled(ast.parse(text)))


def test_every_page_is_in_the_navigation_and_every_entry_is_a_page() -> None:
    assert PAGES
    assert {Path(screen.path) for screen in SCREENS} == set(PAGES)


def test_every_page_begins_with_its_guard() -> None:
    assert PAGES
    assert not [place(path) for path in PAGES if not _begins_with_guard(tree(path))]


def test_the_session_state_has_one_keeper() -> None:
    others = [path for path in app_files() if path != SESSION]
    assert not [place(p) for p in others if "session_state" in p.read_text(encoding="utf-8")]


def _begins_with_guard(page: ast.Module) -> bool:
    """Whether the first statement after docstring and imports is `guard.…()`, assigned or not."""
    steps = [node for node in page.body if not _is_preamble(node)]
    match steps:
        case [
            ast.Assign(value=ast.Call(func=ast.Attribute(value=ast.Name(id="guard"))))
            | ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id="guard")))),
            *_,
        ]:
            return True
    return False


def _is_preamble(node: ast.stmt) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return True
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
