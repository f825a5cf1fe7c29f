"""What every method does with a region: into tensors, out of them, and into a preview."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - the customary name

from engine.errors import BadModelError
from engine.messages import Box, Preview, Repair, Sampling
from engine.methods.priors import Guide
from engine.photo.feather import feathered
from engine.photo.fill import guess, spread_of_fill
from engine.photo.pyramid import Array, Mask, Scale, from_unit, to_unit
from engine.photo.regions import Region, crop
from engine.sampling.ddim import Ddim
from engine.sampling.ddpm import Ddpm
from engine.sampling.dpm import DpmSolver
from engine.sampling.loop import StepRule

FloatImage = npt.NDArray[np.float32]

WIDE = 8.0
"""Holes with pixels farther than this from the known ones are repaired at a coarser scale first."""

COARSE_SPREAD = 0.2
"""Expected error of a coarser scale's result, enlarged: what the network is told about such a fill."""


def fill_region(
    scale: Scale, hole: Mask, coarse: Array | None, region: Region
) -> tuple[FloatImage, FloatImage]:
    """Return fill (h, w, 3) in [-1, 1] and spread (h, w) of a region's box.

    Thin parts are filled classically; wide parts take the result of the coarser scale, enlarged.
    """
    image, unknown = to_unit(crop(scale.canvas, region.box)), crop(hole, region.box)
    spread = spread_of_fill(unknown)
    if coarse is not None and scale.wide is not None:
        wide = crop(scale.wide, region.box) & unknown
        enlarged = scale.from_coarser(coarse, region.box)
        image = np.where(wide[..., None], enlarged, image).astype(np.float32)
        spread = np.where(wide, np.minimum(spread, COARSE_SPREAD), spread).astype(np.float32)
        unknown = unknown & ~wide
    return guess(image, unknown), spread


def stage_of(scale: Scale) -> str:
    """Say what is done at a scale."""
    return "repairing" if scale.factor == 1 else f"sketching at 1/{scale.factor} size"


def guide_for(fill: FloatImage, spread: FloatImage, multiple_of: int, device: torch.device) -> Guide:
    """Return the guide of a region, padded to a multiple of what the network needs.

    fill: (h, w, 3) in [-1, 1]. spread: (h, w). Padding repeats the border and counts as known.
    """
    height, width = spread.shape
    pad = (0, -width % multiple_of, 0, -height % multiple_of)
    planes = torch.from_numpy(np.concatenate([fill, spread[..., None]], axis=2)).permute(2, 0, 1)[None]
    padded = F.pad(planes, pad, mode="replicate")
    padded[..., 3:, height:, :] = 0
    padded[..., 3:, :, width:] = 0
    padded = padded.to(device)
    return Guide(padded[:, :3].contiguous(memory_format=torch.channels_last), padded[:, 3:].contiguous())


def picture(x0: Tensor, shape: tuple[int, ...], grey: bool) -> FloatImage:
    """Return the first image of ``x0`` as (h, w, 3) in its own range, without padding.

    ``shape``: (h, w) of the region. ``grey``: make all channels their mean. Raises BadModelError for numbers
    that are none, which spoilt weights lead to.
    """
    image = x0[0, :, : shape[0], : shape[1]].float().permute(1, 2, 0).cpu().numpy()
    if not np.isfinite(image).all():
        raise BadModelError(
            "The model gives no picture but undefined numbers, so its file is spoilt: get it again, or "
            "choose another model."
        )
    if grey:
        image = np.repeat(image.mean(axis=2, keepdims=True), 3, axis=2)
    return np.ascontiguousarray(image, np.float32)


def preview_of(request: Repair, box: Box, values: FloatImage) -> Preview:
    """Show ``values`` in [-1, 1], the estimate of ``box``, in the hole only, feathered as asked for.

    Values of a coarser scale are enlarged to the box, which may then end a little beyond the photo; as
    bytes, since the box may be most of a large photo.
    """
    height, width = request.hole.shape
    top, left, bottom, right = box
    estimate = cv2.resize(from_unit(values, np.dtype(np.uint8)), (right - left, bottom - top))
    inside = (top, left, min(bottom, height), min(right, width))
    known: Array = crop(request.image, inside)
    before = known.astype(np.uint8) if known.dtype == np.uint8 else (known >> 8).astype(np.uint8)
    hole = crop(request.hole, inside)
    after = np.where(hole[..., None], estimate[: height - top, : width - left], before)
    return Preview(inside, np.asarray(feathered(before, after, hole, request.feather), np.uint8))


def step_rule(sampling: Sampling) -> StepRule:
    """Return the step rule that the request names."""
    rules: dict[str, StepRule] = {"ddim": Ddim(sampling.eta), "ddpm": Ddpm(), "dpm++": DpmSolver()}
    return rules[sampling.sampler]


def is_grey(image: Array) -> bool:
    """True if all three channels of (H, W, 3) are equal everywhere."""
    return bool((image[..., 0] == image[..., 1]).all() and (image[..., 1] == image[..., 2]).all())
