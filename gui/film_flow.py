"""A step of a repair as its result: made where nobody waits, then entered into the history."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from gui.background import Background
from gui.canvas import Canvas
from gui.document import Document
from gui.film import Frame, Step, step_of
from gui.message_bar import MessageBar
from gui.picture import Picture
from gui.progress_panel import ProgressPanel


class FilmFlow(QObject):
    """Takes the step that is looked at."""

    def __init__(
        self, document: Document, canvas: Canvas, steps: ProgressPanel, messages: MessageBar
    ) -> None:
        super().__init__(canvas)
        self._document = document
        self._canvas = canvas
        self._messages = messages
        self._background = Background("film", self)
        steps.taken.connect(self.take)

    def take(self, frame: Frame) -> None:
        """Make ``frame`` the result of its repair."""
        document = self._document
        if document.locked:
            self._messages.inform(document.lock_reason)
        elif frame.picture.shape == document.picture.shape:
            self._background.submit(
                partial(step_of, frame, document.picture),
                partial(self._enter, document.picture),
                self._messages.fail,
            )

    def shutdown(self) -> None:
        """End the thread."""
        self._background.shutdown()

    def _enter(self, before: Picture, step: Step) -> None:
        if self._document.picture is before and not self._document.locked:
            self._canvas.painter.interrupted(lambda: self._document.add_step(step))
