"""Painting without Qt: what a stroke covers, and that undo takes all of it back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.brush import Stroke, capsule_spans, snapped
from gui.hole_layer import HoleLayer
from gui.undo import BitPatch, HoleEdit, Inversion

coordinates = st.floats(-30, 90, allow_nan=False, width=32)
points = st.tuples(coordinates, coordinates)


def covered(shape: tuple[int, int], start, end, radius: float) -> np.ndarray:
    top, first, after = capsule_spans(start, end, radius, shape)
    hole = np.zeros(shape, bool)
    for row, (left, right) in enumerate(zip(first, after, strict=True)):
        hole[top + row, left:right] = True
    return hole


def distances(shape: tuple[int, int], start, end) -> np.ndarray:
    """Distance of every pixel's centre to a line, by the textbook."""
    y, x = np.mgrid[: shape[0], : shape[1]] + 0.5
    start, end = np.array(start, float), np.array(end, float)
    along = end - start
    square = float(along @ along)
    t = np.zeros(shape) if square == 0 else ((x - start[0]) * along[0] + (y - start[1]) * along[1]) / square
    t = np.clip(t, 0, 1)
    return np.hypot(x - start[0] - t * along[0], y - start[1] - t * along[1])


@given(points, points, st.floats(0.5, 30))
def test_a_line_covers_exactly_the_centres_within_its_radius(start, end, radius: float) -> None:
    shape = (50, 60)
    hole, distance = covered(shape, start, end, radius), distances(shape, start, end)
    clear = np.abs(distance - radius) > 1e-4  # centres on the very edge may fall either way
    assert np.array_equal(hole[clear], (distance < radius)[clear])


@pytest.mark.parametrize(("diameter", "pixels"), [(1, 1), (2, 4), (3, 9), (4, 12), (5, 21)])
def test_small_brushes_paint_even_dots(diameter: int, pixels: int) -> None:
    layer = HoleLayer((20, 20))
    Stroke(layer, True, diameter).line_to((10.3, 10.4))
    assert layer.array.sum() == pixels
    assert np.array_equal(layer.array, layer.array.T)


def test_a_one_pixel_line_has_no_gaps() -> None:
    layer = HoleLayer((40, 40))
    stroke = Stroke(layer, True, 1)
    stroke.line_to((2, 3))
    stroke.line_to((37, 20))
    assert layer.array.any(axis=0)[2:38].all()


def test_a_stroke_reports_the_box_it_touched() -> None:
    layer = HoleLayer((40, 60))
    assert Stroke(layer, True, 4).line_to((30, 20)) == (18, 28, 22, 32)
    assert Stroke(layer, True, 4).line_to((-30, 20)) is None


def test_erasing_takes_marks_away() -> None:
    layer = HoleLayer.of(np.ones((30, 30), bool))
    Stroke(layer, False, 10).line_to((15, 15))
    assert not layer.array[15, 15]
    assert layer.array[0, 0]


def test_even_brushes_snap_to_corners_and_odd_ones_to_centres() -> None:
    assert snapped((3.2, 4.7), 4) == (3, 5)
    assert snapped((3.2, 4.7), 5) == (3.5, 4.5)


def test_a_stroke_that_changes_nothing_is_no_edit() -> None:
    stroke = Stroke(HoleLayer((30, 30)), False, 10)
    stroke.line_to((15, 15))
    assert stroke.finish() is None


strokes = st.tuples(st.booleans(), st.integers(1, 120), st.lists(points, min_size=1, max_size=4))
actions = st.lists(st.one_of(strokes, st.sampled_from(["invert", "clear"])), max_size=8)


@given(actions, st.tuples(st.integers(1, 300), st.integers(1, 300)))
def test_undoing_everything_returns_to_the_first_state(actions, shape: tuple[int, int]) -> None:
    layer = HoleLayer(shape)
    layer.array[::3, ::2] = True
    layer.refresh(layer.box)
    first, states, edits = layer.snapshot(), [], []
    for action in actions:
        if action == "invert":
            edit = Inversion()
            edit.toggle(layer)
        elif action == "clear":
            edit = HoleEdit.between(layer, None)
            if edit is not None:
                edit.toggle(layer)
        else:
            value, diameter, path = action
            stroke = Stroke(layer, value, diameter)
            for point in path:
                stroke.line_to(point)
            edit = stroke.finish()
        if edit is not None:
            edits.append(edit)
            states.append(layer.array.copy())
    for edit, state in zip(reversed(edits), reversed(states), strict=True):
        assert np.array_equal(layer.array, state)
        edit.toggle(layer)
    for level in range(layer.levels):
        assert np.array_equal(layer.level(level), first.level(level))


def test_a_stroke_across_a_large_photo_costs_kilobytes() -> None:
    layer = HoleLayer((4000, 6000))
    stroke = Stroke(layer, True, 60)
    for k in range(0, 4000, 50):
        stroke.line_to((1.4 * k, k))
    edit = stroke.finish()
    assert edit is not None
    assert sum(len(patch.data) for patch in edit.patches) < 40_000


@pytest.mark.parametrize("share", [0.0005, 0.02, 0.5, 0.98])
@pytest.mark.parametrize("side", [1, 300])
def test_noise_comes_back_bit_for_bit_and_takes_no_more_than_its_bits(share: float, side: int) -> None:
    bits = np.random.default_rng(0).random((side, side)) < share
    patch = BitPatch.of((0, 0, side, side), bits)
    assert np.array_equal(patch.bits(), bits)
    assert len(patch.data) <= bits.size // 8 + 100
