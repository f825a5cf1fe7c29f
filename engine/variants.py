"""Several repairs of one photo, to choose from, and a map of where they differ. Needs numpy only."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.messages import Image, Repair

MOST_VARIANTS = 16
FULL_SCALE = 32.0
"""Standard deviation, in grey levels of 255, that is white in a map."""


def variants_of(request: Repair, count: int) -> list[Repair]:
    """Return ``request`` ``count`` times, with its seed, drawn if it has none, and those that follow."""
    first = secrets.randbits(31) if request.sampling.seed is None else request.sampling.seed
    return [
        replace(request, sampling=replace(request.sampling, seed=first + offset)) for offset in range(count)
    ]


def variant_targets(target: Path, count: int) -> list[Path]:
    """Return where ``count`` variants are written: ``target`` itself if there is but one."""
    if count == 1:
        return [target]
    return [target.with_name(f"{target.stem}-{number}{target.suffix}") for number in range(1, count + 1)]


def invented(images: Sequence[Image]) -> npt.NDArray[np.uint8]:
    """Return (H, W), 0 where all ``images`` (H, W, 3) agree: how much of each pixel was invented.

    It is the standard deviation over the variants, of the channel in which it is largest, on a scale on which
    :data:`FULL_SCALE` grey levels are 255.
    """
    scale = 255 / float(np.iinfo(images[0].dtype).max)
    count = len(images)
    sums = np.zeros(images[0].shape, np.float32)
    squares = np.zeros_like(sums)
    for image in images:  # differences from the first: small numbers, whose squares lose nothing
        difference = (image.astype(np.float32) - images[0]) * np.float32(scale)
        sums += difference
        squares += difference * difference
    variance = np.maximum(squares / count - (sums / count) ** 2, 0).max(axis=2)
    return np.asarray(np.minimum(np.sqrt(variance) * (255 / FULL_SCALE), 255).round(), np.uint8)
