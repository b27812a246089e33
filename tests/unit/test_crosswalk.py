"""What a new version does with the items of the one before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ibreflect.measure.growth import shared_items
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.model.role import Region
from ibreflect.questionnaires.crosswalk import (
    ItemKind,
    crosswalk,
    next_version,
    reused,
    version_number,
)
from tests.unit.builders import LC, TA, questionnaire_with

OLD = questionnaire_with({"aa": {"LC1": (LC,), "LC2": (LC,)}, "bb": {"TA1": (TA,), "TA2": (TA,)}})


def test_every_item_of_both_versions_is_told_once() -> None:
    new = questionnaire_with(
        {"aa": {"LC2": (LC,), "LC1": (LC,)}, "bb": {"TA1": (TA, LC), "TA3": (TA,)}},
        texts={"LC2": "Ik doe het anders."},
    )
    assert [(each.item_id, each.kind) for each in crosswalk(OLD, new)] == [
        ("LC2", ItemKind.REWORDED),
        ("LC1", ItemKind.SAME),
        ("TA1", ItemKind.REWORDED),
        ("TA3", ItemKind.NEW),
        ("TA2", ItemKind.DROPPED),
    ]
    by_id = {each.item_id: each for each in crosswalk(OLD, new)}
    assert (by_id["LC2"].old_text, by_id["LC2"].new_text) == ("Ik doe LC2.", "Ik doe het anders.")
    assert (by_id["TA3"].old_text, by_id["TA3"].new_text) == ("", "Ik doe TA3.")
    assert (by_id["TA2"].old_text, by_id["TA2"].new_text) == ("Ik doe TA2.", "")


def _versions() -> SearchStrategy[Questionnaire]:
    roles = st.sampled_from([(LC,), (TA,), (LC, TA), (TA, LC)])
    items = st.dictionaries(st.sampled_from(["LC1", "LC2", "LC3"]), roles, min_size=1)
    texts = st.dictionaries(st.sampled_from(["LC1", "LC2"]), st.sampled_from(["Ik a.", "Ik b."]))
    return st.builds(lambda i, t: questionnaire_with({"aa": i}, texts=t), items, texts)


@given(_versions(), _versions())
def test_same_are_exactly_the_items_over_which_lines_run_on(
    old: Questionnaire, new: Questionnaire
) -> None:
    same = {each.item_id for each in crosswalk(old, new) if each.kind is ItemKind.SAME}
    assert same == shared_items([old, new])


def test_an_item_that_was_dropped_may_not_return_with_other_words() -> None:
    without = questionnaire_with({"aa": {"LC1": (LC,)}})
    other_words = questionnaire_with({"aa": {"LC2": (LC,)}}, texts={"LC2": "Ik doe iets anders."})
    other_role = questionnaire_with({"aa": {"LC2": (TA,)}})
    as_it_was = questionnaire_with({"aa": {"LC1": (LC,), "LC2": (LC,)}})
    assert reused([OLD, without], other_words) == ("LC2",)
    assert reused([OLD, without], other_role) == ("LC2",)
    assert reused([OLD, without], as_it_was) == ()


def test_rewording_an_item_that_is_still_there_is_no_reuse() -> None:
    reworded = questionnaire_with({"aa": {"LC2": (LC,)}}, texts={"LC2": "Ik doe iets anders."})
    without = questionnaire_with({"aa": {"LC1": (LC,)}})
    assert reused([OLD], reworded) == ()
    assert reused([], reworded) == ()
    # Gone, back as it was, and only then reworded: the words in between were known.
    assert reused([OLD, without, OLD], reworded) == ()


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ({"LC1": (LC,), "LC2": (LC,), "TA1": (TA,), "TA2": (TA,)}, "1.9.13"),
        ({"LC1": (TA,), "LC2": (LC,), "TA1": (TA,), "TA2": (TA,)}, "1.9.13"),
        ({"LC1": (LC,), "LC2": (LC,), "TA1": (TA,)}, "1.10.0"),
        ({"LC1": (LC,), "LC2": (LC,), "TA1": (TA,), "TA2": (TA,), "TA3": (TA,)}, "1.10.0"),
    ],
)
def test_the_next_version_follows_from_what_changed(new: dict[str, Region], expected: str) -> None:
    changes = crosswalk(OLD, questionnaire_with({"aa": new}))
    assert next_version("1.9.12", changes) == expected


def test_versions_are_ordered_as_numbers() -> None:
    assert version_number("1.10.0") > version_number("1.9.12")
