"""Painting on a hole: round strokes as row spans, written in place, recorded for undo tile by tile."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from engine.messages import Box
from gui.boxes import slices, tile_box, tile_indices, unite
from gui.hole_layer import Bits, HoleLayer
from gui.undo import HoleEdit

Point = tuple[float, float]
"""(x, y) in image pixels; pixel (0, 0) spans 0 to 1."""

SMALLEST_BRUSH, LARGEST_BRUSH = 1, 1000
"""Diameters in pixels of the photo."""

PATCH = 256
"""Side in pixels of the squares that a stroke is recorded in."""

_ON_EDGE = 1e-9

Bounds = npt.NDArray[np.float64]
"""One x per row: where a shape begins or ends."""


def capsule_spans(
    start: Point, end: Point, radius: float, shape: tuple[int, int]
) -> tuple[int, npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the pixels whose centres lie within ``radius`` of the line from ``start`` to ``end``.

    The area is convex, so each row of it is one span: returns the first row, and for it and each
    following row the first column and the column after the last, clipped to ``shape`` (H, W).
    """
    height, width = shape
    y0, y1 = start[1], end[1]
    top = max(0, math.ceil(min(y0, y1) - radius - 0.5 - _ON_EDGE))
    bottom = min(height, math.floor(max(y0, y1) + radius - 0.5 + _ON_EDGE) + 1)
    rows = np.arange(top, max(top, bottom)) + 0.5
    parts = [_disc_rows(rows, start, radius), _disc_rows(rows, end, radius)]
    if start != end:
        parts.append(_band_rows(rows, start, end, radius))
    low = np.minimum.reduce([part[0] for part in parts])
    high = np.maximum.reduce([part[1] for part in parts])
    first = np.clip(np.ceil(low - 0.5 - _ON_EDGE), 0, width).astype(np.intp)
    after = np.clip(np.floor(high - 0.5 + _ON_EDGE) + 1, 0, width).astype(np.intp)
    return top, first, np.maximum(first, after)


def _disc_rows(rows: Bounds, centre: Point, radius: float) -> tuple[Bounds, Bounds]:
    """Return where each row enters and leaves a disc; (inf, -inf) where it misses."""
    square = radius * radius - (rows - centre[1]) ** 2
    reach = np.sqrt(np.maximum(square, 0))
    hit = square >= -_ON_EDGE
    return np.where(hit, centre[0] - reach, np.inf), np.where(hit, centre[0] + reach, -np.inf)


def _band_rows(rows: Bounds, start: Point, end: Point, radius: float) -> tuple[Bounds, Bounds]:
    """Return where each row enters and leaves the rectangle of half-width ``radius`` around a line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    ux, uy = dx / length, dy / length
    below = rows - start[1]
    along = _between(ux, uy * below - ux * start[0], 0.0, length)
    across = _between(-uy, ux * below + uy * start[0], -radius, radius)
    low, high = np.maximum(along[0], across[0]), np.minimum(along[1], across[1])
    hit = low <= high
    return np.where(hit, low, np.inf), np.where(hit, high, -np.inf)


def _between(slope: float, offset: Bounds, least: float, most: float) -> tuple[Bounds, Bounds]:
    """Solve least <= slope * x + offset <= most for x, row by row; (inf, -inf) where nothing does."""
    if abs(slope) < _ON_EDGE:
        hit = (offset >= least - _ON_EDGE) & (offset <= most + _ON_EDGE)
        return np.where(hit, -np.inf, np.inf), np.where(hit, np.inf, -np.inf)
    ends = (least - offset) / slope, (most - offset) / slope
    return np.minimum(*ends), np.maximum(*ends)


def snapped(point: Point, diameter: int) -> Point:
    """Move a point to where a brush of ``diameter`` pixels paints evenly: a pixel's centre or corner."""
    if diameter % 2:
        return (math.floor(point[0]) + 0.5, math.floor(point[1]) + 0.5)
    return (round(point[0]), round(point[1]))


def _between_points(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def painted_px(diameter: int, hardness: int = 100, pressure: float = 1.0) -> int:
    """Return the diameter that a brush of ``diameter`` pixels marks.

    Masks are exact: no pixel is half marked. A brush of less than 100 % ``hardness`` covers ever less from
    there on to its edge; what it covers by half or more is marked. ``pressure``, 0 to 1, is that of a pen.
    """
    return max(SMALLEST_BRUSH, round(diameter * pressure * (100 + hardness) / 200))


class Stroke:
    """One stroke of a round brush: it writes ``value`` into a layer.

    Each square of the layer is copied before the stroke first writes to it, to know what changed.
    """

    def __init__(self, layer: HoleLayer, value: bool, diameter: int) -> None:
        self._layer = layer
        self._value = value
        self._diameter = diameter
        self._before: dict[Box, Bits] = {}
        self._last: Point | None = None

    def line_to(self, point: Point, diameter: int | None = None) -> Box | None:
        """Paint from the last point to this one (a dot, if it is the first); return the box touched.

        ``diameter``: another one, which the line takes on by the way.
        """
        before, self._diameter = self._diameter, diameter or self._diameter
        end = snapped(point, self._diameter)
        start = end if self._last is None else self._last
        self._last = end
        touched: Box | None = None
        pieces = max(1, abs(self._diameter - before) // 2)
        for piece in range(pieces):
            part = (
                _between_points(start, end, piece / pieces),
                _between_points(start, end, (piece + 1) / pieces),
            )
            width = before + (self._diameter - before) * (piece + 1) / pieces
            touched = unite(touched, self._paint(*part, width / 2))
        return touched

    def _paint(self, start: Point, end: Point, radius: float) -> Box | None:
        top, first, after = capsule_spans(start, end, radius, self._layer.shape)
        painted = np.flatnonzero(first < after)
        if not painted.size:
            return None
        box = (
            top + int(painted[0]),
            int(first[painted].min()),
            top + int(painted[-1]) + 1,
            int(after[painted].max()),
        )
        self._keep(box)
        array = self._layer.array
        for row, left, right in zip(
            range(top, top + len(first)), first.tolist(), after.tolist(), strict=True
        ):
            array[row, left:right] = self._value
        self._layer.refresh(box)
        return box

    def _keep(self, box: Box) -> None:
        for index in tile_indices(box, PATCH):
            tile = tile_box(index, PATCH, self._layer.shape)
            if tile not in self._before:
                self._before[tile] = self._layer.array[slices(tile)].copy()

    def finish(self) -> HoleEdit | None:
        """Return the stroke as one edit, or None if it changed nothing."""
        array = self._layer.array
        return HoleEdit.of((tile, before ^ array[slices(tile)]) for tile, before in self._before.items())
