"""The measuring itself: entrants by cases, one score each, resumable."""

from __future__ import annotations

import sys
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.bench.entrants import Entrant
from engine.bench.journal import Journal
from engine.bench.perceptual import Lpips
from engine.bench.problems import Case, Picture, Problem
from engine.bench.scores import Score
from engine.bench.sheets import Sheets
from engine.messages import Progress
from engine.metrics import detail, psnr, ssim
from engine.session import Session


@dataclass(frozen=True, eq=False)
class Extras:
    """What a measurement may be given besides: pictures wanted, results of an earlier, interrupted run."""

    sheets: Sheets | None = None
    journal: Journal | None = None


def measure(
    cases: Sequence[Case], entrants: Sequence[Entrant], session: Session, extras: Extras | None = None
) -> Generator[Progress, None, list[Score]]:
    """Let every entrant solve every case; yield progress, return the scores.

    What the journal has already is not done again, except where sheets need its picture.
    """
    extras = extras or Extras()
    lpips = Lpips.installed()
    scores: list[Score] = []
    total = len(cases) * len(entrants)
    for case in cases:
        problem: Problem | None = None
        pictures: dict[str, Picture] = {}
        for entrant in entrants:
            score = extras.journal.get(case, entrant) if extras.journal is not None else None
            if score is None or extras.sheets:
                problem = problem or case.load()
                picture, fresh = _solved(case, problem, entrant, session, lpips)
                pictures[entrant.name] = picture
                if score is None:
                    score = fresh
                    if extras.journal is not None:
                        extras.journal.put(case, entrant, score)
            scores.append(score)
            yield Progress(f"{case.photo} {case.kind} {entrant.name}", len(scores), total)
        if extras.sheets and problem:
            first = {"damaged": problem.given} if problem.given.shape == problem.truth.shape else {}
            extras.sheets.add(case.kind, problem.hole, {**first, **pictures, "as it was": problem.truth})
    return scores


def _solved(
    case: Case, problem: Problem, entrant: Entrant, session: Session, lpips: Lpips | None
) -> tuple[Picture, Score]:
    _forget_peak_memory()
    started = time.perf_counter()
    picture, evaluations = entrant.solve(problem, session)
    seconds = time.perf_counter() - started
    hole, truth = problem.hole, problem.truth
    error = np.abs(picture.astype(np.int16) - truth)[~hole]
    score = Score(
        method=entrant.name,
        kind=case.kind,
        photo=case.photo,
        psnr=psnr(picture, truth, hole),
        ssim=ssim(picture, truth, hole),
        detail=detail(picture, truth, hole),
        psnr_whole=psnr(picture, truth),
        ssim_whole=ssim(picture, truth),
        drift=float(error.mean()) if error.size else 0.0,
        lpips=lpips(picture, truth) if lpips else None,
        seconds=seconds,
        evaluations=evaluations,
        megabytes=_peak_memory(),
        is_peer=entrant.is_peer,
    )
    return picture, score


def _forget_peak_memory() -> None:
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5")


def _peak_memory() -> float | None:
    """Megabytes of the process at its largest since :func:`_forget_peak_memory`; None outside Linux."""
    if sys.platform != "linux":
        return None
    status = Path("/proc/self/status").read_text().splitlines()
    return next(float(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
