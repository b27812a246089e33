"""What a share shows: nothing but what the ib'er's own pages show, of the chosen parts only."""

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property
from uuid import uuid4

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibreflect.measure.growth import Noise
from ibreflect.measure.perspectives import rounded
from ibreflect.model.frozen import Drawing, Frozen, FrozenFigure
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.model.sharing import Part
from ibreflect.model.voice import MARK_WORDS, Mark
from ibreflect.store import memberships, people
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    framing,
    freezing,
    shared,
    sharing,
    view_mirror,
    view_picture,
    view_time,
)
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases import shared_rounds
from tests.usecases.organisation import NOW, WILG, organisation

CORE = scans.instrument().questionnaire
STATEMENTS = {item.self_text for item in CORE.items}
# Of each part something that is in no other.
ONLY_IN = {
    Part.ASSIGNMENT: [shared_rounds.TEXT],
    Part.OVERLAP: ["leercoördinator én trendanalist"],
    Part.ITEMS: sorted(STATEMENTS),
    Part.OTHERS: ["leraren (6)", "Leraren (6)"],
    Part.COMMENTS: list(shared_rounds.REMARKS),
    Part.TIME: ["Preventief", "37\u00a0%"],
}

SOME_PARTS = st.sets(st.sampled_from(Part), min_size=1)
FEW = settings(max_examples=8)


class Shared:
    """A round with something of every part, and who is there."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.people = organisation(store)
        self.round_id = shared_rounds.full(store, self.people.an)

    @cached_property
    def own_pages(self) -> set[object]:
        """All that An's own pages show of this round: texts, and numbers with one decimal."""
        store, an, round_id = self.store, self.people.an, self.round_id
        asked = view_mirror.of_round(store, an, round_id, today=NOW.date()).questionnaires
        return _leaves(
            (
                view_picture.my_picture(store, an, round_id, Noise()),
                [view_mirror.part(store, an, round_id, each, Noise()) for each in asked],
                view_mirror.written(store, an, round_id),
                view_time.picture(store, an, round_id, Noise()).divisions,
                framing.of_round(store, an, round_id).texts,
            )
        )

    def seen(self, reader: Person, parts: Iterable[Part]) -> Frozen:
        """What the reader gets to see when these parts are shared."""
        an = self.people.an
        share_id = shared_rounds.share(self.store, an, self.round_id, reader, *parts)
        return shared.read(self.store, reader, share_id, now=NOW).frozen


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    store = Store(tmp_path_factory.mktemp("shared") / "ibreflect.duckdb")
    yield Shared(store)
    store.close()


def test_everything_can_be_shared(full: Shared) -> None:
    offered = sharing.offered(
        full.store, full.people.an, full.round_id, full.people.leader.person_id, now=NOW
    )
    assert offered == tuple(Part)


@FEW
@given(parts=SOME_PARTS, reads=st.sampled_from(["leader", "coach"]))
def test_of_a_part_that_was_not_chosen_nothing_is_there(
    full: Shared, parts: set[Part], reads: str
) -> None:
    reader: Person = getattr(full.people, reads)
    frozen = full.seen(reader, parts)
    text = freezing.written(frozen)
    for part, marks in ONLY_IN.items():
        found = [mark for mark in marks if mark in text]
        assert found == (marks if part in parts else [])
    assert shared_rounds.NOTE not in text
    assert [each.part for each in frozen.parts] == [part for part in Part if part in parts]
    own = [each for part in frozen.parts for each in part.figures if each.drawing is Drawing.SCALES]
    assert bool(own) == (Part.ROLES in parts)


@FEW
@given(parts=SOME_PARTS)
def test_what_is_read_is_what_the_own_pages_show(full: Shared, parts: set[Part]) -> None:
    mine = full.own_pages
    frozen = full.seen(full.people.leader, parts)
    for part in frozen.parts:
        for figure in part.figures:
            assert figure.says in mine
            assert not _leaves((*figure.also, figure.read.columns, figure.read.rows)) - mine
            assert not _leaves(each.drawn.rows for each in figure.pictures) - mine
        assert not _leaves(each.texts for each in part.passages) - mine


@FEW
@given(parts=SOME_PARTS)
def test_nothing_is_finer_than_one_decimal(full: Shared, parts: set[Part]) -> None:
    for part in full.seen(full.people.leader, parts).parts:
        numbers = [each for each in _each_leaf(part.figures) if isinstance(each, float)]
        assert all(each == rounded(each) for each in numbers)


def test_the_preview_is_what_is_shared(full: Shared) -> None:
    wish = shared_rounds.wish(full.people.coach, *Part)
    before = sharing.preview(full.store, full.people.an, full.round_id, wish, now=NOW)
    assert full.seen(full.people.coach, Part) == before


def test_the_context_card_and_the_questionnaires_are_always_there(full: Shared) -> None:
    frozen = full.seen(full.people.leader, [Part.TIME])
    assert frozen.card == (("In welke fase is de schoolontwikkeling?", "we bouwen stap voor stap"),)
    assert [each.questionnaire_id for each in frozen.asked] == [CORE.id, shared_rounds.MODULE]
    assert (frozen.owner, frozen.school, frozen.term) == ("An", "De Wilg", "najaar 2026")


def test_statements_and_regions_of_others_go_along_only_with_the_own(full: Shared) -> None:
    drawn = {
        parts: _drawings(full.seen(full.people.leader, parts), Part.OTHERS)
        for parts in (
            (Part.OTHERS,),
            (Part.OTHERS, Part.ITEMS),
            (Part.OTHERS, Part.OVERLAP),
        )
    }
    alone, with_items, with_regions = (set(each) for each in drawn.values())
    assert alone == {Drawing.SCALES_IN_VOICES}
    assert with_items == {Drawing.SCALES_IN_VOICES, Drawing.STATEMENTS_IN_VOICES}
    assert with_regions == {Drawing.SCALES_IN_VOICES, Drawing.ROLES}


def test_what_the_schoolleider_said_by_name_reaches_that_schoolleider_only(full: Shared) -> None:
    word = MARK_WORDS[Mark.SCHOOL_LEADER]
    newcomer = _new_leader(full.store)
    told = {
        reader.name: _of_others(full.seen(reader, [Part.OTHERS, Part.COMMENTS]))
        for reader in (full.people.leader, full.people.coach, newcomer)
    }
    for text in (word, shared_rounds.LEADERS):
        assert [text in each for each in told.values()] == [True, False, False]


def test_of_others_nothing_is_shared_before_asking_has_ended(store: Store) -> None:
    here = organisation(store)
    round_id = shared_rounds.begin(store, here.an)
    others.finish_scan(store, here.an, round_id, shared_rounds.own())
    reader_id = here.leader.person_id
    early = sharing.offered(store, here.an, round_id, reader_id, now=NOW)
    assert not {Part.OTHERS, Part.COMMENTS} & set(early)
    others.end_asking(store, here.an, round_id)
    late = sharing.offered(store, here.an, round_id, reader_id, now=NOW)
    assert {Part.OTHERS, Part.COMMENTS} <= set(late)


def test_too_few_to_be_heard_are_not_heard_by_sharing_either(store: Store) -> None:
    here = organisation(store)
    round_id = others.begin(store, here.an)
    others.team_answers(store, here.an, round_id, [{"LC1": 4}, {"LC1": 5}])
    others.finish_scan(store, here.an, round_id, shared_rounds.own())
    others.end_asking(store, here.an, round_id)
    offered = sharing.offered(store, here.an, round_id, here.leader.person_id, now=NOW)
    assert offered == (Part.ROLES, Part.OVERLAP, Part.ITEMS)


def _leaves(content: object) -> set[object]:
    return {rounded(each) if isinstance(each, float) else each for each in _each_leaf(content)}


def _each_leaf(content: object) -> Iterator[object]:
    """Every text and number in something made of tuples, tables and mappings."""
    if isinstance(content, pd.DataFrame):
        content = [list(content.columns), content.to_numpy(dtype=object).tolist()]
    if isinstance(content, Mapping):
        content = [*content, *content.values()]
    if isinstance(content, str):
        yield str.__str__(content)
    elif isinstance(content, Iterable):
        for each in content:
            yield from _each_leaf(each)
    else:
        yield None if isinstance(content, float) and np.isnan(content) else content


def _drawings(frozen: Frozen, part: Part) -> list[Drawing]:
    return [each.drawing for each in _figures(frozen, {part})]


def _figures(frozen: Frozen, parts: Set[Part]) -> list[FrozenFigure]:
    return [each for part in frozen.parts if part.part in parts for each in part.figures]


def _of_others(frozen: Frozen) -> str:
    return freezing.written(frozen._replace(owner="", school="", card=(), asked=()))


def _new_leader(store: Store) -> Person:
    """Somebody who became schoolleider after asking had begun."""
    newcomer = Person(uuid4(), "Hanna")
    since = others.TODAY.replace(month=10)
    held = Membership(newcomer.person_id, Position.SCHOOL_LEADER, WILG, since, None)
    store.write(lambda work: people.add(work, *newcomer))
    store.write(lambda work: memberships.add(work, held))
    return newcomer
