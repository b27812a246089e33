"""The guides that ship: what holds for each of them, and what each is for."""

import re
from collections.abc import Iterator

import pytest

from ibreflect.model.guide import Company, Guide, Point, Seat
from ibreflect.model.sharing import Part
from ibreflect.questionnaires.cards import load_cards
from ibreflect.questionnaires.guides import load_guides
from ibreflect.questionnaires.load import load
from tests.architecture.source import ROOT

FOLDER = ROOT / "questionnaires"
GUIDES = {each.guide.id: each.guide for each in load_guides(FOLDER / "gesprek")}
AN_HOUR = 60
# Of a person; 'haar' for a school or a list does not occur in the guides.
GENDERED = re.compile(r"\b(hij|zij|hem|haar|zijn eigen)\b")
PAIRS = [
    (guide, theme_id, point)
    for guide in GUIDES.values()
    for theme_id, point in ((theme.id, each) for theme in guide.themes for each in theme.points)
]
every_guide = pytest.mark.parametrize("guide", GUIDES.values(), ids=lambda guide: guide.id)


def test_there_is_a_guide_for_every_company() -> None:
    assert {guide_id: guide.company for guide_id, guide in GUIDES.items()} == {
        "coachgesprek": Company.COACH,
        "koerscheck": Company.SCHOOL_LEADER,
        "leerteam": Company.GROUP,
        "reflectiegesprek": Company.SCHOOL_LEADER,
        "visieteam": Company.GROUP,
    }


@every_guide
def test_it_fits_in_an_hour(guide: Guide) -> None:
    assert sum(theme.minutes for theme in guide.themes) <= AN_HOUR


@every_guide
def test_every_theme_has_something_to_talk_about(guide: Guide) -> None:
    assert all(theme.cards or theme.points for theme in guide.themes)


@every_guide
def test_it_speaks_of_everybody_alike(guide: Guide) -> None:
    assert not [text for text in _texts(guide) if GENDERED.search(text)]


@every_guide
def test_a_question_asks_and_an_explanation_ends(guide: Guide) -> None:
    asked = (*guide.owner, *guide.partner)
    assert all(each.text.endswith("?") for each in asked)
    told = [each.hint for each in asked] + [each.explanation for each in guide.themes]
    assert all(each.endswith((".", "?")) for each in (*told, guide.explanation) if each)


@every_guide
def test_only_what_is_cited_is_a_source(guide: Guide) -> None:
    cited = [each.sources for each in (*guide.owner, *guide.partner)]
    cited += [each.sources for each in guide.themes] + [each.sources for each in _points(guide)]
    assert {line.split()[0] for lines in cited for line in lines} == guide.sources.keys()


@every_guide
def test_a_group_prepares_nothing_and_has_no_figures(guide: Guide) -> None:
    if guide.company is not Company.GROUP:
        assert guide.owner
        assert guide.partner
        return
    assert not guide.owner + guide.partner
    assert not any(theme.points or theme.parts or theme.time for theme in guide.themes)


@pytest.mark.parametrize(
    ("guide", "theme_id", "point"), PAIRS, ids=[f"{g.id}-{p.id}" for g, _, p in PAIRS]
)
def test_each_seat_has_a_wording_of_its_own(guide: Guide, theme_id: str, point: Point) -> None:
    if point.topic:
        assert point.owner == point.partner
        return
    assert point.owner != point.partner
    spoken = point.partner if theme_id == "positionering" else point.owner
    about_other = point.owner if theme_id == "positionering" else point.partner
    assert re.search(r"\b(ik|mijn|mij|mijzelf|we)\b", spoken, re.IGNORECASE)
    assert re.match(
        r"De (schoolleider|ib'er|rol van de ib'er)\b|Mijn wens voor de|Tussen", about_other
    )


def test_the_mandate_points_are_those_of_the_map() -> None:
    mandate_map = load(FOLDER / "mandaatkaart.yaml")
    guide = GUIDES["reflectiegesprek"]
    asked = {point.topic: point for point in guide.theme("mandaat").points}
    assert [*asked] == [item.id for item in mandate_map.scales[0].items]
    for item in mandate_map.scales[0].items:
        assert asked[item.id].owner == item.self_text
        assert asked[item.id].sources == item.sources
    levels = tuple(option.word for option in mandate_map.answer_options)
    assert guide.scales["mandaat"].words == levels
    assert guide.scales["mandaat"].apart == 1


def test_how_often_is_said_in_the_words_of_the_scan() -> None:
    scan = load(FOLDER / "kwaliteitscoordinator-2022.yaml")
    words = tuple(option.word for option in scan.answer_options)
    assert GUIDES["reflectiegesprek"].scales["vaak"].words == words


@every_guide
def test_two_steps_differ_except_for_what_was_agreed(guide: Guide) -> None:
    assert all(scale.apart == 2 for name, scale in guide.scales.items() if name != "mandaat")


def test_only_the_considerations_of_the_school_leader_are_private() -> None:
    private = {
        (guide.id, seat, question.id)
        for guide in GUIDES.values()
        for seat in Seat
        for question in guide.questions(seat)
        if question.is_private
    }
    assert private == {
        ("reflectiegesprek", Seat.PARTNER, each) for each in ("kennis", "ruimte", "wie-zie-je")
    }


def test_the_reflection_talk_has_its_themes_in_order() -> None:
    guide = GUIDES["reflectiegesprek"]
    assert [theme.id for theme in guide.themes] == [
        "rollen",
        "mandaat",
        "critical-friend",
        "positionering",
        "tijd",
        "tandem",
    ]
    assert [theme.id for theme in guide.themes if theme.time] == ["tijd"]


def test_both_wish_what_both_see() -> None:
    points = GUIDES["reflectiegesprek"].theme("critical-friend").points
    assert [(point.id, point.scale) for point in points] == [
        ("vragen-nu", "vaak"),
        ("vragen-wens", "wens"),
        ("sturen-nu", "vaak"),
        ("sturen-wens", "wens"),
    ]


def test_the_course_check_asks_what_the_reflection_talk_asks_too() -> None:
    short = {point.id: point for point in _points(GUIDES["koerscheck"])}
    long = {point.id: point for point in _points(GUIDES["reflectiegesprek"])}
    assert all(long[point_id] == point for point_id, point in short.items())
    assert sum(theme.minutes for theme in GUIDES["koerscheck"].themes) == 5


def test_a_coach_looks_at_parts_of_the_picture_and_never_at_what_others_wrote() -> None:
    parts = [part for theme in GUIDES["coachgesprek"].themes for part in theme.parts]
    assert sorted(parts) == sorted({*Part} - {Part.ITEMS, Part.COMMENTS})


def test_every_theme_with_a_coach_has_a_card_for_a_coach() -> None:
    shipped = load_cards(FOLDER / "kaarten" / "gesprekskaarten.yaml").cards
    for_coach = {card.id for card in shipped if "coach" in card.audience}
    without = {
        theme.id for theme in GUIDES["coachgesprek"].themes if not for_coach & {*theme.cards}
    }
    assert not without


def _points(guide: Guide) -> list[Point]:
    return [point for theme in guide.themes for point in theme.points]


def _texts(guide: Guide) -> Iterator[str]:
    yield from (guide.title, guide.explanation)
    for question in (*guide.owner, *guide.partner):
        yield from (question.text, question.hint or "")
    for theme in guide.themes:
        yield from (theme.title, theme.explanation or "")
    for point in _points(guide):
        yield from (point.owner, point.partner)
