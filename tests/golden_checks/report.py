"""What a check found: for each golden file the entry nearest to, or furthest over, its tolerance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


@dataclass(frozen=True)
class Entry:
    """One comparison. ``error`` and ``tolerance`` belong to its worst element."""

    name: str
    error: float
    tolerance: float
    ok: bool

    @property
    def severity(self) -> tuple[bool, float]:
        return not self.ok, self.error / self.tolerance if self.tolerance else self.error


@dataclass
class Report:
    """All comparisons with one file. ``aside`` marks files that hold nothing to check, and says why."""

    path: str
    entries: list[Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    aside: str = ""
    problem: str = ""

    def compare(
        self, name: str, got: Any, expected: Any, atol: float | Array = 0.0, rtol: float = 0.0
    ) -> None:
        """Compare elementwise: at most atol + rtol |expected| apart, infinities equal."""
        got, expected = np.asarray(got, np.float64), np.asarray(expected, np.float64)
        if got.shape != expected.shape:
            self.notes.append(f"{name}: shape {list(got.shape)} instead of {list(expected.shape)}")
            self.entries.append(Entry(name, np.inf, 0.0, False))
            return
        if not got.size:
            self.notes.append(f"{name} is empty")
            return
        same = got == expected
        # Equal infinities must not meet in a subtraction.
        reference = np.where(same, 0.0, expected)
        error = np.abs(np.where(same, 0.0, got) - reference)
        allowed = atol + rtol * np.abs(reference)
        within = bool((error <= allowed).all())
        excess = np.divide(error, allowed, out=np.where(error > 0, np.inf, 0.0), where=allowed > 0)
        worst = int(np.argmax(excess))  # a NaN counts as the largest
        self.entries.append(
            Entry(
                name,
                float(error.flat[worst]),
                float(np.broadcast_to(allowed, error.shape).flat[worst]),
                within,
            )
        )

    def require(self, name: str, got: Any, expected: Any) -> None:
        """Compare exactly; of a difference, say both sides shortly."""
        ok = bool(got == expected)
        if not ok:
            self.notes.append(f"{name}: {_short(got)} instead of {_short(expected)}")
        self.entries.append(Entry(name, 0.0 if ok else np.inf, 0.0, ok))

    @property
    def worst(self) -> Entry | None:
        return max(self.entries, key=lambda entry: entry.severity, default=None)

    @property
    def verdict(self) -> str:
        if self.aside:
            return "information"
        if self.problem:
            return "ERROR"
        if not self.entries:
            return "UNKNOWN"
        return "ok" if all(entry.ok for entry in self.entries) else "FAIL"

    @property
    def passed(self) -> bool:
        return self.verdict in ("ok", "information")


class Arrays(Mapping[str, Array]):
    """The arrays of an npz file, remembering which were looked at."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = dict(arrays)
        self.seen: set[str] = set()

    def __getitem__(self, key: str) -> Array:
        self.seen.add(key)
        return self._arrays[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._arrays)

    def __len__(self) -> int:
        return len(self._arrays)

    @property
    def unseen(self) -> list[str]:
        return sorted(set(self._arrays) - self.seen)


@dataclass
class Case:
    """A golden case: a JSON file, an npz file, or both of one name."""

    stem: str
    folder: str
    meta: Any = None
    arrays: Arrays = field(default_factory=lambda: Arrays({}))
    json: Report = field(default_factory=lambda: Report(""))
    npz: Report = field(default_factory=lambda: Report(""))

    @property
    def reports(self) -> list[Report]:
        return [report for report in (self.json, self.npz) if report.path]


def table(reports: list[Report]) -> str:
    """The reports as text: file, worst entry, its error and tolerance, verdict; then the notes."""
    rows = [("file", "worst entry", "largest error", "tolerance", "verdict")]
    for report in reports:
        worst = report.worst
        shown = (report.aside or "-", "-", "-")
        if worst is not None:
            shown = (worst.name, f"{worst.error:.2e}", f"{worst.tolerance:.2e}")
        rows.append((report.path, *shown, report.verdict))
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    for report in reports:
        remarks = [report.problem, *report.notes] if report.problem else report.notes
        lines += [f"{report.path}: {remark}" for remark in remarks]
    return "\n".join(line.rstrip() for line in lines)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 160 else f"{text[:157]}..."
