"""Blind inpainting (the report's experiment): ILVR on the damaged photo itself, its hole painted grey.

Nothing tells the sampler where the damage is; only the pasting does. At N = 1 it copies the damage back,
at large N it drifts away from the photo, which is why this is offered as an experiment only.
"""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
import torch

from engine.messages import Progress, Repair
from engine.methods.known import levels_of
from engine.methods.priors import Prior
from engine.methods.regional import guide_for, is_grey, picture, preview_of, step_rule
from engine.photo.fill import SPREAD_OF_NOTHING
from engine.photo.pyramid import Array, from_unit, to_unit
from engine.photo.regions import crop, owned, plan_regions
from engine.sampling.conditions import ilvr
from engine.sampling.jumps import moves
from engine.sampling.loop import sample
from engine.sampling.transition import seeded_noise


def repair_blindly(
    request: Repair, prior: Prior, device: torch.device, generator: torch.Generator, largest_core: int
) -> Generator[Progress, None, tuple[Array, int]]:
    """Sample each region by ILVR alone and paste its hole; return the image and the evaluations taken."""
    canvas, sampling = request.image.copy(), request.sampling
    grey = is_grey(canvas)
    regions = plan_regions(request.hole, largest_core=largest_core)
    walk = moves(levels_of(sampling))
    noise = seeded_noise(generator)
    done, total = 0, len(regions) * sum(end < start for start, end in walk)
    for region in regions:
        damaged = np.where(crop(request.hole, region.box)[..., None], 0, to_unit(crop(canvas, region.box)))
        shape = damaged.shape[:2]
        reference = guide_for(
            damaged.astype(np.float32), np.zeros(shape, np.float32), prior.multiple_of, device
        ).fill
        nothing = guide_for(
            np.zeros_like(damaged, np.float32),
            np.full(shape, SPREAD_OF_NOTHING, np.float32),
            prior.multiple_of,
            device,
        )
        x = prior.schedule.q_sample(reference, walk[0][0], noise(reference))
        held = [ilvr(reference, max(sampling.low_pass, 1), sampling.range_t)]
        denoiser = prior.denoiser(nothing)
        for step in sample(x, walk, denoiser, step_rule(sampling), prior.schedule, noise, held):
            values = picture(step.x0, shape, grey)
            done += 1
            yield Progress("repairing blindly", done, total, preview_of(request, region.box, values))
        mine = owned(request.hole, region)
        crop(canvas, region.box)[mine] = from_unit(values, canvas.dtype)[mine]
    return canvas, done
