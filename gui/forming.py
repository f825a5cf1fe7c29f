"""A picture that a job is making: notes of its steps become frames to be shown.

All of it is called in the engine's thread; frames are immutable.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.messages import Box, Hole, Preview, Progress
from gui.boxes import bounds, slices
from gui.film import Frame
from gui.hole_layer import HoleLayer
from gui.picture import Picture, halve

THUMBNAIL = 160
"""Longest side of a frame's thumbnail in pixels."""


class Forming:
    """``picture`` as it is before the job, and more and more of what the job makes of it.

    ``hole``: the mask that frames show. ``everywhere``: the whole picture changes, and the mask stays to be
    seen; otherwise only the hole does, and the mask is lifted where something has been reached.
    """

    def __init__(self, picture: Picture, hole: HoleLayer, *, everywhere: bool = False) -> None:
        self._shown = picture
        self._hole = hole
        self._everywhere = everywhere
        self._unseen: dict[Box, Preview] = {}
        self._reached: dict[Box, None] = {}
        self._thumbnail: npt.NDArray[np.uint8] | None = None

    def observe(self, progress: Progress) -> None:
        """Take note of a step; costs nothing. Of several previews of one box the last one counts."""
        preview = progress.preview
        if preview is not None:
            self._unseen.pop(preview.box, None)
            self._unseen[preview.box] = preview

    def frame(self, progress: Progress) -> Frame:
        """Return what is to be seen now: everything observed so far."""
        before = self._shown
        for box, preview in self._unseen.items():
            where = self._changed(preview)
            self._shown = self._shown.with_pixels(preview.pixels, box, where)
            self._thumbnail = thumbnail(preview.pixels, where)
        if not self._everywhere:
            self._reached |= dict.fromkeys(self._unseen)
        self._unseen.clear()
        return Frame(
            progress.stage,
            progress.step,
            progress.total,
            progress.fraction,
            self._shown,
            self._hole,
            np.array(list(self._reached), np.intp).reshape(-1, 4),
            self._thumbnail,
            self._shown.bytes_beyond(before),
        )

    def _changed(self, preview: Preview) -> Hole:
        if self._everywhere:
            return np.ones(preview.pixels.shape[:2], np.bool_)
        where: Hole = self._hole.array[slices(preview.box)]
        return where


def thumbnail(pixels: npt.NDArray[np.uint8], where: Hole) -> npt.NDArray[np.uint8]:
    """Return a small picture of what is being repaired: ``pixels`` (h, w, 3) around ``where`` (h, w)."""
    if where.any():
        top, left, bottom, right = bounds(where)
        margin = max(bottom - top, right - left) // 8 + 8
        pixels = pixels[max(top - margin, 0) : bottom + margin, max(left - margin, 0) : right + margin]
    while max(pixels.shape[:2]) > THUMBNAIL:
        pixels = halve(pixels)
    return pixels
