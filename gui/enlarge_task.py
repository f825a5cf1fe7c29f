"""An enlargement as the engine's thread sees it: the request, the frames to show, the picture it leads to."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.messages import Box, Enlarge, Enlarged, Preview, Progress, Route, Sampling
from gui.doubled import doubled
from gui.engine_host import Session
from gui.film import Frame
from gui.hole_layer import HoleLayer
from gui.picture import Picture
from gui.repair_task import thumbnail

NO_BOXES = np.empty((0, 4), np.intp)
"""An enlargement repairs nothing: the mask stays to be seen everywhere."""


@dataclass(frozen=True, eq=False)
class Enlargement:
    """A finished enlargement: the engine's result, and the picture of it."""

    result: Enlarged
    picture: Picture


class EnlargeTask:
    """Doubles the size of ``picture``. ``sampling`` None: the route's own; ``model`` None: our prior."""

    def __init__(
        self,
        picture: Picture,
        route: Route = "exact",
        sampling: Sampling | None = None,
        model: str | None = None,
    ) -> None:
        self.picture = picture
        self._route = route
        self._sampling = sampling
        self._model = model
        self._shown = picture
        self._unseen: dict[Box, Preview] = {}
        self._thumbnail: npt.NDArray[np.uint8] | None = None
        self._no_hole = HoleLayer(picture.shape)

    def request(self) -> Enlarge:
        """Return the complete request. Raises BadInputError if the result would be too large."""
        return Enlarge(self.picture.image(), self._route, self._model, self._sampling)

    def job(self, session: Session, request: Enlarge) -> Generator[Progress, None, Enlarged]:
        """Return the engine's job."""
        self._shown = doubled(self.picture)
        return session.run(request)

    def observe(self, progress: Progress) -> None:
        """Take note of a step; of several previews of one tile the last one counts."""
        preview = progress.preview
        if preview is not None:
            self._unseen.pop(preview.box, None)
            self._unseen[preview.box] = preview

    def frame(self, progress: Progress) -> Frame:
        """Return what is to be seen now: the photo in blocks of 2 x 2, and the tiles that are further."""
        before = self._shown
        for box, preview in self._unseen.items():
            everywhere = np.ones(preview.pixels.shape[:2], np.bool_)
            self._shown = self._shown.with_pixels(preview.pixels, box, everywhere)
            self._thumbnail = thumbnail(preview.pixels, everywhere)
        self._unseen.clear()
        return Frame(
            progress.stage,
            progress.step,
            progress.total,
            progress.fraction,
            self._shown,
            self._no_hole,
            NO_BOXES,
            self._thumbnail,
            self._shown.bytes_beyond(before),
        )

    def outcome(self, result: Enlarged) -> Enlargement:
        """Return the picture of the result."""
        return Enlargement(result, Picture.of(result.image))
