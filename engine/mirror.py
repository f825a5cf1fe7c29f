"""Mirroring an axis beyond its ends, the edge sample repeated: ... 1 0 | 0 1 2 ... n-1 | n-1 n-2 ..."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def mirrored(positions: npt.ArrayLike, length: int) -> npt.NDArray[np.int64]:
    """Indices in 0..``length``-1 of the samples at integer ``positions``, which may lie anywhere."""
    index = np.mod(np.asarray(positions, dtype=np.int64), 2 * length)
    return np.where(index < length, index, 2 * length - 1 - index)
