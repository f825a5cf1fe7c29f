"""The intermediate pictures of a repair, kept to be looked at again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.messages import Box, Hole
from gui.boxes import slices
from gui.hole_layer import HoleLayer
from gui.picture import Picture
from gui.stages import begun, stage_name
from gui.translation import translate

LARGEST_COUNT = 64
LARGEST_BYTES = 256 * 2**20


@dataclass(frozen=True, eq=False)
class Frame:
    """A moment of a repair, ready to be shown.

    ``picture``: the photo with the estimate in the hole. ``hole``: what is being repaired. ``boxes``:
    the parts of the photo that the estimate has reached, (n, 4) as boxes are. ``thumbnail``: uint8
    (h, w, 3) of the part at work, or None if nothing can be seen yet. ``nbytes``: memory that no earlier
    frame shares.
    """

    stage: str
    step: int
    total: int
    share: float
    picture: Picture
    hole: HoleLayer
    boxes: npt.NDArray[np.intp]
    thumbnail: npt.NDArray[np.uint8] | None = None
    nbytes: int = 0


@dataclass(frozen=True, eq=False)
class Step:
    """A picture in which a moment of a repair is the result, in ``box`` where ``where`` (h, w) is True."""

    label: str
    picture: Picture
    box: Box
    where: Hole


def step_of(frame: Frame, picture: Picture) -> Step:
    """Return ``picture`` with what ``frame`` shows in its hole, where its estimate had come to.

    The estimate has 8 bits. In a 16-bit photo each value v stands for 257 v there, as it was shown: black
    and white are the photo's own, and all else is within half a step of 8 bits. Outside the hole nothing
    is another than in ``picture``.
    """
    box = frame.hole.marked_box()
    reached = np.zeros(frame.hole.shape, np.bool_)
    for top, left, bottom, right in frame.boxes:
        reached[top:bottom, left:right] = True
    where = reached[slices(box)] & frame.hole.array[slices(box)]
    estimate = frame.picture.image()[slices(box)]
    return Step(_label(frame), picture.with_pixels(estimate, box, where), box, where)


def _label(frame: Frame) -> str:
    if not frame.step:
        return begun(stage_name(frame.stage))
    return translate("Film", "Step {step} of {total}").format(step=frame.step, total=frame.total)


class Film:
    """Frames in order. When they are too many or too large, every other one goes, never the last."""

    def __init__(self, largest_count: int = LARGEST_COUNT, largest_bytes: int = LARGEST_BYTES) -> None:
        self.frames: list[Frame] = []
        self._largest_count = largest_count
        self._largest_bytes = largest_bytes

    def add(self, frame: Frame) -> None:
        """Append ``frame``, unless it has nothing to show."""
        if frame.thumbnail is None:
            return
        self.frames.append(frame)
        while len(self.frames) > 2 and self._is_too_large():
            # Counted from the end, so that the newest stays; the spacing stays even.
            del self.frames[-2::-2]

    def _is_too_large(self) -> bool:
        weight = sum(frame.nbytes for frame in self.frames)
        return len(self.frames) > self._largest_count or weight > self._largest_bytes
