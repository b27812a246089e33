"""The question whether much care comes to somebody: asked at two signs, each with its number."""

import pytest

from ibreflect.measure.care_magnet import CareMagnet, Module, care_magnet
from ibreflect.measure.growth import Noise
from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.model.time import Division
from ibreflect.questionnaires.load import read
from ibreflect.settings import PROJECT

QUESTIONNAIRE = read(PROJECT / "questionnaires" / "preventief-curatief.yaml").questionnaire
NOTHING = Division(None, None)


def work(now: int, wished: int) -> Division:
    """Curative work at these shares."""
    rest = {"coordineren": 0, "overig": 0}
    return Division(
        {"preventief": 100 - now, "curatief": now, **rest},
        {"preventief": 100 - wished, "curatief": wished, **rest},
    )


def line(now: int, wished: int) -> Division:
    """The first line at these shares."""
    return Division(
        {"eerste": now, "tweede": 100 - now}, {"eerste": wished, "tweede": 100 - wished}
    )


def module(preventive: list[Given], curative: list[Given]) -> Module:
    given = {f"PV{number}": each for number, each in enumerate(preventive, start=1)}
    given |= {f"CU{number}": each for number, each in enumerate(curative, start=1)}
    return Module(QUESTIONNAIRE, given)


def look(work: Division, line: Division, module: Module | None) -> CareMagnet:
    return care_magnet(work=work, line=line, module=module, noise=Noise())


def plain(sentences: tuple[str, ...]) -> list[str]:
    return [each.replace("\u00a0", " ") for each in sentences]


def test_all_four_signs_with_the_number_each_rests_on() -> None:
    found = look(work(45, 30), line(60, 40), module([2, 2, 2, 2], [4, 4, 4, 5]))
    assert found.asks
    assert found.says == "Vier dingen wijzen dezelfde kant op."
    assert plain(found.there) == [
        "Curatief werk is nu 45 % van je week; je wenst 30 %.",
        "De eerste lijn is nu 60 % van de tijd waarin je helpt; je wenst 40 %.",
        # (4 + 4 + 4 + 5) / 4 = 4.25, which is written 4,3; needed is 1.96·0.60·√2·√0.2 = 0.74.
        (
            "In de module staat herstellen op 4,3 en voorkomen op 2,0; dat verschil is groter "
            "dan de meetonzekerheid (0,74)."
        ),
        "Taken oppakken die blijven liggen: dat doe je bijna altijd.",
    ]


@pytest.mark.parametrize(
    ("curative", "first_line", "count"),
    [((45, 35), (60, 50), 2), ((45, 36), (60, 50), 1), ((44, 35), (59, 50), 0)],
)
def test_a_share_is_a_sign_from_ten_points_above_the_wish(
    curative: tuple[int, int], first_line: tuple[int, int], count: int
) -> None:
    found = look(work(*curative), line(*first_line), None)
    assert len(found.there) == count
    assert found.asks == (count >= 2)


def test_much_curative_work_is_no_sign_when_it_is_wished() -> None:
    found = look(work(95, 95), line(95, 95), module([4, 4, 4, 4], [5, 5, 5, 3]))
    assert not found.there
    assert not found.asks
    assert found.says == "Wat je invulde, wijst niet samen één kant op."


def test_wishing_for_more_of_it_is_no_sign() -> None:
    assert not look(work(20, 60), line(20, 60), None).there


@pytest.mark.parametrize(
    ("curative", "there", "said"),
    [
        # Means 3.0 against 2.25: 0.75 is just above 0.7438; 3.0 against 2.5 stays below it.
        ([3, 3, 3, 3], True, "dat verschil is groter dan de meetonzekerheid (0,74)"),
        ([3, 3, 3, 2], False, "dat verschil blijft binnen de meetonzekerheid (0,74)"),
        ([2, 2, 2, 3], False, "herstellen ligt niet hoger"),
    ],
)
def test_the_counts_differ_only_beyond_the_error(
    *, curative: list[Given], there: bool, said: str
) -> None:
    found = look(NOTHING, NOTHING, module([2, 2, 2, 3], curative))
    sign = found.signs[2]
    assert sign.there is there
    assert said in sign.says


@pytest.mark.parametrize(
    ("given", "there"), [(5, True), (4, True), (3, False), (NonAnswer.ELSEWHERE, None)]
)
def test_tasks_left_lying_are_a_sign_from_often(*, given: Given, there: bool | None) -> None:
    found = look(NOTHING, NOTHING, module([3, 3, 3, 3], [3, 3, 3, given]))
    assert found.signs[3].there is there


def test_one_sign_asks_nothing() -> None:
    found = look(work(60, 20), line(50, 50), None)
    assert len(found.there) == 1
    assert not found.asks


def test_what_is_not_known_is_said_and_is_no_sign() -> None:
    found = look(NOTHING, NOTHING, None)
    assert [sign.there for sign in found.signs] == [None, None, None]
    assert found.says == "Er is nog te weinig ingevuld om naast elkaar te leggen."
    assert "nog niet af" in found.signs[0].says
    assert "Voorkomen en herstellen" in found.signs[2].says


def test_a_module_with_too_few_answers_is_not_known() -> None:
    found = look(NOTHING, NOTHING, module([3, 3], [5, 5, 5, 5]))
    assert found.signs[2].there is None
