"""Classical fills: the smooth guess that every network of ours starts from.

A fill solves a partial differential equation in the hole with the known pixels as boundary values. It
decides colour and shading; it has no texture. Two numbers describe it to a network: the filled image
and its *spread*, the error to expect at each pixel.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.linalg import splu

from engine.run import stop_if_cancelled

FloatImage = npt.NDArray[np.float32]

MAX_UNKNOWNS = 40_000
"""Above this many hole pixels a direct solve is slow; the hole is then filled at half the size first."""

SPREAD_OF_NOTHING = 0.5
"""Standard deviation of natural photos about mid-grey, in [-1, 1] units: nothing known at all."""


def classical_fill(image: npt.NDArray[Any], hole: npt.NDArray[np.bool_]) -> FloatImage:
    """Fill biharmonically, but within the range of nearby known values: no overshoot beside edges.

    Arguments and result as for :func:`biharmonic_fill`. Measured 0.1 dB better on every kind of damage.
    """
    filled = biharmonic_fill(image, hole)
    if not hole.any():
        return filled
    reach = int(cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, 5).max()) + 3
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    unknown = hole[..., None]
    stop_if_cancelled()
    lowest = cv2.erode(np.where(unknown, np.inf, filled), disc).reshape(filled.shape)
    stop_if_cancelled()
    highest = cv2.dilate(np.where(unknown, -np.inf, filled), disc).reshape(filled.shape)
    bounded = unknown & (lowest <= highest)
    return np.where(bounded, np.clip(filled, lowest, np.maximum(lowest, highest)), filled).astype(np.float32)


def guess(image: FloatImage, hole: npt.NDArray[np.bool_]) -> FloatImage:
    """Return what to start from: the classical fill, or mid-grey where nothing at all is known.

    image: (H, W, 3) in [-1, 1]. hole: (H, W), True = fill, perhaps everywhere.
    """
    return np.zeros_like(image) if hole.all() else classical_fill(image, hole)


def biharmonic_fill(image: npt.NDArray[Any], hole: npt.NDArray[np.bool_]) -> FloatImage:
    """Fill ``hole`` with the surface of least bending: the biharmonic equation, laplacian(laplacian) = 0.

    image: (H, W, C), any real dtype and range; values inside the hole are not looked at. hole: (H, W),
    True = fill, not all True. Returns float32 (H, W, C) equal to ``image`` outside the hole and clipped
    to the range of the known values inside. The discretisation is scikit-image's: the five-point
    laplacian applied twice, with values mirrored at the borders of the photo.
    """
    filled = np.array(image, dtype=np.float32)
    if not hole.any():
        return filled
    known = filled[~hole]
    if np.count_nonzero(hole) > MAX_UNKNOWNS:
        filled[hole] = _fill_at_half_size(filled, hole)[hole]
    else:
        box = _surroundings(hole)
        filled[box] = _solve(filled[box], hole[box])
    filled[hole] = np.clip(filled[hole], known.min(axis=0), known.max(axis=0))
    return filled


def spread_of_fill(hole: npt.NDArray[np.bool_]) -> FloatImage:
    """Return the error (standard deviation, in [-1, 1] units) to expect of :func:`biharmonic_fill`.

    hole: (H, W). Returns float32 (H, W), 0 where the photo is known. The error grows with the distance d
    to the nearest known pixel; the curve was fitted to fills of 140 training photos (0.077 at one pixel,
    0.145 at three, 0.23 at seven, 0.33 from twenty on).
    """
    if hole.all():
        return np.full(hole.shape, SPREAD_OF_NOTHING, np.float32)
    distance = cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, 5)
    return np.minimum(0.077 * np.power(distance, 0.55), 0.33).astype(np.float32)


def _surroundings(hole: npt.NDArray[np.bool_]) -> tuple[slice, slice]:
    """The smallest box with all of the hole and the two known pixels beyond it that the stencil reads."""
    rows, columns = np.flatnonzero(hole.any(axis=1)), np.flatnonzero(hole.any(axis=0))
    reach = 3  # one more than read, so that mirroring happens at borders of the photo only
    top, left = max(int(rows[0]) - reach, 0), max(int(columns[0]) - reach, 0)
    return slice(top, int(rows[-1]) + reach + 1), slice(left, int(columns[-1]) + reach + 1)


def _solve(image: FloatImage, hole: npt.NDArray[np.bool_]) -> FloatImage:
    height, width, channels = image.shape
    laplacian = _laplacian(height, width)
    inside = hole.ravel()
    rows = (laplacian[inside] @ laplacian).tocsc()
    values = image.reshape(-1, channels).astype(np.float64)
    right_hand_side = -(rows[:, ~inside] @ values[~inside])
    values[inside] = splu(rows[:, inside]).solve(right_hand_side)
    return values.reshape(image.shape).astype(np.float32)


def _laplacian(height: int, width: int) -> sparse.csr_array:
    return sparse.csr_array(
        sparse.kron(sparse.eye_array(height), _second_difference(width))
        + sparse.kron(_second_difference(height), sparse.eye_array(width))
    )


def _second_difference(n: int) -> sparse.csr_array:
    """1, -2, 1 along one axis, the edge sample repeated beyond the border."""
    main = np.full(n, -2.0)
    main[0] += 1.0
    main[-1] += 1.0
    side = np.ones(n - 1)
    return sparse.csr_array(sparse.diags_array([side, main, side], offsets=[-1, 0, 1]))


def _fill_at_half_size(image: FloatImage, hole: npt.NDArray[np.bool_]) -> FloatImage:
    """Solve at half the size from the known pixels only, and enlarge."""
    height, width = hole.shape
    small = ((width + 1) // 2, (height + 1) // 2)
    weight = cv2.resize((~hole).astype(np.float32), small, interpolation=cv2.INTER_AREA)
    known = np.where(hole[..., None], 0.0, image).astype(np.float32)
    total = cv2.resize(known, small, interpolation=cv2.INTER_AREA).reshape(small[1], small[0], -1)
    coarse = total / np.maximum(weight, 1e-6)[..., None]
    coarse_hole = weight < 0.25
    if coarse_hole.all():
        mean: FloatImage = np.full_like(image, image[~hole].mean(axis=0))
        return mean
    filled = biharmonic_fill(coarse, coarse_hole)
    enlarged = cv2.resize(filled, (width, height), interpolation=cv2.INTER_CUBIC)
    return enlarged.reshape(image.shape).astype(np.float32, copy=False)
