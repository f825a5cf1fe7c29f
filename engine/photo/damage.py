"""Synthetic damage: random holes of the kinds that photos really have.

Each kind draws a boolean mask (H, W), True = damaged, from a ``numpy.random.Generator``. Widths are in
pixels of the crop. Training and tests share them; the benchmark's masks are made elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]
Kind = Callable[[np.random.Generator, int, int], Mask]


def scratches(rng: np.random.Generator, height: int, width: int) -> Mask:
    """Long thin lines, 1 to 4 px wide, nearly straight or gently curved."""
    mask = np.zeros((height, width), np.uint8)
    for _ in range(rng.integers(2, 8)):
        points = _wander(rng, height, width, steps=12, bend=0.12)
        cv2.polylines(mask, [points], False, 1, thickness=int(rng.integers(1, 5)))
    return mask.astype(bool)


def spots(rng: np.random.Generator, height: int, width: int) -> Mask:
    """Dust, flakes and small stains: blobs of 1 to 9 px radius with ragged outlines."""
    mask = np.zeros((height, width), np.uint8)
    for _ in range(rng.integers(4, 20)):
        centre = rng.uniform((0, 0), (width, height))
        radius = math.exp(rng.uniform(math.log(1.0), math.log(9.0)))
        angles = np.sort(rng.uniform(0, 2 * math.pi, 9))
        radii = radius * rng.uniform(0.5, 1.3, 9)
        outline = centre + np.stack([np.cos(angles), np.sin(angles)], 1) * radii[:, None]
        cv2.fillPoly(mask, [np.round(outline).astype(np.int32)], 1)
        cv2.circle(mask, tuple(int(v) for v in centre), int(radius * 0.6), 1, -1)
    return mask.astype(bool)


def writing(rng: np.random.Generator, height: int, width: int) -> Mask:
    """Rows of letters and digits, strokes 2 to 7 px wide."""
    mask = np.zeros((height, width), np.uint8)
    alphabet = np.array(list("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 &%"))
    face = int(rng.choice([cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_HERSHEY_TRIPLEX]))
    scale = rng.uniform(0.4, 1.2)
    line = int(26 * scale + rng.integers(2, 12))
    for y in range(int(rng.integers(0, line + 1)), height + line, line):
        text = "".join(rng.choice(alphabet, int(width / (12 * scale)) + 4))
        origin = (int(-rng.integers(0, 20)), y)
        cv2.putText(mask, text, origin, face, scale, 1, thickness=int(rng.integers(1, 4)))
    return mask.astype(bool)


def strokes(rng: np.random.Generator, height: int, width: int) -> Mask:
    """Brush strokes, pen marks and tape, 6 to 26 px wide, round-ended and bent."""
    mask = np.zeros((height, width), np.uint8)
    for _ in range(rng.integers(1, 3)):
        points = _wander(rng, height, width, steps=6, bend=0.6)[: int(rng.integers(2, 6))]
        cv2.polylines(mask, [points], False, 1, thickness=int(rng.integers(6, 27)))
    return mask.astype(bool)


def patches(rng: np.random.Generator, height: int, width: int) -> Mask:
    """Missing pieces: one large ragged or straight-edged region, often open to a border."""
    mask = np.zeros((height, width), np.uint8)
    size = rng.uniform(0.25, 0.55, 2) * (width, height)
    centre = rng.uniform((0, 0), (width, height))
    if rng.random() < 0.4:
        low, high = np.round(centre - size / 2).astype(int), np.round(centre + size / 2).astype(int)
        cv2.rectangle(mask, tuple(map(int, low)), tuple(map(int, high)), 1, -1)
    else:
        angles = np.linspace(0, 2 * math.pi, 14, endpoint=False)
        radii = rng.uniform(0.6, 1.1, 14)[:, None] * size / 2
        outline = centre + np.stack([np.cos(angles), np.sin(angles)], 1) * radii
        cv2.fillPoly(mask, [np.round(outline).astype(np.int32)], 1)
    return mask.astype(bool)


KINDS: dict[str, Kind] = {
    "scratches": scratches,
    "spots": spots,
    "writing": writing,
    "strokes": strokes,
    "patches": patches,
}


def random_hole(rng: np.random.Generator, height: int, width: int) -> Mask:
    """Draw one hole of a random kind, sometimes two kinds together; neither empty nor everything."""
    while True:
        names = rng.choice(list(KINDS), size=1 if rng.random() < 0.8 else 2)
        mask = np.zeros((height, width), bool)
        for name in names:
            mask |= KINDS[name](rng, height, width)
        if 0.004 < mask.mean() < 0.75:
            return mask


def _wander(
    rng: np.random.Generator, height: int, width: int, steps: int, bend: float
) -> npt.NDArray[np.int32]:
    """Points of a walk that crosses the picture, turning by about ``bend`` radians a step."""
    point = rng.uniform((0, 0), (width, height))
    heading = rng.uniform(0, 2 * math.pi)
    stride = math.hypot(height, width) / steps * rng.uniform(0.5, 1.5)
    back = point - steps / 2 * stride * np.array([math.cos(heading), math.sin(heading)])
    point = back if rng.random() < 0.5 else point
    points = [point]
    for _ in range(steps):
        heading += rng.normal(0, bend)
        point = point + stride * np.array([math.cos(heading), math.sin(heading)])
        points.append(point)
    return np.round(np.array(points)).astype(np.int32)
