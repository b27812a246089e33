"""What looks like SQL in Python, and what looks like SQL put together from parts."""

import ast
import re
from collections.abc import Iterable, Iterator

from tests.architecture.source import Text, texts

_STATEMENT = re.compile(
    r"""\s*(
        select\b.*\bfrom\b | insert\s+into\b | update\b.*\bset\b | delete\s+from\b
      | with\b.*\bselect\b | (create|alter|drop)\s+(table|index|sequence|view|schema)\b
      | pragma\b | checkpoint\b
    )""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
# A part of a statement, in the lower case that the store writes SQL in.
_PART = re.compile(
    r"\s*(select|insert into|update|delete from|with|create|alter|drop|values|from|where|and|or"
    r"|order by|group by|having|limit|returning|on conflict|join|left join|union)\b"
)
_ASSEMBLING = {"format", "format_map", "join", "replace", "removesuffix", "removeprefix"}


def statements(module: ast.Module) -> Iterator[Text]:
    """The string constants that begin as an SQL statement does."""
    return (text for text in texts(module) if _STATEMENT.match(text.value))


def assembled(module: ast.Module) -> Iterator[ast.expr]:
    """Expressions that put SQL together: an f-string, `+`, `%`, or a method such as format.

    Adding two fixed texts of the module (`_ROUND + " where …"`) is no risk: nothing comes in.
    """
    constants = _names_of_sql(module.body)
    names = _names_of_sql(ast.walk(module))
    for node in ast.walk(module):
        if not isinstance(node, ast.expr) or _is_fixed(node, constants):
            continue
        if any(_is_sql(part, names) for part in _parts(node)):
            yield node


def _parts(node: ast.expr) -> list[ast.expr]:
    """What an expression puts together; nothing when it puts no text together."""
    match node:
        case ast.JoinedStr(values=values):
            filled = [part.value for part in values if isinstance(part, ast.FormattedValue)]
            return [*values, *filled] if filled else []
        case ast.BinOp(left=left, right=right, op=ast.Add() | ast.Mod()):
            return [left, right]
        case ast.Call(func=ast.Attribute(value=text, attr=method), args=arguments):
            return [text, *_items(arguments)] if method in _ASSEMBLING else []
    return []


def _items(arguments: list[ast.expr]) -> list[ast.expr]:
    """The arguments, and what stands in those that are lists or tuples."""
    inner = [a.elts for a in arguments if isinstance(a, ast.List | ast.Tuple)]
    return [*arguments, *(item for items in inner for item in items)]


def _is_fixed(node: ast.expr, names: set[str]) -> bool:
    """Whether an expression is one text, whatever happens: literals and SQL names, added up."""
    match node:
        case ast.Constant(value=str()):
            return True
        case ast.Name(id=name):
            return name in names
        case ast.BinOp(left=left, right=right, op=ast.Add()):
            return _is_fixed(left, names) and _is_fixed(right, names)
    return False


def _is_sql(node: ast.expr, names: set[str]) -> bool:
    match node:
        case ast.Constant(value=str() as text):
            return bool(_PART.match(text) or _STATEMENT.match(text))
        case ast.Name(id=name):
            return name in names
        case ast.BinOp(left=left, op=ast.Add()):
            return _is_sql(left, names)
    return False


def _names_of_sql(nodes: Iterable[ast.AST]) -> set[str]:
    """Names that these statements give to an SQL text, as in `_LATEST = "select …"`."""
    names: set[str] = set()
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                if _is_fixed(value, names) and _is_sql(value, names):
                    names.add(name)
    return names
