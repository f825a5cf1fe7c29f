"""The classical fill agrees with scikit-image's, and never touches what is known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from skimage.restoration import inpaint_biharmonic

from engine.photo import fill
from engine.photo.fill import SPREAD_OF_NOTHING, biharmonic_fill, classical_fill, spread_of_fill


def waves(height: int, width: int) -> np.ndarray:
    y, x = np.mgrid[:height, :width]
    return np.stack([np.sin(x / 5) + y / 30, np.cos(y / 7), np.sin((x + y) / 9)], 2).astype(np.float32)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(12, 40), st.integers(12, 40), st.floats(0.02, 0.6))
def test_equals_scikit_image(seed: int, height: int, width: int, share: float) -> None:
    rng = np.random.default_rng(seed)
    image, hole = waves(height, width), rng.random((height, width)) < share
    if hole.all() or not hole.any():
        return
    ours = biharmonic_fill(image, hole)
    # scikit-image clips to the range of the known values, as we do.
    theirs = inpaint_biharmonic(image.astype(np.float64), hole, channel_axis=-1)
    assert np.abs(ours - theirs)[hole].max() < 2e-3
    assert np.array_equal(ours[~hole], image[~hole])


def test_hole_at_corner_and_border() -> None:
    image, hole = waves(30, 30), np.zeros((30, 30), bool)
    hole[:9, :7] = hole[20:, 28:] = True
    theirs = inpaint_biharmonic(image.astype(np.float64), hole, channel_axis=-1)
    assert np.abs(biharmonic_fill(image, hole) - theirs)[hole].max() < 2e-3


def test_large_hole_is_filled_at_half_size(monkeypatch: pytest.MonkeyPatch) -> None:
    image, hole = waves(61, 83), np.zeros((61, 83), bool)
    hole[20:40, 30:60] = True
    exact = biharmonic_fill(image, hole)
    monkeypatch.setattr(fill, "MAX_UNKNOWNS", 100)
    quick = biharmonic_fill(image, hole)
    assert np.array_equal(quick[~hole], image[~hole])
    assert np.abs(quick - exact)[hole].mean() < 0.2


def test_empty_hole_returns_the_image() -> None:
    image = waves(8, 9)
    assert np.array_equal(biharmonic_fill(image, np.zeros((8, 9), bool)), image)


def test_spread_is_zero_where_known_and_grows_inwards() -> None:
    hole = np.zeros((60, 60), bool)
    hole[10:50, 10:50] = True
    spread = spread_of_fill(hole)
    assert (spread[~hole] == 0).all()
    assert 0 < spread[10, 30] < spread[14, 30] < spread[30, 30] <= 0.33
    assert (spread_of_fill(np.ones((4, 4), bool)) == SPREAD_OF_NOTHING).all()


def test_bounded_fill_stays_within_its_surroundings() -> None:
    image = np.zeros((40, 60, 1), np.float32)
    image[:, 30:] = 1
    hole = np.zeros((40, 60), bool)
    hole[18:22, :] = True
    image[17, 10:50] = np.linspace(0, 1, 40)[:, None]
    free, bounded = biharmonic_fill(image, hole), classical_fill(image, hole)
    assert np.array_equal(bounded[~hole], image[~hole])
    # Far from the edge everything around is 0, and so must the fill be, however the surface swings.
    assert np.abs(bounded[18:22, :4]).max() == 0
    assert np.abs(free[18:22]).max() <= 1


def test_bounded_fill_without_known_values_nearby_is_left_alone() -> None:
    image = waves(50, 50)
    hole = np.ones((50, 50), bool)
    hole[0, :] = False
    assert np.isfinite(classical_fill(image, hole)).all()
