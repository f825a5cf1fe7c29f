"""How the command line speaks: a bar on a terminal, lines in a log, JSON objects for programs."""

from __future__ import annotations

import contextlib
import io
import json
import math
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from engine.errors import Failure, StorageError
from engine.messages import Progress

BAR_WIDTH = 30
SECONDS_BETWEEN_LINES = 5.0
SECONDS_BETWEEN_DRAWS = 0.1


class Reporter:
    """Writes progress and outcomes. Results go to standard output, everything else to standard error.

    With ``as_json`` everything is an object on a line of standard output. Any of the two may be closed,
    or its reader may leave: the work goes on unheard.
    """

    def __init__(self, as_json: bool = False) -> None:
        self.as_json = as_json
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # names of files may hold anything
        self.terminal = not as_json and sys.stderr is not None and sys.stderr.isatty()
        self.bar = ("█", "░") if _can_show("█░") else ("#", ".")

    def note(self, sentence: str) -> None:
        """Tell something worth knowing that is no failure."""
        self._say(sentence, event="note", message=sentence)

    def fail(self, failure: Failure) -> None:
        """Tell a failure in its one sentence; before it, what is to be reported of an unexpected one."""
        if failure.kind == "internal":
            _write(sys.stderr, failure.detail)
        self._say(failure.message, event="failed", kind=failure.kind, message=failure.message)

    def event(self, sentence: str, **facts: Any) -> None:
        """Tell ``sentence``, or ``facts``, of which ``event`` names the kind, to programs."""
        self._say(sentence, **facts, message=sentence)

    def cancelled(self, sentence: str = "") -> None:
        """Tell that the user has ended the work, and in ``sentence`` what remains of it, if anything does."""
        sentence = sentence or "Interrupted: the result was not written."
        self._say(sentence, event="cancelled", message=sentence)

    def done(self, sentence: str, **facts: Any) -> None:
        """Tell the outcome on standard output."""
        text = json.dumps({"event": "done", **facts}) if self.as_json else _printable(sentence)
        _write(sys.stdout, f"{text}\n")

    @contextmanager
    def progress(self, save_steps: Path | None = None) -> Iterator[Callable[[Progress], None]]:
        """Return a callback for :func:`engine.run.drive`; ``save_steps``: a folder for the previews."""
        meter = Meter(self)

        def on_progress(progress: Progress) -> None:
            meter.show(progress.fraction, progress.stage, f"{progress.step}/{progress.total}")
            if save_steps:
                _save_step(progress, save_steps)

        try:
            yield on_progress
        finally:
            meter.close()

    def _say(self, sentence: str, **facts: Any) -> None:
        if self.as_json:
            _write(sys.stdout, f"{json.dumps(facts)}\n")
        else:
            _write(sys.stderr, f"{_printable(sentence)}\n")


class Meter:
    """Progress with time left, in the form that suits where it is read."""

    def __init__(self, reporter: Reporter) -> None:
        self.reporter = reporter
        self.started, self.begun = time.monotonic(), 0.0
        self.shown = -math.inf
        self.drawn = 0

    def go_on_from(self, fraction: float) -> None:
        """Say that ``fraction`` was done before: the pace is measured from now on."""
        self.started, self.begun = time.monotonic(), fraction

    def show(self, fraction: float, stage: str, detail: str = "") -> None:
        """Show that ``fraction`` in [0, 1] is done; most calls draw nothing."""
        now = time.monotonic()
        pause = SECONDS_BETWEEN_DRAWS if self.reporter.terminal else SECONDS_BETWEEN_LINES
        if now - self.shown < pause and fraction < 1:
            return
        self.shown = now
        since = (fraction - self.begun) / (1 - self.begun) if self.begun < 1 else 1.0
        left = time_left(now - self.started, since) if fraction < 1 else 0.0
        line = f"{fraction:4.0%}  {stage} {detail}  {spoken(left)}".rstrip()
        if self.reporter.as_json:
            event = {
                "event": "progress",
                "stage": stage,
                "fraction": round(fraction, 4),
                "seconds_left": left,
            }
            _write(sys.stdout, f"{json.dumps(event)}\n")
        elif self.reporter.terminal:
            done, undone = self.reporter.bar
            filled = round(BAR_WIDTH * fraction)
            self._draw(f"{done * filled}{undone * (BAR_WIDTH - filled)} {line}")
        else:
            _write(sys.stderr, f"{line}\n")

    def close(self) -> None:
        """Leave the terminal's line clean for what is printed next."""
        if self.drawn:
            self._draw("")
            _write(sys.stderr, "\r")

    def _draw(self, line: str) -> None:
        """Put ``line`` over the one drawn before, cut so that a narrow terminal does not wrap it."""
        line = line[: shutil.get_terminal_size().columns - 1]
        _write(sys.stderr, f"\r{line.ljust(self.drawn)}")
        self.drawn = len(line)


def time_left(elapsed: float, fraction: float) -> float | None:
    """Seconds still to go at the present pace, None while that cannot be told."""
    return round(elapsed * (1 - fraction) / fraction, 1) if fraction > 0.01 else None


def spoken(seconds: float | None) -> str:
    """Write a time left as people say it: "40 s left", "12 min left", "2 h 5 min left"."""
    if seconds is None:
        return ""
    if seconds < 90:
        return f"{seconds:.0f} s left"
    minutes = round(seconds / 60)
    return f"{minutes} min left" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min left"


def _save_step(progress: Progress, folder: Path) -> None:
    from engine.photo.files import write_png
    from engine.photo.sources import shown

    if progress.preview is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"{shown(folder)} cannot be made a folder for the steps ({error.strerror}): "
            "choose another one for --save-steps."
        ) from error
    top, left = progress.preview.box[:2]
    name = f"step-{progress.step:04d}-at-{left}-{top}.png"
    write_png(progress.preview.pixels, folder / name, overwrite=True)


def _printable(text: str) -> str:
    """Escape what could steer a terminal: the names of files may hold anything."""
    return "".join(c if c.isprintable() or c == "\n" else c.encode("unicode_escape").decode() for c in text)


def _can_show(text: str) -> bool:
    try:
        text.encode(getattr(sys.stderr, "encoding", None) or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _write(stream: TextIO | None, text: str) -> None:
    """Write at once. Where nobody listens any more nothing happens; other trouble is a StorageError."""
    if stream is None:  # it was closed before we were started
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        _silence(stream)
        if not isinstance(error, BrokenPipeError):
            raise StorageError(
                f"Messages cannot be written to where they were sent ({error.strerror})."
            ) from error


def _silence(stream: TextIO) -> None:
    """Lead ``stream`` nowhere, so that what it still holds does no harm at exit."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
