"""Noise that belongs to a place in the picture: tiles that overlap draw the same, however the cuts fall."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from engine.sampling.transition import NoiseSource

BLOCK = 64
"""Side in pixels of the blocks that draw from a generator of their own."""


def placed_noise(seed: int, top: int, left: int) -> NoiseSource:
    """Noise for the part of a picture that begins at ``top`` and ``left``, multiples of :data:`BLOCK`.

    The n-th draw of one part and the n-th of another agree wherever the two overlap.
    """
    draws = 0

    def draw(like: Tensor) -> Tensor:
        nonlocal draws
        count, channels, height, width = like.shape
        noise = torch.empty(like.shape)
        for y in range(0, height, BLOCK):
            for x in range(0, width, BLOCK):
                place = (seed, draws, (top + y) // BLOCK, (left + x) // BLOCK)
                key = int(np.random.SeedSequence(place).generate_state(1, np.uint64)[0])
                generator = torch.Generator().manual_seed(key)
                block = torch.randn((count, channels, BLOCK, BLOCK), generator=generator)
                noise[..., y : y + BLOCK, x : x + BLOCK] = block[..., : height - y, : width - x]
        draws += 1
        return noise.to(like.dtype).to(like.device)

    return draw
