"""Covering a photo with overlapping tiles whose results are blended: no border shows, memory is bounded.

Neighbours overlap by twice a margin. Of each tile the outermost half of the margin is thrown away, since it
has seen too little of its surroundings; across the rest the tile fades into its neighbour. Weights of all
tiles add up to one at every pixel.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

FloatImage = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Span:
    """One axis of a tile, which works on ``start`` to ``stop``.

    ``fades``: half the length of the fade at either end, 0 where that is the photo's own.
    """

    start: int
    stop: int
    fades: tuple[int, int]

    @property
    def length(self) -> int:
        """Pixels from start to stop."""
        return self.stop - self.start

    def weights(self) -> FloatImage:
        """Return the share, (length,), that the tile has in the result."""
        length = self.length
        position = np.arange(length) + 0.5
        before, after = self.fades
        # 0 up to half a fade from the tile's end, 1 from one and a half fades on.
        rising = (position - before) / (2 * before) if before else np.ones(length)
        falling = (length - after - position) / (2 * after) if after else np.ones(length)
        return np.clip(np.minimum(rising, falling), 0, 1).astype(np.float32)


def plan_spans(length: int, core: int, margin: int) -> list[Span]:
    """Cover ``length`` with spans that each advance by ``core`` and see ``margin`` more on either side.

    ``core`` is at least twice ``margin``, which is even: only neighbours overlap.
    """
    cuts = [*range(0, max(length - core // 2, 1), core), length]
    spans = []
    for index, (start, stop) in enumerate(pairwise(cuts)):
        first, last = index == 0, index == len(cuts) - 2
        fades = (0 if first else margin // 2, 0 if last else margin // 2)
        spans.append(Span(start - margin * (not first), stop + margin * (not last), fades))
    return spans
