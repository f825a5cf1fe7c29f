"""One batch from the editor's side: planned in one thread, then a task of the engine's, in another."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, Protocol

from engine.batch.events import Batch, Event, Item, Planned, Step, Summary
from engine.errors import Cancelled
from engine.messages import Hole, Image
from gui.engine_host import SHORTEST_INTERVAL_S, Session


class BatchFunctions(Protocol):
    """How batches are carried out; each raises an error of engine.errors."""

    def run_batch(self, batch: Batch, session: Callable[[], Session], /) -> Generator[Event, None, Summary]:
        """Return the job, which waits with the work until its ``Planned`` has been taken."""

    def mask_used(self, batch: Batch, photo: str, item: Item | None, /) -> Path | None:
        """Return the mask that a photo was or would be repaired with, if there is one."""

    def correct_mask(self, batch: Batch, photo: str, hole: Hole, /) -> None:
        """Keep ``hole`` as the mask of a photo from now on."""

    def read_preview(self, path: Path, side: int, /) -> Image:
        """Read a photo, shrunk to ``side`` pixels."""


class BatchRun:
    """A batch, once. What it tells is kept until it is fetched with :meth:`told`."""

    def __init__(self, functions: BatchFunctions, batch: Batch) -> None:
        self.batch = batch
        self._functions = functions
        self._session: Session | None = None
        self._job: Generator[Event, None, Summary] | None = None
        self._events: deque[Event] = deque()

    def plan(self, post: Callable[[list[Event]], object], cancel: threading.Event) -> Planned:
        """Plan the batch in the calling thread, and hand what it tells to ``post`` now and then.

        Raises Cancelled soon after ``cancel`` is set, and what the engine raises.
        """
        self._job = self._functions.run_batch(self.batch, self._loaded)
        not_before_s = 0.0
        for event in self._job:
            if cancel.is_set():
                self._job.close()
                raise Cancelled
            self.observe(event)
            if isinstance(event, Planned):
                return event
            now_s = time.monotonic()
            if now_s >= not_before_s:
                post(self.told())
                not_before_s = now_s + SHORTEST_INTERVAL_S
        raise AssertionError("a batch that was not planned")

    def close(self) -> None:
        """Give up what was planned; the output folder is free for others again."""
        if self._job is not None:
            self._job.close()

    def told(self) -> list[Event]:
        """Return what was told since the last time; of steps in a row the newest only."""
        events = []
        while self._events:
            events.append(self._events.popleft())
        return events

    # As a task of the engine's

    def request(self) -> Batch:
        """Return what was planned."""
        return self.batch

    def job(self, session: Session, _batch: Batch) -> Generator[Event, None, Summary]:
        """Return the work, which is where the plan ended."""
        assert self._job is not None
        self._session = session
        return self._job

    def observe(self, event: Event) -> None:
        """Keep what was told."""
        if isinstance(event, Step) and self._events and isinstance(self._events[-1], Step):
            self._events.pop()
        self._events.append(event)

    def frame(self, _event: Event) -> list[Event]:
        """Return what was told since the last time."""
        return self.told()

    def outcome(self, summary: Summary) -> Summary:
        """Return how it ended."""
        return summary

    def _loaded(self) -> Any:
        return self._session
