"""Shapes without Qt: which pixels an outline goes around, and what painting them costs to undo."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.hole_layer import HoleLayer
from gui.outline import Outline
from gui.region import Region, polygon, rectangle

SHAPE = (23, 31)
corners = st.tuples(st.floats(-10, 40, width=32), st.floats(-10, 40, width=32))


def whole(region: Region | None, shape: tuple[int, int] = SHAPE) -> np.ndarray:
    hole = np.zeros(shape, bool)
    if region is not None:
        top, left, bottom, right = region.box
        hole[top:bottom, left:right] = region.bits
    return hole


def winding(points: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """How often a closed line goes around each of ``centres`` (n, 2), by the angles it is seen under."""
    around = points[:, None] - centres
    angles = np.arctan2(around[..., 1], around[..., 0])
    turns = (np.roll(angles, -1, axis=0) - angles + np.pi) % (2 * np.pi) - np.pi
    return turns.sum(axis=0) / (2 * np.pi)


def distance(points: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """Distance of each of ``centres`` (n, 2) to a closed line."""
    along = np.roll(points, -1, axis=0) - points
    square = np.maximum((along**2).sum(axis=1), 1e-12)[:, None]
    share = ((centres - points[:, None]) * along[:, None]).sum(axis=2) / square
    nearest = points[:, None] + np.clip(share, 0, 1)[..., None] * along[:, None]
    return np.hypot(*np.moveaxis(nearest - centres, 2, 0)).min(axis=0)


@given(st.lists(corners, min_size=3, max_size=9))
def test_an_outline_encloses_the_centres_that_it_goes_around(points: list[tuple[float, float]]) -> None:
    enclosed = whole(polygon(points, SHAPE)).ravel()
    centres = np.argwhere(np.ones(SHAPE))[:, ::-1] + 0.5
    clear = distance(np.array(points), centres) > 1e-4  # centres on the line may fall either way
    goes_around = np.abs(winding(np.array(points), centres)) > 0.5
    assert np.array_equal(enclosed[clear], goes_around[clear])


def test_a_loop_of_the_lasso_is_inside_too() -> None:
    twice = [(2, 2), (20, 2), (20, 20), (2, 20)] * 2
    assert np.array_equal(whole(polygon(twice, SHAPE)), whole(polygon(twice[:4], SHAPE)))


@pytest.mark.parametrize("points", [[], [(3, 3)], [(3, 3), (9, 9)], [(3.1, 3.1), (3.2, 3.1), (3.2, 3.2)]])
def test_what_encloses_no_centre_is_nothing(points: list[tuple[float, float]]) -> None:
    assert polygon(points, SHAPE) is None


@given(corners, corners)
def test_a_rectangle_holds_the_pixels_under_both_its_ends(a, b) -> None:
    y, x = np.mgrid[: SHAPE[0], : SHAPE[1]]
    (left, right), (top, bottom) = (sorted(np.floor(pair)) for pair in zip(a, b, strict=True))
    expected = (y >= top) & (y <= bottom) & (x >= left) & (x <= right)
    assert np.array_equal(whole(rectangle(a, b, SHAPE)), expected)


@pytest.mark.parametrize("value", [True, False])
def test_painting_a_region_can_be_undone(value: bool) -> None:
    shape = (2100, 2200)  # more than one block of the history
    layer = HoleLayer(shape)
    layer.array[::3] = True
    layer.refresh(layer.box)
    before = layer.array.copy()
    region = polygon([(-5, 100), (2195, 1000), (900, 2090)], shape)
    assert region is not None
    edit = region.edit(layer, value)
    assert edit is not None
    edit.toggle(layer)
    inside = whole(region, shape)
    assert np.array_equal(layer.array, np.where(inside, value, before))
    assert region.edit(layer, value) is None
    edit.toggle(layer)
    assert np.array_equal(layer.array, before)


def test_a_polygon_is_closed_at_its_first_corner_and_goes_back_corner_by_corner() -> None:
    outline = Outline("polygon", (2, 2), True)
    assert not outline.press((2.5, 2), 3)  # two corners enclose nothing, so this is one more
    assert outline.back()
    assert not outline.press((20, 2), 3)
    assert not outline.press((20, 20), 3)
    assert outline.press((3, 3), 3)
    assert np.array_equal(whole(outline.region(SHAPE)), whole(polygon([(2, 2), (20, 2), (20, 20)], SHAPE)))
    assert outline.back()
    assert outline.back()
    assert not outline.back()


def test_a_lasso_follows_the_pointer_and_closes_by_itself() -> None:
    outline = Outline("lasso", (2, 2), True)
    for point in [(2.1, 2), (20, 2), (20, 20)]:
        outline.move(point)
    assert outline.points == [(2, 2), (20, 2), (20, 20), (20, 20)]
    assert np.array_equal(whole(outline.region(SHAPE)), whole(polygon([(2, 2), (20, 2), (20, 20)], SHAPE)))


@given(st.lists(corners, min_size=1, max_size=9), st.sampled_from(["lasso", "polygon", "rectangle"]))
def test_the_bounds_hold_all_that_is_drawn(points: list[tuple[float, float]], kind) -> None:
    outline = Outline(kind, (5, 5), True)
    for point in points:
        if kind == "polygon":
            outline.press(point, 0)
        outline.move(point)
        (left, top), (right, bottom) = outline.bounds
        assert all(left <= x <= right and top <= y <= bottom for x, y in outline.points)


def test_a_rectangle_is_drawn_around_whole_pixels() -> None:
    outline = Outline("rectangle", (7.8, 9.2), False)
    outline.move((3.4, 2.6))
    assert outline.points == [(3, 2), (8, 2), (8, 10), (3, 10)]
