"""Areas of a photo to be marked or unmarked in one go, and those that shapes enclose. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

import numpy as np
import numpy.typing as npt

from engine.messages import Box
from gui.boxes import intersect, slices, tile_box, tile_indices
from gui.brush import Point
from gui.hole_layer import Bits, HoleLayer
from gui.undo import BLOCK, HoleEdit

Pixel = tuple[int, int]
"""(row, column)."""


@dataclass(frozen=True, eq=False)
class Region:
    """Some pixels of a photo: those of ``box`` at which ``bits`` (h, w) is True."""

    box: Box
    bits: Bits

    @property
    def pixel(self) -> Pixel:
        """One of the pixels."""
        row, column = divmod(int(self.bits.argmax()), self.bits.shape[1])
        return row + self.box[0], column + self.box[1]

    def edit(self, layer: HoleLayer, value: bool) -> HoleEdit | None:
        """Return the edit that makes these pixels of ``layer`` ``value``, or None if they all are."""
        origin = (self.box[0], self.box[1])
        parts = (
            intersect(tile_box(index, BLOCK, layer.shape), self.box)
            for index in tile_indices(self.box, BLOCK)
        )
        return HoleEdit.of(
            (part, self.bits[slices(part, origin)] & (layer.array[slices(part)] != value))
            for part in parts
            if part is not None
        )


def rectangle(corner: Point, opposite: Point, shape: tuple[int, int]) -> Region | None:
    """Return the pixels from the one under ``corner`` to the one under ``opposite``, both included.

    ``shape``: (H, W) of the photo, outside of which there is nothing; None if nothing is left.
    """
    (left, right), (top, bottom) = (sorted(map(floor, pair)) for pair in zip(corner, opposite, strict=True))
    box = intersect((top, left, bottom + 1, right + 1), (0, 0, *shape))
    return None if box is None else Region(box, np.ones((box[2] - box[0], box[3] - box[1]), np.bool_))


def polygon(points: Sequence[Point], shape: tuple[int, int]) -> Region | None:
    """Return the pixels whose centres a closed outline goes around, or None if there are none.

    An outline that crosses itself, as a lasso does, encloses what it goes around at all (the non-zero
    rule). ``shape``: (H, W) of the photo, outside of which there is nothing.
    """
    rows, columns, turns = _crossings(np.asarray(points, np.float64).reshape(-1, 2), shape)
    order = np.lexsort((columns, rows))
    rows, columns, turns = rows[order], columns[order], turns[order]
    # Each row's turns add up to zero, so the sum says how often a pixel is gone around within its row.
    winding = np.cumsum(turns)
    starts, ends = np.flatnonzero(winding == turns), np.flatnonzero(winding == 0)
    filled = columns[starts] < columns[ends]
    if not filled.any():
        return None
    rows, first, after = rows[starts][filled], columns[starts][filled], columns[ends][filled]
    box = (int(rows[0]), int(first.min()), int(rows[-1]) + 1, int(after.max()))
    bits = np.zeros((box[2] - box[0], box[3] - box[1]), np.bool_)
    for row, left, right in zip(
        (rows - box[0]).tolist(), (first - box[1]).tolist(), (after - box[1]).tolist(), strict=True
    ):
        bits[row, left:right] = True
    return Region(box, bits)


Integers = npt.NDArray[np.intp]


def _crossings(
    points: npt.NDArray[np.float64], shape: tuple[int, int]
) -> tuple[Integers, Integers, Integers]:
    """Return where the sides of an outline (n, 2) cross the middle lines of the rows.

    For each crossing: the row, the first column whose centre is not left of it, and the turn, 1 for a
    side that goes down and -1 for one that goes up.
    """
    height, width = shape
    start, end = points, np.roll(points, -1, axis=0)
    upper = np.where((start[:, 1] <= end[:, 1])[:, None], start, end)
    lower = np.where((start[:, 1] <= end[:, 1])[:, None], end, start)
    top, bottom = (np.clip(np.ceil(side[:, 1] - 0.5), 0, height).astype(np.intp) for side in (upper, lower))
    counts = bottom - top
    side = np.repeat(np.arange(len(points)), counts)
    rows = top[side] + np.arange(len(side)) - (np.cumsum(counts) - counts)[side]
    slopes = (lower[side, 0] - upper[side, 0]) / (lower[side, 1] - upper[side, 1])
    across = upper[side, 0] + (rows + 0.5 - upper[side, 1]) * slopes
    columns = np.clip(np.ceil(across - 0.5), 0, width).astype(np.intp)
    turns = np.where(start[side, 1] <= end[side, 1], 1, -1)
    return rows, columns, turns
