"""Calls that nobody can interrupt, made in a thread of their own: a job can be cancelled meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import ExitStack
from functools import partial
from queue import SimpleQueue
from types import TracebackType
from typing import TypeVar

from engine.messages import Progress
from engine.run import Job

R = TypeVar("R")

PATIENCE = 0.25
"""Seconds between two looks at whether to go on waiting."""


class Errands:
    """Runs calls one after the other in its own thread, from ``with`` to its end.

    The end waits for a call that still runs for :data:`PATIENCE` seconds at most. The thread then ends by
    itself, as soon as it can, and closes what was ``held``: nobody else may, while a call uses it.
    """

    def __init__(self) -> None:
        self.held = ExitStack()
        self._calls: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        # A program that is closed does not wait for a server.
        self._thread = threading.Thread(target=self._work, name="errands", daemon=True)

    def __enter__(self) -> Errands:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._calls.put(None)
        self._thread.join(PATIENCE)

    def call(self, function: Callable[[], R], meanwhile: Progress) -> Job[R]:
        """Return what ``function`` returns, or raise what it raises; until then yield ``meanwhile``."""
        answer: Future[R] = Future()
        self._calls.put(partial(_settle, answer, function))
        while not wait([answer], PATIENCE).done:
            yield meanwhile
        try:
            return answer.result()
        finally:
            del answer  # It holds an error, which holds this frame: in a circle, sockets would stay open.

    def _work(self) -> None:
        with self.held:
            while (call := self._calls.get()) is not None:
                call()


def _settle(answer: Future[R], function: Callable[[], R]) -> None:
    try:
        answer.set_result(function())
    except BaseException as error:  # noqa: BLE001 - raised where it was asked for
        answer.set_exception(error)
        del answer  # As above.
