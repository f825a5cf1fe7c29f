"""Outlines drawn with the pointer: lasso, polygon and rectangle, from the first press until closed. No Qt."""

from __future__ import annotations

import math
from typing import Literal, get_args

from gui.brush import Point
from gui.region import Region, polygon, rectangle

OutlineKind = Literal["lasso", "polygon", "rectangle"]
OUTLINES: tuple[OutlineKind, ...] = get_args(OutlineKind)

LASSO_STEP = 0.5
"""Pixels of the photo between two points of a lasso: finer ones change nothing."""


class Outline:
    """One outline being drawn. ``kind``: how; ``marking``: whether what is inside will be marked.

    Lasso and rectangle are drawn from press to release. A polygon gets a corner with each press, until it
    is closed by a press near its first one, a double click, or a key.
    """

    def __init__(self, kind: OutlineKind, start: Point, marking: bool) -> None:
        self.kind = kind
        self.marking = marking
        self._points = [start]
        self._pointer = start
        self._low = self._high = start

    def press(self, point: Point, reach: float) -> bool:
        """Add a corner to a polygon; True if the press was within ``reach`` of the first, which closes it."""
        if len(self._points) > 2 and math.dist(point, self._points[0]) <= reach:
            return True
        if point != self._points[-1]:
            self._add(point)
        self._pointer = point
        return False

    def move(self, point: Point) -> None:
        """Follow the pointer."""
        self._pointer = point
        if self.kind == "lasso" and math.dist(point, self._points[-1]) >= LASSO_STEP:
            self._add(point)

    def back(self) -> bool:
        """Take a polygon's last corner away; False if it was the only one."""
        if self.kind == "polygon":
            self._points.pop()
        return bool(self._points)

    @property
    def points(self) -> list[Point]:
        """The corners to be drawn, with the pointer as the last."""
        if self.kind == "rectangle":
            (left, top), (right, bottom) = self._corners()
            return [(left, top), (right, top), (right, bottom), (left, bottom)]
        return [*self._points, self._pointer]

    @property
    def bounds(self) -> tuple[Point, Point]:
        """Two corners of a box that holds what is to be drawn; costs the same however long the outline is."""
        if self.kind == "rectangle":
            return self._corners()
        return _lower(self._low, self._pointer), _upper(self._high, self._pointer)

    def region(self, shape: tuple[int, int]) -> Region | None:
        """Return the pixels inside, in a photo of ``shape`` (H, W); None if there are none."""
        if self.kind == "rectangle":
            return rectangle(self._points[0], self._pointer, shape)
        return polygon(self._points, shape)

    def _add(self, point: Point) -> None:
        self._points.append(point)
        self._low, self._high = _lower(self._low, point), _upper(self._high, point)

    def _corners(self) -> tuple[Point, Point]:
        """The corners of a rectangle of whole pixels: those under its two ends belong to it."""
        (left, right), (top, bottom) = (
            sorted(pair) for pair in zip(self._points[0], self._pointer, strict=True)
        )
        return (math.floor(left), math.floor(top)), (math.floor(right) + 1, math.floor(bottom) + 1)


def _lower(a: Point, b: Point) -> Point:
    return min(a[0], b[0]), min(a[1], b[1])


def _upper(a: Point, b: Point) -> Point:
    return max(a[0], b[0]), max(a[1], b[1])
