"""The seven regions of the role picture, each measured by its own items."""

from collections.abc import Collection, Mapping

from ibreflect.measure.growth import Noise, Verdict, change
from ibreflect.measure.scales import Score, score, with_value
from ibreflect.model.questionnaire import Given, Questionnaire
from ibreflect.model.role import REGIONS, Region

NO_ITEMS_IN_REGION = "geen stellingen over dit gebied"


def region_scores(
    questionnaire: Questionnaire,
    answers: Mapping[str, Given],
    only: Collection[str] | None = None,
) -> dict[Region, Score]:
    """The score of all seven regions, from the items that touch exactly those roles.

    Overlap has items of its own and is never derived from the scores of roles. `only` keeps just
    the items with these ids. A region without items has no value and says so.
    """
    item_ids: dict[Region, list[str]] = {region: [] for region in REGIONS}
    for item in questionnaire.items:
        if item.roles and (only is None or item.id in only):
            item_ids[item.region].append(item.id)
    return {region: _region_score(item_ids[region], answers) for region in REGIONS}


def overlap(regions: Mapping[Region, Score]) -> dict[Region, Score]:
    """Only the regions in which two or three roles meet."""
    return {region: figures for region, figures in regions.items() if len(region) > 1}


def overlap_shifts(
    before: Mapping[Region, Score], after: Mapping[Region, Score], noise: Noise
) -> dict[Verdict, list[Region]]:
    """The regions of the overlap by verdict, between two rounds in which both have a value.

    A region that rests on one statement in either round is left out: one answer moves more than
    `noise`, which is about whole scales.
    """
    earlier, later = with_value(overlap(before)), with_value(overlap(after))
    shifts: dict[Verdict, list[Region]] = {}
    for region in later:
        if region in earlier and min(before[region].n, after[region].n) > 1:
            verdict = change(earlier[region], later[region], noise).verdict
            shifts.setdefault(verdict, []).append(region)
    return shifts


def _region_score(item_ids: list[str], answers: Mapping[str, Given]) -> Score:
    if not item_ids:
        return Score(None, 0, 0, None, NO_ITEMS_IN_REGION)
    return score(item_ids, answers)
