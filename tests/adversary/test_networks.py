"""Nothing about fewer than five schools follows from all that is published of a network."""

import pytest

from tests.adversary import networks
from tests.adversary.networks import PLANTED, PRODUCT, Rules

NETWORKS = 12
AT_MOST = 40


@pytest.mark.parametrize("seed", range(NETWORKS))
def test_nothing_is_learned_about_fewer_than_five_schools(seed: int) -> None:
    assert networks.breaches(PRODUCT, seed) == []


@pytest.mark.parametrize("weakness", PLANTED, ids=lambda each: each.name)
def test_a_planted_weakness_is_found(weakness: Rules) -> None:
    assert any(networks.breaches(weakness, seed) for seed in range(AT_MOST))
