"""The one way from the GUI thread to another and back.

Work is a callable that runs in a thread of its own; what comes of it is a call made in the thread that
asked. Nothing else crosses: no queued slot to the worker, no exception object to the window.
"""

from __future__ import annotations

import queue
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from engine.errors import Cancelled, Failure, failure_from

T = TypeVar("T")
Call = Callable[[], object]

STACK_BYTES = 16 * 2**20
"""Some systems give a second thread half a megabyte, too little for numerical libraries."""


class Background(QObject):
    """Runs callables one after another in a thread that starts with the first of them.

    Lives in the thread that creates it, and makes its calls there.
    """

    _arrived = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox: queue.SimpleQueue[Call | None] = queue.SimpleQueue()
        self._outbox: queue.SimpleQueue[Call] = queue.SimpleQueue()
        self._ended = False
        self._thread = _Worker(self._inbox, self)
        self._thread.setObjectName(name)
        self._thread.setStackSize(STACK_BYTES)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Failure], object],
        cancelled: Call = lambda: None,
    ) -> None:
        """Run ``work`` after what was submitted before; then exactly one of the other three is called.

        After :meth:`shutdown` nothing is done any more.
        """
        if self._ended:
            return
        if not self._thread.isRunning():
            self._thread.start()
        self._inbox.put(partial(self._run, work, done, failed, cancelled))

    def post(self, call: Call) -> None:
        """Have ``call`` made in the owner's thread, in order; for use by the work."""
        self._outbox.put(call)
        self._arrived.emit()

    def shutdown(self) -> None:
        """Take no more work, wait until what there is has ended, and make the calls that came of it."""
        self._ended = True
        if self._thread.isRunning():
            self._inbox.put(None)
            self._thread.wait()
        self._deliver()

    def _run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Failure], object],
        cancelled: Call,
    ) -> None:
        try:
            end: Call = partial(done, work())
        except Cancelled:
            end = cancelled
        except Exception as error:  # noqa: BLE001 - the thread's boundary: every error becomes a sentence
            end = partial(failed, failure_from(error))
        self.post(end)

    @Slot()
    def _deliver(self) -> None:
        while True:
            try:
                call = self._outbox.get_nowait()
            except queue.Empty:
                return
            call()


class _Worker(QThread):
    def __init__(self, inbox: queue.SimpleQueue[Call | None], parent: QObject) -> None:
        super().__init__(parent)
        self._inbox = inbox

    def run(self) -> None:
        """Work until told to end."""
        while (call := self._inbox.get()) is not None:
            call()
            del call  # not to keep its result alive while waiting for the next
