"""Known-mask inpainting: the product's repair, from a fill through a few diffusion steps to the photo.

Each scale of the pyramid is covered by regions. A region is filled (classically, or in wide parts by the
coarser scale's result, and better by an eraser), the fill is noised to a middle level, and the reverse
process walks down from there, held to the fill by ILVR and to the known pixels by the merge of the
request's choice.

A prior that knows the hole gives its expectation only at the coarsest scales. What is drawn there at random
is as likely wrong as right, and each finer scale makes it sharper: measured, it cost 0.75 dB in wide holes,
and they looked blotched (models/EXPERIMENTS.md).
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from engine.errors import BadInputError
from engine.messages import LOW_PASS_FACTORS, Progress, Repair, Sampling
from engine.methods.erase import Eraser
from engine.methods.priors import Guide, Prior
from engine.methods.regional import (
    WIDE,
    fill_region,
    guide_for,
    is_grey,
    picture,
    preview_of,
    stage_of,
    step_rule,
)
from engine.methods.texture import textured
from engine.methods.tiling import denoiser_for
from engine.photo.pyramid import Array, Scale, build_pyramid, from_unit
from engine.photo.regions import CONTEXT, LARGEST_CORE, Region, crop, owned, plan_regions
from engine.photo.tone import tone_of
from engine.run import Job
from engine.sampling.conditions import Condition, ilvr, known_region, null_space
from engine.sampling.denoiser import Denoiser
from engine.sampling.jumps import Jumps, even_levels, jumping_levels, moves
from engine.sampling.loop import sample
from engine.sampling.schedule import CLEAN
from engine.sampling.transition import seeded_noise

FINEST_SKETCH = 1
"""Scales above this (0 is the photo itself, 1 is half its size) are sketched by expectation only."""

FINER_START = 300
"""Highest trained timestep at which finer scales begin: structure is decided, texture is not."""

PREPARING = 1
"""What filling a region, classically and by an eraser, takes: measured, as long as an evaluation."""

TEXTURING = 0.1
"""Share of the time that texture takes: measured on wide holes."""

OVERHEAD = 64**2
"""Pixels that would take as long as an evaluation of a tiny region does: no region is cheaper."""

WHOLE_TILES = 3
"""A wide hole is repaired in one piece up to so many tiles a side: more, and a step takes long to cancel."""


@dataclass(frozen=True)
class Work:
    """One region at one scale, with its share of the whole job's cost."""

    scale: int
    region: Region
    walk: tuple[tuple[int, int], ...]
    evaluations: int
    share: float

    def share_done(self, evaluation: int) -> float:
        """Return the share of the whole job's cost that is done after so many evaluations."""
        return self.share * (PREPARING + evaluation) / (PREPARING + self.evaluations)


def repair_known(
    request: Repair,
    prior: Prior,
    device: torch.device,
    generator: torch.Generator,
    largest_core: int = LARGEST_CORE,
    eraser: Eraser | None = None,
) -> Job[tuple[Array, int]]:
    """Repair ``request.hole``; return the image, in the request's type, and the evaluations it took.

    Pixels outside the hole are the request's own, bit for bit. A grey photo stays grey. Smaller
    ``largest_core`` (pixels, a multiple of 64 and at least 128) bounds memory at the price of more pieces.
    ``eraser``: None begins from the classical fill. Wide parts get texture, where the prior is ours.
    """
    job = _coarse_to_fine(request, prior, device, generator, largest_core, eraser)
    return textured(request, job, TEXTURING) if prior.refines else job


def _coarse_to_fine(
    request: Repair,
    prior: Prior,
    device: torch.device,
    generator: torch.Generator,
    largest_core: int,
    eraser: Eraser | None,
) -> Job[tuple[Array, int]]:
    scales = build_pyramid(request.image, request.hole, WIDE)
    if not (prior.refines or request.sampling.steps):
        raise BadInputError(
            "{name} needs at least 1 step: only our own prior can do with none.", name=prior.name
        )
    plan = plan_work(scales, request.sampling, largest_core, prior.refines)
    grey = is_grey(request.image)
    total = sum(work.evaluations for work in plan)
    done, share = 0, 0.0
    coarse: Array | None = None
    for index in reversed(range(len(scales))):
        scale = scales[index]
        sampling = sampling_at(index, len(scales), request.sampling, prior.refines)
        remaining = scale.hole.copy()
        for work in (work for work in plan if work.scale == index):
            fill, spread = fill_region(scale, remaining, coarse, work.region)
            mine = owned(remaining, work.region)
            unknown = crop(remaining, work.region.box)
            tone = tone_of(fill, unknown)
            if eraser is not None:
                fill = eraser.filled(fill, unknown, device, grey)
            guide = guide_for(fill, spread, prior.multiple_of, device)
            denoiser = denoiser_for(prior, guide, largest_core)
            estimates = sample_region(guide, denoiser, work, sampling, prior, generator)
            for evaluation, x0 in enumerate(estimates, start=1):
                values = picture(x0, mine.shape, grey)
                values = tone.kept(values) if tone else values
                done += 1
                seen = preview_of(request, scale.in_photo(work.region.box), values)
                progress = share + work.share_done(evaluation)
                yield Progress(stage_of(scale), done, total, seen, progress)
            share += work.share
            target = crop(scale.canvas, work.region.box)
            target[mine] = from_unit(values, scale.canvas.dtype)[mine]
            crop(remaining, work.region.box)[mine] = False
        coarse = scale.canvas
    return scales[0].canvas, done


def plan_work(scales: list[Scale], sampling: Sampling, largest_core: int, refines: bool) -> list[Work]:
    """List the regions of every scale, coarsest first, with the walk each takes."""
    plan = []
    for index in reversed(range(len(scales))):
        walk = tuple(moves(levels_of(sampling_at(index, len(scales), sampling, refines))))
        evaluations = refines + sum(end < start for start, end in walk)
        hole = scales[index].hole
        for region in plan_regions(hole, CONTEXT, largest_core, WHOLE_TILES * largest_core):
            cost = float((region.area + OVERHEAD) * (PREPARING + evaluations))
            plan.append(Work(index, region, walk, evaluations, cost))
    total = sum(work.share for work in plan)
    return [replace(work, share=work.share / total) for work in plan]


def sampling_at(index: int, scales: int, sampling: Sampling, refines: bool) -> Sampling:
    """Return how a scale is sampled; 0 is the photo itself, ``scales`` - 1 the coarsest.

    Below the coarsest, ILVR holds half as many frequencies: what the coarser scale handed down is right to
    twice its own pixel, and what lies between is texture.
    """
    if refines and index > 0 and (index > FINEST_SKETCH or index == scales - 1):
        return replace(sampling, steps=0, jumps=(1, 1))
    if index == scales - 1:
        return sampling
    low_pass = min(2 * sampling.low_pass, max(LOW_PASS_FACTORS))
    least = min(sampling.timesteps, default=0)  # a spacing may keep none of the levels that are usual here
    return replace(sampling, start=min(sampling.start, max(FINER_START, least)), low_pass=low_pass)


def levels_of(sampling: Sampling) -> list[int]:
    """Return the levels that a walk visits; without steps there is nowhere to walk."""
    if not sampling.steps:
        return []
    levels = even_levels(sampling.start, sampling.steps)
    if sampling.respacing:
        levels = [*reversed(sampling.timesteps), CLEAN]
    length, repeats = sampling.jumps
    if repeats == 1:
        return levels
    return jumping_levels(levels, Jumps(min(length, len(levels) - 1), repeats))


def sample_region(
    guide: Guide,
    denoiser: Denoiser,
    work: Work,
    sampling: Sampling,
    prior: Prior,
    generator: torch.Generator,
) -> Generator[Tensor, None, None]:
    """Yield the estimate of the clean region, (1, 3, h, w) with padding, after each evaluation.

    A prior that refines is asked once from pure noise: its expectation is a better fill than a classical
    one (0.2 to 0.4 dB), and takes its place as the start of the walk and the reference of ILVR.
    """
    schedule, noise = prior.schedule, seeded_noise(generator)
    reference = guide.fill
    if prior.refines:
        top = len(schedule) - 1
        reference = expectation(denoiser, schedule.q_sample(reference, top, noise(reference)), top)
        yield reference
    if not work.walk:
        return
    start = work.walk[0][0]
    x = schedule.q_sample(reference, start, noise(reference))
    held = conditions(guide, reference, sampling)
    for step in sample(x, work.walk, denoiser, step_rule(sampling), schedule, noise, held):
        yield step.x0


@torch.inference_mode()
def expectation(denoiser: Denoiser, x: Tensor, level: int) -> Tensor:
    """Return the estimate of the clean image that ``x`` at ``level`` leads to, in one evaluation."""
    return denoiser(x, level).x0


def conditions(guide: Guide, reference: Tensor, sampling: Sampling) -> list[Condition]:
    """Return what ties the sample to the photo: ILVR on the reference in the hole, and the merge."""
    merge = null_space if sampling.merge == "null-space" else known_region
    held = [ilvr(reference, sampling.low_pass, sampling.range_t)] if sampling.low_pass else []
    return [*held, merge(guide.fill, guide.hole)]
