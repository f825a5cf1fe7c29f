"""Chapters of a benchmark: suites that are measured one after the other, as one job with one report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from typing import Any, Protocol

from engine.bench import detection
from engine.bench.measure import Extras, cost_of, measure
from engine.bench.scores import Score
from engine.bench.suites import Round
from engine.bench.tables import markdown, rows
from engine.messages import Progress
from engine.run import Job, retold
from engine.session import Session

PHOTO_COST = 384**2
"""What looking for damage in one photo, of every kind, takes, in the unit of :meth:`Chapter.cost`."""


@dataclass(frozen=True)
class Section:
    """Some of a report: a title, tables in Markdown, and their figures as JSON has them."""

    title: str
    text: str
    rows: Sequence[dict[str, Any]] = ()


class Chapter(Protocol):
    """One suite."""

    @property
    def name(self) -> str:
        """What it is called on the command line."""

    def cost(self, extras: Extras) -> float:
        """Return about how much will be worked: network evaluations times pixels."""

    def measured(self, session: Session, extras: Extras) -> Job[list[Section]]:
        """Measure it: yield progress, return the sections of the report."""


@dataclass(frozen=True)
class Rounds:
    """A suite of entrants and cases. ``closing``: what is made of the scores of all rounds besides."""

    name: str
    rounds: Sequence[Round]
    closing: Callable[[Sequence[Score]], list[Section]] = lambda scores: []

    def cost(self, extras: Extras) -> float:
        """Return about how much will be worked: network evaluations times pixels."""
        return sum(_cost(round_, extras) for round_ in self.rounds)

    def measured(self, session: Session, extras: Extras) -> Job[list[Section]]:
        """Measure the rounds: yield progress, return a section for each, and the closing ones."""
        scored = yield from in_turn(
            [measure(round_.cases, round_.entrants, session, extras) for round_ in self.rounds],
            [_cost(round_, extras) for round_ in self.rounds],
        )
        pairs = zip(self.rounds, scored, strict=True)
        sections = [Section(round_.title, markdown(scores), rows(scores)) for round_, scores in pairs]
        return [*sections, *self.closing([score for scores in scored for score in scores])]


@dataclass(frozen=True)
class Detection:
    """The suite of how well damage is found."""

    sources: Sequence[detection.Source]
    finder: detection.Finder
    name: str = "detection"

    def cost(self, extras: Extras) -> float:
        """Return about how much will be worked: network evaluations times pixels."""
        return float(PHOTO_COST * len(self.sources))

    def measured(self, session: Session, extras: Extras) -> Job[list[Section]]:
        """Look for damage: yield progress, return the section."""
        tallies = yield from detection.measure_detection(self.sources, self.finder, session, extras.journal)
        return [Section("Detection", detection.markdown(tallies), detection.rows(tallies))]


def measure_chapters(chapters: Sequence[Chapter], session: Session, extras: Extras) -> Job[list[Section]]:
    """Measure all of ``chapters``: yield progress, return the sections of the report.

    Sheets are written at the end of each chapter, whose name they bear where there are several.
    """

    def written(chapter: Chapter) -> Job[list[Section]]:
        sections = yield from chapter.measured(session, extras)
        if extras.sheets is not None:
            extras.sheets.write(chapter.name if len(chapters) > 1 else "")
        return sections

    costs = [chapter.cost(extras) for chapter in chapters]
    sections = yield from in_turn([written(chapter) for chapter in chapters], costs)
    return [section for part in sections for section in part]


def in_turn(jobs: Sequence[Job[Any]], costs: Sequence[float]) -> Job[list[Any]]:
    """Carry out jobs one after the other; yield the progress of all, return their results.

    ``costs``: about how long each takes, in any unit.
    """
    total, results = sum(costs) or 1.0, []
    for job, cost, spent in zip(jobs, costs, accumulate(costs, initial=0.0), strict=False):
        results.append((yield from retold(job, partial(_of_all, spent / total, cost / total))))
    return results


def _of_all(begin: float, length: float, progress: Progress) -> Progress:
    return replace(progress, share=begin + length * progress.fraction)


def _cost(round_: Round, extras: Extras) -> float:
    return round_.side**2 * cost_of(round_.cases, round_.entrants, extras)
