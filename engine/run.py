"""The one loop that drives a job, shared by editor, command line, batch and tests.

A job is a generator that yields :class:`~engine.messages.Progress` and returns its result. Cancelling
is a flag looked at between two yields, after which the generator is closed, so that its ``finally``
blocks run and memory is given back before anybody is told. A step that takes long looks in between, too.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from contextlib import closing
from contextvars import ContextVar
from typing import TypeVar

from engine.errors import Cancelled
from engine.messages import Progress

E = TypeVar("E")
R = TypeVar("R")
Job = Generator[Progress, None, R]

_cancel: ContextVar[threading.Event | None] = ContextVar("cancel", default=None)


def drive(
    job: Generator[E, None, R],
    on_progress: Callable[[E], None] = lambda progress: None,
    cancel: threading.Event | None = None,
) -> R:
    """Run ``job`` to its end and return its result.

    ``on_progress`` is called in this thread for every progress. Raises :class:`Cancelled` within one
    step of ``cancel`` being set, and whatever the job raises.
    """
    outer = _cancel.set(cancel or _cancel.get())
    try:
        while True:
            stop_if_cancelled()
            on_progress(next(job))
    except StopIteration as stop:
        result: R = stop.value
        return result
    finally:
        job.close()
        _cancel.reset(outer)


def stop_if_cancelled() -> None:
    """Raise :class:`Cancelled` if the job of this thread is to end: for the midst of a long step."""
    cancel = _cancel.get()
    if cancel is not None and cancel.is_set():
        raise Cancelled


def retold(job: Job[R], change: Callable[[Progress], Progress]) -> Job[R]:
    """Run ``job`` as part of a larger one: whoever consumes it sees ``change`` of its progress."""
    with closing(job):
        while True:
            try:
                progress = next(job)
            except StopIteration as stop:
                result: R = stop.value
                return result
            yield change(progress)


def timed(job: Job[R]) -> Job[tuple[R, float]]:
    """Run ``job``; return its result and the seconds it worked: without those that its consumer took.

    So a pause is no part of them.
    """
    seconds = 0.0
    with closing(job):
        while True:
            begin = time.perf_counter()
            try:
                progress = next(job)
            except StopIteration as stop:
                result: R = stop.value
                return result, seconds + time.perf_counter() - begin
            seconds += time.perf_counter() - begin
            yield progress
