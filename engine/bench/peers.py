"""The fills that people use today, behind one signature, for comparison in the same run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import BadInputError
from engine.messages import METHODS
from engine.photo.fill import biharmonic_fill

Picture = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]
Fill = Callable[[Picture, Mask], Picture]
"""Called with the damaged photo (H, W, 3) and its hole (H, W); returns the repaired photo."""

TELEA_RADIUS = 5


def telea(image: Picture, hole: Mask) -> Picture:
    """OpenCV's fast marching fill (Telea 2004), radius 5."""
    return cv2.inpaint(image, hole.astype(np.uint8), TELEA_RADIUS, cv2.INPAINT_TELEA).astype(np.uint8)


def navier_stokes(image: Picture, hole: Mask) -> Picture:
    """OpenCV's Navier-Stokes fill (Bertalmio et al. 2001), radius 5."""
    return cv2.inpaint(image, hole.astype(np.uint8), TELEA_RADIUS, cv2.INPAINT_NS).astype(np.uint8)


def biharmonic(image: Picture, hole: Mask) -> Picture:
    """The biharmonic fill of scikit-image, or our own equal one where that is not installed."""
    try:
        from skimage.restoration import inpaint_biharmonic
    except ImportError:
        filled: npt.NDArray[Any] = biharmonic_fill(image, hole)
    else:
        filled = inpaint_biharmonic(image / 255.0, hole, channel_axis=-1, split_into_regions=True) * 255
    repaired = image.copy()
    repaired[hole] = np.clip(np.round(filled), 0, 255)[hole]
    return repaired


PEERS: dict[str, Fill] = {"telea": telea, "navier-stokes": navier_stokes, "biharmonic": biharmonic}


def peer(name: str) -> Fill:
    """Return the peer called ``name``. Raises BadInputError, naming those there are."""
    if name not in PEERS:
        choice = ", ".join((*METHODS, *PEERS))
        raise BadInputError(f"There is no method {name!r} to measure: choose from {choice}.")
    return PEERS[name]
