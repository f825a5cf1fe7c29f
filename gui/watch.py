"""A job that is watched: seen on the canvas as it goes on, cancelled, and looked at again when it is over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.errors import Failure
from engine.messages import Photo
from gui.canvas import Canvas
from gui.document import Document
from gui.engine_host import EngineHost, Task
from gui.film import Frame
from gui.message_bar import MessageBar
from gui.progress_panel import ProgressPanel


@dataclass(frozen=True)
class Job:
    """What is to be watched, and what its end leads to.

    ``lock``: why the picture stays as it is meanwhile, as a sentence. ``done`` takes the task's outcome and
    returns what is said of it beside the film, if there is a film; one of the others is called in its place,
    ``failed`` after the user was told why. ``with_film``: the steps can be looked at again.
    """

    task: Task
    lock: str
    done: Callable[[Any], str]
    cancelled: Callable[[], object]
    failed: Callable[[], object] = lambda: None
    with_film: bool = True


class Watch(QObject):
    """Runs one job at a time on the engine, for whoever starts it.

    Signals: ``busy_changed`` (bool), ``progressed`` (a frame of the job was shown).
    """

    busy_changed = Signal(bool)
    progressed = Signal()

    def __init__(
        self,
        document: Document,
        engine: EngineHost,
        canvas: Canvas,
        steps: ProgressPanel,
        messages: MessageBar,
    ) -> None:
        super().__init__(canvas)
        self._document = document
        self._engine = engine
        self._canvas = canvas
        self._steps = steps
        self._messages = messages
        self._job: Job | None = None
        self._photo: Photo | None = None
        self._live: Frame | None = None
        self._looked_at: Frame | None = None
        engine.progress.connect(self._progressed)
        engine.finished.connect(self._finished)
        engine.failed.connect(self._failed)
        engine.cancelled.connect(self._cancelled)
        steps.chosen.connect(self.look_at)
        steps.closed.connect(steps.end)
        canvas.stroke_begun.connect(self._look_at_newest)
        document.history_changed.connect(self._look_at_newest)
        document.resized.connect(steps.end)
        document.opened.connect(self._leave_photo)

    @property
    def idle(self) -> bool:
        """True if a job may be started: a photo is open, and nobody is at work on it."""
        return self._document.is_open and not (self._engine.busy or self._document.locked)

    def start(self, job: Job) -> None:
        """Start a job. There must be none."""
        self._job = job
        self._photo = self._document.photo
        self._looked_at = None
        self._document.lock(job.lock)
        self._messages.hide()
        self._steps.begin(job.with_film)
        self._engine.start(job.task)
        self.busy_changed.emit(True)

    def cancel(self) -> None:
        """Cancel the job; if there is none, go back from looking at steps to the result."""
        if self._job is not None:
            self._steps.cancelling()
            self._engine.cancel()
        else:
            self._look_at_newest()

    def look_at(self, frame: Frame | None) -> None:
        """Show a moment of a job until told otherwise; None goes back to the newest."""
        self._looked_at = frame
        self._canvas.show_frame(frame or self._live)

    def _progressed(self, frame: object) -> None:
        if self._job is None or not isinstance(frame, Frame) or self._document.photo is not self._photo:
            return
        self._live = frame
        self._steps.step(frame)
        if self._looked_at is None:
            self._canvas.show_frame(frame)
        self.progressed.emit()

    def _finished(self, outcome: object) -> None:
        job = self._ended()
        if job is not None:
            summary = job.done(outcome)
            if job.with_film:
                self._steps.finish(summary)
            else:
                self._steps.end()

    def _failed(self, failure: Failure) -> None:
        job = self._ended()
        if job is not None:
            self._steps.end()
            self._messages.fail(failure)
            job.failed()

    def _cancelled(self) -> None:
        job = self._ended()
        if job is not None:
            self._steps.end()
            job.cancelled()

    def _ended(self) -> Job | None:
        """Return to where work goes on; None if there was no job, or its photo is no longer open."""
        job, self._job = self._job, None
        photo, self._photo = self._photo, None
        if job is None:
            return None
        self._document.locked = False
        self._live = None
        self._look_at_newest()
        self._canvas.show_frame(self._looked_at)
        self.busy_changed.emit(False)
        return job if self._document.photo is photo else None

    def _leave_photo(self) -> None:
        """Another photo is open: what is being done to the one before is of no use any more."""
        self._photo = self._live = self._looked_at = None
        if self._job is not None:
            self._engine.cancel()
        self._steps.end()

    def _look_at_newest(self) -> None:
        self._steps.strip.choose(None)
