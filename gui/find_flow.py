"""Finding damage as the user meets it: one click, marks to look at, a slider that changes them at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from engine.errors import Failure
from engine.findings import findings
from engine.messages import Found, Progress
from gui.background import Background
from gui.boxes import slices
from gui.canvas import Canvas
from gui.document import Document
from gui.engine_host import EngineHost
from gui.find_bar import USUAL_SENSITIVITY, FindBar
from gui.find_task import FindTask, Marks, marks_at
from gui.hole_layer import HoleLayer
from gui.message_bar import MessageBar
from gui.picture import Picture
from gui.region import Pixel, Region
from gui.tools import label_of
from gui.translation import translate
from gui.undo import State

LABEL = QT_TRANSLATE_NOOP("FindFlow", "Find damage")
LOCK = QT_TRANSLATE_NOOP("FindFlow", "Damage is being looked for: wait for it or cancel it first.")


@dataclass(frozen=True, eq=False)
class _Step:
    """A state of the history: by a pixel of each, the pieces removed until then; how many places are left."""

    state: State
    rejected: tuple[Pixel, ...]
    places: int


class FindFlow(QObject):
    """Connects document, engine, and the bar below the photo. Signal: ``busy_changed`` (bool).

    What was found is added to what is painted, as one step of the history; removing a single piece of it is
    another. Moving the slider exchanges these steps for one, as long as nothing else was done since: pieces
    that were removed stay so, unless that was undone.
    """

    busy_changed = Signal(bool)

    detector: str | None = None
    """What damage is found with: a model's name or file, None for our own."""

    def __init__(
        self,
        document: Document,
        engine: EngineHost,
        canvas: Canvas,
        bar: FindBar,
        messages: MessageBar,
        repair: Callable[[], object],
    ) -> None:
        super().__init__(canvas)
        self._document, self._engine, self._canvas = document, engine, canvas
        self._bar, self._messages, self._repair = bar, messages, repair
        self._background = Background("findings", self)
        self._picture: Picture | None = None
        self._then_repair = False
        self._found: Found | None = None
        self._painted: HoleLayer | None = None
        self._steps: list[_Step] = []
        self._current: _Step | None = None
        self._rejected: tuple[Pixel, ...] = ()
        self._marks: Marks | None = None
        self._going: Region | None = None
        self._working = False
        engine.started.connect(self._started)
        engine.progress.connect(self._progressed)
        engine.finished.connect(self._finished)
        engine.failed.connect(self._failed)
        engine.cancelled.connect(self._cancelled)
        bar.sensitivity_changed.connect(self._ask_for_marks)
        bar.repair_asked.connect(self._repair_marks)
        bar.closed.connect(self.forget)
        document.opened.connect(self._leave_photo)
        document.history_changed.connect(self._look_whether_still_ours)

    @property
    def searching(self) -> bool:
        """True while the engine is looking for damage."""
        return self._engine.busy and isinstance(self._engine.task, FindTask)

    def find(self, then_repair: bool = False) -> None:
        """Look for damage and mark it; ``then_repair``: and repair it in the same go."""
        if self._engine.busy or self._document.locked or not self._document.is_open:
            return
        self._engine.start(FindTask(self._document.picture, self.detector))
        self._then_repair = then_repair

    def cancel(self) -> bool:
        """Give up the search, or else the repair that was to follow it; False if there is neither."""
        if self.searching:
            self._engine.cancel()
            return True
        waited, self._then_repair = self._then_repair, False
        return waited

    def forget(self) -> None:
        """Keep the marks as they are; the slider goes, and no repair follows."""
        self._then_repair = False
        self._picture = self._found = self._painted = self._marks = None
        self._steps, self._current, self._rejected = [], None, ()
        self._bar.hide()

    def reject(self, piece: Region) -> None:
        """Take the next step of the history, which unmarks ``piece``, for one about findings."""
        self._going = piece

    def shutdown(self) -> None:
        """End the thread that makes marks."""
        self._background.shutdown()

    def _started(self) -> None:
        self.forget()
        if not self.searching:
            return
        self._document.lock(translate("FindFlow", LOCK))
        self._picture = self._document.picture
        self._messages.hide()
        self._bar.search(0)
        self.busy_changed.emit(True)

    def _leave_photo(self) -> None:
        """Another photo is open: nobody needs to know any more where the one before is damaged."""
        if self.searching:
            self._engine.cancel()
        self.forget()

    def _progressed(self, progress: object) -> None:
        if isinstance(progress, Progress) and self._document.picture is self._picture:
            self._bar.search(progress.fraction)

    def _finished(self, found: object) -> None:
        if isinstance(found, Found) and self._ended():
            self._found = found
            self._canvas.painter.interrupted(self._begin_marks)

    def _failed(self, failure: Failure) -> None:
        if isinstance(self._engine.task, FindTask) and self._ended():
            self.forget()
            self._messages.fail(failure)

    def _cancelled(self) -> None:
        if isinstance(self._engine.task, FindTask) and self._ended():
            self.forget()
            self._messages.inform(
                translate("FindFlow", "The search was cancelled: photo and mask are as they were.")
            )

    def _ended(self) -> bool:
        """Unlock; False if the photo that was looked at is no longer open."""
        self._document.locked = False
        self._bar.hide()
        self.busy_changed.emit(False)
        return self._document.picture is self._picture

    def _begin_marks(self) -> None:
        self._painted = self._document.hole.snapshot()
        self._bar.blockSignals(True)
        self._bar.set_sensitivity(USUAL_SENSITIVITY)
        self._bar.blockSignals(False)
        self._ask_for_marks(USUAL_SENSITIVITY)

    def _ask_for_marks(self, sensitivity: float) -> None:
        """Have marks made, unless some are being made: then newer ones will be asked for at their end."""
        if self._found is None or self._painted is None or self._working:
            return
        self._working = True
        self._background.submit(
            partial(marks_at, self._found, self._painted, sensitivity, self._rejected),
            partial(self._marks_made, self._painted, sensitivity, self._rejected),
            self._marks_failed,
        )

    def _marks_failed(self, failure: Failure) -> None:
        self._working = False
        self._messages.fail(failure)

    def _marks_made(
        self, painted: HoleLayer, sensitivity: float, rejected: tuple[Pixel, ...], marks: Marks
    ) -> None:
        self._working = False
        show = partial(self._show_marks, painted, sensitivity, rejected, marks)
        self._canvas.painter.interrupted(show)  # a stroke that goes on may have outdated them

    def _show_marks(
        self, painted: HoleLayer, sensitivity: float, rejected: tuple[Pixel, ...], marks: Marks
    ) -> None:
        if self._painted is not painted or self._rejected != rejected:
            self._ask_for_marks(self._bar.sensitivity)
            return
        self._exchange(marks)
        self._bar.say(marks.count)
        if self._bar.sensitivity != sensitivity:
            self._ask_for_marks(self._bar.sensitivity)
        elif self._then_repair:
            self._then_repair = False
            if marks.count:
                self._repair()
            else:
                self._messages.inform(translate("FindFlow", "No damage was found, so nothing was changed."))
        elif not marks.count and not self._steps:
            self._messages.inform(
                translate("FindFlow", "No damage was found: move the slider to the right, or paint over it.")
            )

    def _exchange(self, marks: Marks) -> None:
        """Make the newest steps of the history, as far as they are ours, the one that adds ``marks``."""
        document, found = self._document, self._found
        timeline = document.timeline
        self._found = None  # so that our own steps are not taken for the user's
        if self._steps:
            document.go_to(timeline.states.index(self._steps[0].state) - 1)
        before = timeline.position
        document.replace_hole(marks.hole, translate("FindFlow", LABEL))
        now = timeline.position
        self._current = _Step(timeline.states[now], self._rejected, marks.count) if now != before else None
        self._steps = [self._current] if self._current is not None else []
        self._found, self._marks = found, marks

    def _look_whether_still_ours(self) -> None:
        going, self._going = self._going, None
        if self._found is None:
            return
        if self._marks is None and self._document.picture is self._picture:
            self._painted = self._document.hole.snapshot()  # what the first marks will be added to
            return
        newest = self._document.timeline.states[self._document.timeline.position]
        if going is not None and newest.label == label_of("pick"):
            self._without(going, newest)
        for step in self._steps:
            if step.state is newest:
                self._current, self._rejected = step, step.rejected
                self._bar.say(step.places)
                return
        self.forget()

    def _without(self, piece: Region, state: State) -> None:
        """Note that ``state`` is what the newest of our steps became when ``piece`` was unmarked."""
        if self._found is None or self._marks is None or self._current is None:
            return
        area, was = slices(piece.box), self._current
        places = len(findings(self._marks.found[area] & piece.bits, self._found.probability[area]))
        self._steps = self._steps[: self._steps.index(was) + 1]
        self._steps.append(_Step(state, (*was.rejected, piece.pixel), was.places - places))

    def _repair_marks(self) -> None:
        self.forget()
        self._repair()
