"""A search for damage as the engine's thread sees it, and the masks that can be made of what it found."""

from __future__ import annotations

from dataclasses import dataclass

from engine.findings import findings, grown, mask_from_probability
from engine.messages import Detect, Found, Hole, Progress
from gui.picture import Picture

RIM = 1
"""Pixels by which a mask is larger than what was found, since damage has soft edges."""


@dataclass(frozen=True, eq=False)
class Marks:
    """What to paint at one sensitivity: a ``hole`` (H, W), and in how many pieces it was found."""

    hole: Hole
    count: int


class FindTask:
    """One search in ``picture``."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture

    def request(self) -> Detect:
        """Return the complete request."""
        return Detect(self.picture.image())

    def observe(self, progress: Progress) -> None:
        """There is nothing to remember of a step."""

    def frame(self, progress: Progress) -> Progress:
        """Return how far the search is."""
        return progress

    def outcome(self, found: Found) -> Found:
        """Return what was found."""
        return found


def marks_at(found: Found, sensitivity: float) -> Marks:
    """Return what to paint. Takes a second for a very large photo, so not in the window's thread."""
    hole = mask_from_probability(found.probability, sensitivity)
    return Marks(grown(hole, RIM), len(findings(hole, found.probability)))
