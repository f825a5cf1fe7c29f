"""One sample over a region larger than a network can be given at once: tiles blended inside every step.

The sample, its noise, ILVR's low-pass filter and the merge all act on the whole region; only the network's
evaluation is cut into overlapping tiles, whose estimates fade into one another before the step is taken
(MultiDiffusion, Bar-Tal et al. 2023, arXiv:2302.08113). Tiles that drift apart are pulled together at each
step, so no border can grow.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from engine.methods.priors import Guide, Prior
from engine.photo.tiles import Span, plan_spans
from engine.run import stop_if_cancelled
from engine.sampling.denoiser import Denoiser, Prediction

MARGIN = 64
"""Pixels that a tile sees beyond its core: most of what our networks can see."""


@dataclass(frozen=True, eq=False)
class Tile:
    """A tile's place, its share in the blend, (1, 1, h, w), and the denoiser that knows its guide."""

    row: Span
    column: Span
    share: Tensor
    denoiser: Denoiser

    def of(self, whole: Tensor) -> Tensor:
        """Return the view of this tile in ``whole``, (B, C, H, W)."""
        return whole[..., self.row.start : self.row.stop, self.column.start : self.column.stop]


def denoiser_for(prior: Prior, guide: Guide, side: int) -> Denoiser:
    """Return the denoiser of a region of any size, evaluated in tiles of about ``side`` pixels.

    ``side``: a multiple of 64, at least 128. Tiles without any hole are not evaluated: there the estimate is
    the photo.
    """
    height, width = guide.fill.shape[2:]
    if max(height, width) <= side + 2 * MARGIN:
        return prior.denoiser(guide)
    tiles = _tiles(prior, guide, side)
    # What no tile has a share in.
    rest = torch.ones_like(guide.spread)
    for tile in tiles:
        tile.of(rest).sub_(tile.share)

    def denoise(x: Tensor, level: int) -> Prediction:
        x0 = guide.fill * rest.expand_as(x)
        v: Tensor | None = None
        for tile in tiles:
            stop_if_cancelled()
            seen = tile.denoiser(tile.of(x), level)
            tile.of(x0).add_(tile.share * seen.x0)
            if seen.v is not None:
                v = torch.zeros_like(x) if v is None else v
                tile.of(v).add_(tile.share * seen.v)
        return Prediction(x0, v)

    return denoise


def _tiles(prior: Prior, guide: Guide, side: int) -> list[Tile]:
    rows, columns = (plan_spans(length, side, MARGIN) for length in guide.fill.shape[2:])
    tiles = []
    for row in rows:
        for column in columns:
            cut = (..., slice(row.start, row.stop), slice(column.start, column.stop))
            if not guide.spread[cut].any():
                continue
            share = torch.from_numpy(row.weights()[:, None] * column.weights())[None, None]
            part = Guide(guide.fill[cut], guide.spread[cut])
            tiles.append(Tile(row, column, share.to(guide.fill.device), prior.denoiser(part)))
    return tiles
