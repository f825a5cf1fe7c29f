"""Twice the size, held to the photo: interpolation, and rounding, whose 2 x 2 averages are its pixels.

Every pixel of a photo becomes a block of 2 x 2. Whatever lies in a block may be drawn as long as its average
stays the pixel it came from: then shrinking the result by averaging gives the photo back.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from engine.photo.pyramid import Array, to_unit
from engine.run import stop_if_cancelled

FloatImage = npt.NDArray[np.float32]

BACK_PROJECTIONS = 2
"""Rounds of interpolating what the averages are off by; more gained less than 0.01 dB."""

BAND = 32
"""Rows of the photo that are rounded at a time: a large photo never lies in memory as floats."""

_REACH = 16
"""Pixels on each side of a part that its interpolation depends on, with room to spare."""


def averages(large: FloatImage) -> FloatImage:
    """Return the mean of each 2 x 2 block: (2H, 2W, C) -> (H, W, C)."""
    rows = large[0::2] + large[1::2]
    mean: FloatImage = (rows[:, 0::2] + rows[:, 1::2]) * np.float32(0.25)
    return mean


def blocks(small: Array) -> Array:
    """Return each pixel as a block of 2 x 2: (H, W, C) -> (2H, 2W, C)."""
    repeated: Array = small.repeat(2, axis=0).repeat(2, axis=1)
    return repeated


def bicubic(small: FloatImage) -> FloatImage:
    """Interpolate (H, W, C) bicubically to (2H, 2W, C), which keeps averages only nearly."""
    size = (2 * small.shape[1], 2 * small.shape[0])
    large = cv2.resize(small, size, interpolation=cv2.INTER_CUBIC)
    return large.reshape(2 * small.shape[0], 2 * small.shape[1], -1).astype(np.float32, copy=False)


def interpolated(small: FloatImage) -> FloatImage:
    """Return the bicubic enlargement whose averages are ``small``, (H, W, C) -> (2H, 2W, C).

    Found by iterative back-projection (Irani and Peleg 1991, doi:10.1016/1049-9652(91)90045-L), the last
    round of which is exact.
    """
    large = bicubic(small)
    for _ in range(BACK_PROJECTIONS):
        large += bicubic(small - averages(large))
    return with_averages(large, small)


def with_averages(large: FloatImage, small: FloatImage) -> FloatImage:
    """Return ``large`` with the averages of its blocks moved to ``small``: I - A+ A of DDNM, plus A+ y."""
    moved: FloatImage = large + blocks(small - averages(large))
    return moved


def as_pixels(large: FloatImage, small: Array) -> Array:
    """Round ``large`` (2H, 2W, C), in [-1, 1], so that each block has exactly the average of its pixel.

    small: uint8 or uint16 (H, W, C), whose type the result has. A block that leaves the range of pixels is
    drawn towards its average until it fits. Then all four values are rounded down, and those that lost the
    most are raised by one until the sum is right.
    """
    pixels = np.empty(large.shape, small.dtype)
    for start in range(0, len(small), BAND):
        stop_if_cancelled()
        stop = start + BAND
        pixels[2 * start : 2 * stop] = _as_pixels(large[2 * start : 2 * stop], small[start:stop])
    return pixels


def doubled(small: Array) -> Array:
    """Enlarge ``small``, uint8 or uint16 (H, W, C), without a network; its averages are ``small`` again."""
    height = len(small)
    large = np.empty((2 * height, 2 * small.shape[1], small.shape[2]), small.dtype)
    for start in range(0, height, BAND):
        stop = min(start + BAND, height)
        first, last = max(start - _REACH, 0), min(stop + _REACH, height)
        part = interpolated(to_unit(small[first:last]))[2 * (start - first) : 2 * (stop - first)]
        large[2 * start : 2 * stop] = as_pixels(part, small[start:stop])
    return large


def _as_pixels(large: FloatImage, small: Array) -> npt.NDArray[np.float64]:
    height, width, channels = small.shape
    top = np.iinfo(small.dtype).max
    wanted = small.astype(np.float64)[:, None, :, None]
    values = ((large.astype(np.float64) + 1) * (top / 2)).reshape(height, 2, width, 2, channels)
    away = values - values.mean(axis=(1, 3), keepdims=True)
    peak, dip = away.max(axis=(1, 3), keepdims=True), -away.min(axis=(1, 3), keepdims=True)
    away *= np.minimum(1, np.minimum(_ratio(top - wanted, peak), _ratio(wanted, dip)))
    exact = wanted + away
    floors = np.floor(exact)
    missing = 4 * wanted - floors.sum(axis=(1, 3), keepdims=True)
    lost = (exact - floors).transpose(0, 2, 4, 1, 3).reshape(height, width, channels, 4)
    rank = lost.argsort(axis=3, kind="stable")[..., ::-1].argsort(axis=3)
    rank = rank.reshape(height, width, channels, 2, 2).transpose(0, 3, 1, 4, 2)
    raised = floors + (rank < missing)
    rounded: npt.NDArray[np.float64] = raised.reshape(2 * height, 2 * width, channels)
    return rounded


def _ratio(room: npt.NDArray[np.float64], need: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.divide(room, need, out=np.ones_like(need), where=need > room)
