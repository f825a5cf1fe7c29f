"""LaMa: fill a hole in one pass, or ring by ring from its rim inwards (autoregressive erosion)."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import cv2
import numpy as np
import numpy.typing as npt
import torch

from engine.checkpoints.store import Store
from engine.errors import BadModelError
from engine.messages import Progress, Repair
from engine.methods.regional import is_grey, picture, preview_of
from engine.networks.lama import LamaGenerator, fill
from engine.photo.fill import guess
from engine.photo.pyramid import Array, Mask, from_unit, to_unit
from engine.photo.regions import Region, crop, owned, plan_regions

CONTEXT = 128
"""Pixels of surroundings: LaMa sees the whole region through its Fourier layers, and profits from more."""


class Eraser:
    """A LaMa generator with its name."""

    def __init__(self, name: str, network: LamaGenerator) -> None:
        self.name, self.network = name, network


def load_eraser(store: Store, model: str, device: torch.device) -> Eraser:
    """Load a LaMa by its name in the manifest, or from a file. Raises BadModelError."""
    loaded = store.load(model, kind="eraser")
    if not isinstance(loaded.network, LamaGenerator):
        raise BadModelError(f"{loaded.name} is no LaMa: choose another model.")
    return Eraser(loaded.name, loaded.network.to(device))


@torch.inference_mode()
def repair_by_erasing(
    request: Repair, eraser: Eraser, device: torch.device, largest_core: int
) -> Generator[Progress, None, tuple[Array, int]]:
    """Fill ``request.hole``; return the image, in the request's type, and the evaluations it took.

    The method "erase" takes one pass a region. "erode" accepts only the outermost ``request.ring``
    pixels of the hole from each pass, so that every ring sees the ring before it. Pixels outside the hole
    are the request's own; a grey photo stays grey.
    """
    canvas, remaining = request.image.copy(), request.hole.copy()
    grey = is_grey(canvas)
    regions = plan_regions(request.hole, CONTEXT, largest_core)
    rehearsed = remaining.copy()
    work = [sum(1 for _ in passes(rehearsed, region, request)) for region in regions]
    done, total = 0, sum(work)
    share, cost = 0, sum(region.area * count for region, count in zip(regions, work, strict=True))
    for region in regions:
        target, hole = crop(canvas, region.box), crop(remaining, region.box)
        for accepted in passes(remaining, region, request):
            values = _filled(eraser, to_unit(target), hole, device, grey)
            target[accepted] = from_unit(values, canvas.dtype)[accepted]
            done += 1
            share += region.area
            yield Progress("filling", done, total, preview_of(request, region.box, values), share / cost)
    return canvas, done


def passes(hole: Mask, region: Region, request: Repair) -> Iterator[Mask]:
    """Yield the pixels that each pass over ``region`` accepts, in the shape of its box; then strike them off.

    hole: (H, W) of the whole photo, True = still to be repaired; in the region's core all become False.
    """
    inside, mine = crop(hole, region.box), owned(hole, region)
    while mine.any():
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


def _filled(
    eraser: Eraser, image: npt.NDArray[np.float32], hole: Mask, device: torch.device, grey: bool
) -> npt.NDArray[np.float32]:
    """One pass over a region in [-1, 1], (h, w, 3)."""
    if eraser.network.config.corrects:
        image = guess(image, hole)
    unit = torch.from_numpy((image + 1) / 2).permute(2, 0, 1)[None].to(device)
    mask = torch.from_numpy(hole.astype(np.float32))[None, None].to(device)
    return picture(fill(eraser.network, unit, mask) * 2 - 1, hole.shape, grey)
