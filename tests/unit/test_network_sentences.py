"""What the figures of a network say: each sentence, and never that something is good or bad."""

import re

import pytest

from ibreflect.measure import network_sentences as sentences
from ibreflect.measure.network import Unity
from ibreflect.model.network import SUBGROUPS, Dot, ScaleFigure, Shift

_APPRAISAL = re.compile(
    r"\b(goed|slecht|beter|best|beste|slechter|zwak|sterk|sterker|hoog|hoger|laag|lager|"
    r"te weinig aandacht|tekort|loopt achter|voorop|gemiddeld niveau|score|scoort|rang|top|norm|"
    r"voldoende|onvoldoende|winst|verlies|vooruitgang|achteruitgang|helaas|gelukkig)\b",
    re.IGNORECASE,
)
_UNITIES = {
    Unity.UNITED: "De scholen zijn hierin eensgezind.",
    Unity.MIXED: "Tussen een deel van de scholen is er verschil.",
    Unity.DIVIDED: "De scholen zijn hierin verdeeld.",
}


def scale(unity: Unity, shift: Shift | None = None) -> ScaleFigure:
    return ScaleFigure("vragenlijst/schaal", (), unity, shift)


@pytest.mark.parametrize("unity", Unity)
def test_one_dot_lies_round_a_value_and_more_lie_between_two(unity: Unity) -> None:
    for dots, where in (
        ([Dot(3.0, "")], "rond 3,0"),
        ([Dot(3.4, ""), Dot(3.4, "")], "rond 3,4"),
        ([Dot(4.1, ""), Dot(2.2, ""), Dot(3.0, "")], "tussen 2,2 en 4,1"),
    ):
        said = sentences.spread(dots, unity)
        assert said.endswith(f" {where}. {_UNITIES[unity]}")


def test_a_change_beyond_the_error_goes_up_or_down() -> None:
    assert sentences.change(Shift(0.42, 0.3, 10)) == (
        "In minstens 10 dezelfde scholen ging dit gemiddeld 0,4 omhoog sinds het vorige beeld "
        "(± 0,3)."
    )
    assert "0,4 omlaag" in sentences.change(Shift(-0.42, 0.3, 10))


@pytest.mark.parametrize("change", [0.3, -0.3, 0.0, 0.1])
def test_a_change_within_the_error_is_not_told_as_one(change: float) -> None:
    said = sentences.change(Shift(change, 0.3, 5))
    assert said == (
        "In minstens 5 dezelfde scholen is de verandering sinds het vorige beeld niet groter dan "
        "de onzekerheid (± 0,3)."
    )


def test_without_a_change_it_says_why() -> None:
    assert sentences.change(None) == sentences.NO_CHANGE
    assert "te weinig dezelfde scholen" in sentences.NO_CHANGE


@pytest.mark.parametrize("unity", Unity)
def test_what_changed_is_asked_about_first(unity: Unity) -> None:
    asked = sentences.question(scale(unity, Shift(-0.5, 0.3, 5)))
    assert asked == "Wat is er op jullie scholen veranderd, en is dat wat jullie wilden?"
    for shift in (None, Shift(0.3, 0.3, 5)):
        assert "veranderd" not in sentences.question(scale(unity, shift))


def test_each_unity_has_a_question_of_its_own() -> None:
    asked = [sentences.question(scale(each)) for each in Unity]
    assert len(set(asked)) == len(asked)
    assert "houden" in asked[0]
    assert "de ene school anders" in asked[1]
    assert "Welke keuze" in asked[2]


@pytest.mark.parametrize(
    ("dot", "said"),
    [
        (Dot(0.0, ""), "Rol: ib'ers en leraren zien gemiddeld hetzelfde."),
        (Dot(0.6, ""), "Rol: ib'ers zien het vaker dan leraren, gemiddeld 0,6 verschil."),
        (Dot(-0.6, ""), "Rol: leraren zien het vaker, gemiddeld 0,6 verschil."),
    ],
)
def test_a_gap_goes_either_way(dot: Dot, said: str) -> None:
    assert sentences.gap("Rol", dot) == said


@pytest.mark.parametrize("subgroup", SUBGROUPS)
def test_parts_say_by_which_answer(subgroup: str) -> None:
    assert sentences.parts(subgroup).startswith("Elke lijn is een deel van de scholen")
    assert sentences.parts(subgroup).endswith("?”")


def test_a_network_that_is_not_in_parts_says_nothing_of_them() -> None:
    assert sentences.parts("") == ""


def test_no_sentence_appraises() -> None:
    every = [
        sentences.NO_CHANGE,
        sentences.TIME,
        sentences.TIME_ASKS,
        sentences.UNSURE_ASKS,
        sentences.UNSEEN_ASKS,
        sentences.GAPS_ASK,
        *sentences.ORDER,
        *(sentences.parts(each) for each in SUBGROUPS),
        *(sentences.spread([Dot(value, "")], unity) for value in (1.2, 4.8) for unity in Unity),
        *(sentences.spread([Dot(1.2, ""), Dot(4.8, "")], unity) for unity in Unity),
        *(sentences.question(scale(unity)) for unity in Unity),
        *(sentences.gap("Rol", Dot(value, "")) for value in (-3.0, 0.0, 3.0)),
        *(sentences.change(Shift(value, 0.3, 5)) for value in (-3.0, 0.0, 3.0)),
    ]
    assert [(each, found) for each in every if (found := _APPRAISAL.search(each))] == []


@pytest.mark.parametrize(
    ("dots", "begins"),
    [
        ([Dot(3.0, "")], "De groep scholen ligt rond 3,0."),
        ([Dot(3.0, ""), Dot(3.0, "")], "De groepen scholen liggen rond 3,0."),
        ([Dot(2.0, ""), Dot(3.0, "")], "De groepen scholen liggen tussen 2,0 en 3,0."),
    ],
)
def test_one_group_is_not_told_as_more(dots: list[Dot], begins: str) -> None:
    assert sentences.spread(dots, Unity.UNITED).startswith(begins)


@pytest.mark.parametrize(
    ("mean", "told"), [(1, "hoogstens 1 %"), (2, "2 %"), (98, "98 %"), (99, "minstens 99 %")]
)
def test_the_ends_of_time_are_told_as_ends(mean: int, told: str) -> None:
    assert sentences.percent(mean) == told
