"""Several repairs of one hole as the engine's thread sees them; each is kept as soon as it is finished."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from engine.messages import Box, Hole, Image, Progress, Repair, Result
from engine.run import retold
from engine.variants import invented, variants_of
from gui.boxes import bounds, slices
from gui.engine_host import Session
from gui.film import Frame
from gui.forming import Forming, thumbnail
from gui.picture import Picture, to_eight_bit
from gui.repair_task import Outcome, RepairTask
from gui.stages import stage_name
from gui.translation import translate

INVENTED = np.array((255, 176, 0), np.float32)
"""The colour of what was invented, in the map."""

SEEN = 224
"""Side in pixels of what a thumbnail shows at most."""

CELLS = 8
"""In steps of this part of the side, the fullest place is looked for."""

NO_IMAGE = np.empty((0, 0, 3), np.uint8)


@dataclass(frozen=True, eq=False)
class Variant:
    """One finished repair. ``frame`` shows it; ``outcome`` enters it into the history.

    The result's image is left out: it is in the picture, which shares with the others what they share.
    """

    outcome: Outcome
    frame: Frame


@dataclass(frozen=True, eq=False)
class Variants:
    """What is finished so far. ``spread``: a frame that shows where they differ, None for fewer than two."""

    finished: tuple[Variant, ...] = ()
    spread: Frame | None = None


class VariantsTask:
    """Carries out ``repair`` ``count`` times, with one seed after the other.

    ``variants`` is replaced whenever one more is finished, so that cancelling leaves those there are.
    """

    def __init__(self, repair: RepairTask, count: int) -> None:
        self.count = count
        self.variants = Variants()
        self._first = repair
        self._current = Forming(repair.picture, repair.hole)
        self._fills: list[Image] = []
        self._seen: Box = (0, 0, 0, 0)

    def request(self) -> list[Repair]:
        """Return one request for each variant. Raises BadInputError as a single repair does."""
        return variants_of(self._first.request(), self.count)

    def job(self, session: Session, requests: list[Repair]) -> Generator[Progress, None, Variants]:
        """Carry out the requests one after the other."""
        self._seen = most_of(requests[0].hole)
        for index, request in enumerate(requests):
            self._current = Forming(self._first.picture, self._first.hole)
            result = yield from retold(session.run(request), partial(_part_of_all, index, self.count))
            self._keep(result)
        return self.variants

    def observe(self, progress: Progress) -> None:
        """Take note of a step of the variant at work."""
        self._current.observe(progress)

    def frame(self, progress: Progress) -> Frame:
        """Return what is to be seen of the variant at work."""
        return self._current.frame(progress)

    def outcome(self, variants: Variants) -> Variants:
        """Return all of them."""
        return variants

    def _keep(self, result: Result) -> None:
        whole = self._first.outcome(result)
        outcome = replace(whole, result=replace(result, image=NO_IMAGE))
        self._fills.append(result.image[result.hole][:, None])
        around = slices(self._seen)
        small = thumbnail(to_eight_bit(result.image[around]), np.ones_like(result.hole[around]))
        finished = (*self.variants.finished, Variant(outcome, self._shown(whole.picture, outcome.box, small)))
        spread = self._spread_shown(finished[0].outcome) if len(finished) > 1 else None
        self.variants = Variants(finished, spread)

    def _spread_shown(self, first: Outcome) -> Frame:
        """Return a frame with the map in the hole: a dark photo, glowing where the variants differ."""
        where = first.result.hole[slices(first.box)]
        pixels = np.zeros((*where.shape, 3), np.uint8)
        pixels[where] = glowing(to_eight_bit(self._fills[0]), invented(self._fills))[:, 0]
        return self._shown(first.picture.with_pixels(pixels, first.box, where), first.box)

    def _shown(self, picture: Picture, box: Box, small: npt.NDArray[np.uint8] | None = None) -> Frame:
        """Return a frame of ``picture`` in which all of the hole has been reached."""
        return Frame("variant", 0, 0, 1.0, picture, self._first.hole, np.array([box], np.intp), small)


def glowing(pixels: npt.NDArray[np.uint8], spread: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Return ``pixels`` (h, w, 3), grey and dark, glowing as strongly as ``spread`` (h, w) says."""
    share = spread[..., None].astype(np.float32) / 255
    dark = pixels.mean(axis=2, keepdims=True, dtype=np.float32) / 2
    return np.asarray(dark + (INVENTED - dark) * share, np.uint8)


def _part_of_all(index: int, count: int, progress: Progress) -> Progress:
    """Return a step of one of several jobs as a step of all: it says which, and how far all of them are."""
    stage = translate("VariantsTask", "variant {number} of {count}: {stage}").format(
        number=index + 1, count=count, stage=stage_name(progress.stage)
    )
    return replace(progress, stage=stage, share=(index + progress.fraction) / count)


def most_of(hole: Hole, side: int = SEEN) -> Box:
    """Return where to look at a repair of ``hole`` (H, W): all of it, with some of what it has to fit.

    Where it spreads over more than ``side`` pixels, that is a square of that size that holds most of it.
    """
    height, width = hole.shape
    top, left, bottom, right = bounds(hole)
    margin = max(bottom - top, right - left) // 8 + 8
    if max(bottom - top, right - left) + 2 * margin <= side:
        return (
            max(top - margin, 0),
            max(left - margin, 0),
            min(bottom + margin, height),
            min(right + margin, width),
        )
    cell = side // CELLS
    rows = np.add.reduceat(hole, np.arange(0, height, cell), axis=0, dtype=np.int64)
    counts = np.add.reduceat(rows, np.arange(0, width, cell), axis=1)
    counts = np.pad(counts, [(0, max(CELLS - length, 0)) for length in counts.shape])
    sums = sliding_window_view(counts, (CELLS, CELLS)).sum(axis=(2, 3))
    fullest = np.argwhere(sums == sums.max())
    row, column = (int(index) * cell for index in fullest[len(fullest) // 2])
    return (row, column, min(row + side, height), min(column + side, width))
