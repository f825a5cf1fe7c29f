"""Every damaged pixel is planned for, in regions that stay small."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.photo.regions import crop, owned, plan_regions


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 300), st.integers(1, 300), st.integers(1, 30))
def test_every_hole_pixel_is_in_a_core_of_bounded_size(seed: int, height: int, width: int, dots: int) -> None:
    rng = np.random.default_rng(seed)
    hole = np.zeros((height, width), bool)
    hole[rng.integers(0, height, dots), rng.integers(0, width, dots)] = True
    left = hole.copy()
    for region in plan_regions(hole, context=20, largest_core=64):
        top, side, bottom, right = region.core
        assert 0 < bottom - top <= 64
        assert 0 < right - side <= 64
        assert region.box[0] == max(top - 20, 0)
        assert region.box[3] == min(right + 20, width)
        mine = owned(hole, region)
        assert mine.any()
        crop(left, region.box)[mine] = False
    assert not left.any()


def test_far_damage_makes_small_regions() -> None:
    hole = np.zeros((4000, 6000), bool)
    hole[100:120, 100:130] = hole[2000:2010, 3000:3050] = hole[3990:, 5990:] = True
    regions = plan_regions(hole)
    assert len(regions) == 3
    assert sum(region.area for region in regions) < 0.005 * hole.size


def test_near_damage_is_one_region() -> None:
    hole = np.zeros((400, 400), bool)
    hole[100:110, 100:110] = hole[100:110, 125:130] = True
    assert len(plan_regions(hole)) == 1


def test_empty_hole_needs_no_region() -> None:
    assert plan_regions(np.zeros((50, 50), bool)) == []
