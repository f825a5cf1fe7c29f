"""The maps between photo and canvas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.view import LARGEST_ZOOM, SMALLEST_ZOOM, View, fitted

offsets = st.floats(-5000, 5000, allow_nan=False)
views = st.builds(View, st.floats(0.05, 32), offsets, offsets)
points = st.tuples(offsets, offsets)


@given(views, points)
def test_the_maps_are_inverse(view: View, point: tuple[float, float]) -> None:
    assert view.to_device(view.to_image(point)) == pytest.approx(point, abs=1e-6)


@given(views, points, st.floats(0.2, 5))
def test_zooming_keeps_what_is_at_the_pointer(view: View, at: tuple[float, float], factor: float) -> None:
    zoomed = view.zoomed(factor, at)
    assert zoomed.to_image(at) == pytest.approx(view.to_image(at), rel=1e-6, abs=1e-6)
    assert SMALLEST_ZOOM <= zoomed.zoom <= LARGEST_ZOOM


@given(
    st.tuples(st.integers(1, 9000), st.integers(1, 9000)),
    st.tuples(st.integers(100, 4000), st.integers(100, 4000)),
)
def test_a_fitted_photo_is_centred_and_inside(photo: tuple[int, int], canvas: tuple[int, int]) -> None:
    view = fitted(photo, canvas, 10)
    left, top = view.to_device((0, 0))
    right, bottom = view.to_device(photo)
    assert left >= -1e-6
    assert top >= -1e-6
    assert left + right == pytest.approx(canvas[0])
    assert top + bottom == pytest.approx(canvas[1])
    assert view.zoom <= 1


@given(views)
def test_a_photo_never_leaves_the_canvas(view: View) -> None:
    photo, canvas = (3000, 2000), (800, 600)
    kept = view.kept_in_sight(photo, canvas)
    left, top = kept.to_device((0, 0))
    right, bottom = kept.to_device(photo)
    assert left < canvas[0]
    assert top < canvas[1]
    assert right > 0
    assert bottom > 0
    again = kept.kept_in_sight(photo, canvas)
    assert (again.x, again.y) == pytest.approx((kept.x, kept.y))


@pytest.mark.parametrize(
    ("zoom", "level"), [(2, 0), (1, 0), (0.51, 0), (0.5, 1), (0.3, 1), (0.25, 2), (0.1, 3)]
)
def test_the_level_drawn_has_a_pixel_for_each_of_the_screen(zoom: float, level: int) -> None:
    assert View(zoom).level == level
