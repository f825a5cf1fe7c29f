"""What was measured, and how it is written down."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Score:
    """One result. PSNR in dB; detail is 1 at best; all three in the hole, and two over the whole photo.

    ``drift``: mean error of the pixels outside the hole, in grey levels. ``lpips``: None where its weights
    are not installed. ``megabytes``: the most memory the process held meanwhile, None where that is not told.
    """

    method: str
    kind: str
    photo: str
    psnr: float
    ssim: float
    detail: float
    psnr_whole: float
    ssim_whole: float
    drift: float
    lpips: float | None
    seconds: float
    evaluations: int
    megabytes: float | None
    is_peer: bool = False


def plain(score: Score) -> dict[str, Any]:
    """Return a score as JSON has it: what is infinite, as the PSNR of an exact repair, is "inf"."""
    return {name: "inf" if value == math.inf else value for name, value in asdict(score).items()}


def score_of(entry: dict[str, Any]) -> Score:
    """Inverse of :func:`plain`. Raises TypeError where fields are missing or unknown."""
    values: dict[str, Any] = {name: math.inf if value == "inf" else value for name, value in entry.items()}
    return Score(**values)
