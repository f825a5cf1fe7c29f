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
from engine.bench.scores import Score, plain, score_of
from engine.bench.sheets import Sheets
from engine.messages import Progress
from engine.metrics import detail, psnr, ssim
from engine.session import Session


@dataclass(frozen=True, eq=False)
class Extras:
    """What a measurement may be given besides: pictures wanted, results of an earlier, interrupted run."""

    sheets: Sheets | None = None
    journal: Journal | None = None

    def score(self, case: Case, entrant: Entrant) -> Score | None:
        """Return what ``entrant`` came to in ``case`` in an earlier run."""
        entry = self.journal.get(*_names(case, entrant)) if self.journal is not None else None
        return score_of(entry) if entry is not None else None

    def keep(self, case: Case, entrant: Entrant, score: Score) -> None:
        """Remember a score for a later run."""
        if self.journal is not None:
            self.journal.put(plain(score), *_names(case, entrant))

    def row(self, case: Case, entrants: Sequence[Entrant]) -> str:
        """Return a name for the pictures of ``case``: another one if anything they depend on is another."""
        names = [name for entrant in entrants for name in _names(case, entrant)]
        return self.journal.key(*names) if self.journal is not None else f"{case.photo}-{case.kind}"

    def unsolved(self, case: Case, entrants: Sequence[Entrant]) -> list[Entrant]:
        """Return those whose score is not known yet; all of them if pictures are wanted and not there."""
        drawn = self.sheets is None or (
            self.journal is not None and self.sheets.has(self.row(case, entrants))
        )
        return [entrant for entrant in entrants if not drawn or self.score(case, entrant) is None]


def cost_of(cases: Sequence[Case], entrants: Sequence[Entrant], extras: Extras) -> float:
    """Return about how many evaluations :func:`measure` will take: none for what is known already."""
    return sum(entrant.cost for case in cases for entrant in extras.unsolved(case, entrants))


def measure(
    cases: Sequence[Case], entrants: Sequence[Entrant], session: Session, extras: Extras | None = None
) -> Generator[Progress, None, list[Score]]:
    """Let every entrant solve every case; yield progress, return the scores.

    What the journal has already is not done again, except where sheets need its picture.
    """
    extras = extras or Extras()
    lpips = Lpips.installed()
    scores: list[Score] = []
    total, cost, spent = len(cases) * len(entrants), cost_of(cases, entrants, extras), 0.0
    for case in cases:
        unsolved = extras.unsolved(case, entrants)
        problem = case.load() if unsolved else None
        pictures: dict[str, Picture] = {}
        for entrant in entrants:
            score = extras.score(case, entrant)
            if problem is not None and entrant in unsolved:
                pictures[entrant.name], fresh = _solved(case, problem, entrant, session, lpips)
                spent += entrant.cost
                if score is None:
                    score = fresh
                    extras.keep(case, entrant, score)
            assert score is not None
            scores.append(score)
            share = spent / cost if cost else 1.0
            yield Progress(f"{case.photo} {case.kind} {entrant.name}", len(scores), total, share=share)
        if extras.sheets is not None:
            row = extras.row(case, entrants)
            if len(pictures) == len(entrants):
                assert problem is not None
                first = {"damaged": problem.given} if problem.given.shape == problem.truth.shape else {}
                extras.sheets.draw(row, problem.hole, {**first, **pictures, "as it was": problem.truth})
            extras.sheets.add(case.kind, row)
    return scores


def _names(case: Case, entrant: Entrant) -> tuple[str, ...]:
    """Return all that a score depends on, besides the versions."""
    return (case.photo, case.kind, str(case.side), entrant.name, entrant.settings)


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
