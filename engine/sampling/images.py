"""Between 8-bit pictures and the [-1, 1] of diffusion networks."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
from PIL import Image as PilImage
from torch import Tensor

Pixels = npt.NDArray[np.uint8]


def to_tensor(pixels: Pixels) -> Tensor:
    """Turn uint8 RGB (H, W, 3) into float32 (1, 3, H, W) in [-1, 1]."""
    return torch.from_numpy(pixels.astype(np.float32)).permute(2, 0, 1)[None] / 127.5 - 1


def to_uint8(x: Tensor, *, truncate: bool = False) -> Tensor:
    """Turn values in about [-1, 1] into uint8, clamped and rounded, on the same device.

    ``truncate``: cut the fraction off, as guided-diffusion and RePaint do when they save.
    """
    if truncate:
        return ((x + 1) * 127.5).clamp(0, 255).to(torch.uint8)
    return ((x.clamp(-1, 1) + 1) / 2 * 255 + 0.5).to(torch.uint8)


def center_crop(pixels: Pixels, size: int) -> Pixels:
    """Scale the shorter side of ``pixels`` (H, W, 3) to ``size`` and cut out the middle square.

    The public tools' way to load a picture: halved by a box filter while that leaves twice the size or
    more, then bicubic. For comparisons with their numbers; repairs never resize a photo.
    """
    image = PilImage.fromarray(pixels)
    while min(image.size) >= 2 * size:
        image = image.resize((image.width // 2, image.height // 2), PilImage.Resampling.BOX)
    scale = size / min(image.size)
    image = image.resize(
        (round(image.width * scale), round(image.height * scale)), PilImage.Resampling.BICUBIC
    )
    left, top = (image.width - size) // 2, (image.height - size) // 2
    return np.asarray(image.crop((left, top, left + size, top + size)))
