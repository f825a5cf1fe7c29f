"""A repair as the engine's thread sees it: the request, the frames to show, the picture it leads to.

Everything here that touches many pixels is called in the engine's thread; what comes out is immutable.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace

from engine.messages import Box, Progress, Repair, Result
from gui.boxes import bounds
from gui.engine_host import Session
from gui.film import Frame
from gui.forming import Forming
from gui.hole_layer import HoleLayer
from gui.picture import Picture
from gui.recipe import Recipe


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
        self._forming = Forming(picture, hole)

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
            recipe.texture,
        )

    def job(self, session: Session, request: Repair) -> Generator[Progress, None, Result]:
        """Return the engine's job."""
        return session.run(request)

    def observe(self, progress: Progress) -> None:
        """Take note of a step."""
        self._forming.observe(progress)

    def frame(self, progress: Progress) -> Frame:
        """Return what is to be seen now: everything observed so far, composited in the hole alone."""
        return self._forming.frame(progress)

    def outcome(self, result: Result) -> Outcome:
        """Return the picture that the result makes of the request's."""
        picture = self.picture.with_pixels(result.image, self.hole.box, result.hole)
        sampling = replace(self._recipe.sampling, seed=result.seed)
        recipe = replace(self._recipe, sampling=sampling)
        return Outcome(result, picture, bounds(result.hole), recipe)
