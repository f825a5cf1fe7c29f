"""What ``main.py bench`` can measure: sets of entrants with the cases they are measured on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from engine.bench import project
from engine.bench.entrants import Entrant, entrants_named, filling, method_names, repairing
from engine.bench.problems import Case, cut_out, find_cases, find_small_cases
from engine.messages import MERGES, SAMPLERS, Sampling

SMALL_SIDE = 256
"""Side in pixels of the photos that are made half as large."""

CUT = 128
"""Side in pixels of the pieces on which many evaluations are compared."""

STEPS = (5, 10, 20, 50, 100, 250)


@dataclass(frozen=True)
class Round:
    """Entrants and the cases that each of them solves; tables are made of one round.

    ``side``: about that of what is repaired in a case, in pixels.
    """

    title: str
    cases: Sequence[Case]
    entrants: Sequence[Entrant]
    side: int = 384


@dataclass(frozen=True)
class Wanted:
    """What the command line asks of a suite: which ``methods``, how set, on every how manieth case."""

    photos: Path
    every: int = 1
    methods: str | None = None
    sampling: Sampling = Sampling()  # noqa: RUF009 - frozen
    model: str | None = None
    eraser: str | None = None


def repair(wanted: Wanted) -> list[Round]:
    """Our methods and the peers, on every kind of damage."""
    names = method_names(wanted.methods)
    entrants = entrants_named(names, wanted.sampling, wanted.model, wanted.eraser)
    return [Round("Repair", find_cases(wanted.photos)[:: wanted.every], entrants)]


def upscale(wanted: Wanted) -> list[Round]:
    """The four routes of enlargement beside interpolation."""
    cases = find_small_cases(wanted.photos, SMALL_SIDE)[:: wanted.every]
    return [Round("Enlargement, 2x", cases, project.enlarging_entrants(wanted.model), SMALL_SIDE)]


def steps(wanted: Wanted) -> list[Round]:
    """Quality against evaluations: every sampler with every merge, and RePaint's 2,410."""
    kinds = ("scratch", "stroke", "large")
    cases = [cut_out(case, CUT) for case in find_cases(wanted.photos) if case.kind in kinds]
    entrants = [
        repairing(
            f"{sampler}, {merge}, {count}",
            "known",
            Sampling(steps=count, sampler=sampler, merge=merge, seed=1),
            wanted.model,
            wanted.eraser,
        )
        for sampler, merge, count in product(SAMPLERS, MERGES, STEPS)
    ]
    repaint = Sampling(steps=250, sampler="ddpm", merge="x_t", start=999, low_pass=0, jumps=(10, 10), seed=1)
    expectation = Sampling(steps=0, seed=1)
    return [
        Round(
            "Steps",
            cases[:: wanted.every],
            [
                repairing("expectation only", "known", expectation, wanted.model, wanted.eraser),
                *entrants,
                repairing("RePaint, 250, jumps 10 x 10", "known", repaint, wanted.model, "none"),
                filling("biharmonic"),
            ],
            CUT,
        )
    ]


def report(wanted: Wanted) -> list[Round]:
    """The experiments of the course project's report."""
    kinds = (project.SMALL, project.LARGE)
    cases = [cut_out(case, SMALL_SIDE) for case in find_cases(wanted.photos) if case.kind in kinds]
    return [
        Round("Inpainting", cases[:: wanted.every], project.repair_entrants(wanted.model), SMALL_SIDE),
        Round(
            "Super resolution",
            find_small_cases(wanted.photos, SMALL_SIDE)[:: wanted.every],
            project.enlarging_entrants(wanted.model),
            SMALL_SIDE,
        ),
    ]


SUITES = {"repair": repair, "upscale": upscale, "steps": steps, "report": report}
