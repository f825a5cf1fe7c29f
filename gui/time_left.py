"""How long a job will still take, from the share of its work that is done."""

from __future__ import annotations

from gui.translation import translate

SETTLING_S = 1.0
"""No estimate is given before this much of the job was watched."""


class TimeLeft:
    """Estimates the rest from the rate so far.

    The clock starts where the work is said to begin, or at the first step's end, not with the job: loading a
    model takes time that says nothing about the steps. It starts anew if a job falls back, as one does that
    ran out of memory.
    """

    def __init__(self) -> None:
        self._first: tuple[float, float] | None = None

    def begin(self, now_s: float) -> None:
        """Nothing of the work is done at ``now_s``; the last time that this is said counts."""
        self._first = (0.0, now_s)

    def seconds(self, share: float, now_s: float) -> float | None:
        """Return the seconds left when ``share`` in [0, 1] is done at ``now_s``, or None if unknown yet."""
        if share <= 0:
            return None
        if self._first is None or share < self._first[0]:
            self._first = (share, now_s)
        share_then, then_s = self._first
        if share == share_then or now_s - then_s < SETTLING_S:
            return None
        return (now_s - then_s) / (share - share_then) * (1 - share)


def in_words(seconds: float) -> str:
    """Return a duration as people say it."""
    if seconds < 1.5:
        return translate("TimeLeft", "about a second left")
    if seconds < 90:
        return translate("TimeLeft", "about %n second(s) left", None, round(seconds))
    if seconds < 90 * 60:
        return translate("TimeLeft", "about %n minute(s) left", None, round(seconds / 60))
    return translate("TimeLeft", "about %n hour(s) left", None, round(seconds / 3600))
