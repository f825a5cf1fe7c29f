"""How the command line speaks: a bar on a terminal, lines in a log, JSON objects for programs."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from engine.errors import Failure, StorageError
from engine.messages import Progress

BAR_WIDTH = 30
SECONDS_BETWEEN_LINES = 5.0
SECONDS_BETWEEN_DRAWS = 0.1


class Reporter:
    """Writes progress and outcomes. Results go to standard output, everything else to standard error."""

    def __init__(self, as_json: bool = False) -> None:
        self.as_json = as_json
        self.terminal = sys.stderr.isatty() and not as_json

    def note(self, sentence: str) -> None:
        """Tell something worth knowing that is no failure."""
        self._say(sentence, event="note", message=sentence)

    def fail(self, failure: Failure) -> None:
        """Tell a failure in its one sentence."""
        self._say(failure.message, event="failed", kind=failure.kind, message=failure.message)

    def done(self, sentence: str, **facts: Any) -> None:
        """Tell the outcome on standard output."""
        print(json.dumps({"event": "done", **facts}) if self.as_json else sentence, flush=True)

    @contextmanager
    def progress(self, save_steps: Path | None = None) -> Iterator[Callable[[Progress], None]]:
        """Return a callback for :func:`engine.run.drive`; ``save_steps``: a folder for the previews."""
        meter = Meter(self)
        saver = _step_saver(save_steps) if save_steps else None

        def on_progress(progress: Progress) -> None:
            meter.show(progress.fraction, progress.stage, f"{progress.step}/{progress.total}")
            if saver:
                saver(progress)

        try:
            yield on_progress
        finally:
            meter.close()

    def _say(self, sentence: str, **facts: Any) -> None:
        if self.as_json:
            print(json.dumps(facts), flush=True)
        else:
            print(sentence, file=sys.stderr, flush=True)


class Meter:
    """Progress with time left, in the form that suits where it is read."""

    def __init__(self, reporter: Reporter) -> None:
        self.reporter = reporter
        self.started = time.monotonic()
        self.shown = -1e9

    def show(self, fraction: float, stage: str, detail: str = "") -> None:
        """Show that ``fraction`` in [0, 1] is done; most calls draw nothing."""
        now = time.monotonic()
        pause = SECONDS_BETWEEN_DRAWS if self.reporter.terminal else SECONDS_BETWEEN_LINES
        if now - self.shown < pause and fraction < 1:
            return
        self.shown = now
        left = time_left(now - self.started, fraction)
        if self.reporter.as_json:
            event = {
                "event": "progress",
                "stage": stage,
                "fraction": round(fraction, 4),
                "seconds_left": left,
            }
            print(json.dumps(event), flush=True)
        elif self.reporter.terminal:
            filled = round(BAR_WIDTH * fraction)
            bar = "█" * filled + "░" * (BAR_WIDTH - filled)
            sys.stderr.write(f"\r\x1b[K{bar} {fraction:4.0%}  {stage} {detail}  {spoken(left)}")
            sys.stderr.flush()
        else:
            print(f"{fraction:4.0%}  {stage} {detail}  {spoken(left)}", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Leave the terminal's line clean for what is printed next."""
        if self.reporter.terminal:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def time_left(elapsed: float, fraction: float) -> float | None:
    """Seconds still to go at the present pace, None while that cannot be told."""
    return round(elapsed * (1 - fraction) / fraction, 1) if fraction > 0.03 else None


def spoken(seconds: float | None) -> str:
    """Write a time left as people say it: "40 s left", "12 min left", "2 h 5 min left"."""
    if seconds is None:
        return ""
    if seconds < 90:
        return f"{seconds:.0f} s left"
    minutes = round(seconds / 60)
    return f"{minutes} min left" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min left"


def _step_saver(folder: Path) -> Callable[[Progress], None]:
    import cv2

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"{folder} cannot be made a folder for the steps: {error.strerror}.") from error

    def save(progress: Progress) -> None:
        if progress.preview is None:
            return
        top, left = progress.preview.box[:2]
        path = folder / f"step-{progress.step:04d}-at-{left}-{top}.png"
        if not cv2.imwrite(str(path), progress.preview.pixels[..., ::-1]):
            raise StorageError(f"{path} cannot be written: choose another folder for --save-steps.")

    return save
