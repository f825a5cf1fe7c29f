"""An enlargement as the engine's thread sees it: the request, the frames to show, the picture it leads to."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from engine.messages import Enlarge, Enlarged, Progress, Route, Sampling
from gui.doubled import doubled
from gui.engine_host import Session
from gui.film import Frame
from gui.forming import Forming
from gui.hole_layer import HoleLayer
from gui.picture import Picture


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
        self._no_hole = HoleLayer(picture.shape)
        self._forming = Forming(picture, self._no_hole, everywhere=True)

    def request(self) -> Enlarge:
        """Return the complete request. Raises BadInputError if the result would be too large."""
        return Enlarge(self.picture.image(), self._route, self._model, self._sampling)

    def job(self, session: Session, request: Enlarge) -> Generator[Progress, None, Enlarged]:
        """Return the engine's job."""
        self._forming = Forming(doubled(self.picture), self._no_hole, everywhere=True)
        return session.run(request)

    def observe(self, progress: Progress) -> None:
        """Take note of a step."""
        self._forming.observe(progress)

    def frame(self, progress: Progress) -> Frame:
        """Return what is to be seen now: the photo in blocks of 2 x 2, and what is further."""
        return self._forming.frame(progress)

    def outcome(self, result: Enlarged) -> Enlargement:
        """Return the picture of the result."""
        return Enlargement(result, Picture.of(result.image))
