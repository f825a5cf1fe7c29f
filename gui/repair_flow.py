"""A repair as the user meets it: asked for, watched, cancelled, looked at again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.errors import BadInputError, Failure
from engine.messages import Photo
from gui.canvas import Canvas
from gui.document import Document
from gui.engine_host import EngineHost
from gui.film import Frame
from gui.message_bar import MessageBar
from gui.method_panel import MethodPanel
from gui.progress_panel import ProgressPanel
from gui.repair_task import Outcome, RepairTask


class RepairFlow(QObject):
    """Connects document, engine, canvas and panels. Signal: ``busy_changed`` (bool)."""

    busy_changed = Signal(bool)

    def __init__(
        self,
        document: Document,
        engine: EngineHost,
        canvas: Canvas,
        method: MethodPanel,
        steps: ProgressPanel,
        messages: MessageBar,
    ) -> None:
        super().__init__(canvas)
        self._document = document
        self._engine = engine
        self._canvas = canvas
        self._method = method
        self._steps = steps
        self._messages = messages
        self._live: Frame | None = None
        self._photo: Photo | None = None
        engine.started.connect(self._started)
        engine.progress.connect(self._progressed)
        engine.finished.connect(self._finished)
        engine.failed.connect(self._failed)
        engine.cancelled.connect(self._cancelled)
        steps.chosen.connect(lambda frame: canvas.show_frame(frame or self._live))
        steps.closed.connect(steps.end)
        canvas.stroke_begun.connect(self._look_at_newest)
        document.history_changed.connect(self._look_at_newest)
        document.opened.connect(self._leave_photo)

    def repair(self) -> None:
        """Repair what is painted."""
        if self._engine.busy or not self._document.is_open:
            return
        if self._document.hole.is_empty():
            self._messages.warn("Nothing is marked yet: paint over the damage first, then repair it.")
            return
        try:
            sampling = self._method.sampling()
        except BadInputError as error:
            self._messages.warn(str(error))
            return
        self._engine.start(
            RepairTask(
                self._document.picture,
                self._document.hole.snapshot(),
                self._method.method,
                sampling,
                self._method.model,
            )
        )

    def cancel(self) -> None:
        """Cancel the repair; if there is none, go back from looking at steps to the result."""
        if self._engine.busy:
            self._steps.cancelling()
            self._engine.cancel()
        else:
            self._look_at_newest()

    def _started(self) -> None:
        if not isinstance(self._engine.task, RepairTask):
            return
        self._document.locked = True
        self._photo = self._document.photo
        self._messages.hide()
        self._steps.begin()
        self.busy_changed.emit(True)

    def _progressed(self, frame: object) -> None:
        if not isinstance(frame, Frame) or self._document.photo is not self._photo:
            return
        self._live = frame
        self._steps.step(frame)
        if self._steps.strip.current is None:
            self._canvas.show_frame(frame)

    def _finished(self, outcome: object) -> None:
        if isinstance(outcome, Outcome) and self._ended():
            self._canvas.painter.interrupted(lambda: self._document.add_repair(outcome))
            self._steps.finish(outcome.result)

    def _failed(self, failure: Failure) -> None:
        if isinstance(self._engine.task, RepairTask) and self._ended():
            self._steps.end()
            self._messages.fail(failure)

    def _cancelled(self) -> None:
        if isinstance(self._engine.task, RepairTask) and self._ended():
            self._steps.end()
            self._messages.inform("The repair was cancelled: photo and mask are as they were.")

    def _ended(self) -> bool:
        """Return to where painting goes on; False if the photo that was repaired is no longer open."""
        self._document.locked = False
        self._live = None
        self._look_at_newest()
        self._canvas.show_frame(None)
        self.busy_changed.emit(False)
        return self._document.photo is self._photo

    def _leave_photo(self) -> None:
        """Another photo is open: what is being done to the one before is of no use any more."""
        self._engine.cancel()
        self._steps.end()

    def _look_at_newest(self) -> None:
        self._steps.strip.choose(None)
