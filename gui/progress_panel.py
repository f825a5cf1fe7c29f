"""How a job is getting on: stage, bar, time left, and the film of its steps."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.film import Film, Frame
from gui.film_strip import FilmStrip
from gui.time_left import TimeLeft, in_words

BAR_STEPS = 1000


class ProgressPanel(QWidget):
    """Shown from the start of a job until closed. Signals: ``chosen`` (Frame or None), ``closed``."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self._film = Film()
        self._with_film = True
        self._time_left = TimeLeft()
        self._summary = ""
        self._stage = QLabel()
        self._rest = QLabel()
        self._rest.setProperty("role", "muted")
        self._close = QPushButton("Close")
        self._close.setToolTip("Forget these steps")
        self._bar = QProgressBar(textVisible=False, maximum=BAR_STEPS)
        self._bar.setAccessibleName("Progress")
        self.strip = FilmStrip()

        row = QHBoxLayout()
        row.addWidget(self._stage)
        row.addStretch(1)
        row.addWidget(self._rest)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(row)
        column.addWidget(self._bar)
        column.addWidget(self.strip)

        # So that the photo does not move when they come and go:
        self._stage.setMinimumHeight(self._close.sizeHint().height())
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self.strip.chosen.connect(self._show_choice)
        self._close.clicked.connect(self.closed)
        self.hide()

    def begin(self, with_film: bool = True) -> None:
        """A job begins; ``with_film``: its steps are to be looked at."""
        self._film = Film()
        self._with_film = with_film
        self._time_left = TimeLeft()
        self._stage.setText("Starting the engine…")
        self._rest.clear()
        self._bar.setRange(0, 0)
        self._bar.show()
        self._close.hide()
        self.strip.show_film(self._film)
        self.strip.setVisible(with_film)
        self.show()

    def step(self, frame: Frame) -> None:
        """A job has come further."""
        if self._with_film:
            self._film.add(frame)
            self.strip.show_film(self._film)
        self._bar.setRange(0, BAR_STEPS if frame.share > 0 else 0)
        self._bar.setValue(round(frame.share * BAR_STEPS))
        seconds = self._time_left.seconds(frame.share, time.monotonic())
        self._rest.setText(in_words(seconds) if seconds is not None else "")
        self._summary = _step_text(frame)
        self._say()

    def cancelling(self) -> None:
        """The step that is under way will be the last."""
        self._summary = "Cancelling…"
        self._rest.clear()
        self._say()

    def finish(self, summary: str) -> None:
        """A job is done, as ``summary`` says; its steps can still be looked at."""
        self._summary = summary
        self._rest.clear()
        self._bar.hide()
        self._close.show()
        self._say()
        self.show()

    def end(self) -> None:
        """There is nothing more to show."""
        self.strip.choose(None)
        self.hide()

    def _show_choice(self, frame: Frame | None) -> None:
        self._say()
        self.chosen.emit(frame)

    def _say(self) -> None:
        frame = self.strip.current
        self._stage.setText(f"Looking at: {_step_text(frame)}" if frame else self._summary)


def _step_text(frame: Frame) -> str:
    stage = frame.stage[:1].upper() + frame.stage[1:]
    return f"{stage}, step {frame.step} of {frame.total}" if frame.step else f"{stage}…"
