"""Small pictures of photos, to find one's way among many."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from engine.messages import Image
from engine.photo.files import read_photo
from engine.photo.headers import read_header
from engine.photo.sources import load

# JPEGs are decoded at a half, a quarter or an eighth of their size in a fraction of the time.
_REDUCED = {2: cv2.IMREAD_REDUCED_COLOR_2, 4: cv2.IMREAD_REDUCED_COLOR_4, 8: cv2.IMREAD_REDUCED_COLOR_8}


def read_preview(path: str | os.PathLike[str], side: int) -> Image:
    """Read a photo upright, uint8 (h, w, 3), its longer side shrunk to ``side`` pixels if it is larger.

    Raises BadInputError as :func:`engine.photo.files.read_photo` does.
    """
    pixels = _reduced(Path(path), side)
    if pixels is None:
        pixels = read_photo(path).image
    if pixels.dtype == np.uint16:
        pixels = (pixels >> 8).astype(np.uint8)
    height, width = pixels.shape[:2]
    scale = min(side / max(height, width), 1.0)
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)


def _reduced(path: Path, side: int) -> npt.NDArray[Any] | None:
    """A JPEG decoded at a fraction of its size that is still larger than ``side``; None if that cannot be."""
    header = read_header(path)
    if header.format != "JPEG" or header.shape is None:
        return None
    factor = next((n for n in (8, 4, 2) if max(header.shape) >= n * side), None)
    if factor is None:
        return None
    pixels = cv2.imdecode(np.frombuffer(load(path), np.uint8), _REDUCED[factor])  # turned upright by EXIF
    return None if pixels is None else cv2.cvtColor(pixels, cv2.COLOR_BGR2RGB)
