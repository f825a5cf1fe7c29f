"""Where to work: small regions around the damage, never the whole of a large photo.

A plan is a list of regions that together cover the hole. Each has a *core*, whose hole pixels it repairs,
and a *box*, the core with its surroundings, which is what a network sees. Regions are repaired one after
the other, and a later one sees the finished ones as known; so cores may overlap, and a hole that is cut in
two is continued from its first half instead of showing a seam.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from engine.messages import Box

CONTEXT = 64
"""Pixels of surroundings on each side of a core: most of what our networks can see."""

LARGEST_CORE = 512
"""Side above which a core is cut, so that memory stays bounded however large or long the damage is."""

DENSE = 0.25
"""Share of damage from which on a group's pixels are mostly wide holes, not long scratches."""

_CELL = 16
"""Damage is grouped on a grid of this pitch: a 100-megapixel hole then costs 400,000 cells."""

T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True)
class Region:
    """``core``: hole pixels in it are repaired here. ``box``: core and surroundings, within the photo."""

    core: Box
    box: Box

    @property
    def area(self) -> int:
        """Pixels of the box."""
        top, left, bottom, right = self.box
        return (bottom - top) * (right - left)


def plan_regions(
    hole: npt.NDArray[np.bool_],
    context: int = CONTEXT,
    largest_core: int = LARGEST_CORE,
    largest_dense: int | None = None,
) -> list[Region]:
    """Cover ``hole`` (H, W), True = repair, with regions, ordered top to bottom and left to right.

    Damage nearer than about half of ``context`` (pixels) is grouped; a group wider or higher than
    ``largest_core`` is cut along a grid. ``largest_dense``: the same for a group that is mostly one wide
    hole, which a method may rather repair in one piece. Returns no region for an empty hole.
    """
    height, width = hole.shape
    groups = [_shrink(hole, group) for group in _groups(hole, reach=context // 2)]
    largest = {False: largest_core, True: largest_dense or largest_core}
    cores = [
        core
        for group in groups
        if group
        for core in _cut(hole, group, largest[bool(crop(hole, group).mean() > DENSE)])
    ]
    return [Region(core, _grow(core, context, height, width)) for core in sorted(cores)]


def owned(hole: npt.NDArray[np.bool_], region: Region) -> npt.NDArray[np.bool_]:
    """Return, in the shape of the region's box, the hole pixels that lie in its core."""
    top, left, bottom, right = region.core
    y, x = region.box[:2]
    inside = np.zeros_like(crop(hole, region.box))
    inside[top - y : bottom - y, left - x : right - x] = crop(hole, region.core)
    return inside


def crop(array: npt.NDArray[T], box: Box) -> npt.NDArray[T]:
    """Return the view ``array[top:bottom, left:right]``."""
    top, left, bottom, right = box
    return array[top:bottom, left:right]


def _groups(hole: npt.NDArray[np.bool_], reach: int) -> list[Box]:
    """Boxes around damage that belongs together, to the precision of the grid."""
    occupied = _occupied_cells(hole)
    near = 2 * round(reach / _CELL) + 1
    joined = cv2.dilate(occupied, np.ones((near, near), np.uint8))
    count, labels = cv2.connectedComponents(joined, connectivity=8)
    labels = np.where(occupied > 0, labels, 0)
    boxes = []
    for label in range(1, count):
        ys, xs = np.nonzero(labels == label)
        top, left, bottom, right = ys.min(), xs.min(), ys.max() + 1, xs.max() + 1
        boxes.append((int(top) * _CELL, int(left) * _CELL, int(bottom) * _CELL, int(right) * _CELL))
    return boxes


def _occupied_cells(hole: npt.NDArray[np.bool_]) -> npt.NDArray[np.uint8]:
    """Return uint8 (ceil(H / 16), ceil(W / 16)), 1 where a cell holds any damage."""
    rows = np.logical_or.reduceat(hole, np.arange(0, hole.shape[0], _CELL), axis=0)
    return np.logical_or.reduceat(rows, np.arange(0, hole.shape[1], _CELL), axis=1).astype(np.uint8)


def _cut(hole: npt.NDArray[np.bool_], group: Box, largest: int) -> list[Box]:
    """Cut a large group along an even grid; keep only cells that hold damage, shrunk to it."""
    top, left, bottom, right = group
    ys = _even_cuts(top, bottom, largest)
    xs = _even_cuts(left, right, largest)
    cells = [(t, x, b, r) for t, b in pairwise(ys) for x, r in pairwise(xs)]
    return [cell for cell in (_shrink(hole, cell) for cell in cells) if cell]


def _even_cuts(start: int, end: int, largest: int) -> list[int]:
    pieces = -(-(end - start) // largest)
    return [start + (end - start) * index // pieces for index in range(pieces + 1)]


def _shrink(hole: npt.NDArray[np.bool_], cell: Box) -> Box | None:
    """Return the box of the damage within ``cell``, or None if there is none."""
    part = crop(hole, cell)
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    if not len(rows):
        return None
    top, left = cell[0], cell[1]
    return top + int(rows[0]), left + int(columns[0]), top + int(rows[-1]) + 1, left + int(columns[-1]) + 1


def _grow(core: Box, by: int, height: int, width: int) -> Box:
    top, left, bottom, right = core
    return max(top - by, 0), max(left - by, 0), min(bottom + by, height), min(right + by, width)
