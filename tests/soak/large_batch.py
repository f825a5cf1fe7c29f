"""A batch of very many photos in the window: how long it is planned, and how smooth the window stays.

    .venv/bin/python -m tests.soak.large_batch [PHOTOS]

Prints, for each thing done, how late a heartbeat of 10 ms in the window's thread was, and the memory so far.
"""

import gc
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from engine.batch.events import Outcome, Step
from engine.session import Session
from gui.batch_flow import BatchFlow
from gui.engine_host import EngineHost
from gui.file_host import FileHost
from gui.main_window import MainWindow
from gui.settings import Settings
from tests.engine.batch.folders import picture, write
from tests.gui.batches import Functions

IN_A_FOLDER = 1000
BEAT_MS = 10
LOOKS = 200


class Heartbeat:
    """Counts how late a timer is that should come every 10 ms."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._late_ms: list[float] = []
        self._last_s = time.monotonic()
        self._timer = QTimer(interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def run(self, seconds: float, until: Callable[[], bool] = lambda: True) -> None:
        """Let the window live for so long at least."""
        end_s = time.monotonic() + seconds
        while time.monotonic() < end_s or not until():
            self._application.processEvents()
            time.sleep(0.001)

    def report(self, doing: str) -> None:
        """Print how it was since the last report."""
        late_ms, self._late_ms = sorted(self._late_ms), []
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        typical, most = late_ms[int(len(late_ms) * 0.99)], late_ms[-1]
        print(
            f"{doing:24} late by {typical:4.0f} ms (99th percentile), {most:4.0f} ms (most); {megabytes} MB"
        )

    def _beat(self) -> None:
        now_s = time.monotonic()
        self._late_ms.append((now_s - self._last_s) * 1000 - BEAT_MS)
        self._last_s = now_s


def main(count: int) -> None:
    """Plan ``count`` photos, then scroll, filter, and let photos be done."""
    application = QApplication([])
    gc.freeze()  # as when the engine has been loaded
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in"
        fill(source, count)
        settings = Settings(batch_source=str(source), batch_target=str(Path(folder) / "out"))
        engine = EngineHost(lambda: Session("cpu"))
        functions = Functions()
        window = MainWindow(FileHost(functions), engine, settings, None, "0")  # type: ignore[arg-type]
        window.show()
        flow = BatchFlow(window, engine, functions, settings, finds_damage=True)  # type: ignore[arg-type]
        flow.open()
        flow.view.form.recursive.setChecked(True)
        look_at(flow, Heartbeat(application))
        flow.close()
        window.close()


def fill(source: Path, count: int) -> None:
    """Make folders of photos, which are links to one each."""
    for first in range(0, count, IN_A_FOLDER):
        original = write(source / f"{first:07}" / "0000.png", picture(first))
        for number in range(1, min(IN_A_FOLDER, count - first)):
            os.link(original, original.with_name(f"{number:04}.png"))


def look_at(flow: BatchFlow, heart: Heartbeat) -> None:
    """Do what a user does with a batch, without repairing anything."""
    heart.run(1)
    heart.report("doing nothing")
    started_s = time.monotonic()
    flow.view.plan_asked.emit()
    heart.run(0, until=lambda: not flow.busy)
    print(f"{flow.rows.rowCount():,} photos planned in {time.monotonic() - started_s:.0f} s")
    heart.report("planning")
    bar = flow.view.list.verticalScrollBar()
    for step in range(LOOKS):
        bar.setValue(bar.maximum() * step // LOOKS)
        heart.run(0.02)
    heart.report("scrolling through all")
    for only in (True, False):
        flow.rows.show_troubled_only(only)
        heart.run(0.2)
    heart.report("showing problems only")
    for row in flow.rows._rows[:: max(len(flow.rows._rows) // LOOKS, 1)]:
        assert row.item is not None
        flow.rows.take([Step(row.photo, "", 0.5), Outcome(row.item, "repaired", 0)])
        flow.view.show_counts()
        heart.run(0.01)
    heart.report("photos being done")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
