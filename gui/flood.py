"""Areas found from one pixel: what looks like it, and what is connected to it. No Qt.

For a large photo both take longer than an event may: call them off the window's thread.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.messages import Image
from gui.boxes import slices
from gui.hole_layer import Bits
from gui.region import Pixel, Region

LARGEST_TOLERANCE = 255


def flood(image: Image, pixel: Pixel, tolerance: int, contiguous: bool = True) -> Region:
    """Return the pixels of ``image`` (H, W, 3) that look like ``pixel``.

    ``tolerance``: the largest difference of any channel, on a scale of 0 to 255 at either depth.
    ``contiguous``: only those that are connected to it through such pixels, side by side.
    """
    alike = similar(image, pixel, tolerance)
    return connected(alike, pixel) if contiguous else Region((0, 0, *alike.shape), alike)


def similar(image: Image, pixel: Pixel, tolerance: int) -> Bits:
    """Return where (H, W) no channel of ``image`` differs from ``pixel`` by more than ``tolerance``."""
    kind = image.dtype.type
    whole = int(np.iinfo(image.dtype).max)
    reach = tolerance * (whole // 255)
    alike = np.ones(image.shape[:2], np.bool_)
    for channel in range(image.shape[2]):
        value = int(image[*pixel, channel])
        low, high = max(value - reach, 0), min(value + reach, whole)
        # Unsigned: what lies below wraps around to what lies far above, so one comparison does.
        alike &= (image[..., channel] - kind(low)) <= kind(high - low)
    return alike


def connected(bits: Bits, pixel: Pixel, corners: bool = False) -> Region:
    """Return the piece of ``bits`` (H, W) that ``pixel``, which must be set, belongs to.

    Pixels are connected by their sides, with ``corners`` by those too. Works on the runs of the rows: from
    those reached last to those above and below that touch them, until there are no more.
    """
    line = bits.shape[1] + 1
    edges = np.flatnonzero(np.diff(np.pad(bits, ((0, 0), (1, 1))), axis=1))
    starts, ends = edges[::2].copy(), edges[1::2].copy()
    at = pixel[0] * line + pixel[1]
    newest = np.searchsorted(starts, [at], side="right") - 1
    assert ends[newest[0]] > at, "the pixel is not set"
    reached = np.zeros(len(starts), np.bool_)
    reached[newest] = True
    above_and_below = np.array([[-line], [line]])
    while newest.size:
        first = np.searchsorted(ends, (starts[newest] + above_and_below - corners).ravel(), side="right")
        after = np.searchsorted(starts, (ends[newest] + above_and_below + corners).ravel(), side="left")
        near = _ranges(first, after)
        newest = np.unique(near[~reached[near]])
        reached[newest] = True
    return _region(bits, starts, ends, reached)


def piece_near(bits: Bits, pixel: Pixel, reach: int) -> Region | None:
    """Return the piece of ``bits`` nearest to ``pixel``, None if there is none within ``reach`` pixels.

    Its pixels are connected by sides or corners.
    """
    (row, column), (height, width) = pixel, bits.shape
    top, left = max(row - reach, 0), max(column - reach, 0)
    around = bits[top : min(row + reach + 1, height), left : min(column + reach + 1, width)]
    rows, columns = np.nonzero(around)
    distances = np.hypot(rows + top - row, columns + left - column)
    if not distances.size or distances.min() > reach:
        return None
    nearest = int(distances.argmin())
    return connected(bits, (int(rows[nearest]) + top, int(columns[nearest]) + left), corners=True)


Integers = npt.NDArray[np.intp]


def _ranges(first: Integers, after: Integers) -> Integers:
    """Return the numbers from each of ``first`` up to, without it, its partner of ``after``."""
    counts = np.maximum(after - first, 0)
    return np.repeat(first - (np.cumsum(counts) - counts), counts) + np.arange(counts.sum())


def _region(bits: Bits, starts: Integers, ends: Integers, reached: Bits) -> Region:
    """Return the ``reached`` runs of ``bits``, given where in lines of W + 1 all runs start and end."""
    line = bits.shape[1] + 1
    rows = starts[reached] // line
    box = (
        int(rows[0]),
        int((starts[reached] % line).min()),
        int(rows[-1]) + 1,
        int((ends[reached] % line).max()),
    )
    piece = bits.copy()
    piece[bits] = np.repeat(reached, ends - starts)
    return Region(box, piece[slices(box)].copy())
