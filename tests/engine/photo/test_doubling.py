"""Twice the size and back again: interpolation and rounding that keep every 2 x 2 average."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.photo.doubling import BAND, as_pixels, averages, bicubic, doubled, interpolated
from engine.photo.pyramid import to_unit


def noise(height: int, width: int, dtype: type = np.uint8, channels: int = 3) -> NDArray[np.integer]:
    rng = np.random.default_rng(height * 1000 + width)
    return rng.integers(0, np.iinfo(dtype).max, (height, width, channels), endpoint=True).astype(dtype)


def shrunk(large: NDArray[np.integer]) -> NDArray[np.float64]:
    height, width = large.shape[0] // 2, large.shape[1] // 2
    return large.reshape(height, 2, width, 2, -1).astype(np.float64).mean(axis=(1, 3))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 9),
    st.integers(1, 9),
    st.sampled_from([np.uint8, np.uint16]),
    st.floats(0, 3),
    st.integers(0, 99),
)
def test_rounded_blocks_average_to_their_pixel_exactly(
    height: int, width: int, dtype: type, wildness: float, seed: int
) -> None:
    small = noise(height, width, dtype)
    rng = np.random.default_rng(seed)
    small[rng.random(small.shape) < 0.2] = np.iinfo(dtype).max
    small[rng.random(small.shape) < 0.2] = 0
    wild = rng.normal(0, wildness, (2 * height, 2 * width, 3)).astype(np.float32)
    large = as_pixels(wild, small)
    assert large.dtype == dtype
    assert np.array_equal(shrunk(large), small)


def test_rounding_moves_what_fits_by_less_than_a_level() -> None:
    small = noise(20, 30) // 2 + 60
    wanted = interpolated(to_unit(small))
    assert np.abs((wanted + 1) * 127.5 - as_pixels(wanted, small)).max() < 1.001


def test_opencv_shrinks_it_back_to_the_photo() -> None:
    small = noise(31, 17)
    large = doubled(small)
    assert large.shape == (62, 34, 3)
    assert np.array_equal(cv2.resize(large, (17, 31), interpolation=cv2.INTER_AREA), small)


def test_interpolation_keeps_averages_and_beats_bicubic() -> None:
    y, x = np.mgrid[:96, :96]
    truth = np.stack([np.sin(x / 3), np.cos(y / 4), np.sin((x + y) / 5)], axis=-1).astype(np.float32)
    small = averages(truth)
    large = interpolated(small)
    assert np.abs(averages(large) - small).max() < 1e-5
    assert np.square(large - truth).mean() < 0.95 * np.square(bicubic(small) - truth).mean()


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_bands_come_out_as_the_whole_would(dtype: type) -> None:
    tall = noise(BAND + 70, 5, dtype, channels=1)
    whole = as_pixels(interpolated(to_unit(tall)), tall)
    assert np.abs(doubled(tall).astype(int) - whole).max() <= 1


def test_what_is_opaque_or_transparent_throughout_stays_so() -> None:
    for value in (0, 255):
        flat = np.full((6, 7, 1), value, np.uint8)
        assert (doubled(flat) == value).all()
