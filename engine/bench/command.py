"""``main.py bench``: from options to tables, reports and sheets."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from engine import __version__
from engine.bench import detection
from engine.bench.journal import Journal, versions_of
from engine.bench.measure import Extras, measure
from engine.bench.project import beside_the_report
from engine.bench.scores import Score
from engine.bench.sheets import Sheets
from engine.bench.suites import SUITES, Round, Wanted
from engine.bench.tables import check_report, markdown, rows, write_report
from engine.checkpoints.manifest import SHIPPED
from engine.cli_options import sampling_from, sensitivity_from
from engine.messages import Progress
from engine.reporting import Reporter
from engine.run import drive
from engine.session import Session


def run_bench(options: argparse.Namespace, reporter: Reporter) -> None:
    """Measure what ``options`` ask for, and print it. See ``main.py bench --help``."""
    if options.report:
        check_report(options.report)
    if options.suite == "detection":
        _detection(options, reporter)
        return
    wanted = Wanted(
        options.photos, options.every, options.methods, sampling_from(options), options.model, options.eraser
    )
    rounds = SUITES[options.suite](wanted)
    extras = _extras(options, reporter)
    session = Session(options.device)
    measured: list[tuple[Round, list[Score]]] = []
    with reporter.progress() as on_progress:
        total = sum(len(round_.cases) * len(round_.entrants) for round_ in rounds)
        done = 0
        for round_ in rounds:
            run = measure(round_.cases, round_.entrants, session, extras)
            measured.append((round_, drive(run, _shifted(on_progress, done, total))))
            done += len(measured[-1][1])
    scores = [score for _, mine in measured for score in mine]
    text = "\n".join(_titled(round_.title, markdown(mine), len(rounds)) for round_, mine in measured)
    if options.suite == "report":
        text += "\n" + _titled("Beside the report", beside_the_report(scores), 2)
    if options.report:
        write_report(text, rows(scores), options.report)
    if extras.sheets:
        for sheet in extras.sheets.write():
            reporter.note(f"Pictures: {sheet}")
    cases = sum(len(round_.cases) for round_ in rounds)
    reporter.done(text, cases=cases, report=str(options.report or ""), scores=rows(scores))


def _detection(options: argparse.Namespace, reporter: Reporter) -> None:
    run = detection.measure_detection(
        options.photos,
        options.damage,
        options.scans,
        Session(options.device),
        options.model,
        sensitivity_from(options),
    )
    with reporter.progress() as on_progress:
        tallies = drive(run, on_progress)
    text = detection.markdown(tallies)
    if options.report:
        write_report(text, detection.rows(tallies), options.report)
    reporter.done(text, report=str(options.report or ""), scores=detection.rows(tallies))


def _extras(options: argparse.Namespace, reporter: Reporter) -> Extras:
    """Open the journal beside the report, and the folder of sheets, where they are wanted."""
    journal = None
    if options.report:
        named = [Path(model) for model in (options.model, options.eraser) if model]
        versions = versions_of([*sorted(SHIPPED.glob("*.safetensors")), *named], __version__)
        journal = Journal(options.report.with_suffix(".journal"), versions)
        if len(journal):
            reporter.note(f"{len(journal)} scores of an earlier run are at hand.")
    return Extras(Sheets(options.sheets) if options.sheets else None, journal)


def _shifted(on_progress: Callable[[Progress], None], done: int, total: int) -> Callable[[Progress], None]:
    """Show the progress of one round as that of all of them."""
    return lambda progress: on_progress(Progress(progress.stage, done + progress.step, total))


def _titled(title: str, text: str, of: int) -> str:
    return f"## {title}\n\n{text}" if of > 1 else text
