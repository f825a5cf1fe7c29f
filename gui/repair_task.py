"""A repair as the engine's thread sees it: the request, the frames to show, the picture it leads to.

Everything here that touches many pixels is called in the engine's thread; what comes out is immutable.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from engine.messages import Box, Hole, Preview, Progress, Repair, Result
from gui.boxes import slices
from gui.engine_host import Session
from gui.film import Frame
from gui.hole_layer import HoleLayer
from gui.picture import Picture, halve
from gui.recipe import Recipe

THUMBNAIL = 160
"""Longest side of a frame's thumbnail in pixels."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """A finished repair: the engine's result, the picture with it, and the box that holds its hole.

    ``recipe``: what it was made with, its seed included.
    """

    result: Result
    picture: Picture
    box: Box
    recipe: Recipe | None = None


class RepairTask:
    """One repair of ``picture``. ``hole`` is a snapshot: the user may go on painting."""

    def __init__(
        self,
        picture: Picture,
        hole: HoleLayer,
        recipe: Recipe | None = None,
    ) -> None:
        self.picture = picture
        self.hole = hole
        self._recipe = recipe or Recipe()
        self._shown = picture
        self._unseen: dict[Box, Preview] = {}
        self._reached: dict[Box, None] = {}
        self._thumbnail: npt.NDArray[np.uint8] | None = None

    def request(self) -> Repair:
        """Return the complete request. Raises BadInputError if there is nothing to repair, or all of it."""
        recipe = self._recipe
        return Repair(
            self.picture.image(),
            self.hole.frozen(),
            recipe.method,
            recipe.model,
            recipe.sampling,
            recipe.ring,
            recipe.eraser,
            recipe.feather,
        )

    def job(self, session: Session, request: Repair) -> Generator[Progress, None, Result]:
        """Return the engine's job."""
        return session.run(request)

    def observe(self, progress: Progress) -> None:
        """Take note of a step; costs nothing. Of several previews of one region the last one counts."""
        preview = progress.preview
        if preview is not None:
            self._unseen.pop(preview.box, None)
            self._unseen[preview.box] = preview

    def frame(self, progress: Progress) -> Frame:
        """Return what is to be seen now: everything observed so far, composited in the hole alone."""
        before = self._shown
        for box, preview in self._unseen.items():
            where = self.hole.array[slices(box)]
            self._shown = self._shown.with_pixels(preview.pixels, box, where)
            self._reached[box] = None
            self._thumbnail = thumbnail(preview.pixels, where)
        self._unseen.clear()
        return Frame(
            progress.stage,
            progress.step,
            progress.total,
            progress.fraction,
            self._shown,
            self.hole,
            np.array(list(self._reached), np.intp).reshape(-1, 4),
            self._thumbnail,
            self._shown.bytes_beyond(before),
        )

    def outcome(self, result: Result) -> Outcome:
        """Return the picture that the result makes of the request's."""
        picture = self.picture.with_pixels(result.image, self.hole.box, result.hole)
        sampling = replace(self._recipe.sampling, seed=result.seed)
        recipe = replace(self._recipe, sampling=sampling)
        return Outcome(result, picture, bounds(result.hole), recipe)


def thumbnail(pixels: npt.NDArray[np.uint8], where: Hole) -> npt.NDArray[np.uint8]:
    """Return a small picture of what is being repaired: ``pixels`` (h, w, 3) around ``where`` (h, w)."""
    if where.any():
        top, left, bottom, right = bounds(where)
        margin = max(bottom - top, right - left) // 8 + 8
        pixels = pixels[max(top - margin, 0) : bottom + margin, max(left - margin, 0) : right + margin]
    while max(pixels.shape[:2]) > THUMBNAIL:
        pixels = halve(pixels)
    return pixels


def bounds(hole: Hole) -> Box:
    """Return the smallest box that holds all of ``hole``, which must not be empty."""
    rows, columns = np.flatnonzero(hole.any(axis=1)), np.flatnonzero(hole.any(axis=0))
    return (int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1)
