"""Rims of masks: what growing adds and shrinking takes away, exact to the pixel. No Qt."""

from __future__ import annotations

from math import isqrt

import numpy as np

from engine.messages import Box
from gui.boxes import intersect, slices, tile_box, tile_indices
from gui.hole_layer import Bits
from gui.region import Region

LARGEST_RIM = 100
"""Pixels by which a mask can be grown or shrunk in one go."""

_TILE = 512
"""Side of the squares that are worked on one by one: they stay in the processor's cache."""


def outer_rim(hole: Bits, box: Box, pixels: int) -> Region | None:
    """Return the unmarked pixels at most ``pixels`` away from a marked one, centre to centre.

    ``hole``: (H, W), nothing of it marked outside of ``box``. None if there are none.
    """
    top, left, bottom, right = box
    wider = intersect((top - pixels, left - pixels, bottom + pixels, right + pixels), (0, 0, *hole.shape))
    return None if wider is None else _rim(hole, wider, pixels)


def inner_rim(hole: Bits, box: Box, pixels: int) -> Region | None:
    """Return the marked pixels at most ``pixels`` away from an unmarked one, centre to centre.

    The photo's border is not an unmarked pixel: damage that runs off the photo goes on doing so. ``hole``:
    (H, W), nothing of it marked outside of ``box``. None if there are none.
    """
    inside = intersect(box, (0, 0, *hole.shape))
    return None if inside is None else _rim(~hole, inside, pixels)


def _rim(bits: Bits, box: Box, pixels: int) -> Region | None:
    """Return the pixels of ``box`` that are not set but within ``pixels`` of one that is."""
    rim = np.zeros((box[2] - box[0], box[3] - box[1]), np.bool_)
    for index in tile_indices(box, _TILE):
        tile = intersect(tile_box(index, _TILE, bits.shape), box)
        assert tile is not None
        top, left, bottom, right = tile
        around = (max(top - pixels, 0), max(left - pixels, 0), bottom + pixels, right + pixels)
        near, here = bits[slices(around)], bits[slices(tile)]
        if near.any() and not here.all():
            wide = _dilated(near, pixels)[slices(tile, (around[0], around[1]))]
            rim[slices(tile, (box[0], box[1]))] = wide & ~here
    return Region(box, rim) if rim.any() else None


def _dilated(bits: Bits, radius: int) -> Bits:
    """Return ``bits`` widened by a disc: row by row of it, shift what is widened by its half-width."""
    grown = np.zeros_like(bits)
    wide, reach, height = bits, 0, len(bits)
    for distance in range(radius, -1, -1):
        while reach < isqrt(radius**2 - distance**2):
            wider = wide.copy()
            wider[:, 1:] |= wide[:, :-1]
            wider[:, :-1] |= wide[:, 1:]
            wide, reach = wider, reach + 1
        if distance < height:
            grown[distance:] |= wide[: height - distance]
            grown[: height - distance] |= wide[distance:]
    return grown
