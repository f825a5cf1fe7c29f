"""A soft rim: repaired pixels are blended with the photo's own towards the edge of the hole, inside it."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from engine.messages import Hole, Image

Weights = npt.NDArray[np.float32]


def feathered(photo: Image, repaired: Image, hole: Hole, width: int) -> Image:
    """Return ``repaired`` (H, W, 3) with ``photo`` shining through, ``width`` pixels inside the hole's rim.

    Both are of one type. Pixels outside ``hole`` (H, W) and those deeper inside it than ``width`` are
    those of ``repaired``, bit for bit; with a width of 0 all are.
    """
    if width == 0 or not hole.any():
        return repaired
    rows, columns = np.flatnonzero(hole.any(axis=1)), np.flatnonzero(hole.any(axis=0))
    around = np.s_[max(rows[0] - 1, 0) : rows[-1] + 2, max(columns[0] - 1, 0) : columns[-1] + 2]
    weights = rim_weights(hole[around], width)
    rim = hole[around] & (weights < 1)
    before, after = photo[around][rim].astype(np.float64), repaired[around][rim]
    blended = repaired.copy()
    blended[around][rim] = np.rint(before + weights[rim][:, None] * (after - before))
    return blended


def rim_weights(hole: Hole, width: int) -> Weights:
    """Return how much of the repair each pixel takes, (H, W) in [0, 1].

    It grows evenly with the distance d from the nearest known pixel, d / (width + 1): none at known
    pixels, all from a depth of ``width`` + 1 on. The photo's border is no rim: beyond it nothing is known.
    """
    depth = cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    weights: Weights = np.minimum(depth / np.float32(width + 1), np.float32(1))
    return weights
