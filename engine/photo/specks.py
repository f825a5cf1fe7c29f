"""Specks: dust and pinholes, each small and alone on smooth ground.

The detector hardly sees them, and to the eye nothing is plainer. What tells them: they stand out of the
median around them by far more than the noise does, the ground below is even, and nothing else is near. Stars,
lamps at night and pepper look the same, so a speck is never certain; and where there are only a few they are
left alone.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from engine.messages import Image

Levels: TypeAlias = npt.NDArray[np.uint8]

SIDE = 1500
"""Shorter side in pixels that a photo is halved towards: specks grow with a photo's resolution."""

MEDIAN, GROUND, NOISE = 11, 21, 41
"""Sides of the squares in which the ground is found, its evenness, and the noise, in pixels."""

RING = 5
"""Pixels around a speck's box in which nothing else may be."""

LARGEST, LONGEST = 80, 60
"""A speck's area and longer side in pixels, at most."""

DENSITY = (20, 60)
"""Specks per megapixel below which they are the photo's own, and from which on it is a dusty one."""

VERY_DUSTY = (100, 300)
"""Specks per megapixel above which fainter ones count as well, and from which on wholly so."""

FAINTER = 1.5
"""How much fainter: as a part of the way from the faintest to the plainest."""

NONE = -9.0
"""Plainness of what is too large for a speck, or cut off by the photo's border."""

LIKELY, LIKELY_ENLARGED = (0.76, 0.87), (0.81, 0.895)
"""What the faintest speck and the plainest one of a dusty photo count for, as a probability. In the pixels of
a photo that was halved they are strokes and blots, of which :mod:`engine.findings` asks more than of dots."""


class Criterion(NamedTuple):
    """What is asked of the faintest speck, and what the plainest has."""

    faintest: float
    plainest: float


HEIGHT = Criterion(16, 22)
"""Levels of 255 above the ground, or below it."""
SIGNAL = Criterion(7, 11)
"""The same in units of the noise."""
UNEVENNESS = Criterion(0.4, 0.2)
"""How much the ground changes, in units of the height."""
COMPANY = Criterion(0.04, 0.01)
"""Share of the pixels around that stand out as well."""


def with_specks(probability: Levels, image: Image) -> Levels:
    """Return ``probability`` (H, W), 255 = certainly damaged, raised where ``image`` (H, W, 3) has specks.

    Where it is higher anywhere in a speck already, that stays as it is: more pixels would only dilute it.
    """
    height, width = probability.shape
    small = whole = _brightness(image)
    known = probability
    while min(known.shape) >= 2 * SIDE:
        small, known = _halved(small), _halved(known)
    labels, plainness = _candidates(small)
    density = (plainness >= 0).sum() / labels.size * 1e6
    dusty = np.interp(density, DENSITY, (0, 1))
    plainness += np.interp(density, VERY_DUSTY, (0, FAINTER))
    likely = 255 * np.interp(plainness * dusty, (0, 1), LIKELY if small is whole else LIKELY_ENLARGED)
    surest = np.zeros(len(plainness), np.uint8)
    np.maximum.at(surest, labels[labels > 0], known[labels > 0])
    kept = (plainness >= 0) & (dusty > 0) & (surest < likely)
    raised = np.where(kept, np.round(likely), 0).astype(np.uint8)[labels]
    raised = cv2.dilate(raised, np.ones((3, 3), np.uint8)).astype(np.uint8)  # their edges are soft
    return np.maximum(probability, _enlarged(raised, height, width))


def _candidates(brightness: Levels) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float64]]:
    """Label what stands out of the ground (H, W), and say how plainly each is a speck.

    0 is the faintest and 1 the plainest, somewhat below 0 what is fainter, and :data:`NONE` no speck at all.
    """
    ground = np.asarray(cv2.medianBlur(brightness, MEDIAN), np.uint8)
    height = cv2.absdiff(brightness, ground).astype(np.float32)
    noise = _noise(height)
    floor = np.maximum(SIGNAL.faintest * noise, HEIGHT.faintest)
    out = height > floor / 2
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(out.astype(np.uint8), connectivity=8)
    within = labels[out]
    area = np.maximum(boxes[:, cv2.CC_STAT_AREA], 1)
    highest, steepest = np.full(count, 1e-6), np.zeros(count)
    np.maximum.at(highest, within, height[out])
    np.maximum.at(steepest, within, _unevenness(ground)[out])
    noisy = np.bincount(within, noise[out], minlength=count) / area
    company, inside = _company(out, boxes)
    plainness = np.minimum.reduce(
        [
            _share(highest, HEIGHT),
            _share(highest / np.maximum(noisy, 0.3), SIGNAL),
            _share(steepest / highest, UNEVENNESS),
            _share(company, COMPANY),
        ]
    )
    longest = np.maximum(boxes[:, cv2.CC_STAT_WIDTH], boxes[:, cv2.CC_STAT_HEIGHT])
    is_speck = inside & (area > 1) & (area <= LARGEST) & (longest <= LONGEST)
    is_speck &= np.bincount(labels[height > floor], minlength=count) > 0
    is_speck[0] = False  # all that does not stand out
    return np.asarray(labels, np.int32), np.where(is_speck, np.minimum(plainness, 1), NONE)


def _share(values: npt.NDArray[np.float64], asked: Criterion) -> npt.NDArray[np.float64]:
    """Return where values lie between the faintest (0) and the plainest (1)."""
    share: npt.NDArray[np.float64] = (values - asked.faintest) / (asked.plainest - asked.faintest)
    return share


def _noise(height: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Standard deviation of the ground's noise; a few specks in a square hardly raise it."""
    square = (NOISE, NOISE)
    ordinary = np.minimum(height, 3 * cv2.blur(height, square) + 1)
    # For normal noise the mean distance from the median is 0.8 standard deviations.
    return np.asarray(cv2.blur(ordinary, square) / 0.8, np.float32)


def _unevenness(ground: Levels) -> npt.NDArray[np.float32]:
    """Highest less lowest brightness of the ground in the square around each pixel."""
    square = np.ones((GROUND, GROUND), np.uint8)
    return np.asarray(cv2.morphologyEx(ground, cv2.MORPH_GRADIENT, square), np.float32)


def _company(
    out: npt.NDArray[np.bool_], boxes: npt.NDArray[np.int32]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Return the share of pixels around each box that stand out too, and whether that is in the photo."""
    height, width = out.shape
    left, top = (boxes[:, side] - RING for side in (cv2.CC_STAT_LEFT, cv2.CC_STAT_TOP))
    right = left + boxes[:, cv2.CC_STAT_WIDTH] + 2 * RING
    bottom = top + boxes[:, cv2.CC_STAT_HEIGHT] + 2 * RING
    inside = (left >= 0) & (top >= 0) & (right <= width) & (bottom <= height)
    xs = [np.clip(edge, 0, width) for edge in (left, right)]
    ys = [np.clip(edge, 0, height) for edge in (top, bottom)]
    sums = cv2.integral(out.astype(np.uint8))
    total = sums[ys[1], xs[1]] - sums[ys[0], xs[1]] - sums[ys[1], xs[0]] + sums[ys[0], xs[0]]
    others = total - boxes[:, cv2.CC_STAT_AREA]
    return others / np.maximum((right - left) * (bottom - top), 1), inside


def _brightness(image: Image) -> Levels:
    eight = (image >> 8).astype(np.uint8) if image.dtype == np.uint16 else np.asarray(image, np.uint8)
    return np.asarray(cv2.cvtColor(eight, cv2.COLOR_RGB2GRAY), np.uint8)


def _halved(pixels: Levels) -> Levels:
    height, width = pixels.shape[:2]
    return np.asarray(cv2.resize(pixels, (width // 2, height // 2), interpolation=cv2.INTER_AREA), np.uint8)


def _enlarged(pixels: Levels, height: int, width: int) -> Levels:
    return np.asarray(cv2.resize(pixels, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)
