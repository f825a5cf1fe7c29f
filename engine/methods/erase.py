"""LaMa: fill a hole in one pass, or ring by ring from its rim inwards (autoregressive erosion)."""

from __future__ import annotations

import math
from collections.abc import Iterator

import cv2
import numpy as np
import torch

from engine.checkpoints.store import Store
from engine.errors import BadModelError
from engine.messages import Progress, Repair
from engine.methods.regional import WIDE, FloatImage, fill_region, is_grey, picture, preview_of, stage_of
from engine.methods.texture import textured
from engine.networks.lama import LamaGenerator, fill
from engine.photo.pyramid import Array, Mask, Scale, build_pyramid, from_unit, to_unit
from engine.photo.regions import Region, crop, owned, plan_regions
from engine.photo.tone import tone_of
from engine.run import Job, stop_if_cancelled

CONTEXT = 128
"""Pixels of surroundings: LaMa sees the whole region through its Fourier layers, and profits from more."""


TEXTURING = 0.3
"""Share of the time that texture takes: measured on wide holes."""


class Eraser:
    """A LaMa generator with its name."""

    def __init__(self, name: str, network: LamaGenerator) -> None:
        self.name, self.network = name, network

    @torch.inference_mode()
    def filled(self, image: FloatImage, hole: Mask, device: torch.device, grey: bool = False) -> FloatImage:
        """Return ``image`` (h, w, 3) in [-1, 1] with its ``hole`` (h, w) filled in one pass.

        A generator that corrects expects the hole filled already. ``grey``: make all channels their mean.
        """
        unit = torch.from_numpy((image + 1) / 2).permute(2, 0, 1)[None].to(device)
        mask = torch.from_numpy(hole.astype(np.float32))[None, None].to(device)
        return picture(fill(self.network, unit, mask) * 2 - 1, hole.shape, grey)


def load_eraser(store: Store, model: str, device: torch.device) -> Eraser:
    """Load a LaMa by its name in the manifest, or from a file. Raises BadModelError."""
    loaded = store.load(model, kind="eraser")
    if not isinstance(loaded.network, LamaGenerator):
        raise BadModelError("{name} is no LaMa: choose another model.", name=loaded.name)
    return Eraser(loaded.name, loaded.network.to(device))


def repair_by_erasing(
    request: Repair, eraser: Eraser, device: torch.device, largest_core: int
) -> Job[tuple[Array, int]]:
    """Fill ``request.hole``; return the image, in the request's type, and the evaluations it took.

    The method "erase" takes one pass a region; a network that corrects fills, which sees less far than the
    public ones, one pass at every scale of wide holes. "erode" accepts only the outermost ``request.ring``
    pixels of the hole from each pass, so that every ring sees the ring before it. Pixels outside the hole
    are the request's own; a grey photo stays grey. Wide parts get texture, where a network corrects.
    """
    coarse_to_fine = eraser.network.config.corrects and request.method == "erase"
    job = _in_passes(request, eraser, device, largest_core, coarse_to_fine)
    return textured(request, job, TEXTURING) if coarse_to_fine else job


@torch.inference_mode()
def _in_passes(
    request: Repair, eraser: Eraser, device: torch.device, largest_core: int, coarse_to_fine: bool
) -> Job[tuple[Array, int]]:
    network = eraser.network
    scales = build_pyramid(request.image, request.hole, WIDE if coarse_to_fine else math.inf)
    plan = [(scale, plan_regions(scale.hole, CONTEXT, largest_core)) for scale in reversed(scales)]
    grey = is_grey(request.image)
    total, cost = _work(plan, request)
    done = share = 0
    coarse: Array | None = None
    for scale, regions in plan:
        remaining = scale.hole.copy()
        for region in regions:
            target, hole = crop(scale.canvas, region.box), crop(remaining, region.box)
            for accepted in passes(remaining, region, request):
                image = to_unit(target)
                if network.config.corrects:
                    image, _ = fill_region(scale, remaining, coarse, region)
                tone = tone_of(image, hole)
                values = eraser.filled(image, hole, device, grey)
                values = tone.kept(values) if tone else values
                target[accepted] = from_unit(values, scale.canvas.dtype)[accepted]
                done, share = done + 1, share + region.area
                seen = preview_of(request, scale.in_photo(region.box), values)
                yield Progress(stage_of(scale), done, total, seen, share / cost)
        coarse = scale.canvas
    return scales[0].canvas, done


def _work(plan: list[tuple[Scale, list[Region]]], request: Repair) -> tuple[int, int]:
    """Return how many passes a plan takes, and how many pixels they look at."""
    count = pixels = 0
    for scale, regions in plan:
        rehearsed = scale.hole.copy()
        for region in regions:
            needed = sum(1 for _ in passes(rehearsed, region, request))
            count, pixels = count + needed, pixels + needed * region.area
    return count, pixels


def passes(hole: Mask, region: Region, request: Repair) -> Iterator[Mask]:
    """Yield the pixels that each pass over ``region`` accepts, in the shape of its box; then strike them off.

    hole: (H, W) of the whole photo, True = still to be repaired; in the region's core all become False.
    """
    inside, mine = crop(hole, region.box), owned(hole, region)
    while mine.any():
        stop_if_cancelled()
        accepted = rim(mine, inside, request.ring) if request.method == "erode" else mine
        yield accepted
        inside[accepted] = False
        mine = mine & ~accepted


def rim(mine: Mask, hole: Mask, width: int) -> Mask:
    """Return the pixels of ``mine`` that lie within ``width`` pixels of what is known beyond ``hole``.

    All of ``mine`` if none does: a hole without a rim has nothing to be continued from.
    """
    inner = cv2.erode(hole.astype(np.uint8), np.ones((3, 3), np.uint8), iterations=width, borderValue=1)
    ring = mine & (inner == 0)
    return ring if ring.any() else mine
