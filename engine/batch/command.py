"""``main.py batch``: tells the events of a batch as the other commands tell theirs."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from engine.batch.events import Event, Note, Outcome, Planned, Planning, Problem, Step, Summary
from engine.batch.options import batch_from
from engine.batch.run import run_batch
from engine.errors import Cancelled
from engine.reporting import Meter, Reporter
from engine.run import drive


def run_command(options: argparse.Namespace, reporter: Reporter) -> bool:
    """Carry out the batch; return whether every photo came through."""
    batch = batch_from(options)
    teller = Teller(reporter)
    try:
        summary = drive(run_batch(batch), teller.tell)
    except KeyboardInterrupt:
        raise Cancelled("Interrupted: what is finished stays, the same command goes on from there.") from None
    finally:
        teller.meter.close()
    facts = asdict(summary) | {"seconds": round(summary.seconds, 3), "journal": str(summary.journal)}
    reporter.done(_told(summary), **facts)
    return not summary.failed


class Teller:
    """Tells events one by one, and how far the whole is."""

    def __init__(self, reporter: Reporter) -> None:
        self.reporter = reporter
        self.meter = Meter(reporter)
        self.todo = self.done = 0
        self.running: dict[str, float] = {}

    def tell(self, event: Event) -> None:
        """Tell ``event``."""
        match event:
            case Problem():
                self._line(event.message, event="problem", photo=event.photo, trouble=event.trouble)
            case Note():
                self._line(event.message, event="note")
            case Planning():
                self.meter.show(0.0, "planning", f"{event.files:,} files")
            case Planned():
                self.todo = event.todo
                self.meter.go_on_from(0.0)
                self._line(_told_plan(event), **(asdict(event) | {"event": "planned"}))
            case Step():
                self.running[event.photo] = event.fraction
                self._progress(event.photo)
            case Outcome():
                self.running.pop(event.item.photo, None)
                self.done += 1
                self._outcome(event)
                self._progress(event.item.photo)

    def _outcome(self, outcome: Outcome) -> None:
        facts = {
            "event": "photo",
            "photo": outcome.item.photo,
            "state": outcome.state,
            "output": outcome.item.output if outcome.staged else None,
            "seed": outcome.seed,
            "seconds": round(outcome.seconds, 3),
            "pixels": outcome.pixels,
        }
        failure = outcome.failure
        if failure is not None:
            self._line(failure.message, **facts, kind=failure.kind)
        elif self.reporter.as_json:
            self._line("", **facts, notes=outcome.notes)

    def _progress(self, photo: str) -> None:
        done = self.done + 0.99 * sum(self.running.values())
        self.meter.show(done / self.todo, "repairing", f"{self.done}/{self.todo}  {photo}")

    def _line(self, sentence: str, **facts: object) -> None:
        self.meter.close()
        self.reporter.event(sentence, **facts)


def _told_plan(planned: Planned) -> str:
    parts = [f"{planned.todo:,} photo{'s' * (planned.todo != 1)} to repair"]
    if planned.finished:
        parts.append(f"{planned.finished:,} finished before")
    if planned.problems:
        parts.append(f"{planned.problems:,} that cannot be, as told above")
    if planned.others:
        parts.append(f"{planned.others:,} other file{'s' * (planned.others != 1)} left alone")
    return f"{', '.join(parts)}; seed {planned.seed}."


def _told(summary: Summary) -> str:
    counts = {
        "repaired": summary.repaired,
        "without damage, copied": summary.copied,
        "without damage, skipped": summary.skipped,
        "finished before": summary.finished_before,
        "failed": summary.failed,
    }
    told = ", ".join(f"{count:,} {what}" for what, count in counts.items() if count)
    return f"{told or 'Nothing to do'}, in {summary.seconds:.1f} s; journal: {summary.journal}"
