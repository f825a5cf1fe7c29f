"""Pictures share what does not change, and every size of them agrees with the full one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.hole_layer import HoleLayer
from gui.picture import TILE, Picture, halve, level_count
from tests.gui.support import gradient, rectangle

SHAPE = (600, 777)


def whole_level(picture: Picture, level: int) -> np.ndarray:
    """Put a level together from its tiles."""
    height, width = picture.bases[level].shape[:2]
    rows = [
        np.concatenate([picture.tile((level, y, x)) for x in range(-(-width // TILE))], axis=1)
        for y in range(-(-height // TILE))
    ]
    return np.concatenate(rows)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@settings(max_examples=20)
@given(box=st.tuples(st.integers(0, 590), st.integers(0, 760), st.integers(1, 400), st.integers(1, 400)))
def test_all_sizes_of_a_changed_picture_are_those_of_the_changed_photo(box, dtype: type) -> None:
    image = gradient(*SHAPE, dtype)
    top, left, bottom, right = box[0], box[1], min(box[0] + box[2], 600), min(box[1] + box[3], 777)
    pixels = gradient(bottom - top, right - left, dtype)[:, ::-1]
    where = np.random.default_rng(1).random((bottom - top, right - left)) < 0.5
    picture = Picture.of(image).with_pixels(pixels, (top, left, bottom, right), where)
    expected = image.copy()
    expected[top:bottom, left:right][where] = pixels[where]
    assert np.array_equal(picture.image(), expected)
    for level, base in enumerate(Picture.of(expected).bases):
        assert np.array_equal(whole_level(picture, level), base)


def test_only_touched_tiles_are_new() -> None:
    picture = Picture.of(gradient(*SHAPE))
    pixels = np.zeros((10, 10, 3), np.uint8)
    changed = picture.with_pixels(pixels, (300, 300, 310, 310), np.ones((10, 10), bool))
    assert changed.source((0, 1, 1)) is not picture.source((0, 1, 1))
    assert changed.source((0, 0, 1)) is picture.source((0, 0, 1))
    again = changed.with_pixels(pixels, (10, 10, 20, 20), np.ones((10, 10), bool))
    assert again.source((0, 1, 1)) is changed.source((0, 1, 1))
    assert again.bytes_beyond(changed) < again.bytes_beyond(picture)


def test_nothing_changes_where_nothing_is_to_be_changed() -> None:
    picture = Picture.of(gradient(*SHAPE))
    same = picture.with_pixels(np.zeros((9, 9, 3), np.uint8), (0, 0, 9, 9), np.zeros((9, 9), bool))
    assert same.image() is picture.image()


def test_the_photo_itself_is_not_copied() -> None:
    image = gradient(*SHAPE)
    assert Picture.of(image).image() is image


def test_previews_of_eight_bits_fit_into_photos_of_sixteen() -> None:
    picture = Picture.of(gradient(*SHAPE, np.uint16))
    white = np.full((5, 5, 3), 255, np.uint8)
    changed = picture.with_pixels(white, (0, 0, 5, 5), np.ones((5, 5), bool))
    assert (changed.image()[:5, :5] == 65535).all()


def test_a_picture_cannot_be_written_to() -> None:
    picture = Picture.of(gradient(*SHAPE))
    changed = picture.with_pixels(np.zeros((5, 5, 3), np.uint8), (0, 0, 5, 5), np.ones((5, 5), bool))
    for array in (changed.image(), changed.tile((0, 0, 0)), changed.tile((1, 0, 0))):
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 1


def test_halving_takes_the_mean_and_repeats_an_odd_edge() -> None:
    pixels = np.array([[0, 10, 7], [20, 30, 9]], np.uint8)[..., None].repeat(3, 2)
    assert halve(pixels)[..., 0].tolist() == [[15, 8]]


def test_the_overview_is_the_whole_photo_in_one_tile() -> None:
    overview = Picture.of(gradient(700, 1900, np.uint16)).overview()
    assert overview.dtype == np.uint8
    assert overview.shape[:2] == (88, 238)


@given(st.tuples(st.integers(1, 700), st.integers(1, 700)), st.integers(0, 9))
def test_levels_of_a_hole_are_set_where_anything_below_is(shape: tuple[int, int], seed: int) -> None:
    hole = np.random.default_rng(seed).random(shape) < 0.01
    layer = HoleLayer.of(hole)
    assert layer.levels == level_count(shape)
    for level in range(layer.levels):
        y, x = np.nonzero(hole)
        expected = np.zeros_like(layer.level(level))
        expected[y >> level, x >> level] = True
        assert np.array_equal(layer.level(level), expected)
    assert layer.is_empty() == (not hole.any())


def test_refreshing_a_box_is_enough_for_what_changed_in_it() -> None:
    layer = HoleLayer((500, 900))
    layer.array[:] = rectangle(500, 900, 123, 457, 130, 470)
    layer.refresh((123, 457, 130, 470))
    expected = HoleLayer.of(layer.frozen())
    for level in range(layer.levels):
        assert np.array_equal(layer.level(level), expected.level(level))


def test_a_snapshot_is_equal_and_not_painted_on() -> None:
    hole = rectangle(500, 900, 123, 457, 130, 470)
    layer = HoleLayer.of(hole)
    snapshot = layer.snapshot()
    layer.array[:] = False
    for level in range(layer.levels):
        assert np.array_equal(snapshot.level(level), HoleLayer.of(hole).level(level))
    assert not HoleLayer((50, 50)).snapshot().array.any()
