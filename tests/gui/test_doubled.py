"""A photo and its mask at twice their size: to be looked at, and to be painted on."""

import numpy as np
import pytest

from gui.boxes import slices, tile_box, tile_indices
from gui.doubled import at_size_of, doubled, resized
from gui.hole_layer import HoleLayer
from gui.picture import TILE, Picture, to_eight_bit
from gui.scene import Scene
from tests.gui.support import gradient, rectangle

SIZES = [(60, 90), (300, 401), (257, 513)]


def whole(picture: Picture, level: int = 0) -> np.ndarray:
    """Put a level together from its tiles, as the canvas does."""
    height, width = (-(-side >> level) for side in picture.shape)
    pixels = np.zeros((height, width, 3), np.uint8)
    for index in tile_indices((0, 0, height, width), TILE):
        pixels[slices(tile_box(index, TILE, (height, width)))] = picture.tile((level, *index))
    return pixels


def blocks(pixels: np.ndarray) -> np.ndarray:
    return pixels.repeat(2, axis=0).repeat(2, axis=1)


@pytest.mark.parametrize("shape", SIZES)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_each_pixel_becomes_a_block_in_what_was_repaired_too(shape: tuple[int, int], dtype: type) -> None:
    picture = Picture.of(gradient(*shape, dtype))
    box = (10, 20, 50, 80)
    white = np.full((40, 60, 3), np.iinfo(dtype).max, dtype)
    picture = picture.with_pixels(white, box, np.ones((40, 60), bool))
    large = doubled(picture)
    assert large.shape == (2 * shape[0], 2 * shape[1])
    assert np.array_equal(whole(large), blocks(to_eight_bit(picture.image())))
    assert np.array_equal(whole(large, 1), to_eight_bit(picture.image()))
    assert np.array_equal(large.overview(), picture.overview())
    assert np.array_equal(whole(at_size_of(picture, doubled(large))), blocks(whole(large)))


def test_what_is_forming_lies_over_the_blocks() -> None:
    picture = Picture.of(gradient(300, 401, np.uint16))
    box = (100, 250, 180, 300)
    large = doubled(picture).with_pixels(np.full((80, 50, 3), 9, np.uint8), box, np.ones((80, 50), bool))
    expected = blocks(to_eight_bit(picture.image()))
    expected[slices(box)] = 9
    assert np.array_equal(whole(large), expected)
    assert (whole(large, 1)[51:89, 126:149] == 9).all()


@pytest.mark.parametrize("shape", SIZES)
def test_a_mask_can_be_doubled_and_halved_again(shape: tuple[int, int]) -> None:
    hole = rectangle(*shape, 7, 31, 58, 33) | rectangle(*shape, 20, 50, 21, shape[1])
    small = HoleLayer.of(hole)
    large = resized(small, (2 * shape[0], 2 * shape[1]))
    fresh = HoleLayer.of(blocks(hole))
    for level in range(fresh.levels):
        assert np.array_equal(large.level(level), fresh.level(level))
    again = resized(large, shape)
    assert np.array_equal(again.array, hole)
    for level in range(again.levels):
        assert np.array_equal(again.level(level), small.level(level))
    assert resized(HoleLayer(shape), large.shape).is_empty()


def test_the_mask_stays_to_be_seen_while_an_enlargement_is_watched() -> None:
    hole = rectangle(300, 400, 100, 150, 140, 203)
    picture = doubled(Picture.of(gradient(300, 400)))
    scene = Scene(picture, HoleLayer.of(hole))
    for level, expected in ((0, blocks(hole)), (1, hole)):
        for index in tile_indices((0, 0, *expected.shape), TILE):
            part = expected[slices(tile_box(index, TILE, expected.shape))]
            tint = scene.tint((level, *index))
            assert np.array_equal(tint, part) if part.any() else tint is None
