"""Scales of a repair: wide parts go down, thin ones stay, and pixels keep their places."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.photo.pyramid import Scale, build_pyramid, double, from_unit, halve, to_unit, wide_part


def test_thin_damage_has_one_scale() -> None:
    hole = np.zeros((100, 120), bool)
    hole[:, 60:70] = True
    scales = build_pyramid(np.zeros((100, 120, 3), np.uint8), hole, reach=8)
    assert len(scales) == 1
    assert scales[0].wide is None


def test_wide_damage_is_halved_until_it_is_thin() -> None:
    hole = np.zeros((401, 399), bool)
    hole[150:250, 140:260] = True
    hole[5, :] = True
    scales = build_pyramid(np.zeros((401, 399, 3), np.uint8), hole, reach=8)
    assert len(scales) == 4
    assert scales[0].wide is not None
    assert not scales[0].wide[5].any()
    assert scales[0].wide[150:250, 140:260].mean() > 0.99
    assert not wide_part(scales[-1].hole, 8).any()
    middle = scales[-1].in_photo((0, 0, *scales[-1].hole.shape))
    assert middle[0] <= 150
    assert middle[2] >= 250


def test_a_hole_without_surroundings_stops_the_descent() -> None:
    hole = np.ones((64, 64), bool)
    hole[0, 0] = False
    assert len(build_pyramid(np.zeros((64, 64, 3), np.uint8), hole, reach=8)) >= 1


def test_halving_looks_at_known_pixels_only() -> None:
    image = np.full((5, 7, 3), 0.25, np.float32)
    hole = np.zeros((5, 7), bool)
    hole[0:2, 0:2] = hole[2, 2] = True
    image[hole] = 99
    small, small_hole = halve(image, hole)
    assert small.shape == (3, 4, 3)
    assert small_hole[0, 0]
    assert small_hole.sum() == 1
    assert np.allclose(small[~small_hole], 0.25)


def test_doubling_undoes_halving_of_smooth_pictures() -> None:
    y, x = np.mgrid[:63, :81]
    image = np.stack([x / 81, y / 63, (x + y) / 144], 2).astype(np.float32)
    small, _ = halve(image, np.zeros((63, 81), bool))
    again = double(small, 63, 81)
    assert np.abs(again - image)[4:-4, 4:-4].max() < 0.01


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_pixels_survive_the_unit_range(dtype: type) -> None:
    values = np.arange(0, np.iinfo(dtype).max + 1, 1 if dtype is np.uint8 else 7).astype(dtype)
    assert np.array_equal(from_unit(to_unit(values), np.dtype(dtype)), values)


@pytest.mark.parametrize("height", [255, 257, 513])
def test_halving_in_bands_shows_no_seam(height: int) -> None:
    rng = np.random.default_rng(0)
    image, hole = rng.integers(0, 256, (height, 6, 3), np.uint8), rng.random((height, 6)) < 0.3
    tops = range(0, height, 2)
    apart = [halve(image[top : top + 2], hole[top : top + 2]) for top in tops]
    small, small_hole = halve(image, hole)
    assert np.array_equal(small, np.concatenate([part[0] for part in apart]))
    assert np.array_equal(small_hole, np.concatenate([part[1] for part in apart]))


@settings(deadline=None)
@given(st.data())
def test_a_part_of_the_coarser_scale_is_enlarged_as_the_whole_is(data: st.DataObject) -> None:
    box = (4, 7, 45, 60)
    canvas = np.zeros((50, 70, 3), np.uint8)
    scale = Scale(canvas, np.zeros((50, 70), bool), None, box, 1, (0, 0))
    coarse = np.random.default_rng(0).random((21, 27, 3)).astype(np.float32)
    whole = np.zeros(canvas.shape, np.float32)
    whole[4:45, 7:60] = double(coarse, 41, 53)
    top, left = data.draw(st.integers(0, 49)), data.draw(st.integers(0, 69))
    bottom, right = data.draw(st.integers(top + 1, 50)), data.draw(st.integers(left + 1, 70))
    part = scale.from_coarser(coarse, (top, left, bottom, right))
    assert np.allclose(part, whole[top:bottom, left:right], atol=1e-6)
