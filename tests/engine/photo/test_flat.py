"""Patches of one colour are found at any size and depth; grain, gradients, frames and shadows are not."""

import numpy as np
import pytest

from engine.messages import Hole, Image
from engine.photo.flat import flat_pieces, within_margins


def grainy(height: int = 120, width: int = 160, dtype: type = np.uint8) -> Image:
    """A grey wall from dark to light, with grain."""
    top = np.iinfo(dtype).max
    rng = np.random.default_rng(0)
    wall = np.linspace(0.3, 0.7, width)[None, :, None] + rng.normal(0, 0.02, (height, width, 3))
    return np.round(np.clip(wall, 0, 1) * top).astype(dtype)


def with_block(image: Image, colour: float) -> tuple[Image, Hole]:
    hole = np.zeros(image.shape[:2], bool)
    hole[40:90, 30:70] = True
    hole[60:64, 70:140] = True
    filled = np.round(colour * np.iinfo(image.dtype).max).astype(image.dtype)
    return np.where(hole[..., None], filled, image), hole


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("colour", [0.0, 0.2, 0.85, 1.0])
def test_a_block_is_found_to_the_pixel(dtype: type, colour: float) -> None:
    image, hole = with_block(grainy(dtype=dtype), colour)
    assert np.array_equal(flat_pieces(image), hole)


def test_grain_and_smooth_gradients_are_no_damage() -> None:
    assert not flat_pieces(grainy()).any()
    rows, columns = np.mgrid[0:120, 0:160]
    smooth = np.dstack([60 + rows * 0.7, 80 + columns * 0.5, 200 - rows * 0.4]).astype(np.uint8)
    assert not flat_pieces(smooth).any()


def test_a_clipped_highlight_is_entered_gradually_and_kept() -> None:
    rows, columns = np.mgrid[-60:60, -80:80]
    lamp = np.clip(330 - 4 * np.hypot(rows, columns), 0, 255)
    assert (lamp == 255).sum() > 500
    assert not flat_pieces(np.dstack([lamp] * 3).astype(np.uint8)).any()


def test_a_frame_is_kept_but_a_missing_corner_is_found() -> None:
    image = grainy()
    image[:9] = 255
    assert not flat_pieces(image).any()
    image = grainy()
    corner = np.add.outer(np.arange(120), np.arange(160)) < 50
    image[corner] = 255
    assert np.array_equal(flat_pieces(image), corner)


def test_two_colours_that_touch_are_both_found() -> None:
    image, hole = with_block(grainy(), 0.0)
    image[90:110, 30:70] = (200, 10, 10)
    hole[90:110, 30:70] = True
    found = flat_pieces(image)
    assert (found & hole).sum() > 0.97 * hole.sum()
    assert not (found & ~hole).any()


@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (50, 1), (2, 2)])
def test_tiny_photos_are_read(shape: tuple[int, int]) -> None:
    assert flat_pieces(np.zeros((*shape, 3), np.uint8)).shape == shape


def test_white_and_black_margins_are_left_out_to_the_line() -> None:
    photo = grainy(60, 80)
    scan = np.full((100, 150, 3), 255, np.uint8)
    scan[10:70, 20:100] = photo
    scan[:, 120:] = 3
    scan[70:, :] = np.where(np.arange(150) % 2, 250, 255)[None, :, None]  # what JPEG leaves of white
    assert within_margins(scan) == (10, 20, 70, 100)
    assert within_margins(np.ascontiguousarray(scan.swapaxes(0, 1))) == (20, 10, 100, 70)
    assert within_margins(scan.astype(np.uint16) * 257) == (10, 20, 70, 100)


def test_a_sky_and_a_torn_corner_are_no_margins() -> None:
    sky = np.full((50, 60, 3), 240, np.uint8)
    assert within_margins(sky) == (0, 0, 50, 60)
    torn = grainy(50, 60)
    torn[:20, :30] = 255
    assert within_margins(torn) == (0, 0, 50, 60)


@pytest.mark.parametrize("level", [0, 255])
def test_an_image_that_is_all_margin_is_kept_whole(level: int) -> None:
    assert within_margins(np.full((5, 7, 3), level, np.uint8)) == (0, 0, 5, 7)
