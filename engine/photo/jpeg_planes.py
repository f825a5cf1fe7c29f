"""What goes into a JPEG encoder so that nothing is lost where nothing was repaired.

Decoding to RGB and encoding again costs quality even with the same tables, because libjpeg smooths
subsampled chroma, rounds to RGB, and fills the blocks at the edge anew. So a repaired photo is encoded
from the source's own planes, luma and chroma as they are stored and in whole blocks, and only changed
pixels come from the new image. Blocks without any nearly always quantise to the coefficients they had
(ITU-T T.81, A.3). What still moves are blocks that were clipped at black or white, and the chroma in
the last blocks of a progressive JPEG, whose hidden part no decoder shows.
"""

from __future__ import annotations

import io
import itertools

import cv2
import numpy as np
from PIL.JpegImagePlugin import JpegImageFile

from engine.photo.metadata import Bytes, Samples
from engine.photo.modes import array_of, pillow_image

_BAND = 256  # rows that are worked on at a time


def merged_planes(picture: bytes, mode: str, subsampling: int, samples: Samples, before: Samples) -> Bytes:
    """Return planes (H', W', C) that encode to those in ``picture``, but for pixels that have changed.

    ``picture``: a JPEG that stores ``mode`` (L, YCbCr, RGB) with Pillow's number of ``subsampling``, and
    whose size (H', W') is rounded up to whole blocks. ``samples``, ``before``: grey or RGB (H, W, C), new
    and as decoded; ``before`` may have more channels.
    """
    planes = _stored_planes(picture, mode, subsampling)
    height, width, channels = samples.shape
    for top in range(0, height, _BAND):
        rows = slice(top, min(top + _BAND, height))
        changed = (samples[rows] != before[rows, :, :channels]).any(axis=2)
        if changed.any():
            new = pillow_image("L" if channels == 1 else "RGB", samples[rows][changed][None]).convert(mode)
            planes[rows, :width][changed] = np.asarray(new).reshape(-1, channels)
            # What the eye never sees, beyond the edge, must not contrast with the new edge either.
            planes[rows, width:][changed[:, -1]] = planes[rows, width - 1 : width][changed[:, -1]]
    edge = np.pad(changed[-1], (0, planes.shape[1] - width), mode="edge")
    planes[height:, edge] = planes[height - 1, edge]
    return planes


def _stored_planes(picture: bytes, mode: str, subsampling: int) -> Bytes:
    """Planes at full size, each stored sample of chroma repeated over the pixels it covers."""
    planes = _decoded(picture, mode)
    height, width = planes.shape[:2]
    if subsampling == 2:
        # At half size libjpeg scales only the luma down, so the chroma comes out as it is stored.
        chroma = _decoded(picture, mode, halved=True)[..., 1:]
        for row, column in itertools.product(range(2), range(2)):
            part = planes[row::2, column::2, 1:]
            part[:] = chroma[: part.shape[0], : part.shape[1]]
    elif subsampling == 1:
        for top in range(0, height, _BAND):
            band = planes[top : top + _BAND, :, 1:]
            band[:] = np.repeat(_unsmoothed(band), 2, axis=1)[:, :width]
    return planes


def _decoded(picture: bytes, mode: str, halved: bool = False) -> Bytes:
    with JpegImageFile(io.BytesIO(picture)) as image:
        image.draft(mode, (image.width // 2, image.height // 2) if halved else None)
        image.load()
        return array_of(image)


def _unsmoothed(chroma: Bytes) -> Bytes:
    """Stored samples (H, ceil(W / 2), 2) of chroma that libjpeg has doubled in width to (H, W, 2).

    It mixes 3/4 of the nearer sample and 1/4 of the farther one, so the mean of a pair of pixels is
    the sample blurred by (1/8, 3/4, 1/8). That is undone by Van Cittert's iteration, whose error
    shrinks at least by half each time.
    """
    if chroma.shape[1] % 2:
        chroma = np.concatenate([chroma, chroma[:, -1:]], axis=1)
    means = (chroma[:, 0::2].astype(np.float32) + chroma[:, 1::2]) / 2
    blur = np.array([[1, 6, 1]], np.float32) / 8
    stored = means
    for _ in range(10):
        stored = stored + means - cv2.filter2D(stored, -1, blur, borderType=cv2.BORDER_REPLICATE)
    return np.clip(np.rint(stored), 0, 255).astype(np.uint8)
