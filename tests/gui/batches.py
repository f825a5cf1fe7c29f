"""Folders of small photos, and a window with a batch over them that a tiny model carries out."""

import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path

from pytestqt.qtbot import QtBot

from engine.batch.correction import correct_mask, mask_used
from engine.batch.events import Batch, Event, Outcome, Summary
from engine.batch.run import run_batch
from engine.photo.previews import read_preview
from engine.session import Session
from gui.batch_editing import BatchEditing
from gui.batch_flow import BatchFlow
from gui.main_window import MainWindow
from tests.gui.support import WAIT_MS


@dataclass
class Functions:
    """The real functions; after the first photo, a run waits for ``gate``."""

    gate: threading.Event = field(default_factory=threading.Event)

    def run_batch(self, batch: Batch, session: Callable[[], Session]) -> Generator[Event, None, Summary]:
        job = run_batch(batch, session)
        try:
            while True:
                event = next(job)
                yield event
                if isinstance(event, Outcome):
                    assert self.gate.wait(10)
        except StopIteration as stop:
            return stop.value
        finally:
            job.close()

    def mask_used(self, *arguments: object) -> Path | None:
        return mask_used(*arguments)  # type: ignore[arg-type]

    def correct_mask(self, *arguments: object) -> None:
        correct_mask(*arguments)  # type: ignore[arg-type]

    def read_preview(self, path: Path, side: int) -> object:
        return read_preview(path, side)


@dataclass
class Batches:
    """A window's batch, with all that belongs to it."""

    window: MainWindow
    flow: BatchFlow
    editing: BatchEditing
    functions: Functions
    ended: bool = False

    @property
    def states(self) -> dict[str, str]:
        """What became of each photo."""
        return {row.photo: row.state for row in self.flow.rows._rows}

    def end(self) -> None:
        if self.ended:
            return
        self.ended = True
        self.functions.gate.set()
        self.window._leaving = True
        self.window.work.shutdown()
        self.flow.close()
        self.editing.shutdown()


Begin = Callable[..., Batches]


def plan(qtbot: QtBot, batches: Batches) -> None:
    batches.flow.view._plan.click()
    qtbot.waitUntil(lambda: not batches.flow.busy, timeout=WAIT_MS)
