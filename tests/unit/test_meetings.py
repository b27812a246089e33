"""Themes for the meeting of a network: their file, and which of them are suggested."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.__main__ import main
from ibreflect.errors import QuestionnaireError
from ibreflect.measure.network import LESS_THAN_A_QUARTER, MORE_THAN_HALF, UP_TO_HALF, Unity
from ibreflect.measure.network_themes import Reason, reasons, suggested
from ibreflect.model.meeting import GAPS, NAMED_FIGURES, TIME, UNSEEN, UNSURE
from ibreflect.model.network import Dot, Figures, ScaleFigure, Shift, Strip
from ibreflect.questionnaires.meetings import load_meeting, load_meetings
from tests.architecture.source import ROOT

QUESTIONNAIRES = ROOT / "questionnaires"
GOOD = """\
versie: 1.0.0
bronnen:
  "000": {bestand: artikel.txt, titel: Een artikel}
themas:
  - id: eerste
    titel: Samen
    minuten: 20
    toelichting: Om over te praten.
    vraag: Hoe gaat dit bij jullie?
    bron: [000 r.1-2]
    figuren: [effect/activity_effect, mandaat]
    kaarten: [mandaat]
"""
MISTAKES = [
    ("versie: 1.0.0", "versie: een", 1, "zoals '1.0.0'"),
    ("id: eerste", "id: Het eerste", 5, "zoals 'waar-we-staan'"),
    ("    titel: Samen\n", "", 5, "'titel' ontbreekt"),
    ("minuten: 20", "minuten: 91", 7, "het getal 91 is te hoog"),
    ("toelichting:", "toelichtng:", 8, "Bedoel je 'toelichting'?"),
    ("000 r.1-2", "001 r.1-2", 10, "bron '001' staat niet in 'bronnen'"),
    ("effect/activity_effect", "effect/activity", 11, "schaal 'effect/activity' is er niet"),
    ("effect/activity_effect", "effect/activity", 11, "Kies uit: effect/activity_effect."),
    ("effect/activity_effect", "weg/schaal", 11, "kies uit: mandaat, onzichtbaar, verschil, tijd."),
    ("effect/activity_effect", "rolhelderheid/role_clarity", 11, "is er niet in de figuren"),
    ("effect/activity_effect", "mandaten", 11, "zoals 'effect/activity_effect'"),
    ("effect/activity_effect", "mandaat", 11, "'mandaat' staat twee keer"),
    ("[mandaat]\n", "[weg]\n", 12, "thema eerste, kaart nummer 1: kaart 'weg' bestaat niet"),
    ("praten.", "<b>praten</b>.", 8, "de tekst bevat HTML"),
]
A, B = "effect/activity_effect", "positiebesef/position_awareness"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of themes beside the cards and one questionnaire that ship."""
    (tmp_path / "kaarten").symlink_to(QUESTIONNAIRES / "kaarten")
    for name in ("effect.yaml", "rolhelderheid.yaml"):
        (tmp_path / name).symlink_to(QUESTIONNAIRES / name)
    themes = tmp_path / "netwerk"
    themes.mkdir()
    return themes


def test_the_themes_that_ship_are_in_order() -> None:
    (file,) = load_meetings(QUESTIONNAIRES)
    shown = {key for theme in file.themes for key in theme.figures}
    assert shown >= {*NAMED_FIGURES}
    assert all(theme.question.endswith("?") for theme in file.themes)
    cited = {line.split()[0] for theme in file.themes for line in theme.sources}
    assert cited == file.sources.keys()


@pytest.mark.parametrize(("old", "new", "line", "says"), MISTAKES)
def test_a_mistake_is_told_with_its_line(
    folder: Path, old: str, new: str, line: int, says: str
) -> None:
    assert old in GOOD
    with pytest.raises(QuestionnaireError) as raised:
        load_meeting(_written(folder, GOOD.replace(old, new, 1)))
    told = str(raised.value).splitlines()
    assert any(f"regel {line}" in each and says in each for each in told), told


def test_an_id_is_given_once(folder: Path) -> None:
    theme = GOOD[GOOD.index("  - id") :]
    with pytest.raises(QuestionnaireError, match="'eerste' staat er al"):
        load_meeting(_written(folder, GOOD + theme))
    _written(folder, GOOD)
    _written(folder, GOOD, "tweede.yaml")
    with pytest.raises(QuestionnaireError, match="heeft ook een thema met het id 'eerste'"):
        load_meetings(folder.parent)


def test_without_a_folder_there_are_no_themes(tmp_path: Path) -> None:
    assert load_meetings(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        (GOOD, 0, "in orde (1 thema's, versie 1.0.0)."),
        (GOOD.replace("[mandaat]", "[weg]"), 1, "kaart 'weg' bestaat niet"),
    ],
)
def test_the_command_checks_them(folder: Path, text: str, code: int, says: str) -> None:
    told = CliRunner().invoke(main, ["check", str(_written(folder, text))])
    assert told.exit_code == code
    assert says in told.output


@pytest.mark.parametrize(
    ("key", "changes", "why"),
    [
        (UNSURE, {"unsure": {"MI1": MORE_THAN_HALF}}, (Reason.UNSURE,)),
        (UNSURE, {"unsure": {"MI1": UP_TO_HALF}}, ()),
        (UNSEEN, {"unseen": {"LC1": MORE_THAN_HALF}}, (Reason.UNSEEN,)),
        (UNSEEN, {"unseen": {"LC1": LESS_THAN_A_QUARTER}}, ()),
        (GAPS, {"gaps": {A: Dot(-0.5, "")}}, (Reason.APART,)),
        (GAPS, {"gaps": {A: Dot(0.4, "")}}, ()),
        (TIME, {"time": {"x": 100}}, ()),
    ],
)
def test_why_a_theme_gives_something_to_talk_about(
    key: str, changes: dict[str, object], why: tuple[Reason, ...]
) -> None:
    assert reasons(_figures()._replace(**changes), [key]) == why  # type: ignore[arg-type]


def test_a_change_counts_beyond_its_error_whichever_way_it_goes() -> None:
    for change, why in ((-0.4, (Reason.CHANGED,)), (0.4, (Reason.CHANGED,)), (0.3, ())):
        scale = _scale(A, [3.0], Unity.MIXED, Shift(change, 0.3, 5))
        assert reasons(_figures(scale), [A]) == why


def test_what_is_hidden_is_not_suggested() -> None:
    hidden = ScaleFigure(A, (), Unity.DIVIDED, Shift(1.0, 0.1, 5))
    assert suggested(_figures(hidden), {"thema": [A]}) == ()


def test_at_most_three_with_most_reasons_first() -> None:
    figures = _figures(
        _scale(A, [2.0, 4.0], Unity.DIVIDED, None),
        _scale(B, [2.0, 4.0], Unity.DIVIDED, Shift(1.0, 0.1, 5)),
    )
    themes = {"een": [A], "twee": [TIME], "drie": [B], "vier": [A], "vijf": [A]}
    assert suggested(figures, themes) == ("drie", "een", "vier")


def _scale(key: str, values: list[float], unity: Unity, shift: Shift | None) -> ScaleFigure:
    return ScaleFigure(key, (Strip((), tuple(Dot(each, "") for each in values)),), unity, shift)


SCALES = st.builds(
    _scale,
    st.sampled_from([A, B, "effect/c", "effect/d", "effect/e"]),
    st.lists(st.floats(2, 4), min_size=1, max_size=5),
    st.sampled_from(Unity),
    st.none() | st.builds(Shift, st.floats(-2, 2), st.floats(0, 1), st.just(5)),
)


@given(
    scales=st.lists(SCALES, unique_by=lambda each: each.key, max_size=5),
    shift=st.floats(-1, 1),
)
def test_how_high_a_scale_lies_never_counts(scales: list[ScaleFigure], shift: float) -> None:
    themes = {each.key: [each.key] for each in scales}
    moved = [
        each._replace(strips=tuple(_moved(strip, shift) for strip in each.strips))
        for each in scales
    ]
    assert suggested(_figures(*moved), themes) == suggested(_figures(*scales), themes)


def _moved(strip: Strip, shift: float) -> Strip:
    return strip._replace(dots=tuple(Dot(dot.value + shift, "") for dot in strip.dots))


def _figures(*scales: ScaleFigure) -> Figures:
    return Figures(10, 10, "", scales, {}, {}, {}, {})


def _written(folder: Path, text: str, name: str = "proef.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
