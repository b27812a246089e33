"""How far voices agree about a mandate. Every expected verdict is worked out by hand beside it."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure import mandate
from ibreflect.measure.disclosure import choice_of_group, of_one
from ibreflect.measure.mandate import Agreement, Topic
from ibreflect.model.questionnaire import NonAnswer, Scale
from ibreflect.model.voice import Heard
from tests.unit.builders import questionnaire_with

WORDS = ("niet van deze rol", "uitvoeren", "adviseren", "meebeslissen", "beslissen")
IB, LEADER, TEAM = "ib'er", "schoolleider", "team"


def topic(
    ib: int | None, leader: int | None, team: int | str | None, text: str = "Kiezen"
) -> Topic:
    """`team` is a level, None when it is not heard, or 'verdeeld'."""
    levels = {IB: ib, LEADER: leader, TEAM: team if isinstance(team, int) else None}
    named = {label: level for label, level in levels.items() if level is not None}
    return Topic("MI1", text, named, (TEAM,) if team == "verdeeld" else ())


@pytest.mark.parametrize(
    ("voices", "verdict"),
    [
        # Highest minus lowest: 4-4 = 0, 4-3 = 1, 5-3 = 2, 5-1 = 4.
        ((4, 4, 4), Agreement.AGREED),
        ((4, 4, None), Agreement.AGREED),
        ((4, 3, 4), Agreement.ONE_STEP),
        ((5, 3, 4), Agreement.APART),
        ((1, 5, None), Agreement.APART),
        # One voice, or a group alone, has nothing to agree with; nobody at all is silence.
        ((4, None, None), Agreement.ONE_VOICE),
        ((None, None, 2), Agreement.ONE_VOICE),
        ((None, None, None), Agreement.SILENT),
        # A divided team is a difference, unless two other voices are farther apart.
        ((4, 4, "verdeeld"), Agreement.DIVIDED),
        ((4, 3, "verdeeld"), Agreement.DIVIDED),
        ((None, None, "verdeeld"), Agreement.DIVIDED),
        ((5, 3, "verdeeld"), Agreement.APART),
    ],
)
def test_verdict(
    voices: tuple[int | None, int | None, int | str | None], verdict: Agreement
) -> None:
    assert topic(*voices).agreement is verdict


def test_a_level_is_shared_only_where_two_voices_name_it_and_none_contradicts() -> None:
    assert topic(4, 4, None).shared_level == 4
    assert topic(4, None, None).shared_level is None
    assert topic(4, 4, "verdeeld").shared_level is None
    assert topic(4, 4, 3).shared_level is None


def test_the_largest_difference_is_talked_about_first() -> None:
    found = [
        topic(4, 4, 4, "eens"),
        topic(4, 3, 3, "één niveau"),
        topic(5, 3, 3, "twee niveaus"),
        topic(4, 4, "verdeeld", "verdeeld"),
        topic(4, None, None, "één stem"),
        topic(5, 1, 3, "vier niveaus"),
        topic(3, 5, 5, "ook twee niveaus"),
    ]
    assert [each.text for each in mandate.to_discuss(found)] == [
        "vier niveaus",
        "twee niveaus",
        "ook twee niveaus",
        "verdeeld",
        "één niveau",
    ]


def test_the_sentence_counts_comparable_topics_and_names_the_farthest() -> None:
    # Six agreed, two one level apart, one two levels apart: nine; the topic with one voice is none.
    found = [
        *[topic(4, 4, 4)] * 6,
        topic(4, 3, None),
        topic(3, 4, 4),
        topic(5, 3, 3, "Een methode kiezen"),
        topic(2, None, None),
    ]
    assert mandate.about_topics(found, WORDS) == (
        "Over zes van de negen onderwerpen zijn jullie het eens. Het verst uit elkaar: “Een "
        "methode kiezen” (ib'er: beslissen, schoolleider: adviseren, team: adviseren)."
    )


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        ([topic(4, 4, 4)] * 3, "Over alle drie onderwerpen zijn jullie het eens."),
        ([topic(4, 4, 4)], "Over het ene onderwerp zijn jullie het eens."),
        (
            [topic(5, 1, None, "A"), topic(1, 5, None, "B")],
            (
                "Over geen van de twee onderwerpen zijn jullie het eens. Het verst uit elkaar: "
                "“A” (ib'er: beslissen, schoolleider: niet van deze rol) en “B” (ib'er: niet van "
                "deze rol, schoolleider: beslissen)."
            ),
        ),
        (
            [topic(2, 2, "verdeeld", "A")],
            (
                "Over het ene onderwerp zijn jullie het nog niet eens. Het verst uit elkaar: “A” "
                "(ib'er: uitvoeren, schoolleider: uitvoeren, team: verdeeld)."
            ),
        ),
        ([topic(4, None, None)], mandate.NO_COMPARISON),
        ([], mandate.NO_COMPARISON),
    ],
)
def test_sentences(found: Sequence[Topic], sentence: str) -> None:
    assert mandate.about_topics(found, WORDS) == sentence


def test_of_many_ties_two_are_named() -> None:
    found = [topic(5, 3, None, each) for each in "ABCD"]
    assert mandate.about_topics(found, WORDS).endswith(
        "“B” (ib'er: beslissen, schoolleider: adviseren) en twee andere."
    )


def test_a_team_counts_as_one_voice_only_with_more_than_half() -> None:
    # 3 of 4 say 2: more than half. 2 of 4 say 2: not. Two people: below the floor, so nothing.
    assert _of_team([2, 2, 2, 5]).levels == {TEAM: 2}
    assert _of_team([2, 2, 5, 5]).divided == (TEAM,)
    assert _of_team([2, 2]).agreement is Agreement.SILENT


def test_a_voice_without_a_number_names_no_level() -> None:
    found = _topic({IB: {"MI1": of_one(4)}, LEADER: {"MI1": of_one(NonAnswer.NOT_APPLICABLE)}})
    assert (found.levels, found.divided) == ({IB: 4}, ())


@given(
    st.lists(st.integers(1, 5), min_size=3, max_size=9),
    st.integers(1, 5),
    st.permutations([IB, LEADER, TEAM]),
)
def test_voices_are_never_averaged(team: list[int], own: int, order: list[str]) -> None:
    heard = {IB: of_one(own), LEADER: of_one(own), TEAM: choice_of_group(team, floor=3)}
    found = _topic({label: {"MI1": heard[label]} for label in order})
    assert set(found.levels.values()) <= {own, *team}
    assert found.gap in {0, *(abs(own - each) for each in team)}


def test_the_same_text_in_each_scale_is_one_row() -> None:
    asked = questionnaire_with(
        {"een": {"MI1": (), "MI2": ()}, "twee": {"MB1": (), "MB2": ()}},
        texts={"MI1": "Kiezen", "MB1": "Kiezen", "MI2": "Leiden", "MB2": "Maken"},
    )
    rows = mandate.rows(asked)
    assert {
        text: {scale: item.id for scale, item in row.items()} for text, row in rows.items()
    } == {
        "Kiezen": {"een": "MI1", "twee": "MB1"},
        "Leiden": {"een": "MI2"},
        "Maken": {"twee": "MB2"},
    }


def _of_team(answers: list[int]) -> Topic:
    return _topic({TEAM: {"MI1": choice_of_group(answers, floor=3)}})


def _topic(heard: Mapping[str, Mapping[str, Heard]]) -> Topic:
    (found,) = mandate.topics(_scale(), heard)
    return found


def _scale() -> Scale:
    return questionnaire_with({"een": {"MI1": ()}}).scales[0]
