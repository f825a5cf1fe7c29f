"""Tables of scores, in Markdown for people and in JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import fmean, median
from typing import TypeAlias

from engine.bench.problems import DOUBLED, KINDS
from engine.bench.scores import Score, plain
from engine.errors import BadInputError
from engine.photo.atomic import checked_target, write_bytes_atomically

Figure: TypeAlias = tuple[Callable[[Score], float | None], str]
"""One number of a score, and how it is formatted."""


def markdown(scores: Sequence[Score]) -> str:
    """Return the tables: in the hole, over the whole photo, and our distance from the best peer."""
    kinds = kinds_of(scores)
    tables = [_in_the_hole(scores, kinds), _gains(scores, kinds)]
    if any(score.kind != DOUBLED for score in scores):
        tables.insert(1, _over_the_whole(scores, kinds))
    return "\n".join(line for table in tables for line in table) + "\n"


def kinds_of(scores: Sequence[Score]) -> list[str]:
    """List the kinds of damage that were measured: those we know first, in their order."""
    measured = {score.kind for score in scores}
    known = [kind for kind in KINDS if kind in measured]
    return known + sorted(measured - set(known))


def gain(scores: Sequence[Score], method: str, kind: str) -> float | None:
    """Return how many dB ``method`` is above the best classical peer of the run; None if there is none."""
    ours = [s.psnr for s in scores if s.method == method and s.kind == kind]
    peers = {s.method for s in scores if s.is_peer and s.kind == kind}
    theirs = [fmean(s.psnr for s in scores if s.method == peer and s.kind == kind) for peer in peers]
    return fmean(ours) - max(theirs) if ours and theirs else None


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a Markdown table."""
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows)]


def check_report(path: Path) -> None:
    """Raise, before anything is measured, what keeps :func:`write_report` from writing to ``path``."""
    if path.suffix != ".md":
        raise BadInputError(f"A report is Markdown: let {path} end with .md.")
    for file in (path, path.with_suffix(".json")):
        checked_target(file, overwrite=True)


def write_report(text: str, entries: Sequence[object], path: Path) -> None:
    """Write ``text`` to ``path`` and every score to the JSON file beside it."""
    write_bytes_atomically(path, text.encode(), overwrite=True)
    content = json.dumps(entries, indent=1).encode()
    write_bytes_atomically(path.with_suffix(".json"), content, overwrite=True)


def rows(scores: Sequence[Score]) -> list[dict[str, object]]:
    """Return the scores as JSON has them."""
    return [plain(score) for score in scores]


def _in_the_hole(scores: Sequence[Score], kinds: Sequence[str]) -> list[str]:
    def row(method: str, mine: list[Score]) -> list[str]:
        cells = _cells(
            mine, kinds, (lambda s: s.psnr, ".2f"), (lambda s: s.ssim, ".3f"), (lambda s: s.detail, ".2f")
        )
        seconds, evaluations = median(s.seconds for s in mine), fmean(s.evaluations for s in mine)
        memory = _mean([s.megabytes for s in mine], ".0f", max)
        return [method, *cells, f"{seconds:.2f}", f"{evaluations:.0f}", memory]

    lines = table(["method", *kinds, "seconds", "evaluations", "MB"], _by_method(scores, row))
    return [
        *lines,
        "",
        "Means over photos of PSNR (dB) / SSIM / detail, each in the hole; median seconds a photo; "
        "most memory the process held.",
    ]


def _over_the_whole(scores: Sequence[Score], kinds: Sequence[str]) -> list[str]:
    def row(method: str, mine: list[Score]) -> list[str]:
        cells = _cells(
            mine,
            kinds,
            (lambda s: s.psnr_whole, ".2f"),
            (lambda s: s.ssim_whole, ".4f"),
            (lambda s: s.lpips, ".3f"),
        )
        return [method, *cells, f"{fmean(s.drift for s in mine):.2f}"]

    without = all(score.lpips is None for score in scores)
    missing = " LPIPS is left out: its weights are not installed." if without else ""
    return [
        "",
        *table(["whole photo", *kinds, "drift"], _by_method(scores, row)),
        "",
        "Means of PSNR (dB) / SSIM / LPIPS over the whole photo; drift: mean change of the known pixels, "
        f"in grey levels.{missing}",
    ]


def _gains(scores: Sequence[Score], kinds: Sequence[str]) -> list[str]:
    """A row for each method of ours: dB above the best classical peer of the run, where there is one."""
    ours = dict.fromkeys(s.method for s in scores if not s.is_peer)
    gains = {name: [gain(scores, name, kind) for kind in kinds] for name in ours}
    if all(value is None for row in gains.values() for value in row):
        return []
    cells = (
        [name, *("–" if value is None else f"{value:+.2f}" for value in row)] for name, row in gains.items()
    )
    return ["", *table(["dB above the best peer", *kinds], cells)]


def _cells(scores: Sequence[Score], kinds: Sequence[str], *figures: Figure) -> list[str]:
    """Return a cell for each kind: the means of ``figures``, separated by slashes; "–" without scores."""
    cells = []
    for kind in kinds:
        mine = [score for score in scores if score.kind == kind]
        means = [_mean([figure(score) for score in mine], form) for figure, form in figures]
        cells.append(" / ".join(means) if mine else "–")
    return cells


def _by_method(scores: Sequence[Score], row: Callable[[str, list[Score]], list[str]]) -> Iterable[list[str]]:
    for method in dict.fromkeys(score.method for score in scores):
        yield row(method, [score for score in scores if score.method == method])


def _mean(values: Iterable[float | None], form: str, of: Callable[[list[float]], float] = fmean) -> str:
    there = [value for value in values if value is not None]
    return format(of(there), form) if there else "–"
