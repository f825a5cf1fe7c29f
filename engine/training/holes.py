"""What the trainings of prior and eraser share: examples of truth, fill and spread, and errors in holes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

FloatImage = npt.NDArray[np.float32]

Example: TypeAlias = tuple[FloatImage, FloatImage, FloatImage]
"""``truth`` and ``fill`` (S, S, 3) in [-1, 1], and the fill's ``spread`` (S, S), 0 where it is the truth."""


def batch_of(examples: Sequence[Example]) -> dict[str, FloatImage]:
    """Return ``truth`` and ``fill`` (B, 3, S, S) and ``spread`` (B, 1, S, S)."""
    truth, fill, spread = (np.stack(part) for part in zip(*examples, strict=True))
    return {
        "truth": np.ascontiguousarray(truth.transpose(0, 3, 1, 2)),
        "fill": np.ascontiguousarray(fill.transpose(0, 3, 1, 2)),
        "spread": spread[:, None],
    }


def mean_in_hole(values: Tensor, hole: Tensor) -> Tensor:
    """Mean over channels and hole pixels of each example: (B, 3, S, S), (B, 1, S, S) -> (B,)."""
    return (values * hole).mean((1, 2, 3)) / hole.mean((1, 2, 3))


def columns_of(columns: Sequence[Tensor]) -> npt.NDArray[np.uint8]:
    """Return batches (B, 3, S, S) in [0, 1] side by side, an example a row: uint8 (B S, N S, 3)."""
    rows = torch.cat(list(columns), 3).permute(0, 2, 3, 1).flatten(0, 1)
    return (rows.clamp(0, 1) * 255).round().numpy().astype(np.uint8)
