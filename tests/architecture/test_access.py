"""That a forgotten question to the policy does not pass unnoticed: types, imports and casts."""

import ast
import pkgutil
import re
from pathlib import Path

import pytest
from mypy import api

from tests.architecture.source import PAGES, ROOT, STORE, app_files, place, python_files, tree

CHECKED = {"RoundId", "ResponseId"}
"""Ids that say by their type that somebody may work with what they are of."""

OPENING = {f"ibreflect.store.connection.{name}" for name in ("open_store", "our_store")}
"""The only functions of the store that a screen may call: they open it."""

USE_CASES = """
from uuid import UUID

from ibreflect.access import policy
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.store import answers, erasing, framing, rounds, voices
from ibreflect.store.connection import Store


def by_a_raw_id(store: Store, raw: UUID) -> None:
    framing.texts(store, raw)  # refused
    framing.keep_text(store, raw, "mijn-opdracht", "")  # refused
    voices.leader_remarks(store, raw)  # refused
    answers.newest(store, raw)  # refused
    rounds.close(store, raw)  # refused
    erasing.erase_round(store, raw)  # refused


def without_asking(store: Store, raw: UUID) -> None:
    found = rounds.find(store, raw)
    assert found is not None
    framing.texts(store, found.round_id)  # refused
    rounds.of_id(store, raw)  # refused
    subject: Round = found  # refused


def with_asking(store: Store, actor: Person, raw: UUID) -> None:
    subject = policy.opened(actor, rounds.find(store, raw))
    framing.texts(store, subject.round_id)
    answers.newest(store, subject.response_id)
    rounds.close(store, subject.round_id)
"""


def test_what_did_not_ask_the_policy_does_not_pass_mypy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = tmp_path / "use_cases.py"
    written.write_text(USE_CASES, encoding="utf-8")
    monkeypatch.chdir(ROOT)
    said, trouble, _ = api.run(
        [
            "--config-file=",
            f"--cache-dir={tmp_path / 'cache'}",
            "--follow-imports=silent",
            "--explicit-package-bases",
            "--no-site-packages",
            "--ignore-missing-imports",
            str(written),
        ]
    )
    refused = {int(line) for line in re.findall(r"use_cases\.py:(\d+): error", said)}
    lines = enumerate(USE_CASES.splitlines(), start=1)
    assert not trouble
    assert refused == {number for number, line in lines if line.endswith("# refused")}, said


def test_only_the_store_says_that_an_id_may_be_worked_with() -> None:
    elsewhere = [path for path in app_files() if STORE not in path.parents]
    assert not [place(path, node) for path in elsewhere for node in _casts(tree(path))]


def test_the_store_takes_no_id_of_a_round_that_nobody_checked() -> None:
    raw = {
        f"{path.stem}.{function.name}"
        for path in python_files("ibreflect/store")
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef)
        for name, kind in _parameters(function)
        if (name, kind) in {("round_id", "UUID"), ("response_id", "UUID")}
    }
    assert raw == {"rounds.find"}


def test_a_screen_knows_the_store_by_its_types_only() -> None:
    imported = [
        (place(path), name)
        for path in [*python_files("ibreflect/ui"), *PAGES]
        for name in _imported(tree(path))
        if name.startswith("ibreflect.store")
    ]
    assert imported
    assert not [each for each in imported if each[1] not in OPENING and not _is_type(each[1])]


def _casts(module: ast.Module) -> list[ast.Call]:
    calls = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    return [
        each
        for each in calls
        if ast.unparse(each.func).split(".")[-1] in CHECKED
        or (ast.unparse(each.func).split(".")[-1] == "cast" and _names(each) & CHECKED)
    ]


def _names(node: ast.AST) -> set[str]:
    return set(re.findall(r"\w+", ast.unparse(node)))


def _parameters(function: ast.FunctionDef) -> list[tuple[str, str]]:
    arguments = function.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return [(each.arg, ast.unparse(each.annotation)) for each in every if each.annotation]


def _imported(module: ast.Module) -> set[str]:
    """The dotted names of everything that is imported."""
    names = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        if isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{each.name}" for each in node.names}
    return names


def _is_type(name: str) -> bool:
    try:
        return isinstance(pkgutil.resolve_name(name), type)
    except ImportError:
        return False
