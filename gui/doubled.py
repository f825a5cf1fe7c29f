"""A photo and its mask at twice their size, for as long as no engine has enlarged them."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import numpy.typing as npt

from gui.boxes import at_level, scaled, slices
from gui.hole_layer import HoleLayer
from gui.picture import TILE, Picture, Pixels, to_eight_bit


def doubled(picture: Picture) -> Picture:
    """Return ``picture`` at twice its size, each pixel a block of 2 x 2, in 8 bits: to be looked at.

    It shares the memory of ``picture``, whose level k is its own level k + 1; its level 0 is made when it is
    asked for.
    """
    whole, *rest = picture.bases
    tiles = {(level + 1, *index): to_eight_bit(tile) for (level, *index), tile in picture.tiles.items()}
    return Picture(
        (cast("Pixels", _Blocks(picture)), to_eight_bit(whole), *rest),
        cast("dict[tuple[int, int, int], Pixels]", tiles),
    )


def at_size_of(picture: Picture, other: Picture) -> Picture:
    """Return ``picture`` doubled until it is of the size of ``other``, which was enlarged from it."""
    while picture.shape[0] < other.shape[0]:
        picture = doubled(picture)
    return picture


def resized(hole: HoleLayer, shape: tuple[int, int]) -> HoleLayer:
    """Return ``hole`` at twice or half its size, (H, W) = ``shape``; halving undoes doubling.

    Costs no more than what is marked.
    """
    layer, box = HoleLayer(shape), hole.marked_box()
    if shape[0] > hole.shape[0]:
        rows = (hole.array[slices(box)] * np.uint16(0x0101)).view(np.bool_)  # each pixel twice
        whole = layer.array[slices(scaled(box, 2))]
        whole[::2] = whole[1::2] = rows
        for level in range(1, layer.levels):
            area = slices(at_level(box, level - 1))
            layer.level(level)[area] = hole.level(level - 1)[area]
    else:
        box = at_level(box, 1)
        layer.array[slices(box)] = hole.array[::2, ::2][slices(box)]
        layer.refresh(box)
    return layer


class _Blocks:
    """Stands for the array of a picture's pixels as blocks: what a picture asks of its level 0."""

    def __init__(self, picture: Picture) -> None:
        height, width = picture.shape
        self._picture = picture
        self.shape = (2 * height, 2 * width, 3)
        self.dtype: np.dtype[Any] = np.dtype(np.uint8)

    def __getitem__(self, where: tuple[slice, slice]) -> npt.NDArray[np.uint8]:
        """Return the pixels of a tile."""
        (top, bottom), (left, right) = ((part.start // 2, part.stop // 2) for part in where)
        row, column = top // TILE, left // TILE
        tile = self._picture.tile((0, row, column))
        y, x = row * TILE, column * TILE
        part = to_eight_bit(tile[top - y : bottom - y, left - x : right - x])
        return part.repeat(2, axis=0).repeat(2, axis=1)
