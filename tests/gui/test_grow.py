"""Growing and shrinking, against exact distances."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import ndimage

from gui.grow import inner_rim, outer_rim
from gui.hole_layer import HoleLayer
from gui.region import Region
from tests.gui.support import rectangle

bitmaps = arrays(bool, st.tuples(st.integers(1, 20), st.integers(1, 20)))


def whole(region: Region | None, shape: tuple[int, int]) -> np.ndarray:
    hole = np.zeros(shape, bool)
    if region is not None:
        top, left, bottom, right = region.box
        hole[top:bottom, left:right] = region.bits
    return hole


def near(bits: np.ndarray, pixels: int) -> np.ndarray:
    """What is within ``pixels`` of what is set."""
    if not bits.any():
        return np.zeros_like(bits)
    return ndimage.distance_transform_edt(~bits) <= pixels


@given(bitmaps, st.integers(1, 8))
def test_growing_adds_all_that_is_near_enough(hole: np.ndarray, pixels: int) -> None:
    box = HoleLayer.of(hole).marked_box()
    assert np.array_equal(whole(outer_rim(hole, box, pixels), hole.shape), near(hole, pixels) & ~hole)


@given(bitmaps, st.integers(1, 8))
def test_shrinking_takes_all_that_is_near_what_is_not_marked(hole: np.ndarray, pixels: int) -> None:
    box = HoleLayer.of(hole).marked_box()
    assert np.array_equal(whole(inner_rim(hole, box, pixels), hole.shape), near(~hole, pixels) & hole)


@pytest.mark.parametrize("pixels", [1, 7, 60])
def test_a_mask_of_many_tiles_is_grown_as_one(pixels: int) -> None:
    hole = rectangle(1100, 1200, 505, 500, 530, 1190) | rectangle(1100, 1200, 0, 0, 3, 3)
    box = HoleLayer.of(hole).marked_box()
    assert np.array_equal(whole(outer_rim(hole, box, pixels), hole.shape), near(hole, pixels) & ~hole)
    assert np.array_equal(whole(inner_rim(hole, box, pixels), hole.shape), near(~hole, pixels) & hole)


def test_damage_at_the_border_stays_there_when_shrunk() -> None:
    hole = rectangle(30, 40, 0, 0, 30, 10)
    assert np.array_equal(
        whole(inner_rim(hole, (0, 0, 30, 10), 2), hole.shape), rectangle(30, 40, 0, 8, 30, 10)
    )


def test_there_is_nothing_around_nothing() -> None:
    hole = np.zeros((30, 40), bool)
    assert outer_rim(hole, (0, 0, 0, 0), 3) is None
    assert inner_rim(hole, (0, 0, 0, 0), 3) is None
