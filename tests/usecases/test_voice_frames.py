"""Voices and wishes as figures and tables: what may be heard, in words, and nothing more."""

from collections.abc import Mapping

import pytest

from ibreflect.measure.disclosure import TOO_FEW, choice_of_group, of_group, of_one
from ibreflect.model.questionnaire import Given, NonAnswer, Questionnaire, RaterGroup, WishKind
from ibreflect.model.voice import Heard, Mark, Voice
from ibreflect.usecases import frames, voice_frames
from tests.unit.builders import LC, questionnaire_with

LEADER, TEAM = RaterGroup.SCHOOL_LEADER, RaterGroup.TEACHER


def asked(wish: WishKind | None = None) -> Questionnaire:
    """Two statements; the leader reads the first in words of its own."""
    plain = questionnaire_with({"mandate": {"AA1": (LC,), "AA2": (LC,)}})
    scale = plain.scales[0]
    first = scale.items[0].model_copy(update={"voices": {LEADER: "Ik laat AA1 over."}})
    scale = scale.model_copy(update={"items": (first, scale.items[1])})
    return plain.model_copy(update={"scales": (scale,), "wish": wish})


def of_mark(mark: Mark, heard: Mapping[str, Heard], *, n: int = 1, reason: str = "") -> Voice:
    groups = {Mark.SCHOOL_LEADER: (LEADER,), Mark.TEACHERS: (TEAM,)}.get(mark, ())
    return Voice(mark, groups, n, 3 if mark is Mark.TEACHERS else 1, heard, reason)


def voices(
    *, iber: dict[str, Given], leader: dict[str, Given], team: dict[str, list[Given | None]]
) -> list[Voice]:
    together = {each: of_group(given, floor=3) for each, given in team.items()}
    return [
        of_mark(Mark.SELF, {each: of_one(given) for each, given in iber.items()}),
        of_mark(Mark.SCHOOL_LEADER, {each: of_one(given) for each, given in leader.items()}),
        of_mark(Mark.TEACHERS, together, n=4),
    ]


ALL = voices(
    iber={"AA1": 5, "AA2": 2, "AA1.wens": 5, "AA2.wens": 4},
    leader={"AA1": 2, "AA2": NonAnswer.CANNOT_JUDGE, "AA1.wens": 3},
    # (3 + 4 + 3 + 4) / 4 = 3.5, which lies as near to vaak as to regelmatig: a half goes up.
    team={"AA1": [3, 4, 3, 4], "AA1.wens": [1, 1, 3, 3]},
)


def test_every_voice_that_may_be_heard_has_a_row_for_each_statement() -> None:
    questionnaire = asked(WishKind.SAME_SCALE)
    drawn = voice_frames.voices_drawn(questionnaire, questionnaire.scales[0], ALL)
    shown = ["item", "voice", "label", "value", "wished"]
    rows = [tuple(row) for row in drawn[shown].fillna(-1).to_numpy()]
    assert rows == [
        ("AA1", "iber", "ib'er", 5, 5),
        ("AA1", "schoolleider", "schoolleider", 2, 3),
        ("AA1", "leraren", "leraren (4)", 3.5, 2),
        ("AA2", "iber", "ib'er", 2, 4),
        ("AA2", "schoolleider", "schoolleider", -1, -1),
        ("AA2", "leraren", "leraren (4)", -1, -1),
    ]
    assert drawn["text"].unique().tolist() == ["Ik doe AA1.", "Ik doe AA2."]


def test_a_voice_that_may_not_be_heard_is_nowhere() -> None:
    questionnaire = asked()
    hidden = [ALL[0], of_mark(Mark.SCHOOL_LEADER, {}, n=0, reason="Nog niet."), ALL[2]]
    figure = voice_frames.voices_figure(questionnaire, questionnaire.scales[0], hidden)
    assert figure.drawn["voice"].unique().tolist() == ["iber", "leraren"]
    assert list(figure.read.columns) == ["Stelling", "Ib'er", "Leraren (4)", "Verschil"]
    assert "schoolleider" not in figure.says
    assert "overlaat" not in figure.read.to_string()


def test_without_any_voice_there_is_an_empty_figure() -> None:
    questionnaire = asked()
    figure = voice_frames.voices_figure(questionnaire, questionnaire.scales[0], [])
    assert figure.drawn.empty
    assert figure.says == "mandate: er valt nog niets naast elkaar te leggen."


def test_the_sentence_tells_where_voices_lie_furthest_apart() -> None:
    questionnaire = asked()
    figure = voice_frames.voices_figure(questionnaire, questionnaire.scales[0], ALL)
    assert figure.says.endswith(
        "“Ik doe AA1” (ib'er: bijna altijd, schoolleider: soms, "
        "leraren: tussen regelmatig en vaak)."
    )


def test_the_table_holds_all_words_that_were_read() -> None:
    questionnaire = asked()
    read = voice_frames.voices_read(questionnaire, questionnaire.scales[0], ALL)
    assert read["Stelling"].tolist() == [
        "Ik doe AA1. Schoolleider: “Ik laat AA1 over.” Leraren: “De ib'er doet AA1.”",
        "Ik doe AA2. Schoolleider: “De ib'er doet AA2.”",
    ]


def test_the_table_has_answers_and_wishes_in_words() -> None:
    questionnaire = asked(WishKind.SAME_SCALE)
    read = voice_frames.voices_read(questionnaire, questionnaire.scales[0], ALL)
    assert read["Ib'er"].tolist() == ["bijna altijd, gewenst: bijna altijd", "soms, gewenst: vaak"]
    assert read["Schoolleider"].tolist() == ["soms, gewenst: regelmatig", "kan ik niet beoordelen"]
    assert read["Leraren (4)"].tolist() == ["vaak (3,5), gewenst: soms (2,0)", "niet gevraagd"]


def test_the_table_tells_how_far_voices_lie_apart() -> None:
    questionnaire = asked()
    # 5 - 2 = 3 steps; with one voice there is nothing to compare.
    read = voice_frames.voices_read(questionnaire, questionnaire.scales[0], ALL)
    assert read["Verschil"].tolist() == ["verder uit elkaar", "–"]
    # 5 - 3.5 = 1.5 steps.
    read = voice_frames.voices_read(questionnaire, questionnaire.scales[0], [ALL[0], ALL[2]])
    assert read["Verschil"][0] == "een stap verschil"


def test_a_divided_group_is_not_told_to_want_things_as_they_are() -> None:
    questionnaire = asked(WishKind.DIRECTION)
    scale = questionnaire.scales[0]
    # Two want less and two want more: a mean, 2, would be 'zo houden'.
    heard = {
        "AA1": of_group([3, 3, 3, 3], floor=3),
        "AA1.wens": choice_of_group([1, 1, 3, 3], floor=3),
    }
    team = of_mark(Mark.TEACHERS, heard, n=4)
    (said, unasked) = voice_frames.voices_read(questionnaire, scale, [team])["Leraren (4)"]
    assert said.startswith("regelmatig (3,0)")
    assert said.endswith("wens: verdeeld")
    assert unasked == "niet gevraagd"
    agreed = team._replace(heard={**heard, "AA1.wens": choice_of_group([3, 3, 3, 1], floor=3)})
    read = voice_frames.voices_read(questionnaire, scale, [agreed])
    assert read["Leraren (4)"][0].endswith("wens: meer")
    drawn = voice_frames.voices_drawn(questionnaire, scale, [agreed])
    assert drawn["wished"].isna().all()


def test_too_few_answers_say_so_and_nothing_else() -> None:
    questionnaire = asked()
    heard = {
        "AA1": of_group([3, 4, None, NonAnswer.NOT_APPLICABLE], floor=3),
        "AA1.wens": of_group([3, 4], floor=3),
    }
    team = of_mark(Mark.TEACHERS, heard, n=4)
    read = voice_frames.voices_read(questionnaire, questionnaire.scales[0], [team])
    assert read["Leraren (4)"][0] == TOO_FEW


@pytest.mark.parametrize(
    ("wish", "column", "cells", "title", "words"),
    [
        (WishKind.SAME_SCALE, "wished", [3.0, -1], "Gewenst", ["regelmatig", "–"]),
        (WishKind.DIRECTION, "wish", ["meer", ""], "Wens", ["meer", "–"]),
    ],
)
def test_own_wishes_stand_beside_own_answers(
    wish: WishKind, column: str, cells: list[object], title: str, words: list[str]
) -> None:
    questionnaire = asked(wish)
    given: dict[str, Given] = {"AA1": 1, "AA1.wens": 3, "AA2": 2}
    scale = questionnaire.scales[0]
    assert frames.items_drawn(questionnaire, scale, given)[column].fillna(-1).tolist() == cells
    assert frames.items_read(questionnaire, scale, given)[title].tolist() == words
    said = "Bij één stelling wil je meer dan nu (“Ik doe AA1”)."
    assert frames.wishes_say(questionnaire, scale, given) == said


def test_without_a_wish_nothing_is_added() -> None:
    questionnaire = asked()
    scale = questionnaire.scales[0]
    drawn = frames.items_drawn(questionnaire, scale, {})
    assert list(drawn.columns) == ["item", "text", "value", "answer"]
    assert not {"Gewenst", "Wens"} & set(frames.items_read(questionnaire, scale, {}).columns)
    assert frames.wishes_say(questionnaire, scale, {"AA1": 1}) == ""


def test_how_the_answers_of_a_group_lie_is_drawn_and_read() -> None:
    questionnaire = asked()
    # 2 + 4 + 4 + 5 + 1 + 4 = 20, over 6 is 3.33. To the mean: 1.33 + 3 · 0.67 + 1.67 + 2.33 = 7.33,
    # over 6 is 1.22: more than 5/6. Three of the six gave another answer than the most given.
    divided = of_mark(Mark.TEACHERS, {"AA1": of_group([2, 4, 4, 5, 1, 4], floor=3)}, n=6)
    drawn = voice_frames.voices_drawn(questionnaire, questionnaire.scales[0], [divided])
    assert [*drawn.iloc[0][["value", "low", "high", "bound"]]] == [3.3, 1, 5, ""]
    assert drawn[["value", "low", "high"]].iloc[1].isna().all()
    read = voice_frames.voices_read(questionnaire, questionnaire.scales[0], [divided])
    told = "regelmatig (3,3), verdeeld, van bijna nooit tot bijna altijd, verdeling 1, 1, 0, 3, 1"
    assert read["Leraren (6)"][0] == f"{told} keer"


def test_fewer_answers_an_end_of_the_scale_and_unseen_work_are_told() -> None:
    questionnaire = asked()
    unseen: list[Given | None] = [5, 5, 5, *[NonAnswer.CANNOT_JUDGE] * 4]
    group = of_mark(Mark.TEACHERS, {"AA1": of_group(unseen, floor=3)}, n=7)
    drawn = voice_frames.voices_drawn(questionnaire, questionnaire.scales[0], [group])
    # Three times 5 counts as one point less: 14 / 3 = 4.67.
    assert [*drawn.iloc[0][["value", "bound"]]] == [4.7, "minstens"]
    read = voice_frames.voices_read(questionnaire, questionnaire.scales[0], [group])
    told = "bijna altijd (minstens 4,7), 3 van de 7 mensen"
    assert read["Leraren (7)"][0] == f"{told}, {voice_frames.UNSEEN}"


def test_beside_a_wish_the_lowest_and_the_highest_stand_in_the_table_only() -> None:
    questionnaire = asked(WishKind.SAME_SCALE)
    heard = {each: of_group([2, 3, 3, 4, 4], floor=3) for each in ("AA1", "AA1.wens")}
    group = of_mark(Mark.TEACHERS, heard, n=5)
    drawn = voice_frames.voices_drawn(questionnaire, questionnaire.scales[0], [group])
    assert drawn[["low", "high"]].isna().all(axis=None)
    read = voice_frames.voices_read(questionnaire, questionnaire.scales[0], [group])
    assert "van soms tot vaak" in read["Leraren (5)"][0]


def test_of_groups_taken_together_only_the_least_number_of_people_is_told() -> None:
    questionnaire = asked()
    heard = {"AA1": of_group([2, 3, 3], floor=3)}
    rest = of_mark(Mark.REST, heard, n=5)._replace(at_least=True)
    read = voice_frames.voices_read(questionnaire, questionnaire.scales[0], [rest])
    told = "regelmatig (2,7)"  # and not how many of them gave one
    assert read["Overige collega's (minstens 5)"].tolist() == [told, "niet gevraagd"]
