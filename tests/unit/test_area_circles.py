import math
from collections.abc import Mapping
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.area_circles import LARGEST_TRUE, Fit, about_fit, fit
from ibreflect.measure.circle_areas import distance_for, lens, region_shares
from ibreflect.measure.simplex import lowest
from ibreflect.model.role import REGIONS, Region, Role

LC, TA, ZR = Role
COUNTS = st.lists(st.integers(0, 60), min_size=7, max_size=7).filter(any)


def weights(*counts: float) -> dict[Region, float]:
    """In the order LC, TA, ZR, LC+TA, LC+ZR, TA+ZR, all three."""
    return dict(zip(REGIONS, counts, strict=True))


def drawn(*counts: float) -> Fit:
    found = fit(weights(*counts))
    assert found is not None
    return found


def area_of(role: Role, shares: Mapping[Region, float]) -> float:
    return sum(share for region, share in shares.items() if role in region)


def test_two_circles_through_each_others_centre_share_the_known_lens() -> None:
    # r = s = d = 1: cos a = 1/2, so a = pi/3 and each segment is pi/3 - sin(2 pi/3)/2
    # = pi/3 - sqrt(3)/4; the lens is twice that, 2 pi/3 - sqrt(3)/2 = 1.228370 (vesica piscis).
    assert lens(1, 1, 1) == pytest.approx(2 * math.pi / 3 - math.sqrt(3) / 2, abs=1e-12)


def test_circles_that_cross_at_right_angles_share_the_known_lens() -> None:
    # r = 1, s = sqrt(3), d = 2 (1 + 3 = 4: the radii to a crossing are at right angles).
    # cos a = (4 + 1 - 3) / 4 = 1/2: a = pi/3; cos b = (4 + 3 - 1) / (4 sqrt 3) = sqrt(3)/2:
    # b = pi/6. Lens = (pi/3 - sqrt(3)/4) + 3 (pi/6 - sqrt(3)/4) = 5 pi/6 - sqrt(3) = 0.885943.
    assert lens(1, math.sqrt(3), 2) == pytest.approx(5 * math.pi / 6 - math.sqrt(3), abs=1e-12)


@pytest.mark.parametrize(
    ("distance", "shared"), [(3, 0), (5, 0), (1, math.pi), (0.2, math.pi), (0, math.pi)]
)
def test_circles_apart_share_nothing_and_a_circle_inside_shares_itself(
    distance: float, shared: float
) -> None:
    assert lens(1, 2, distance) == pytest.approx(shared)


@given(st.floats(0.01, 1), st.floats(0.01, 1), st.floats(0.01, 0.99))
def test_the_distance_gives_back_the_area(one: float, other: float, share: float) -> None:
    shared = share * math.pi * min(one, other) ** 2
    assert lens(one, other, distance_for(one, other, shared)) == pytest.approx(shared, rel=1e-6)


def test_the_middle_of_three_equal_circles_is_the_known_triangle() -> None:
    # Three circles of radius 1 through each other's centres share a Reuleaux triangle of width 1,
    # (pi - sqrt 3) / 2 = 0.704771; each pair shares 2 pi/3 - sqrt(3)/2 = 1.228370.
    # A pair without the third: 1.228370 - 0.704771 = 0.523599 (pi/6); one alone:
    # pi - 2 * 1.228370 + 0.704771 = 1.389624; all together 3 * 1.389624 + 3 * 0.523599 + 0.704771
    # = 6.444440. As shares: 0.215631, 0.081248 and 0.109361.
    places = np.array([0, 1, np.exp(1j * math.pi / 3)])
    shares = region_shares(places, np.ones(3))
    assert shares == pytest.approx([*[0.215631] * 3, *[0.081248] * 3, 0.109361], abs=1e-5)


def test_the_simplex_finds_the_foot_of_a_bent_valley() -> None:
    # Rosenbrock (1960): (1 - x)^2 + 100 (y - x^2)^2 is lowest, 0, at (1, 1).
    def valley(at: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
        return float((1 - at[0]) ** 2 + 100 * (at[1] - at[0] ** 2) ** 2)

    assert lowest(valley, np.array([-1.2, 1.0]), step=0.5) == pytest.approx([1, 1], abs=1e-2)


@given(COUNTS)
def test_what_is_drawn_adds_up_and_each_circle_is_its_role(counts: list[int]) -> None:
    found = drawn(*counts)
    assert sum(found.areas.values()) == pytest.approx(1)
    for role in Role:
        share = area_of(role, found.weights) / sum(counts)
        circle = found.circles.get(role)
        assert math.pi * (circle.radius**2 if circle else 0) == pytest.approx(share)


@given(COUNTS)
def test_the_error_is_the_largest_difference_of_the_shares(counts: list[int]) -> None:
    found = drawn(*counts)
    differences = [
        abs(found.weights[region] / sum(counts) - found.areas[region]) for region in REGIONS
    ]
    assert found.error == pytest.approx(max(differences))


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_two_roles_are_always_drawn_exactly(one: int, other: int, both: int) -> None:
    if one + other + both:
        assert drawn(one, other, 0, both, 0, 0, 0).error < 1e-3


@given(COUNTS, st.permutations(list(Role)))
def test_other_names_for_the_roles_give_the_same_circles(
    counts: list[int], order: list[Role]
) -> None:
    named = dict(zip(Role, order, strict=True))
    first = drawn(*counts)
    second = fit(
        {tuple(sorted(named[role] for role in region)): n for region, n in first.weights.items()}
    )
    assert second is not None
    # Strips are upright, so turned circles are measured a little differently.
    assert second.error == pytest.approx(first.error, abs=1e-4)
    for region in REGIONS:
        renamed = tuple(sorted(named[role] for role in region))
        candidates = [first.areas[twin] for twin in twins(first, region)]
        assert any(second.areas[renamed] == pytest.approx(area, abs=1e-4) for area in candidates)


def twins(found: Fit, region: Region) -> set[Region]:
    """The regions that may trade places with this one: the weights cannot tell them apart."""
    alike = set()
    for order in permutations(Role):
        named = dict(zip(Role, order, strict=True))
        moved = {each: tuple(sorted(named[role] for role in each)) for each in REGIONS}
        if all(found.weights[each] == found.weights[moved[each]] for each in REGIONS):
            alike.add(moved[region])
    return alike


@given(COUNTS, st.sampled_from([0.5, 3, 45, 1000]))
def test_the_unit_of_the_weights_does_not_matter(counts: list[int], unit: float) -> None:
    first, second = drawn(*counts), drawn(*[count * unit for count in counts])
    assert second.error == pytest.approx(first.error, abs=1e-6)
    for role, circle in first.circles.items():
        assert second.circles[role] == pytest.approx(circle, abs=1e-6)


def test_no_other_places_of_the_circles_are_better() -> None:
    # Searched over all places by differential evolution (scipy 1.17, 300 generations): 0.0885.
    assert drawn(0, 20, 7, 7, 27, 9, 1).error == pytest.approx(0.0885, abs=2e-4)


def test_a_role_without_activities_has_no_circle() -> None:
    found = drawn(3, 4, 0, 2, 0, 0, 0)
    assert set(found.circles) == {LC, TA}
    assert set(found.labels) == {(LC,), (TA,), REGIONS[3]}


def test_roles_that_share_nothing_stand_apart() -> None:
    circles = list(drawn(3, 4, 5, 0, 0, 0, 0).circles.values())
    for one in circles:
        for other in circles:
            if one != other:
                apart = math.dist(one[:2], other[:2])
                assert apart > one.radius + other.radius


def test_a_role_within_another_lies_inside_it() -> None:
    found = drawn(6, 0, 0, 3, 0, 0, 0)
    outer, inner = found.circles[LC], found.circles[TA]
    assert math.dist(outer[:2], inner[:2]) + inner.radius < outer.radius
    assert found.error < 1e-9


def test_everything_in_all_roles_is_three_times_the_same_circle() -> None:
    found = drawn(0, 0, 0, 0, 0, 0, 5)
    one, *others = found.circles.values()
    assert all(other == pytest.approx(one) for other in others)
    assert list(found.labels) == [REGIONS[6]]


def test_nothing_gives_no_circles() -> None:
    assert fit(weights(0, 0, 0, 0, 0, 0, 0)) is None
    assert fit({}) is None


def test_a_weight_below_zero_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="0 or more"):
        fit(weights(1, -1, 0, 0, 0, 0, 0))


def test_one_in_ten_thousand_is_still_drawn() -> None:
    found = drawn(10_000, 1, 0, 1, 0, 0, 0)
    assert found.error < 1e-4
    assert found.circles[TA].radius / found.circles[LC].radius == pytest.approx(
        math.sqrt(2 / 10_001)
    )


def test_the_roles_stand_where_the_role_picture_has_them() -> None:
    circles = drawn(10, 8, 6, 3, 2, 4, 1).circles
    assert circles[LC].x < circles[TA].x
    assert circles[ZR].y > max(circles[LC].y, circles[TA].y)


@given(COUNTS)
def test_each_label_lies_in_its_region_only(counts: list[int]) -> None:
    found = drawn(*counts)
    for region, label in found.labels.items():
        for role, circle in found.circles.items():
            beyond = math.dist(label[:2], circle[:2]) - circle.radius
            # The outlines are followed with 128 points, so within a thousandth of the radius.
            assert beyond < 1e-3 if role in region else beyond > -1e-3


def test_a_true_picture_says_how_true() -> None:
    said = about_fit(drawn(10, 8, 6, 3, 2, 4, 1))
    assert "hoogstens 2 procentpunt" in said
    assert "hoogstens 1 procentpunt" in about_fit(drawn(1, 0, 0, 0, 0, 0, 0))


def test_a_picture_that_cannot_be_true_says_that_the_table_leads() -> None:
    # Only pairs: three circles cannot each lie in the other two and leave the middle empty.
    found = drawn(0, 0, 0, 1, 1, 1, 0)
    assert found.error > LARGEST_TRUE
    assert not found.is_true
    assert "niet precies" in about_fit(found)
    assert "Ga uit van de tabel." in about_fit(found)
