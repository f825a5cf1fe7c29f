"""``main.py bench``: methods by kinds of damage by photos, measured in one run.

The photos are a folder with ``photos/NAME.png`` (undamaged) and ``masks/NAME_KIND.png`` (white = repair).
The hole is painted white before a method sees the photo.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Generator, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean, median
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.bench.peers import PEERS, peer
from engine.bench.sheets import Sheets
from engine.errors import BadInputError
from engine.messages import METHODS, Image, Method, Progress, Repair, Sampling
from engine.metrics import detail, psnr, ssim
from engine.photo.atomic import checked_target, write_bytes_atomically
from engine.photo.files import read_mask, read_photo
from engine.photo.pyramid import from_unit, to_unit
from engine.run import drive
from engine.session import Session

KINDS = ("scratch", "spots", "text", "stroke", "large")
DEFAULT_METHODS: tuple[Method, ...] = ("known", "erase")


@dataclass(frozen=True)
class Case:
    """One photo with one mask."""

    photo: Path
    mask: Path
    kind: str


@dataclass(frozen=True)
class Score:
    """One repair, measured over its hole: PSNR in dB, SSIM, detail (1 is ideal), seconds, evaluations."""

    method: str
    kind: str
    photo: str
    psnr: float
    ssim: float
    detail: float
    seconds: float
    evaluations: int


@dataclass(frozen=True)
class Contest:
    """Who is measured: ``methods`` of ours and of the peers, and what ours work with.

    ``model``: what the diffusion methods use; ``eraser``: what they begin from. None for what is shipped.
    """

    methods: Sequence[str]
    sampling: Sampling
    model: str | None = None
    eraser: str | None = None


def find_cases(folder: Path) -> list[Case]:
    """Pair photos and masks. Raises BadInputError if there are none."""
    cases = []
    for mask in sorted((folder / "masks").glob("*.png")):
        name, _, kind = mask.stem.rpartition("_")
        photo = folder / "photos" / f"{name}.png"
        if photo.is_file():
            cases.append(Case(photo, mask, kind))
    if not cases:
        raise BadInputError(f"{folder} holds no photos/NAME.png with masks/NAME_KIND.png to measure on.")
    return cases


def measure(
    cases: list[Case], contest: Contest, session: Session, sheets: Sheets | None = None
) -> Generator[Progress, None, list[Score]]:
    """Repair every case by every method; yield progress, return the scores. ``sheets`` gets the pictures."""
    scores: list[Score] = []
    total = len(cases) * len(contest.methods)
    for case in cases:
        truth = from_unit(to_unit(read_photo(case.photo).image), np.dtype(np.uint8))
        hole = read_mask(case.mask, truth.shape[:2])
        damaged = np.where(hole[..., None], np.uint8(255), truth)
        pictures = {"damaged": damaged}
        for method in contest.methods:
            started = time.perf_counter()
            repaired: Image = damaged
            evaluations = 0
            if method in PEERS:
                repaired = peer(method)(damaged, hole)
            else:
                request = _request(damaged, hole, method, contest)
                result = drive(session.run(request))
                repaired, evaluations = result.image, result.evaluations
            seconds = time.perf_counter() - started
            scores.append(_score(method, case, repaired, truth, hole, seconds, evaluations))
            pictures[method] = repaired.astype(np.uint8, copy=False)
            yield Progress(f"{case.photo.stem} {case.kind} {method}", len(scores), total)
        if sheets is not None:
            sheets.add(case.kind, hole, {**pictures, "as it was": truth})
    return scores


def markdown(scores: list[Score]) -> str:
    """Return a table: a row a method, a column a kind, each cell PSNR / SSIM / detail in the hole."""
    kinds = [kind for kind in KINDS if any(s.kind == kind for s in scores)]
    kinds += sorted({s.kind for s in scores} - set(kinds))
    lines = [
        f"| method | {' | '.join(kinds)} | seconds | evaluations |",
        "|---" * (len(kinds) + 3) + "|",
    ]
    for method in dict.fromkeys(s.method for s in scores):
        mine = [s for s in scores if s.method == method]
        cells = [_cell([s for s in mine if s.kind == kind]) for kind in kinds]
        seconds, evaluations = median(s.seconds for s in mine), fmean(s.evaluations for s in mine)
        lines.append(f"| {method} | {' | '.join(cells)} | {seconds:.2f} | {evaluations:.0f} |")
    lines.append("")
    lines.append("Means over photos of PSNR (dB) / SSIM / detail, each in the hole; median seconds a photo.")
    return "\n".join([*lines, *_gains(scores, kinds)]) + "\n"


def gain(scores: list[Score], method: str, kind: str) -> float | None:
    """Return how many dB ``method`` is above the best classical peer of the run; None if there is none."""

    def mean(name: str) -> float | None:
        values = [s.psnr for s in scores if s.method == name and s.kind == kind]
        return fmean(values) if values else None

    ours, theirs = mean(method), [value for name in PEERS if (value := mean(name)) is not None]
    return ours - max(theirs) if ours is not None and theirs else None


def _gains(scores: list[Score], kinds: list[str]) -> list[str]:
    """A row for each method of ours: dB above the best classical peer of the run, where there is one."""
    ours = [name for name in dict.fromkeys(s.method for s in scores) if name not in PEERS]
    table = {name: [gain(scores, name, kind) for kind in kinds] for name in ours}
    if not any(value is not None for row in table.values() for value in row):
        return []
    lines = ["", f"| dB above the best peer | {' | '.join(kinds)} |", "|---" * (len(kinds) + 1) + "|"]
    for name, row in table.items():
        cells = ["–" if value is None else f"{value:+.2f}" for value in row]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def rows(scores: list[Score]) -> list[dict[str, Any]]:
    """Return the scores as JSON has them; what is infinite, such as the PSNR of an exact repair, is None."""
    return [
        {name: None if value in (math.inf, -math.inf) else value for name, value in asdict(score).items()}
        for score in scores
    ]


def check_report(path: Path) -> None:
    """Raise, before anything is measured, what keeps :func:`write_report` from writing to ``path``."""
    if path.suffix != ".md":
        raise BadInputError(f"A report is Markdown: let {path} end with .md.")
    for file in (path, path.with_suffix(".json")):
        checked_target(file, overwrite=True)


def write_report(scores: list[Score], path: Path) -> None:
    """Write the Markdown table to ``path`` and every score to the JSON file beside it."""
    write_bytes_atomically(path, markdown(scores).encode(), overwrite=True)
    write_bytes_atomically(
        path.with_suffix(".json"), json.dumps(rows(scores), indent=1).encode(), overwrite=True
    )


def method_names(text: str | None) -> list[str]:
    """Split "known,telea"; None means our default ones and all peers."""
    names = [*DEFAULT_METHODS, *PEERS] if text is None else [name.strip() for name in text.split(",")]
    for name in names:
        if name not in METHODS:
            peer(name)
    return names


def _request(
    damaged: npt.NDArray[np.uint8],
    hole: npt.NDArray[np.bool_],
    method: str,
    contest: Contest,
) -> Repair:
    name = next(known for known in METHODS if known == method)
    erases = name in ("erase", "erode")
    model = None if erases else contest.model
    return Repair(damaged, hole, name, model, contest.sampling, eraser=contest.eraser)


def _score(
    method: str,
    case: Case,
    repaired: npt.NDArray[np.uint8] | npt.NDArray[np.uint16],
    truth: npt.NDArray[np.uint8],
    hole: npt.NDArray[np.bool_],
    seconds: float,
    evaluations: int,
) -> Score:
    return Score(
        method=method,
        kind=case.kind,
        photo=case.photo.stem,
        psnr=psnr(repaired, truth, hole),
        ssim=ssim(repaired, truth, hole),
        detail=detail(repaired, truth, hole),
        seconds=seconds,
        evaluations=evaluations,
    )


def _cell(scores: Iterable[Score]) -> str:
    scores = list(scores)
    if not scores:
        return "–"
    means = (fmean(s.psnr for s in scores), fmean(s.ssim for s in scores), fmean(s.detail for s in scores))
    return f"{means[0]:.2f} / {means[1]:.3f} / {means[2]:.2f}"
