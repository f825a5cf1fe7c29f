"""Coarse to fine: a wide hole is first repaired at a smaller scale, where it is narrow.

A network sees a bounded neighbourhood. At the scale where a hole is a few pixels wide it sees both
sides, and decides the structure; at each finer scale the coarse result, enlarged, takes the place of the
classical fill in the wide parts, and only texture is left to decide. Scratches and dust never leave the
finest scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from engine.messages import Box
from engine.photo.regions import CONTEXT, crop
from engine.run import stop_if_cancelled

BAND = 256
"""Rows that are shrunk at a time, an even number: a large photo never lies in memory as floats."""

Array = npt.NDArray[Any]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Scale:
    """One scale of a repair.

    ``canvas``: (H, W, 3), what is known and, later, what has been repaired; the finest is in the photo's
    own type, the others float32 in [-1, 1]. ``hole``: (H, W). ``wide``: the part of ``hole`` that is
    repaired at the next coarser scale first, None if there is no such part. ``box``: the part of this
    scale that the next coarser one shows. ``factor``: photo pixels to one of this scale, whose top left
    corner lies at ``origin`` (top, left) in the photo.
    """

    canvas: Array
    hole: Mask
    wide: Mask | None
    box: Box
    factor: int
    origin: tuple[int, int]

    def in_photo(self, box: Box) -> Box:
        """Return ``box`` of this scale in pixels of the photo; it may end one scale pixel beyond it."""
        (y, x), n = self.origin, self.factor
        return y + n * box[0], x + n * box[1], y + n * box[2], x + n * box[3]

    def from_coarser(self, coarse: Array, box: Box) -> npt.NDArray[np.float32]:
        """Enlarge what the next coarser scale, all of it in ``coarse``, shows of ``box``; 0 beyond it.

        coarse: float32 (h, w, C). Returns float32 (height, width, C) of the box.
        """
        enlarged = np.zeros((box[2] - box[0], box[3] - box[1], coarse.shape[2]), np.float32)
        top, left = max(box[0], self.box[0]), max(box[1], self.box[1])
        bottom, right = min(box[2], self.box[2]), min(box[3], self.box[3])
        if top >= bottom or left >= right:
            return enlarged
        # Enlarging looks at two pixels on each side: with them a part comes out as the whole would.
        first = max((top - self.box[0]) // 2 - 2, 0), max((left - self.box[1]) // 2 - 2, 0)
        last = (bottom - self.box[0]) // 2 + 2, (right - self.box[1]) // 2 + 2
        y, x = self.box[0] + 2 * first[0], self.box[1] + 2 * first[1]
        part = double(coarse[first[0] : last[0] + 1, first[1] : last[1] + 1], bottom - y, right - x)
        enlarged[top - box[0] : bottom - box[0], left - box[1] : right - box[1]] = part[top - y :, left - x :]
        return enlarged


def build_pyramid(image: Array, hole: Mask, reach: float) -> list[Scale]:
    """Return the scales of a repair, finest first; the finest has copies of ``image`` and ``hole``.

    ``reach``: a hole is wide where it has pixels farther than this from the nearest known one.
    """
    scales: list[Scale] = []
    canvas, hole = image.copy(), hole.copy()
    factor, origin = 1, (0, 0)
    while True:
        stop_if_cancelled()
        wide = wide_part(hole, reach)
        box = _surroundings(wide)
        small = halve(crop(canvas, box), crop(hole, box)) if wide.any() else None
        if small is None or small[1].all():
            return [*scales, Scale(canvas, hole, None, (0, 0, 0, 0), factor, origin)]
        scales.append(Scale(canvas, hole, wide, box, factor, origin))
        canvas, hole = small
        origin = (origin[0] + factor * box[0], origin[1] + factor * box[1])
        factor *= 2


def wide_part(hole: Mask, reach: float) -> Mask:
    """Return the parts of ``hole`` that are wider than twice ``reach`` (pixels), up to their rims."""
    distance = cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, 5)
    middle = (distance > reach).astype(np.uint8)
    if not middle.any():
        return np.zeros_like(hole)
    size = 2 * int(np.ceil(reach)) + 3
    grown = cv2.dilate(middle, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)))
    return (grown > 0) & hole


def halve(image: Array, hole: Mask) -> tuple[npt.NDArray[np.float32], Mask]:
    """Shrink to half, rounded up: each pixel is the mean of the known ones among its four.

    image: (H, W, C), pixels or float32 in [-1, 1]; the result is float32 in [-1, 1]. A pixel with fewer
    than two known ones is part of the small hole.
    """
    height, width = hole.shape
    small = np.empty((-(-height // 2), -(-width // 2), image.shape[2]), np.float32)
    small_hole = np.empty(small.shape[:2], np.bool_)
    for top in range(0, height, BAND):
        rows, half = slice(top, top + BAND), slice(top // 2, (top + BAND) // 2)
        small[half], small_hole[half] = _halve_band(to_unit(image[rows]), hole[rows])
    return small, small_hole


def _halve_band(image: npt.NDArray[np.float32], hole: Mask) -> tuple[npt.NDArray[np.float32], Mask]:
    height, width = hole.shape
    pad = ((0, height % 2), (0, width % 2))
    known = np.pad(~hole, pad, mode="edge").astype(np.float32)
    values = np.pad(image, (*pad, (0, 0)), mode="edge") * known[..., None]
    size = (known.shape[1] // 2, known.shape[0] // 2)
    weight = cv2.resize(known, size, interpolation=cv2.INTER_AREA)
    total = cv2.resize(values, size, interpolation=cv2.INTER_AREA).reshape(size[1], size[0], -1)
    return (total / np.maximum(weight, 0.25)[..., None]).astype(np.float32), weight < 0.5


def double(image: Array, height: int, width: int) -> npt.NDArray[np.float32]:
    """Enlarge float32 (ceil(H / 2), ceil(W / 2), C) bicubically to twice the size, cut to (H, W, C)."""
    size = (image.shape[1] * 2, image.shape[0] * 2)
    return cv2.resize(image, size, interpolation=cv2.INTER_CUBIC)[:height, :width].astype(np.float32)


def to_unit(pixels: Array) -> npt.NDArray[np.float32]:
    """Map uint8 or uint16 pixels to [-1, 1]; float32 is there already."""
    if pixels.dtype == np.float32:
        return pixels
    return (pixels.astype(np.float32) * (2 / np.iinfo(pixels.dtype).max) - 1).astype(np.float32)


def from_unit(values: npt.NDArray[np.float32], dtype: np.dtype[Any]) -> Array:
    """Map [-1, 1] to pixels of ``dtype``, rounded to nearest; float32 stays as it is."""
    if dtype == np.float32:
        return values
    top = np.iinfo(dtype).max
    return np.clip(np.round((values.astype(np.float64) + 1) * (top / 2)), 0, top).astype(dtype)


def _surroundings(part: Mask) -> Box:
    """The box of ``part`` with the context that the coarser scale needs, within the photo."""
    if not part.any():
        return 0, 0, 0, 0
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    height, width = part.shape
    context = 2 * CONTEXT
    top, left = max(int(rows[0]) - context, 0), max(int(columns[0]) - context, 0)
    return top, left, min(int(rows[-1]) + context, height), min(int(columns[-1]) + context, width)
