"""The engine as the editor sees it: one job at a time, in a thread of its own, with one end each.

This is the only adapter between the interface and the engine. It imports no torch: the session, which
does, is loaded by the function handed in, in the engine's thread, when the first job needs it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from engine.messages import Progress
from engine.run import drive
from gui.background import Background
from gui.settings import DEVICES

SHORTEST_INTERVAL_S = 0.1
"""Frames come at most this often."""

FRAME_SHARE = 0.05
"""Making frames takes at most this share of a job's time, however large they are."""


class Session(Protocol):
    """What a loaded engine offers."""

    def run(self, request: Any) -> Generator[Progress, None, Any]:
        """Return the job that carries out a request of engine.messages and ends with its result."""


class Task(Protocol):
    """A job from the editor's side. All of it is called in the engine's thread."""

    def request(self) -> Any:
        """Return what is to be done: all that can be checked before the engine is loaded."""

    def job(self, session: Session, request: Any) -> Generator[Progress, None, Any]:
        """Return the work of carrying out the request."""

    def observe(self, progress: Progress) -> None:
        """Take note of a step."""

    def frame(self, progress: Progress) -> object:
        """Return what is to be shown after a step."""

    def outcome(self, result: Any) -> object:
        """Return what the job comes to."""


class EngineHost(QObject):
    """Runs tasks on the engine. ``task`` is the one that runs, until its end has been told.

    Signals: ``started``; then ``progress`` (the task's frame) any number of times, never more than one
    on its way; then exactly one of ``finished`` (the task's outcome), ``failed`` (a Failure) and
    ``cancelled``. And ``devices_told`` (names), after :meth:`ask_for_devices`.
    """

    started = Signal()
    progress = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    devices_told = Signal(object)

    def __init__(
        self,
        load_session: Callable[[], Session],
        list_devices: Callable[[], tuple[str, ...]] = lambda: DEVICES,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._load_session = load_session
        self._list_devices = list_devices
        self._session: Session | None = None
        self.task: Task | None = None
        self._background = Background("engine", self)
        self._cancel: threading.Event | None = None
        self._on_its_way = threading.Event()
        self._may_go_on = threading.Event()

    @property
    def busy(self) -> bool:
        """True from start to end of a job."""
        return self._cancel is not None

    def start(self, task: Task) -> None:
        """Start a job. There must be none."""
        if self.busy:
            raise RuntimeError("a job is running")
        self.task = task
        self._cancel = threading.Event()
        self._on_its_way.clear()
        self._may_go_on.set()
        self.started.emit()
        self._background.submit(
            partial(self._work, task, self._cancel),
            partial(self._end, self.finished),
            partial(self._end, self.failed),
            partial(self._end, self.cancelled),
        )

    def prepare(self, work: Callable[[], object]) -> None:
        """Have ``work`` done in the engine's thread, before any job that follows."""
        self._background.submit(work, lambda _: None, lambda _: None)

    def ask_for_devices(self) -> None:
        """Find out which devices there are; that may need the engine loaded, and waits for a running job."""
        self._background.submit(self._list_devices, self.devices_told.emit, lambda _: None)

    def reload(self) -> None:
        """Load the engine anew for the job that is started next."""
        self._background.submit(self._unload, lambda _: None, lambda _: None)

    def _unload(self) -> None:
        """In the engine's thread."""
        self._session = None

    def pause(self, paused: bool) -> None:
        """Have the running job, if any, wait after the step it is in, or go on."""
        if paused:
            self._may_go_on.clear()
        else:
            self._may_go_on.set()

    def cancel(self) -> None:
        """Ask the running job, if any, to end after the step it is in, or at once where it is paused."""
        if self._cancel is not None:
            self._cancel.set()
            self._may_go_on.set()

    def shutdown(self) -> None:
        """Cancel, wait for the step to end, and end the thread."""
        self.cancel()
        self._background.shutdown()

    def _end(self, signal: Any, *outcome: object) -> None:
        self._cancel = None
        signal.emit(*outcome)
        if not self.busy:
            self.task = None  # it holds on to a photo, which may be open no longer

    def _work(self, task: Task, cancel: threading.Event) -> object:
        """In the engine's thread: the whole job."""
        request = task.request()  # first, so that bad input is told at once and not after the loading
        if self._session is None:
            self._session = self._load_session()
        watch = _Watch(task, self._on_its_way, self._post_frame)

        def after_step(progress: Progress) -> None:
            watch(progress)
            self._may_go_on.wait()

        return task.outcome(drive(task.job(self._session, request), after_step, cancel))

    def _post_frame(self, frame: object) -> None:
        self._on_its_way.set()
        self._background.post(partial(self._show, frame))

    def _show(self, frame: object) -> None:
        self._on_its_way.clear()
        self.progress.emit(frame)


class _Watch:
    """Turns a job's steps into frames, as often as it is worth it and the window keeps up."""

    def __init__(self, task: Task, on_its_way: threading.Event, post: Callable[[object], None]) -> None:
        self._task = task
        self._on_its_way = on_its_way
        self._post = post
        self._not_before_s = 0.0

    def __call__(self, progress: Progress) -> None:
        self._task.observe(progress)
        begin_s = time.monotonic()
        if self._on_its_way.is_set() or begin_s < self._not_before_s:
            return
        self._post(self._task.frame(progress))
        now_s = time.monotonic()
        self._not_before_s = now_s + max(SHORTEST_INTERVAL_S, (now_s - begin_s) / FRAME_SHARE)
