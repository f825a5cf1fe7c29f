"""How a job is getting on: stage, bar, time left, and the film of its steps."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.film import Film, Frame
from gui.film_strip import FilmStrip
from gui.stages import begun, stage_name
from gui.time_left import TimeLeft, in_words
from gui.translation import translate

BAR_STEPS = 1000


class ProgressPanel(QWidget):
    """Shown from the start of a job until closed.

    Signals: ``chosen`` (Frame or None), ``taken`` (Frame: it is to be the result), ``paused`` (bool),
    ``next_asked`` (what was painted meanwhile is to be repaired as well), ``closed``.
    """

    chosen = Signal(object)
    taken = Signal(object)
    paused = Signal(bool)
    next_asked = Signal()
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
        self._waiting = QLabel()
        self._waiting.setProperty("role", "muted")
        self._next = QPushButton(translate("ProgressPanel", "Repair this next"))
        self._next.setToolTip(
            translate("ProgressPanel", "What you paint meanwhile is repaired after this  (Q)")
        )
        self._pause = QPushButton(translate("ProgressPanel", "Pause"), checkable=True)
        self._pause.setToolTip(translate("ProgressPanel", "Wait after the step that is under way  (Ctrl+P)"))
        self._take = QPushButton(translate("ProgressPanel", "Take this step"))
        self._take.setToolTip(
            translate("ProgressPanel", "Make the step you look at the result; Undo goes back")
        )
        self._close = QPushButton(translate("ProgressPanel", "Close"))
        self._close.setToolTip(translate("ProgressPanel", "Forget these steps"))
        self._bar = QProgressBar(textVisible=False, maximum=BAR_STEPS)
        self._bar.setAccessibleName(translate("ProgressPanel", "Progress"))
        self.strip = FilmStrip()

        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self._stage)
        words.addStretch(1)
        words.addWidget(self._waiting)
        words.addWidget(self._rest)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._bar, 1)
        for button in (self._take, self._next, self._pause, self._close):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(words)
        column.addLayout(row)
        column.addWidget(self.strip)

        # So that the photo does not move, nor a button, when they come and go:
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self.strip.chosen.connect(self._show_choice)
        self._next.hide()
        self._take.clicked.connect(lambda: self.taken.emit(self.strip.current))
        self._next.clicked.connect(self.next_asked)
        self._pause.toggled.connect(self._show_paused)
        self._close.clicked.connect(self.closed)
        self.hide()

    def begin(self, with_film: bool = True) -> None:
        """A job begins; ``with_film``: its steps are to be looked at."""
        self._film = Film()
        self._with_film = with_film
        self._time_left = TimeLeft()
        self._stage.setText(translate("ProgressPanel", "Starting the engine…"))
        self._rest.clear()
        self._bar.setRange(0, 0)
        self._bar.show()
        self._close.hide()
        self._take.hide()
        self._pause.setChecked(False)
        self._pause.show()
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
        now = time.monotonic()
        if frame.share == 0:
            self._time_left.begin(now)
        if not self._pause.isChecked():
            seconds = self._time_left.seconds(frame.share, now)
            self._rest.setText(in_words(seconds) if seconds is not None else "")
        self._summary = _step_text(frame)
        self._say()

    def cancelling(self) -> None:
        """The step that is under way will be the last."""
        self._summary = translate("ProgressPanel", "Cancelling…")
        self._rest.clear()
        self._say()

    def finish(self, summary: str) -> None:
        """A job is done, as ``summary`` says; its steps can still be looked at."""
        self._summary = summary
        self._rest.clear()
        self._bar.hide()
        self._pause.hide()
        self._close.show()
        self._say()
        self.show()

    def end(self) -> None:
        """There is nothing more to show; the steps are forgotten."""
        self.strip.choose(None)
        self._film = Film()
        self.strip.show_film(self._film)
        self.hide()

    @property
    def running(self) -> bool:
        """True from the begin of a job to its end."""
        return self.isVisible() and self._pause.isVisibleTo(self)

    def toggle_pause(self) -> None:
        """Pause the job, or have it go on."""
        self._pause.toggle()

    def offer_next(self, offered: bool) -> None:
        """Offer to have another repair follow, or no longer."""
        self._next.setVisible(offered)

    def show_waiting(self, count: int) -> None:
        """Say how many repairs are to follow."""
        self._waiting.setText(translate("ProgressPanel", "%n waiting", None, count) if count else "")

    def _show_paused(self, paused: bool) -> None:
        self._pause.setText(
            translate("ProgressPanel", "Go on") if paused else translate("ProgressPanel", "Pause")
        )
        self._time_left = TimeLeft()  # the time that passed meanwhile says nothing about the steps
        self._rest.setText(translate("ProgressPanel", "paused") if paused else "")
        self.paused.emit(paused)

    def _show_choice(self, frame: Frame | None) -> None:
        self._say()
        self.chosen.emit(frame)

    def _say(self) -> None:
        frame = self.strip.current
        over = self._close.isVisibleTo(self)
        self._take.setVisible(over and frame is not None and not frame.hole.is_empty())
        looking = translate("ProgressPanel", "Looking at: {step}")
        self._stage.setText(looking.format(step=_step_text(frame)) if frame else self._summary)


def _step_text(frame: Frame) -> str:
    stage = begun(stage_name(frame.stage))
    if not frame.step:
        return f"{stage}…"
    return translate("ProgressPanel", "{stage}, step {step} of {total}").format(
        stage=stage, step=frame.step, total=frame.total
    )
