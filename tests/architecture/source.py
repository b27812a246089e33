"""The project's own source, for tests that read it: which files there are and what they say."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app.py"
STORE = ROOT / "ibreflect" / "store"
PAGES = tuple(path for path in sorted((ROOT / "pages").glob("*.py")) if path.stem != "__init__")


def python_files(*folders: str) -> list[Path]:
    """Every Python file in these folders of the project, sorted; there is at least one."""
    files = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    assert files, f"no Python file in {folders}"
    return files


def app_files() -> list[Path]:
    """Every Python file that runs in the app: app.py, ibreflect/ and pages/."""
    return [APP, *python_files("ibreflect", "pages")]


def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def line_count(path: Path) -> int:
    """Number of lines, empty ones and comments included."""
    return len(path.read_text(encoding="utf-8").splitlines())


def place(path: Path, node: ast.AST | None = None) -> str:
    """`folder/file.py` or `folder/file.py:12`, for a message."""
    name = path.relative_to(ROOT).as_posix()
    return f"{name}:{node.lineno}" if isinstance(node, ast.stmt | ast.expr) else name


class Text(NamedTuple):
    """A string constant and where it stands."""

    node: ast.Constant
    value: str


def texts(module: ast.Module) -> Iterator[Text]:
    """The string constants of a module that are no docstring, parts of f-strings included."""
    bare = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield Text(node, node.value)
