"""What somebody learns who holds the database file and every link that was made."""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.access.links import link
from ibreflect.errors import NotAllowedError
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.store.opening import open_alone
from ibreflect.usecases import answering, rounds
from tests.store import rounds_with_others as others

_LINKS = "select token_hash from invitation where rater_group = 'leraar'"
_RESPONSES = "select response_id from response where perspective = 'leraar'"
_NUMBERS = "select answer_id, response_id from answer where value is not null order by answer_id"


@pytest.fixture
def round_id(store: Store, actor: Person) -> UUID:
    return others.begin(store, actor, "rolhelderheid")


@pytest.fixture
def team(store: Store, actor: Person, round_id: UUID) -> tuple[str, ...]:
    """Links of eight people who answer, each with a number of answers of their own."""
    tokens = others.ask_team(store, actor, round_id, 8)
    for number, token in enumerate(tokens):
        others.answer(store, token, {f"MR{item}": number % 5 + 1 for item in range(1, 4)})
    return tokens


def _hand_in(store: Store, tokens: Sequence[str]) -> tuple[str, ...]:
    """Everybody hands in, in an order that is returned."""
    order = tuple(random.sample(tokens, len(tokens)))
    for token in order:
        others.hand_in(store, token)
    return order


def test_links_stay_in_the_order_in_which_they_were_made(
    store: Store, team: tuple[str, ...]
) -> None:
    _hand_in(store, team)
    lying = [row[0] for row in store.read(_LINKS)]
    assert lying == [link(token).digest for token in team]


def test_responses_lie_in_the_order_of_their_random_ids(
    store: Store, team: tuple[str, ...]
) -> None:
    for token in _hand_in(store, team[:7]):
        assert others.state(store, token) is answering.State.HANDED_IN
        lying = [row[0] for row in store.read(_RESPONSES)]
        assert lying == sorted(lying)
    numbered = [response_id for _, response_id in store.read(_NUMBERS)]
    assert numbered == sorted(numbered)
    others.hand_in(store, team[7])
    assert len(store.read(_NUMBERS)) == 24  # 8 people, 3 answers each


def test_nothing_beside_the_file_tells_the_order(store: Store, team: tuple[str, ...]) -> None:
    """The log of changes has the link that was used next to the answers that were added."""
    log = Path(f"{store.path}.wal")
    assert link(team[0]).draft_id.encode() in log.read_bytes()
    for token in _hand_in(store, team):
        known = link(token).digest.encode()
        assert not log.exists() or known not in log.read_bytes()


def test_the_file_opens_no_draft_without_its_link(store: Store, team: tuple[str, ...]) -> None:
    store.close()
    holds = store.path.read_bytes()
    log = Path(f"{store.path}.wal")
    holds += log.read_bytes() if log.exists() else b""
    for token in team:
        assert link(token).draft_id.encode() in holds
        assert token.encode() not in holds
        assert link(token).key not in holds
    assert b"MR1" not in _sealed_of(store.path)


def test_two_copies_of_the_file_tell_who_handed_in_between_them(
    store: Store, team: tuple[str, ...], tmp_path: Path
) -> None:
    """What is not achieved: a copy of before and one of after, with one person in between."""
    others.hand_in(store, team[0])
    before = _snapshot(store, tmp_path / "before.duckdb")
    others.hand_in(store, team[3])
    after = _snapshot(store, tmp_path / "after.duckdb")
    assert after["used"] - before["used"] == {link(team[3]).digest}
    assert len(after["responses"] - before["responses"]) == 1


def test_somebody_who_answers_while_the_round_is_erased_leaves_nothing(
    store: Store, actor: Person, round_id: UUID, team: tuple[str, ...]
) -> None:
    here = others.visit(store, team[0])
    rounds.erase(store, actor, round_id)
    with pytest.raises(NotAllowedError):
        answering.save(store, here, item_id="MR1", given=2, today=others.TODAY)
    with pytest.raises(NotAllowedError):
        others.hand_in(store, team[0])
    assert others.state(store, team[0]) is answering.State.UNKNOWN
    for table in ("draft", "response", "answer", "invitation", "invitee", "asking"):
        assert store.read("select * from query_table($1)", table) == []


_ANSWERER = """
import sys
from datetime import date
from pathlib import Path
from ibreflect.store.connection import Store
from ibreflect.usecases import answering

store, today = Store(Path(sys.argv[1])), date.fromisoformat(sys.argv[2])
print("ready", flush=True)
for token in sys.argv[3:]:
    here = answering.visit(store, token, today=today)
    for number in range(1, 9):
        answering.save(store, here, item_id=f"MR{number}", given=number % 5 + 1, today=today)
        print("saved", token, f"MR{number}", flush=True)
    answering.hand_in(store, token, today=today)
    print("handed", token, "in", flush=True)
"""


def test_a_kill_at_any_moment_loses_nothing_and_hands_nothing_in_twice(
    store: Store, actor: Person, round_id: UUID
) -> None:
    tokens = others.ask_team(store, actor, round_id, 6)
    store.close()
    for lines in range(3, 30, 5):
        left, said = _killed(store.path, tokens, lines)
        opened = Store(store.path)
        try:
            _require_kept(opened, tokens, said)
            tokens = tuple(t for t in left if others.state(opened, t) is answering.State.OPEN)
        finally:
            opened.close()


def _killed(path: Path, tokens: Sequence[str], lines: int) -> tuple[Sequence[str], list[list[str]]]:
    command = [sys.executable, "-c", _ANSWERER, str(path), others.TODAY.isoformat(), *tokens]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = [process.stdout.readline() for _ in range(lines + 1)]
        process.kill()
        said += process.stdout.readlines()
    return tokens, [line.split() for line in said[1:] if line.endswith("\n")]


def _require_kept(store: Store, tokens: Sequence[str], said: Sequence[Sequence[str]]) -> None:
    used = store.read("select count(*) from invitation where state = 'handed_in'")
    assert used == store.read("select count(*) from response where perspective = 'leraar'")
    for what, token, item_id in said:
        now = others.state(store, token)
        if what == "handed":
            assert now is answering.State.HANDED_IN
        elif now is answering.State.OPEN:
            assert item_id in others.visit(store, token).sheet.kept
    (everybody,) = [store.read("select count(*) from answer where item_id like 'MR%'")[0][0]]
    assert everybody == 8 * used[0][0], "who handed in gave eight answers"
    assert tokens


def _snapshot(store: Store, target: Path) -> dict[str, set[object]]:
    shutil.copyfile(store.path, target)
    with open_alone(target, read_only=True) as copy:
        used = copy.run("select token_hash from invitation where state = 'handed_in'")
        responses = copy.run(_RESPONSES)
    return {"used": {row[0] for row in used}, "responses": {row[0] for row in responses}}


def _sealed_of(path: Path) -> bytes:
    with open_alone(path) as database:
        return b"".join(bytes(row[0]) for row in database.run("select sealed from draft"))


def test_the_team_is_told_apart_by_no_column(store: Store, team: tuple[str, ...]) -> None:
    _hand_in(store, team)
    rows = store.read("select * from response where perspective = 'leraar'")
    assert {row[1:] for row in rows} == {(rows[0][1], RaterGroup.TEACHER.value, True)}
    assert json.dumps([str(row[0]) for row in rows]).count("-4") >= 8  # version 4: random
