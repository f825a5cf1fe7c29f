"""What the canvas shows, tile by tile: a picture, and over it the mask. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gui.boxes import at_level, intersect, overlapping, slices, tile_box
from gui.film import Frame
from gui.hole_layer import HoleLayer
from gui.picture import TILE, Picture, TileKey


@dataclass(frozen=True, eq=False)
class Scene:
    """A picture with the mask tinted over it.

    While a repair is watched or looked at again (``frame``), the mask is not drawn where its estimate
    can be seen; what has been painted since is. ``hole`` None hides the mask; while an enlargement is
    watched, it is of half the picture's size.
    """

    picture: Picture
    hole: HoleLayer | None = None
    frame: Frame | None = None

    def tint(self, key: TileKey) -> npt.NDArray[np.bool_] | None:
        """Return where in a tile (h, w) the mask is to be drawn, or None if nowhere."""
        if self.hole is None:
            return None
        level, row, column = key
        if self.hole.shape != self.picture.shape:
            return _doubled_tint(self.hole, key)
        whole = self.hole.level(level)
        box = tile_box((row, column), TILE, whole.shape)
        tint = whole[slices(box)]
        if not tint.any():
            return None
        if self.frame is None:
            return tint
        tint = tint.copy()
        origin = (box[0], box[1])
        for reached in overlapping(self.frame.boxes, box, level):
            part = intersect(at_level(reached, level), box)
            if part is not None:
                tint[slices(part, origin)] &= ~self.frame.hole.level(level)[slices(part)]
        return tint


def _doubled_tint(hole: HoleLayer, key: TileKey) -> npt.NDArray[np.bool_] | None:
    """Return where ``hole`` at twice its size is marked in a tile (h, w), or None if nowhere."""
    level, row, column = key
    whole = hole.level(max(level - 1, 0))
    if level > 0:
        tint = whole[slices(tile_box((row, column), TILE, whole.shape))]
    else:
        quarter = whole[slices(tile_box((row, column), TILE // 2, whole.shape))]
        tint = quarter.repeat(2, axis=0).repeat(2, axis=1)
    return tint if tint.any() else None
