"""The course project whose methods this program realises: its loop, its experiments and its figures.

Its prior was a public face model of 93.6 M parameters; ours takes its place, told nothing of the hole, or a
public one that is named. What it calls SSIM was computed on scrambled pictures: both values are shown,
recomputed from its stored outputs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean

import numpy as np
import torch

from engine.bench.entrants import Entrant, enlarging, filling, interpolating, repairing
from engine.bench.problems import DOUBLED, Picture, Problem
from engine.bench.scores import Score
from engine.bench.tables import table
from engine.messages import Repair, Sampling
from engine.methods.priors import Guide, load_prior
from engine.methods.regional import guide_for, picture
from engine.models import DEFAULTS
from engine.photo.fill import SPREAD_OF_NOTHING
from engine.photo.pyramid import from_unit, to_unit
from engine.sampling.conditions import course_project, known_region
from engine.sampling.ddpm import Ddpm
from engine.sampling.loop import sample
from engine.sampling.spacing import space_timesteps
from engine.sampling.transition import seeded_noise
from engine.session import Session

STEPS = 100
"""Steps of the loop: it took 1000, of which measuring all its experiments would take days here."""

SMALL, LARGE = "spots", "large"
"""Our masks that come nearest to its small and its large ones."""


@dataclass(frozen=True)
class Reported:
    """A row of its tables: PSNR in dB, SSIM as printed, SSIM as it truly is; None where it is not known."""

    psnr: float | None
    printed_ssim: float | None
    true_ssim: float | None


REPORTED: dict[tuple[str, str], Reported] = {
    ("blind 1: N = 1", LARGE): Reported(None, 0.802, None),
    ("known 1: held to t = 100", SMALL): Reported(22.2, 0.965, 0.74),
    ("known 1: held to t = 100", LARGE): Reported(16.7, 0.843, 0.56),
    ("bicubic", DOUBLED): Reported(33.747, 0.994, 0.929),
    ("ilvr", DOUBLED): Reported(28.331, 0.984, 0.794),
    ("interleaved", DOUBLED): Reported(22.640, 0.943, None),
}
"""By entrant and kind. It says "as inpainting" without telling which of its two ways that was."""


def repair_entrants(model: str | None) -> list[Entrant]:
    """Return its blind tests, its known tests, and erosion beside a single pass; and ours."""
    blind = [(1, 0), (4, 0), (16, 0), (64, 0), (1, 300), (16, 300)]
    walk = Sampling(steps=STEPS // 2, sampler="ddpm", start=999, seed=1)
    return [
        *(
            repairing(
                f"blind {number}: N = {n}" + (f", free below t = {t}" if t else ""),
                "blind",
                replace(walk, low_pass=n, range_t=t),
                model,
            )
            for number, (n, t) in enumerate(blind, 1)
        ),
        looping("known 1: held to t = 100", model, released=True),
        looping("known 2: held to the end", model, released=False),
        repairing("known 3: merged into x0", "known", replace(walk, low_pass=0), model, "none"),
        repairing("erase", "erase", Sampling()),
        *(repairing(f"erode, rings of {ring} px", "erode", Sampling(), ring=ring) for ring in (1, 2, 4, 8)),
        repairing("known, as shipped", "known", Sampling(seed=1), texture=Repair.texture),
        filling("biharmonic"),
    ]


def enlarging_entrants(model: str | None) -> list[Entrant]:
    """Return its three ways of super resolution, bicubic, and our own route."""
    own = [enlarging(route, route, None, model) for route in ("exact", "ilvr", "masked", "interleaved")]
    return [interpolating("bicubic"), interpolating("lanczos"), *own]


def looping(name: str, model: str | None, *, released: bool) -> Entrant:
    """Return its loop for known masks: from pure noise, the known pixels merged into x, no fill, no guide.

    ``released``: let the known pixels go for the last tenth of the steps, as it does (range_t = 100 of 1000);
    otherwise they are held to the end and pasted.
    """

    def solve(problem: Problem, session: Session) -> tuple[Picture, int]:
        prior = load_prior(session.store, model or DEFAULTS["prior"], session.device)
        prior.schedule = prior.schedule.respaced(space_timesteps(len(prior.schedule), str(STEPS)))
        unknown = problem.hole.astype(np.float32)
        guide = guide_for(to_unit(problem.given), unknown, prior.multiple_of, session.device)
        walk, merge = course_project(guide.fill, guide.hole, STEPS, shift=0, range_t=STEPS // 10)
        if not released:
            merge = known_region(guide.fill, guide.hole)
        noise = seeded_noise(torch.Generator().manual_seed(1))
        denoiser = prior.denoiser(_nothing(guide))
        x = noise(guide.fill)
        for step in sample(x, walk, denoiser, Ddpm(), prior.schedule, noise, [merge]):
            x = step.x
        made = from_unit(picture(x.clamp(-1, 1), unknown.shape, grey=False), np.dtype(np.uint8))
        return np.asarray(made, np.uint8), len(walk)

    return Entrant(name, f"{STEPS} {released} {model}", solve, cost=STEPS)


def beside_the_report(scores: Sequence[Score]) -> str:
    """Return a table of our figures beside those of its report."""
    rows = []
    for (name, kind), reported in REPORTED.items():
        mine = [s for s in scores if s.method == name and s.kind == kind]
        if mine:
            ours = (f"{fmean(s.psnr_whole for s in mine):.2f}", f"{fmean(s.ssim_whole for s in mine):.3f}")
            theirs = (reported.psnr, reported.printed_ssim, reported.true_ssim)
            rows.append([name, kind, *ours, *("–" if value is None else str(value) for value in theirs)])
    head = ["experiment", "kind", "PSNR", "SSIM", "its PSNR", "its SSIM as printed", "its SSIM as it is"]
    note = (
        "Whole photos. Its photos, masks and prior are others: compare rows, not columns. "
        "Its SSIM was computed on scrambled pictures; as it is: recomputed from its stored outputs."
    )
    return "\n".join([*table(head, rows), "", note]) + "\n"


def _nothing(guide: Guide) -> Guide:
    """Return a guide that tells a prior nothing: it is an unconditional one again."""
    return Guide(torch.zeros_like(guide.fill), torch.full_like(guide.spread, SPREAD_OF_NOTHING))
