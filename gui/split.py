"""Where the canvas is split between the photo as it was, on the left, and as it is."""

from __future__ import annotations

from dataclasses import dataclass

REACH = 8.0
"""Logical pixels within which the line can be taken hold of."""

STEP = 0.02
"""Share of the width by which a key moves the line."""


@dataclass
class Split:
    """``share`` of the canvas's width that is left of the line. ``held``: it follows the pointer."""

    shown: bool = False
    share: float = 0.5
    held: bool = False

    def x(self, width: float) -> float:
        """Return where the line is in a canvas of ``width``."""
        return self.share * width

    def is_near(self, x: float, width: float) -> bool:
        """True if the line is there to be taken hold of at ``x`` (logical pixels)."""
        return self.shown and abs(x - self.x(width)) <= REACH

    def move_to(self, x: float, width: float) -> None:
        """Move the line to ``x``, but never out of the canvas."""
        self.share = min(max(x / max(width, 1), 0.0), 1.0)

    def step(self, direction: int) -> None:
        """Move the line a little to the right (1) or left (-1)."""
        self.move_to(self.share + direction * STEP, 1)
