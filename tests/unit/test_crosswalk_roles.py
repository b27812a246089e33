"""The five kernactiviteiten beside the three roles, as the shipped file lays them out."""

from pathlib import Path
from xml.etree import ElementTree as ET

import altair as alt
import pytest
import vl_convert

from ibreflect.charts.crosswalk import crosswalk
from ibreflect.charts.style import OVERLAP_LOOK, PAPER, ROLE_LOOKS
from ibreflect.errors import QuestionnaireError
from ibreflect.model.crosswalk import Column
from ibreflect.model.role import Role
from ibreflect.questionnaires.load import load
from ibreflect.questionnaires.orderings import FOLDER, load_orderings
from ibreflect.settings import PROJECT
from ibreflect.usecases.crosswalks import beside_roles
from tests.unit.builders import questionnaire_with
from tests.unit.figures import rows_of, texts_of

SHIPPED = PROJECT / "questionnaires"
FIVE = load(SHIPPED / "kernactiviteiten-2017.yaml")
CORE = load(SHIPPED / "kwaliteitscoordinator-2022.yaml")
GOOD = (SHIPPED / FOLDER / "kernactiviteiten-rollen.yaml").read_text(encoding="utf-8")


def drawn(width: int = 340) -> alt.LayerChart:
    (ordering,) = beside_roles(SHIPPED, FIVE)
    return crosswalk(ordering.figure.drawn, width=width)


def spoiled(folder: Path, old: str, new: str) -> Path:
    """A folder of questionnaires whose ordering has one piece of text replaced."""
    assert old in GOOD
    (folder / FOLDER).mkdir()
    (folder / FOLDER / "proef.yaml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    return folder


def test_the_five_lie_beside_the_roles_as_the_file_says() -> None:
    (ordering,) = beside_roles(SHIPPED, FIVE)
    assert ordering.figure.read.to_numpy().tolist() == [
        ["Kenniscoördinator", "sterk", "licht", "–", "–"],
        ["Verbinder", "–", "–", "–", "sterk"],
        ["Coach", "sterk", "–", "–", "–"],
        ["Innovator", "sterk", "–", "–", "sterk"],
        ["Partner van de schoolleiding", "–", "sterk", "–", "sterk"],
    ]
    assert ordering.figure.read.columns[0] == "Kernactiviteit"
    assert ordering.basis


def test_the_title_says_that_it_is_an_ordering_of_our_own() -> None:
    (ordering,) = beside_roles(SHIPPED, FIVE)
    assert ordering.figure.says.startswith("Eigen ordening: ")
    assert ordering.figure.says.endswith("Bij zorgregisseur hoort geen van de vijf.")


def test_only_a_questionnaire_with_all_the_scales_has_one() -> None:
    assert beside_roles(SHIPPED, CORE) == ()
    assert beside_roles(SHIPPED, questionnaire_with({"coach": {"AA1": ()}})) == ()
    twin = {scale.id: {f"AA{number}": ()} for number, scale in enumerate(FIVE.scales, start=1)}
    assert len(beside_roles(SHIPPED, questionnaire_with(twin))) == 1


def test_a_folder_without_orderings_has_none(tmp_path: Path) -> None:
    assert load_orderings(tmp_path) == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("sterk: [overlap]", "sterk: [coachend]", "regel 14, schaal connector, 'sterk'"),
        ("label: eigen ordening\n", "", "'label' ontbreekt"),
        ("licht: [trend_analyst]", "licht: [learning_coordinator]", "schaal knowledge_coordinator"),
        ("id: coach", "id: connector", "'connector' staat er al"),
        ("label: eigen", "label: &x eigen", "het anker"),
        ("schalen:", "rijen:", "'rijen' is hier geen bekende sleutel"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    with pytest.raises(QuestionnaireError) as raised:
        load_orderings(spoiled(tmp_path, old, new))
    assert str(raised.value).startswith("proef.yaml")
    assert says in str(raised.value)


@pytest.mark.parametrize("width", [340, 700])
def test_figure_is_as_wide_as_asked_and_its_text_can_be_read(width: int) -> None:
    svg = vl_convert.vegalite_to_svg(drawn(width).to_dict())
    root = ET.fromstring(svg)  # noqa: S314
    texts = [each for each in root.iter() if "font-size" in each.attrib]
    assert float(root.attrib["width"]) == pytest.approx(width, abs=1)
    assert min(float(each.attrib["font-size"][:-2]) for each in texts) >= 12
    assert "aria-label" not in svg


def test_strong_is_full_and_light_is_open_in_the_look_of_the_role() -> None:
    spec = drawn().to_dict()
    marks, key = [
        {(row.get("row"), row.get("column")): row for row in rows_of(spec, layer)}
        for layer in sorted(
            (each for each in spec["layer"] if each["mark"]["type"] == "point"),
            key=lambda layer: len(rows_of(spec, layer)),
            reverse=True,
        )
    ]
    assert len(marks) == 8
    assert key
    strong = marks["Kenniscoördinator", Column.LEARNING_COORDINATOR]
    light = marks["Kenniscoördinator", Column.TREND_ANALYST]
    shared = marks["Verbinder", Column.OVERLAP]
    analyst = ROLE_LOOKS[Role.TREND_ANALYST]
    assert strong["fill"] == strong["colour"] == ROLE_LOOKS[Role.LEARNING_COORDINATOR].colour
    assert (light["fill"], light["colour"], light["shape"]) == (PAPER, *analyst[:2])
    assert (shared["shape"], shared["place"]) == (OVERLAP_LOOK.shape, 4)


def test_where_nothing_belongs_stands_a_dash() -> None:
    # Five rows of four columns, of which eight have a mark.
    assert texts_of(drawn()).count("–") == 12
