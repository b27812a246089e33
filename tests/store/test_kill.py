"""What was acknowledged survives the death of the process, at whatever moment it comes."""

import os
import random
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in, rounds
from tests.store import scans

KILLS = 200 if os.environ.get("IBREFLECT_THOROUGH") == "1" else 8
ITEMS = [f"LC{number}" for number in range(1, 9)]

_WRITER = """
import sys
from itertools import count
from pathlib import Path
from uuid import UUID
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in

store, actor, round_id = Store(Path(sys.argv[1])), Person(UUID(int=1), "Noor"), UUID(sys.argv[2])
print("ready", flush=True)
for turn in count():
    item_id, given = f"LC{turn % 8 + 1}", turn // 8 % 5 + 1
    kept = fill_in.save(store, actor, round_id, item_id=item_id, given=given)
    print(kept.answer_id, item_id, given, flush=True)
    if turn % 16 == 15 and sys.argv[3] == "hand in":
        print("handing in", flush=True)
        fill_in.hand_in(store, actor, round_id)
        print("handed in", flush=True)
        fill_in.reopen(store, actor, round_id)
        print("reopened", flush=True)
"""


def _killed(path: Path, round_id: UUID, task: str, lines: int) -> list[str]:
    """Everything the writer said, when it is killed at work after that many lines."""
    command = [sys.executable, "-c", _WRITER, str(path), str(round_id), task]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = [process.stdout.readline() for _ in range(lines + 1)]
        process.kill()
        said += process.stdout.readlines()
    return [line.rstrip("\n") for line in said[1:] if line.endswith("\n")]


@pytest.fixture
def round_id(path: Path, actor: Person) -> UUID:
    store = Store(path)
    begun = scans.begin(store, actor)
    store.close()
    return begun


def test_every_acknowledged_answer_survives(path: Path, actor: Person, round_id: UUID) -> None:
    acknowledged: dict[int, tuple[str, int]] = {}
    for _ in range(KILLS):
        for line in _killed(path, round_id, "answer", random.randrange(1, 60)):  # noqa: S311
            number, item_id, given = line.split()
            assert int(number) not in acknowledged
            acknowledged[int(number)] = item_id, int(given)
        store = Store(path)
        on_disk = {
            number: (item_id, given)
            for number, item_id, given in store.read("select answer_id, item_id, value from answer")
        }
        newest = fill_in.scan(store, actor, round_id).kept
        store.close()
        assert acknowledged.items() <= on_disk.items()
        # One answer can have reached the disk without its acknowledgement having been heard.
        assert len(on_disk.keys() - acknowledged.keys()) <= 1
        acknowledged = on_disk
        for item_id in {item_id for item_id, _ in on_disk.values()}:
            last = max(number for number in on_disk if on_disk[number][0] == item_id)
            assert newest[item_id] == (last, on_disk[last][1])


def test_handing_in_is_whole_or_absent(path: Path, actor: Person, round_id: UUID) -> None:
    for _ in range(KILLS):
        said = _killed(path, round_id, "hand in", random.randrange(14, 26))  # noqa: S311
        store = Store(path)
        scan = fill_in.scan(store, actor, round_id)
        numbers = [row[0] for row in store.read("select answer_id from answer")]
        if rounds.one(store, actor, round_id).handed_in:
            assert sorted(scan.kept) == ITEMS
            assert sorted(numbers) == sorted(kept.answer_id for kept in scan.kept.values())
            fill_in.reopen(store, actor, round_id)
        else:
            _require_all_since_the_last_thinning(said, numbers)
        store.close()


def _require_all_since_the_last_thinning(said: list[str], numbers: list[int]) -> None:
    """An open scan has every answer that was acknowledged after it was last handed in."""
    thinned = max((i for i, line in enumerate(said) if line == "handed in"), default=-1)
    answers = [line for line in said[thinned + 1 :] if line[0].isdigit()]
    assert {int(line.split()[0]) for line in answers} <= set(numbers)
