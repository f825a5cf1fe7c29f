"""A search for damage as the engine's thread sees it, and the masks that can be made of what it found."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from engine.findings import findings, grown, mask_from_probability
from engine.messages import Detect, Found, Hole, Progress
from gui.boxes import slices
from gui.engine_host import Session
from gui.flood import connected
from gui.hole_layer import HoleLayer
from gui.picture import Picture
from gui.region import Pixel


@dataclass(frozen=True, eq=False)
class Marks:
    """What is marked at one sensitivity: a ``hole`` (H, W); and what of it was ``found``, without a rim.

    ``count``: how many pieces were found.
    """

    hole: Hole
    found: Hole
    count: int


class FindTask:
    """One search in ``picture``. ``detector``: a model's name or file, None for our own."""

    def __init__(self, picture: Picture, detector: str | None = None) -> None:
        self.picture = picture
        self._detector = detector

    def request(self) -> Detect:
        """Return the complete request."""
        return Detect(self.picture.image(), self._detector)

    def job(self, session: Session, request: Detect) -> Generator[Progress, None, Found]:
        """Return the engine's job."""
        return session.run(request)

    def observe(self, progress: Progress) -> None:
        """There is nothing to remember of a step."""

    def frame(self, progress: Progress) -> Progress:
        """Return how far the search is."""
        return progress

    def outcome(self, found: Found) -> Found:
        """Return what was found."""
        return found


def marks_at(found: Found, painted: HoleLayer, sensitivity: float, rejected: tuple[Pixel, ...] = ()) -> Marks:
    """Return what was found added to what was ``painted``, without the pieces that hold a ``rejected`` pixel.

    Takes a second for a very large photo, so not in the window's thread.
    """
    hole = mask_from_probability(found.probability, sensitivity)
    marked = painted.array | grown(hole)
    for pixel in rejected:
        if marked[pixel]:
            piece = connected(marked, pixel, corners=True)
            area = slices(piece.box)
            marked[area] &= ~piece.bits
            hole[area] &= ~piece.bits
    return Marks(marked, hole, len(findings(hole, found.probability)))
