"""Super resolution: a photo of twice the size, four ways.

**exact** is the product's. A prior that knows the hole is asked for the expected picture, given the
interpolated photo as a fill that is nearly right everywhere; each estimate is moved so that its 2 x 2
averages are the photo's pixels (null-space data consistency, DDNM, Wang et al. 2023, arXiv:2212.00490). Asked
again from there, told of a smaller error, it sharpens once more. Steps of sampling add texture on top, at a
price in PSNR. Shrunk by averaging, the result is the photo again, pixel for pixel.

The other three are a course project's, offered as experiments; all of them score below interpolation:
**ilvr** holds the low frequencies of an unconditional sample to the interpolated photo (arXiv:2108.02938),
**masked** takes every fourth pixel of the interpolated photo for known and inpaints the rest, **interleaved**
does so with the photo's own pixels, a blank row and column after each.

The sample, its reference and its low frequencies lie whole over pieces of :data:`PIECE_TILES` tiles a side;
only the network is evaluated in tiles, blended inside every step. Pieces of a larger photo draw the same
noise where they overlap, and are blended when they are done: memory is bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import torch
from torch import Tensor

from engine.device import free_memory
from engine.errors import BadInputError, OutOfMemoryError
from engine.messages import Enlarge, Preview, Progress, Route, Sampling
from engine.methods.known import conditions, expectation, levels_of
from engine.methods.priors import Guide, Prior
from engine.methods.regional import FloatImage, guide_for, is_grey, picture, step_rule
from engine.methods.tiling import MARGIN, denoiser_for
from engine.photo.doubling import as_pixels, bicubic, interpolated
from engine.photo.fill import SPREAD_OF_NOTHING, spread_of_fill
from engine.photo.pyramid import Array, from_unit, to_unit
from engine.photo.tiles import plan_spans
from engine.sampling.conditions import Condition, ilvr, same_averages, with_averages_of
from engine.sampling.denoiser import Denoiser
from engine.sampling.jumps import Move, moves
from engine.sampling.loop import sample
from engine.sampling.placed_noise import placed_noise
from engine.sampling.schedule import CLEAN
from engine.sampling.transition import NoiseSource

LARGEST_CORE = 512
"""Side of a tile in pixels of the result, without its margins."""

PIECE_TILES = 2
"""Tiles on a side of a piece: a step evaluates all of them, and only between two steps is a job cancelled."""

SPREADS = (0.08, 0.02)
"""Error of the interpolated photo, then of the first estimate, that the prior is told of: measured best."""

SAMPLED_SPREAD = 0.05
"""The same for the steps of sampling; 0.08 cost 0.6 dB."""

BYTES_PER_PIXEL = 16
"""Memory that a pixel of the result takes until it is saved, in a photo of 8 bits: 13 were measured."""


@dataclass(frozen=True, eq=False)
class Piece:
    """One piece to enlarge: ``small`` (h, w, 3) in [-1, 1], and all it takes; ``side`` of its tiles."""

    small: FloatImage
    prior: Prior
    sampling: Sampling
    walk: tuple[Move, ...]
    noise: NoiseSource
    device: torch.device
    side: int

    def guide(self, fill: FloatImage, spread: FloatImage) -> Guide:
        """Return the padded guide of ``fill`` (2h, 2w, 3) and ``spread`` (2h, 2w)."""
        return guide_for(fill, spread, self.prior.multiple_of, self.device)

    def denoiser(self, guide: Guide) -> Denoiser:
        """Return the denoiser of the whole piece, evaluated in tiles."""
        return denoiser_for(self.prior, guide, self.side)

    def walked(self, guide: Guide, start: Tensor, held: list[Condition]) -> Iterator[Tensor]:
        """Yield the estimates of a walk from ``start``, noised; the last is the sample itself."""
        if not self.walk:
            return
        schedule = self.prior.schedule
        x = schedule.q_sample(start, self.walk[0][0], self.noise(start))
        rule = step_rule(self.sampling)
        for step in sample(x, self.walk, self.denoiser(guide), rule, schedule, self.noise, held):
            yield step.x if step.level == CLEAN else step.x0


def check_memory(image: Array) -> None:
    """Raise OutOfMemoryError, saying what size would fit, where the result of ``image`` itself does not."""
    (height, width), free = image.shape[:2], free_memory()
    needed = 4 * height * width * BYTES_PER_PIXEL * image.itemsize
    if free is not None and needed > free:
        shrink = (free / needed) ** 0.5
        raise OutOfMemoryError(
            "Enlarging {width} x {height} pixels needs about {needed:.1f} GB of memory, but {free:.1f} GB "
            "are free: at most {fitting_width} x {fitting_height} would fit. Close other programs, or cut "
            "the photo into parts first.",
            width=width,
            height=height,
            needed=needed / 1e9,
            free=free / 1e9,
            fitting_width=int(width * shrink),
            fitting_height=int(height * shrink),
        )


def enlarge(
    request: Enlarge, prior: Prior, device: torch.device, seed: int, largest_core: int = LARGEST_CORE
) -> Generator[Progress, None, tuple[Array, int]]:
    """Return the photo at twice its size, in its own type, and the evaluations it took.

    A grey photo stays grey. ``largest_core``: side of a tile in pixels of the result, a multiple of 64 and at
    least 128; the smaller, the less memory, at the price of more work. Memory is bounded: a step holds a
    piece of at most 3 * ``largest_core`` + 64 pixels a side; the result and two rows of pieces come on top.
    """
    image, sampling = request.image, request.walk
    if not (prior.refines or sampling.steps):
        raise BadInputError(
            "{name} needs at least 1 step: only our own prior can do with none.", name=prior.name
        )
    height, width = 2 * image.shape[0], 2 * image.shape[1]
    rows, columns = (plan_spans(side, PIECE_TILES * largest_core, MARGIN) for side in (height, width))
    walk = tuple(moves(levels_of(sampling)))
    expectations = len(SPREADS) if request.route == "exact" and prior.refines else 0
    steps = expectations + sum(end < start for start, end in walk)
    total = len(rows) * len(columns) * steps
    cost = sum(row.length for row in rows) * sum(column.length for column in columns) * steps
    grey, done, spent = is_grey(image), 0, 0
    result = np.empty((height, width, 3), image.dtype)
    below = np.empty((0, width, 3), np.float32)  # what the row of pieces above has left of the next one
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        band = np.zeros((row.length, width, 3), np.float32)
        band[: len(below)] = below
        for column in columns:
            box = (row.start, column.start, row.stop, column.stop)
            small = to_unit(image[row.start // 2 : row.stop // 2, column.start // 2 : column.stop // 2])
            noise = placed_noise(seed, row.start, column.start)
            piece = Piece(small, prior, sampling, walk, noise, device, largest_core)
            for x0 in ROUTES[request.route](piece):
                values = picture(x0, (row.length, column.length), grey)
                done, spent = done + 1, spent + row.length * column.length
                seen = Preview(box, from_unit(values, np.dtype(np.uint8)))
                yield Progress("enlarging", done, total, seen, spent / cost)
            share = row.weights()[:, None] * column.weights()
            band[:, column.start : column.stop] += values * share[..., None]
        end = following.start if following else row.stop
        finished, below = np.split(band, [end - row.start])
        source = image[row.start // 2 : end // 2]
        exact = request.route == "exact"
        result[row.start : end] = as_pixels(finished, source) if exact else from_unit(finished, image.dtype)
    return result, done


def _exact(piece: Piece) -> Iterator[Tensor]:
    """Yield expectations, then a walk, each with the photo's averages."""
    fill = interpolated(piece.small)
    guide = piece.guide(fill, np.ones(fill.shape[:2], np.float32))
    everywhere, schedule = guide.hole, piece.prior.schedule
    top, reference = len(schedule) - 1, guide.fill
    for spread in SPREADS if piece.prior.refines else ():
        # Without noise the answer is the same, and no piece differs from its neighbour.
        x = schedule.q_sample(reference, top, torch.zeros_like(reference))
        denoiser = piece.denoiser(Guide(reference, spread * everywhere))
        reference = with_averages_of(guide.fill, expectation(denoiser, x, top))
        yield reference
    held = (
        [ilvr(reference, piece.sampling.low_pass, piece.sampling.range_t)] if piece.sampling.low_pass else []
    )
    sampled = Guide(reference, SAMPLED_SPREAD * everywhere)
    yield from piece.walked(sampled, reference, [*held, same_averages(guide.fill)])


def _ilvr(piece: Piece) -> Iterator[Tensor]:
    """Yield an unconditional sample held to the interpolated photo."""
    enlarged = bicubic(piece.small)
    guide = piece.guide(enlarged, np.full(enlarged.shape[:2], SPREAD_OF_NOTHING, np.float32))
    nothing = Guide(torch.zeros_like(guide.fill), guide.spread)
    held = ilvr(guide.fill, piece.sampling.low_pass, piece.sampling.range_t)
    yield from piece.walked(nothing, guide.fill, [held])


def _masked(piece: Piece) -> Iterator[Tensor]:
    """Inpaint all but every other row and column of the interpolated photo."""
    yield from _inpainted(piece, bicubic(piece.small))


def _interleaved(piece: Piece) -> Iterator[Tensor]:
    """Inpaint the blank rows and columns between the photo's own."""
    height, width = piece.small.shape[:2]
    apart = np.array([[2, 0, 0], [0, 2, 0]], np.float32)
    spaced = cv2.warpAffine(
        piece.small,
        apart,
        (2 * width, 2 * height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    )
    yield from _inpainted(piece, spaced.astype(np.float32, copy=False))


def _inpainted(piece: Piece, fill: FloatImage) -> Iterator[Tensor]:
    hole = np.ones(fill.shape[:2], np.bool_)
    hole[::2, ::2] = False
    guide = piece.guide(fill, spread_of_fill(hole))
    yield from piece.walked(guide, guide.fill, conditions(guide, guide.fill, piece.sampling))


ROUTES: dict[Route, Callable[[Piece], Iterator[Tensor]]] = {
    "exact": _exact,
    "ilvr": _ilvr,
    "masked": _masked,
    "interleaved": _interleaved,
}
