"""How quickly the window answers: run as ``python -m tests.soak.responsiveness``, where there is a display.

Starts the real program with a photo of 24 megapixels, and uses it by events, as a hand would: strokes with
brushes of several sizes, then two repairs. Prints the time to the first painted window, how long events of
strokes take until they are handled and painted, and the gaps of a 10 ms heartbeat while a repair runs.
Figures of a busy machine say nothing.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from gui.main_window import MainWindow

SIZE = (4000, 6000)
BRUSHES = (10, 60, 200, 1000)
EVENTS = 300
BEAT_MS = 10
PATIENCE_MS = 300_000
Wait = Callable[[], bool]


class FirstPaint(QObject):
    """Prints when the window is painted for the first time, in seconds since ``begun``."""

    def __init__(self, begun: float) -> None:
        super().__init__()
        self._begun = begun

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(watched, MainWindow) and event.type() == QEvent.Type.Paint:
            print(f"window painted after {time.monotonic() - self._begun:.2f} s", flush=True)
            QApplication.instance().removeEventFilter(self)
        return False


class Heartbeat:
    """A timer of the window's thread, and how far apart its beats came."""

    def __init__(self) -> None:
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=BEAT_MS, timeout=self._beat)
        self._last = 0.0
        self.gaps: list[float] = []

    def start(self) -> None:
        self._last, self.gaps = time.perf_counter(), []
        self._timer.start()

    def stop(self, name: str) -> None:
        self._timer.stop()
        print(f"{name}: heartbeat {_figures(self.gaps)}", flush=True)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(1000 * (now - self._last))
        self._last = now


class Hand:
    """Uses the window step by step; between two steps the program runs on."""

    def __init__(self) -> None:
        self._heartbeat = Heartbeat()
        self._steps = self._session()
        self._until: Wait = lambda: True
        self._timer = QTimer(interval=50, timeout=self._look)
        self._timer.start()
        QTimer.singleShot(PATIENCE_MS, lambda: QApplication.exit(1))

    def _look(self) -> None:
        if self._until():
            self._until = next(self._steps, None) or (lambda: False)

    def _session(self) -> Iterator[Wait]:
        yield lambda: any(w.isVisible() and w.document.is_open for w in _windows())
        (window,) = _windows()
        yield _after(2.0)
        for diameter in BRUSHES:
            window.toolbox.resize(diameter)
            times = [1000 * seconds for seconds in _stroke(window)]
            print(f"stroke of {diameter} px: events {_figures(times)}", flush=True)
            window.commands["undo"].trigger()
            yield _after(0.5)
        hole = np.zeros(SIZE, bool)
        hole[1000:1006, 500:1500] = hole[2500:2600, 3000:3100] = True
        for name in ("first repair", "second repair"):
            window.document.replace_hole(hole)
            yield _after(1.0)
            self._heartbeat.start()
            window.commands["repair"].trigger()
            yield lambda: window._engine.busy
            yield lambda: not window._engine.busy
            self._heartbeat.stop(name)
        window._leaving = True  # nothing is to be saved, and nobody is there to be asked
        window.close()


def _stroke(window: MainWindow) -> Iterator[float]:
    """Draw one stroke across the canvas; yield the seconds that each event takes, painting included."""
    canvas, button = window.canvas, Qt.MouseButton.LeftButton
    width, height = canvas.width(), canvas.height()
    for index in range(EVENTS):
        angle = index / EVENTS * 2 * np.pi
        place = QPointF(width * (0.5 + 0.3 * np.cos(angle)), height * (0.5 + 0.3 * np.sin(angle)))
        kind = QEvent.Type.MouseMove if index else QEvent.Type.MouseButtonPress
        yield _answered(canvas, QMouseEvent(kind, place, canvas.mapToGlobal(place), button, button, _none()))
    end = QMouseEvent(
        QEvent.Type.MouseButtonRelease,
        place,
        canvas.mapToGlobal(place),
        button,
        Qt.MouseButton.NoButton,
        _none(),
    )
    _answered(canvas, end)


def _answered(canvas: QObject, event: QMouseEvent) -> float:
    begun = time.perf_counter()
    QApplication.sendEvent(canvas, event)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return time.perf_counter() - begun


def _none() -> Qt.KeyboardModifier:
    return Qt.KeyboardModifier.NoModifier


def _windows() -> list[MainWindow]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]


def _after(seconds: float) -> Wait:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() >= until


def _figures(milliseconds: list[float]) -> str:
    median, late, last = np.percentile(milliseconds, [50, 99, 100])
    return f"median {median:.1f} ms, p99 {late:.1f} ms, longest {last:.1f} ms of {len(milliseconds)}"


def main() -> int:
    """Write a photo, start the program with it in a process of its own, and return its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        photo = Path(folder) / "photo.png"
        _write_photo(photo)
        command = [sys.executable, "-m", "tests.soak.responsiveness", str(photo), str(time.monotonic())]
        return subprocess.run(command, check=False).returncode


def _write_photo(path: Path) -> None:
    import cv2

    small = np.random.default_rng(0).integers(0, 256, (SIZE[0] // 50, SIZE[1] // 50, 3), np.uint8)
    cv2.imwrite(str(path), cv2.resize(small, SIZE[::-1], interpolation=cv2.INTER_CUBIC))


def use(photo: Path, begun: float) -> int:
    """Run the program in this process, with a hand that uses it."""
    from main import edit

    application = QApplication([])
    first = FirstPaint(begun)
    application.installEventFilter(first)
    hand = Hand()
    code = edit([photo])
    del hand
    return code


if __name__ == "__main__":
    sys.exit(use(Path(sys.argv[1]), float(sys.argv[2])) if len(sys.argv) > 1 else main())
