"""ILVR's low-pass filter: bicubic down by N with antialiasing, then up by N (arXiv:2108.02938).

The kernel is Keys' cubic with a = -0.5 (Keys 1981, doi:10.1109/TASSP.1981.1163711). Beyond its borders
the image is mirrored with the edge repeated; torch's own bicubic resizing clamps or drops those samples.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.mirror import mirrored


@dataclass(frozen=True)
class LowPass:
    """phi_N as a callable on images (B, C, H, W); N = 1 is the identity.

    A side that is no multiple of N is mirrored up to one before and cropped after.
    """

    factor: int

    def __call__(self, image: Tensor) -> Tensor:
        """Return the low frequencies of ``image``, in its shape."""
        return image if self.factor == 1 else self.up(self.down(image), image.shape[-2:])

    def down(self, image: Tensor) -> Tensor:
        """Return ``image`` with both sides divided by N, rounded up."""
        height, width = image.shape[-2:]
        return _separable(image, down_matrix(height, self.factor), down_matrix(width, self.factor))

    def up(self, small: Tensor, size: tuple[int, ...]) -> Tensor:
        """Return ``small`` with both sides multiplied by N, cropped to ``size`` (height, width)."""
        height, width = size
        return _separable(small, up_matrix(height, self.factor), up_matrix(width, self.factor))


@lru_cache(maxsize=64)
def down_matrix(length: int, factor: int) -> npt.NDArray[np.float32]:
    """The operator (ceil(length / N), length) that shrinks one axis."""
    small = -(-length // factor)
    padded = _interpolation(small * factor, small, 1 / factor)
    matrix = np.zeros((small, length))
    np.add.at(matrix.T, mirrored(np.arange(small * factor), length), padded.T)
    return matrix.astype(np.float32)


@lru_cache(maxsize=64)
def up_matrix(length: int, factor: int) -> npt.NDArray[np.float32]:
    """The operator (length, ceil(length / N)) that enlarges one axis."""
    small = -(-length // factor)
    return _interpolation(small, small * factor, factor)[:length].astype(np.float32)


def _interpolation(inputs: int, outputs: int, scale: float) -> npt.NDArray[np.float64]:
    """Cubic weights (outputs, inputs); when shrinking, the kernel is widened against aliasing."""
    widening = min(scale, 1.0)
    reach = int(np.ceil(2 / widening)) + 1
    centres = (np.arange(outputs) + 0.5) / scale - 0.5
    positions = np.floor(centres)[:, None] + np.arange(-reach, reach + 1)
    weights = _cubic(widening * (centres[:, None] - positions))
    weights /= weights.sum(axis=1, keepdims=True)
    matrix = np.zeros((outputs, inputs))
    np.add.at(matrix, (np.arange(outputs)[:, None], mirrored(positions, inputs)), weights)
    return matrix


def _cubic(distance: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    u = np.abs(distance)
    near = 1.5 * u**3 - 2.5 * u**2 + 1
    far = -0.5 * u**3 + 2.5 * u**2 - 4 * u + 2
    return np.where(u <= 1, near, np.where(u <= 2, far, 0.0))


def _separable(image: Tensor, rows: npt.NDArray[np.float32], columns: npt.NDArray[np.float32]) -> Tensor:
    down, across = (torch.from_numpy(matrix).to(image.dtype).to(image.device) for matrix in (rows, columns))
    return down @ image @ across.T
