"""How close a repair is to the truth: PSNR, SSIM and detail, over the whole picture or over the hole.

Pictures are (H, W, 3) RGB or (H, W), of any number type, and compared in float64; ``data_range`` is the
largest value they can have (255 for 8 bit). Holes are bool (H, W), True = repaired.
"""

from __future__ import annotations

import math
from typing import Any, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt
from scipy import ndimage

Picture: TypeAlias = npt.NDArray[Any]
Hole: TypeAlias = npt.NDArray[np.bool_]
Values: TypeAlias = npt.NDArray[np.float64]

LUMA = (0.299, 0.587, 0.114)
SIGMA = 1.5
TRUNCATE = 3.5
BORDER = 5
"""Radius in pixels of the 11 x 11 window that sigma and truncation make."""


def psnr(a: Picture, b: Picture, hole: Hole | None = None, data_range: float = 255) -> float:
    """Peak signal-to-noise ratio in dB, over ``hole`` if given; infinite for equal pictures."""
    squared = (_values(a) - _values(b)) ** 2
    error = float(np.mean(squared if hole is None else squared[hole]))
    return math.inf if error == 0 else 10 * math.log10(data_range**2 / error)


def ssim(a: Picture, b: Picture, hole: Hole | None = None, data_range: float = 255) -> float:
    """Mean structural similarity: of the hole, or of the picture less a border of 5 px, if any is left."""
    similarity = ssim_map(a, b, data_range)
    if hole is not None:
        return float(similarity[hole].mean())
    inner = similarity[BORDER:-BORDER, BORDER:-BORDER]
    return float((inner if inner.size else similarity).mean())


def ssim_map(a: Picture, b: Picture, data_range: float = 255) -> Values:
    """Structural similarity at every pixel and channel, in the shape of the pictures.

    Wang et al. 2004 (doi:10.1109/TIP.2003.819861), eq. 13: Gaussian window of sigma 1.5, population
    covariance, K1 0.01, K2 0.03; beyond its borders the picture is mirrored.
    """
    x, y = _values(a), _values(b)
    mean_x, mean_y = _blurred(x), _blurred(y)
    variance_x = _blurred(x * x) - mean_x**2
    variance_y = _blurred(y * y) - mean_y**2
    covariance = _blurred(x * y) - mean_x * mean_y
    c1, c2 = (0.01 * data_range) ** 2, (0.03 * data_range) ** 2
    luminance = (2 * mean_x * mean_y + c1) / (mean_x**2 + mean_y**2 + c1)
    structure = (2 * covariance + c2) / (variance_x + variance_y + c2)
    similarity: Values = luminance * structure
    return similarity


def detail(repaired: Picture, truth: Picture, hole: Hole) -> float:
    """Gradient energy in the hole, repaired over true: 1 is ideal, less is blurred, more is noisy.

    The energy is the sum of squared 3 x 3 Sobel derivatives of the luma. Infinite where the truth is
    flat and the repair is not, 1 where both are.
    """
    energy, ideal = (float(_gradient_energy(picture)[hole].sum()) for picture in (repaired, truth))
    if ideal == 0:
        return 1.0 if energy == 0 else math.inf
    return energy / ideal


def luma(picture: Picture) -> Values:
    """Rec. 601 luma of RGB (H, W, 3), float64 (H, W)."""
    weighted: Values = _values(picture) @ np.array(LUMA)
    return weighted


def _gradient_energy(picture: Picture) -> Values:
    grey = luma(picture) if picture.ndim == 3 else _values(picture)
    across, down = cv2.Sobel(grey, cv2.CV_64F, 1, 0), cv2.Sobel(grey, cv2.CV_64F, 0, 1)
    energy: Values = across.astype(np.float64) ** 2 + down.astype(np.float64) ** 2
    return energy


def _blurred(values: Values) -> Values:
    blurred: Values = ndimage.gaussian_filter(values, SIGMA, truncate=TRUNCATE, axes=(0, 1))
    return blurred


def _values(picture: Picture) -> Values:
    return picture.astype(np.float64)
