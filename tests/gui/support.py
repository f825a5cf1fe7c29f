"""A stand-in for the engine whose every step is known, and pictures to work on."""

import threading
from collections.abc import Generator
from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from engine.messages import Hole, Image, Photo, Preview, Progress, Repair, Result
from engine.photo import files
from gui.boxes import bounds
from gui.main_window import MainWindow
from gui.scene import Scene

WAIT_MS = 10_000
"""How long a test waits for something that should take an instant."""


def gradient(height: int, width: int, dtype: type = np.uint8) -> Image:
    """Return a picture in which every pixel differs from its neighbours."""
    y, x = np.mgrid[:height, :width]
    top = np.iinfo(dtype).max
    image = np.stack([x * top // width, y * top // height, (3 * x + 5 * y) % 251], axis=2).astype(dtype)
    image.flags.writeable = False
    return image


def rectangle(height: int, width: int, top: int, left: int, bottom: int, right: int) -> Hole:
    """Return a hole with one rectangle marked."""
    hole = np.zeros((height, width), bool)
    hole[top:bottom, left:right] = True
    return hole


class DissolvingSession:
    """Fills a hole with grey noise that dies away over the steps, then with the photo's mean: no network.

    ``gate``: where given, each step waits until it is set, so that a test can act in the middle of a job.
    ``error``: where given, it is raised after the second step. ``closed``: set when a job has cleaned up.
    """

    def __init__(
        self, steps: int = 4, gate: threading.Event | None = None, error: Exception | None = None
    ) -> None:
        self.steps, self.gate, self.error = steps, gate, error
        self.taken = 0
        self.closed = threading.Event()

    def run(self, request: Repair) -> Generator[Progress, None, Result]:
        self.taken = 0
        self.closed.clear()
        try:
            top, left, bottom, right = box = bounds(request.hole)
            rng = np.random.default_rng(request.sampling.seed)
            whole = np.iinfo(request.image.dtype).max
            mean = int(request.image[~request.hole].mean() / whole * 255)
            for step in range(1, self.steps + 1):
                if self.gate is not None:
                    assert self.gate.wait(10)
                noise = rng.integers(-80, 80, (bottom - top, right - left, 3)) * (self.steps - step)
                estimate = np.clip(mean + noise // self.steps, 0, 255).astype(np.uint8)
                self.taken = step
                yield Progress("dissolving", step, self.steps, Preview(box, estimate))
                if step == 2 and self.error is not None:
                    raise self.error
            image = request.image.copy()
            image[request.hole] = mean * (whole // 255)
            return Result(image, request.hole, request.method, 7, 0.5, self.steps, ("none",), "cpu")
        finally:
            self.closed.set()


def write_plain(path: Path, image: Image) -> None:
    """Write a photo file without any metadata."""
    from engine.photo.files import write_photo

    write_photo(Photo(path, image), image, path)


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Open a photo file and wait for it."""
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        window.file_flow.open([path])


def shown_scene(window: MainWindow) -> Scene:
    """Return what the canvas shows."""
    scene = window.canvas._stage._now.scene
    assert scene is not None
    return scene


def do(window: MainWindow, name: str) -> None:
    """Do what the command of this name does."""
    window.commands[name].trigger()


def repair(qtbot: QtBot, window: MainWindow) -> None:
    """Repair and wait for the end."""
    with qtbot.waitSignal(window._engine.finished, timeout=WAIT_MS):
        do(window, "repair")


def read_photo(path: Path) -> Photo:
    return files.read_photo(path)


def mark(window: MainWindow, *box: int) -> None:
    height, width = window.document.hole.shape
    window.document.replace_hole(rectangle(height, width, *box) | window.document.hole.array)
