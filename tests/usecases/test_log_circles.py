"""Activities as circles: every region has its row, and a place only where it has an area."""

import pytest

from ibreflect.charts.activity_circles import activity_circles
from ibreflect.measure.log_sentences import Tally
from ibreflect.model.role import REGIONS, Role
from ibreflect.usecases.log_circles import Measure, circled
from tests.unit.figures import texts_of


def tallies(**numbers: int) -> dict[tuple[Role, ...], Tally]:
    """Of one activity each minute counts 30; 'both' lies in the first two roles."""
    by_region = {REGIONS[0]: numbers.get("first", 0), REGIONS[3]: numbers.get("both", 0)}
    return {
        region: Tally(by_region.get(region, 0), 30 * by_region.get(region, 0)) for region in REGIONS
    }


def test_the_areas_are_the_shares_of_what_was_counted() -> None:
    """Of 4 in the first role, 2 are in the second as well: circles of 4/4 and 2/4 of the whole."""
    shown = circled(tallies(first=2, both=2), Measure.NUMBER)
    assert shown
    radii = dict(zip(shown.drawn["region"], shown.drawn["radius"], strict=True))
    first, second = (radii[role] for role in REGIONS[3])
    assert 3.141592653589793 * first**2 == pytest.approx(1)
    assert (second / first) ** 2 == pytest.approx(1 / 2)
    assert shown.drawn["radius"].notna().sum() == 2
    assert "hoogstens 1 procentpunt" in shown.about


def test_the_numbers_are_written_as_counted_or_in_minutes() -> None:
    for measure, written in ((Measure.NUMBER, {"5", "2"}), (Measure.MINUTES, {"150", "60"})):
        shown = circled(tallies(first=5, both=2), measure)
        assert shown
        assert list(shown.drawn["region"]) == ["+".join(region) for region in REGIONS]
        assert written <= set(texts_of(activity_circles(shown.drawn)))


def test_of_nothing_there_are_no_circles() -> None:
    assert circled(tallies(), Measure.NUMBER) is None
