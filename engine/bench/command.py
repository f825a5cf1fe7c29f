"""``main.py bench``: from options to tables, reports and sheets."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from engine import __version__
from engine.bench import detection
from engine.bench.chapters import Chapter, Detection, Rounds, Section, measure_chapters
from engine.bench.journal import Journal, versions_of
from engine.bench.measure import Extras
from engine.bench.project import beside_the_report
from engine.bench.scores import Score
from engine.bench.sheets import Sheets
from engine.bench.suites import SUITES, Wanted
from engine.bench.tables import check_report, write_report
from engine.checkpoints.manifest import SHIPPED
from engine.cli_options import sampling_from, sensitivity_from
from engine.errors import Cancelled
from engine.reporting import Reporter
from engine.run import drive
from engine.session import Session


def run_bench(options: argparse.Namespace, reporter: Reporter) -> None:
    """Measure what ``options`` ask for, and print it. See ``main.py bench --help``."""
    if options.report:
        check_report(options.report)
    chapters = _chapters(options)
    extras = _extras(options, reporter)
    try:
        with reporter.progress() as on_progress:
            sections = drive(measure_chapters(chapters, Session(options.device), extras), on_progress)
    except KeyboardInterrupt:
        if extras.journal is None:
            raise
        raise Cancelled("Interrupted: what is measured stays, the same command goes on from there.") from None
    text = "\n".join(_titled(section, len(sections)) for section in sections)
    rows = [{"chapter": section.title, **row} for section in sections for row in section.rows]
    if options.report:
        write_report(text, rows, options.report)
    if options.sheets:
        reporter.note(f"Pictures: {options.sheets}")
    reporter.done(text, report=str(options.report or ""), scores=rows)


def _chapters(options: argparse.Namespace) -> list[Chapter]:
    """Return what is to be measured. Raises BadInputError where there is nothing to measure on."""
    wanted = Wanted(
        options.photos, options.every, options.methods, sampling_from(options), options.model, options.eraser
    )
    chapters: list[Chapter] = [_rounds(name, wanted) for name in SUITES if options.suite in (name, "all")]
    if options.suite in ("detection", "all"):
        chapters.append(_detection(options))
    return chapters


def _rounds(name: str, wanted: Wanted) -> Rounds:
    rounds = SUITES[name](wanted)
    return Rounds(name, rounds, _beside) if name == "report" else Rounds(name, rounds)


def _beside(scores: Sequence[Score]) -> list[Section]:
    return [Section("Beside the report", beside_the_report(scores))]


def _detection(options: argparse.Namespace) -> Detection:
    sources = detection.find_sources(options.photos, options.damage, options.scans, options.every)
    model = options.model if options.suite == "detection" else None  # among all, it names a prior
    return Detection(sources, detection.Finder(model, sensitivity_from(options)))


def _extras(options: argparse.Namespace, reporter: Reporter) -> Extras:
    """Open the journal beside the report, and the folder of sheets, where they are wanted."""
    journal = None
    if options.report:
        named = [Path(model) for model in (options.model, options.eraser) if model]
        versions = versions_of([*sorted(SHIPPED.glob("*.safetensors")), *named], __version__)
        journal = Journal(options.report.with_suffix(".journal"), versions)
        if len(journal):
            reporter.note(f"{len(journal)} results of an earlier run are at hand.")
    return Extras(Sheets(options.sheets) if options.sheets else None, journal)


def _titled(section: Section, of: int) -> str:
    return f"## {section.title}\n\n{section.text}" if of > 1 else section.text
