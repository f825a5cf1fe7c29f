"""The fills that people use today, behind one signature, for comparison in the same run."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from engine.bench.problems import Picture
from engine.errors import BadInputError
from engine.messages import METHODS
from engine.photo.fill import biharmonic_fill

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


def matchpatch(image: Picture, hole: Mask) -> Picture:
    """G'MIC's multi-scale patch-based fill, by its program ``gmic``, with the program's own settings."""
    with tempfile.TemporaryDirectory() as folder:
        photo, mask, filled = (str(Path(folder, f"{name}.png")) for name in ("photo", "mask", "filled"))
        cv2.imwrite(photo, image[..., ::-1])
        cv2.imwrite(mask, hole.astype(np.uint8) * 255)
        command = ["gmic", "-v", "-", photo, mask, "inpaint_matchpatch[0]", "[1]", "keep[0]"]
        subprocess.run([*command, "-o", filled], check=True, capture_output=True, timeout=600)
        repaired = image.copy()
        repaired[hole] = np.asarray(cv2.imread(filled, cv2.IMREAD_COLOR_RGB), np.uint8)[hole]
    return repaired


@dataclass(frozen=True)
class Peer:
    """A fill, and the program it needs, if any."""

    fill: Fill
    program: str | None = None

    def __call__(self, image: Picture, hole: Mask) -> Picture:
        """Return ``image`` (H, W, 3) with ``hole`` (H, W) filled."""
        return self.fill(image, hole)

    def installed(self) -> bool:
        """Whether it can be measured on this machine."""
        return self.program is None or shutil.which(self.program) is not None


PEERS: dict[str, Peer] = {
    "telea": Peer(telea),
    "navier-stokes": Peer(navier_stokes),
    "biharmonic": Peer(biharmonic),
    "gmic": Peer(matchpatch, "gmic"),
}


def peer(name: str) -> Peer:
    """Return the peer called ``name``.

    Raises BadInputError, naming those there are, for another, and for one whose program is not installed.
    """
    if name not in PEERS:
        choice = ", ".join((*METHODS, *PEERS))
        raise BadInputError(f"There is no method {name!r} to measure: choose from {choice}.")
    found = PEERS[name]
    if not found.installed():
        raise BadInputError(f"{name} needs the program {found.program}: install it, or leave {name} out.")
    return found
