"""Boxes of pixels, (top, left, bottom, right) with the last two exclusive, as in :mod:`engine.messages`."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from engine.messages import Box, Hole

TileIndex = tuple[int, int]
"""(row, column) in a grid of tiles."""


def bounds(hole: Hole) -> Box:
    """Return the smallest box that holds all of ``hole`` (H, W), which must not be empty."""
    rows, columns = np.flatnonzero(hole.any(axis=1)), np.flatnonzero(hole.any(axis=0))
    return (int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1)


def intersect(a: Box, b: Box) -> Box | None:
    """Return the box common to both, or None."""
    box = (max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))
    return box if box[0] < box[2] and box[1] < box[3] else None


def unite(a: Box | None, b: Box | None) -> Box | None:
    """Return the smallest box that holds both; None is the empty box."""
    if a is None or b is None:
        return a or b
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))


def at_level(box: Box, level: int) -> Box:
    """Return the smallest box at 1/2**level size that covers ``box``."""
    top, left, bottom, right = box
    return (top >> level, left >> level, -(-bottom >> level), -(-right >> level))


def scaled(box: Box, times: int) -> Box:
    """Return ``box`` where every pixel is a block of ``times`` by ``times``."""
    top, left, bottom, right = box
    return (top * times, left * times, bottom * times, right * times)


def slices(box: Box, origin: tuple[int, int] = (0, 0)) -> tuple[slice, slice]:
    """Return the row and column slices of ``box`` in an array whose first pixel is at ``origin``."""
    (top, left, bottom, right), (y, x) = box, origin
    return slice(top - y, bottom - y), slice(left - x, right - x)


def tile_indices(box: Box, size: int) -> Iterator[TileIndex]:
    """Yield the tiles of ``size`` pixels that ``box`` touches."""
    top, left, bottom, right = box
    for row in range(top // size, -(-bottom // size)):
        for column in range(left // size, -(-right // size)):
            yield row, column


def tile_box(index: TileIndex, size: int, shape: tuple[int, int]) -> Box:
    """Return the box of a tile, cut off at an image of ``shape`` (H, W)."""
    top, left = index[0] * size, index[1] * size
    return (top, left, min(top + size, shape[0]), min(left + size, shape[1]))


def overlapping(boxes: npt.NDArray[np.intp], box: Box, level: int) -> list[Box]:
    """Return those of ``boxes`` (n, 4), in full-size pixels, that touch ``box`` in pixels of ``level``.

    For hundreds of boxes this is much quicker than to intersect them one by one.
    """
    scale = 2**level
    top, left, bottom, right = (side * scale for side in box)
    inside = (boxes[:, 0] < bottom) & (boxes[:, 1] < right) & (boxes[:, 2] > top) & (boxes[:, 3] > left)
    return [tuple(touching) for touching in boxes[inside].tolist()]
