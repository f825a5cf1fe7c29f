"""Toned photos stay toned: what is painted takes only colours that its surroundings have.

Old photographs are seldom in colour and seldom grey: sepia, selenium, a faded dye. Their colour is, nearly, a
function of brightness. A network that saw many colour photos repairs them with faint greens and purples
that catch the eye. The bounds here follow from the known pixels alone: in a toned photo they are tight,
in a colourful one they are wide and change nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatImage = npt.NDArray[np.float32]

LUMA = np.array([0.299, 0.587, 0.114], np.float32)
LEVELS = 16
"""Steps of brightness at which colour is looked at."""

USUAL = (0.5, 99.5)
"""Percentiles between which colours count as usual; beyond lie stains and dyes of the damage."""

FEWEST = 24
"""Known pixels below which a step of brightness says nothing of its own."""


@dataclass(frozen=True, eq=False)
class Tone:
    """Usual colours: ``lowest`` and ``highest`` chroma (N, 3) at brightness ``luma`` (N,), rising in [-1, 1].

    Chroma is the colour less its luma.
    """

    luma: FloatImage
    lowest: FloatImage
    highest: FloatImage

    def kept(self, image: FloatImage) -> FloatImage:
        """Return ``image`` (h, w, 3) in [-1, 1], each colour drawn into the bounds for its brightness."""
        luma = image @ LUMA
        chroma = np.stack(
            [
                np.clip(
                    image[..., channel] - luma,
                    np.interp(luma, self.luma, self.lowest[:, channel]),
                    np.interp(luma, self.luma, self.highest[:, channel]),
                )
                for channel in range(3)
            ],
            axis=-1,
        )
        chroma -= (chroma @ LUMA)[..., None]  # brightness stays as it was
        kept: FloatImage = np.clip(luma[..., None] + chroma, -1, 1).astype(np.float32)
        return kept


def tone_of(image: FloatImage, hole: npt.NDArray[np.bool_]) -> Tone | None:
    """Learn the usual colours of the known pixels; None where there are too few.

    image: (h, w, 3) in [-1, 1]. hole: (h, w), True = unknown.
    """
    known = image[~hole]
    luma = known @ LUMA
    chroma = known - luma[:, None]
    step = np.clip(((luma + 1) / 2 * LEVELS).astype(int), 0, LEVELS - 1)
    rows = []
    for level in range(LEVELS):
        mine = step == level
        if np.count_nonzero(mine) >= FEWEST:
            lowest, highest = np.percentile(chroma[mine], USUAL, axis=0)
            rows.append((luma[mine].mean(), lowest, highest))
    if not rows:
        return None
    luma_of, lowest_of, highest_of = (np.array(part, np.float32) for part in zip(*rows, strict=True))
    return Tone(luma_of, lowest_of, highest_of)
