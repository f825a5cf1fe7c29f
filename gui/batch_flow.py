"""Batches as the user meets them: chosen, planned, started, watched, and gone on with."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QMessageBox

from engine.batch.events import Batch, Event, Note, Outcome, Planned, Planning, Step
from engine.errors import BadInputError, Failure
from gui.background import Background
from gui.batch_form import BatchForm, Chosen
from gui.batch_rows import BatchRows
from gui.batch_run import BatchFunctions, BatchRun
from gui.batch_window import BatchWindow
from gui.engine_host import EngineHost
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import colours_for
from gui.thumbnails import Thumbnails
from gui.time_left import TimeLeft, in_words
from gui.translation import grouped, translate

PREVIEW_SIDE = 224
"""Pixels: twice what is drawn, for dense displays."""


class BatchFlow(QObject):
    """Runs one batch at a time, on the engine that repairs the open photo too.

    A plan that is made waits, and holds its output folder, until it is started or what it was made of is
    changed. Photos to be repaired again wait until nothing else is done; then they are a batch of their own.

    ``batch`` is the one whose photos are listed in ``rows``. Signals: ``batch_changed``, ``ended`` (the Batch
    that was carried out, or as much of it as there was time for).
    """

    batch_changed = Signal()
    ended = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        engine: EngineHost,
        functions: BatchFunctions,
        settings: Settings,
        finds_damage: bool,
    ) -> None:
        super().__init__(window)
        self._window, self._engine, self._functions = window, engine, functions
        self.batch: Batch | None = None
        self.rows = BatchRows(self)
        self._thumbnails = Thumbnails(functions.read_preview, PREVIEW_SIDE, self)
        form = BatchForm(window.method, settings, finds_damage)
        self.view = BatchWindow(form, self.rows, self._thumbnails, lambda: colours_for(settings.theme))
        self._planner = Background("batch plan", self)
        self._give_up = threading.Event()
        self._planning = False
        self._planned: BatchRun | None = None
        self._running: BatchRun | None = None
        self._todo = self._done = 0
        self._time_left = TimeLeft()
        self._again: dict[str, None] = {}
        self._connect()

    @property
    def busy(self) -> bool:
        """True while a plan is made or carried out."""
        return self._planning or self._running is not None

    def open(self) -> None:
        """Show the batch's window."""
        if not self.view.isVisible() and not self.busy:
            self.view.form.take_method()
        self.view.show_counts()
        self.view.show()
        self.view.activateWindow()

    def open_dropped(self, paths: list[Path]) -> None:
        """Choose a folder, or photos, for a batch, and show its window."""
        self.open()
        if self.busy:
            self.view.messages.warn(
                translate("BatchFlow", "A batch is under way: wait for it or cancel it first.")
            )
        else:
            self._planner.submit(partial(chosen_from, paths), self.view.form.choose, self._tell)

    def repair_again(self, photos: Iterable[str]) -> None:
        """Repair these photos of the batch once more, as soon as nothing else is done."""
        self._again.update(dict.fromkeys(photos))
        self.rows.wait(self._again)
        self.view.show_counts()
        self._go_on()

    def close(self) -> None:
        """The editor was closed: end what is left."""
        self._give_up.set()
        self._planner.shutdown()
        planned, self._planned = self._planned, None
        if planned is not None:
            planned.close()
        self._thumbnails.shutdown()
        self.view.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask before the editor is closed on a batch that is running."""
        if watched is self._window and event.type() == QEvent.Type.Close:
            if self._running is not None and not self._may_stop():
                event.ignore()
                return True
            self.view.close()
        return super().eventFilter(watched, event)

    def _may_stop(self) -> bool:
        question = translate(
            "BatchFlow",
            "A batch is running: {progress}. Stop it? What is finished stays; later it goes on from there.",
        ).format(progress=self._progress())
        button = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window, "Reweave", question, button.Yes | button.Cancel, button.Cancel
        )
        return answer == button.Yes

    def _connect(self) -> None:
        view, engine = self.view, self._engine
        self._window.installEventFilter(self)
        self._window.commands["batch"].triggered.connect(self.open)
        self._window.file_flow.batch_asked.connect(self.open_dropped)
        self._window.batch_bar.shown_asked.connect(self.open)
        self._window.welcome.batch_asked.connect(self.open)
        view.plan_asked.connect(self._plan)
        view.start_asked.connect(self._start)
        view.cancel_asked.connect(self._cancel)
        view.paused.connect(self._pause)
        view.again_asked.connect(lambda rows: self.repair_again([row.photo for row in rows]))
        view.dropped.connect(self.open_dropped)
        view.closed.connect(self._stop_planning)
        view.form.changed.connect(self._give_plan_up)
        engine.progress.connect(self._progressed)
        engine.finished.connect(self._finished)
        engine.failed.connect(self._failed)
        engine.cancelled.connect(self._cancelled)

    # Planning

    def _plan(self) -> None:
        try:
            batch = self.view.form.batch()
        except BadInputError as error:
            self.view.messages.warn(str(error))
            return
        self.view.form.remember()
        self.batch = self.view.delegate.batch = batch
        self._thumbnails.clear()
        self.rows.clear()
        self.batch_changed.emit()
        self._make_plan(batch)

    def _make_plan(self, batch: Batch, at_once: bool = False) -> None:
        """Plan ``batch``; ``at_once``: and start it."""
        self._give_plan_up()
        self._planning = True
        self._give_up.clear()
        self.view.messages.hide()
        self.view.show_planning(0)
        run = BatchRun(self._functions, batch)
        self._planner.submit(
            partial(run.plan, self._post, self._give_up),
            partial(self._plan_made, run, at_once),
            partial(self._plan_failed, run),
            partial(self._plan_cancelled, run),
        )

    def _post(self, events: list[Event]) -> None:
        """In the planner's thread."""
        self._planner.post(partial(self._take, events))

    def _plan_made(self, run: BatchRun, at_once: bool, planned: Planned) -> None:
        self._planning = False
        self._take(run.told())
        self._planned, self._todo = run, planned.todo
        if not planned.todo:
            self._give_plan_up()
            self.ended.emit(run.batch)
        elif at_once and self._engine.busy:  # with what was begun meanwhile
            self._give_plan_up()
            self.repair_again(run.batch.only or ())
            return
        self.view.show_planned(planned)
        if at_once and planned.todo and self._window.isVisible():
            self._start()
        elif not at_once:
            self.view.show_problems()
        self._go_on()

    def _plan_failed(self, run: BatchRun, failure: Failure) -> None:
        self._planning = False
        self._take(run.told())
        self.view.show_idle("")
        self._tell(failure)
        self._go_on()

    def _plan_cancelled(self, run: BatchRun) -> None:
        self._planning = False
        self._take(run.told())
        self.view.show_idle(translate("BatchFlow", "The plan was not finished; nothing was changed."))
        self._go_on()

    def _give_plan_up(self) -> None:
        """Let go of a plan that was not started."""
        planned, self._planned = self._planned, None
        if planned is not None:
            self._planner.submit(planned.close, lambda _: None, self._tell)
            self.view.show_idle("")

    def _stop_planning(self) -> None:
        """The window goes: nobody sees a plan any more that would hold its folder."""
        self._give_up.set()
        self._give_plan_up()

    # Working

    def _start(self) -> None:
        if self._planned is None:
            return
        if self._engine.busy:
            self.view.messages.warn(
                translate("BatchFlow", "The open photo is being worked on: wait for that or cancel it first.")
            )
            return
        self._running, self._planned = self._planned, None
        self._done, self._time_left = 0, TimeLeft()
        self.view.messages.hide()
        self.view.form.begun()
        self._window.lend_engine(True)
        self._engine.start(self._running)
        self._show_running(0.0)

    def _cancel(self) -> None:
        if self._planning:
            self._stop_planning()
        elif self._running is not None:
            self._again.clear()
            self._engine.cancel()
            self.view.show_stopping()

    def _pause(self, paused: bool) -> None:
        if self._running is not None:
            self._time_left = TimeLeft()  # the time that passes meanwhile says nothing about the photos
            self._engine.pause(paused)

    def _progressed(self, events: object) -> None:
        if self._running is not None and self._engine.task is self._running and isinstance(events, list):
            self._take(events)
            steps = [event.fraction for event in events if isinstance(event, Step)]
            self._show_running(steps[-1] if steps else 0.0)

    def _show_running(self, fraction: float) -> None:
        share = min((self._done + fraction) / self._todo, 1.0)
        seconds = self._time_left.seconds(share, time.monotonic())
        rest = in_words(seconds) if seconds is not None else ""
        self.view.show_running(self._progress(), rest, share)
        text = translate("BatchFlow", "A batch is running: {progress}").format(progress=self._progress())
        self._window.batch_bar.show_progress("   ".join(filter(None, (text, rest))))

    def _progress(self) -> str:
        text = translate("BatchFlow", "{done} of {count} photos")
        return text.format(done=grouped(self._done), count=grouped(self._todo))

    def _finished(self, _outcome: object) -> None:
        self._end(translate("BatchFlow", "Done."))

    def _failed(self, failure: Failure) -> None:
        if self._end(""):
            self._tell(failure)

    def _cancelled(self) -> None:
        self._end(
            translate("BatchFlow", "Stopped: what is finished stays, and the same folders go on from there.")
        )

    def _end(self, summary: str) -> bool:
        """Give the engine back, and say ``summary``; return False if it was not ours."""
        run, self._running = self._running, None
        if run is not None:
            self._planner.submit(run.close, lambda _: None, self._tell)  # it may not even have begun
            self._take(run.told())
            self.rows.stop()
            self.view.show_counts()
            self.view.show_idle(summary)
            self._window.batch_bar.show_progress("")
            self._window.lend_engine(False)
            self.ended.emit(run.batch)
        self._planner.post(self._go_on)  # when all others know that the engine is free, and may have taken it
        return run is not None

    def _go_on(self) -> None:
        """Repair again what waits for it."""
        free = not (self.busy or self._engine.busy) and self._window.isVisible()
        if self._again and self.batch is not None and free:
            photos, self._again = frozenset(self._again), {}
            self._make_plan(replace(self.batch, only=photos, restart=False), at_once=True)

    def _take(self, events: list[Event]) -> None:
        self.rows.take(events)
        for event in events:
            match event:
                case Outcome():
                    self._done += 1
                case Planning():
                    self.view.show_planning(event.files)
                case Note():
                    self.view.messages.inform(event.message)
        self.view.show_counts()

    def _tell(self, failure: Failure) -> None:
        view = self.view if self.view.isVisible() else self._window
        view.messages.fail(failure)


def chosen_from(paths: list[Path]) -> Chosen:
    """Return what to work on where ``paths`` were dropped: a folder, or photos that may lie in several."""
    paths = [path.absolute() for path in paths]
    folders = [path for path in paths if path.is_dir()]
    if folders:
        return Chosen(folders[0])
    common = Path(os.path.commonpath([path.parent for path in paths]))
    return Chosen(common, frozenset(path.relative_to(common).as_posix() for path in paths))
