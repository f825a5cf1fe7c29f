"""Before and after side by side, and the grid of pixels."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.images import from_qimage
from gui.main_window import MainWindow
from gui.overlay import GRID_ZOOM
from tests.gui.pointer import drag
from tests.gui.support import do, rectangle

SHAPE = (120, 160)


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """A window with a mask, on which the photo is shown at its own size."""
    window.resize(1000, 700)
    window.document.replace_hole(rectangle(*SHAPE, 0, 0, 120, 160))
    window.canvas.zoom_to(1.0)
    QApplication.processEvents()
    return window


def shown(window: MainWindow) -> np.ndarray:
    """The photo's part of the canvas."""
    QApplication.sendEvent(window.canvas, QEvent(QEvent.Type.Leave))
    QApplication.processEvents()
    pixels, _ = from_qimage(window.canvas.grab().toImage())
    left, top = (round(side) for side in window.canvas.view.to_device((0, 0)))
    return pixels[top : top + SHAPE[0], left : left + SHAPE[1]]


def place_of(window: MainWindow, share: float) -> tuple[float, float]:
    """The place of the photo under a share of the canvas's width."""
    canvas = window.canvas
    return canvas.image_point(QPointF(share * canvas.width(), canvas.height() / 2))


def test_left_of_the_line_is_the_photo_as_it_was(window: MainWindow) -> None:
    original = window.document.original.image()
    do(window, "split")
    line = round(window.canvas.view.to_image((window.canvas.width() / 2, 0))[0])
    pixels = shown(window)
    assert np.array_equal(pixels[:, : line - 20], original[:, : line - 20])
    assert (pixels[:, line + 20 :] != original[:, line + 20 :]).any(axis=2).all()
    do(window, "split")
    assert (shown(window) != original).any(axis=2).all()


def test_the_line_is_moved_by_pointer_and_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    do(window, "split")
    drag(window.canvas, place_of(window, 0.5), place_of(window, 0.9))
    assert len(window.document.timeline.states) == 2  # nothing was painted
    assert np.array_equal(shown(window), window.document.original.image())
    drag(window.canvas, place_of(window, 0.9), place_of(window, -1))
    assert (shown(window)[20:] != window.document.original.image()[20:]).any(axis=2).all()
    window.canvas.setFocus()
    for _ in range(50):
        qtbot.keyClick(window.canvas, Qt.Key.Key_Right)
    assert np.array_equal(shown(window), window.document.original.image())
    qtbot.keyClick(window.canvas, Qt.Key.Key_Left)
    drag(window.canvas, place_of(window, 0.2), place_of(window, 0.3))
    assert window.canvas._stage.split.share == pytest.approx(0.98)  # only near the line it is held


def test_the_grid_is_drawn_between_large_pixels_alone(window: MainWindow) -> None:
    window.document.clear()
    canvas = window.canvas

    def grabbed() -> np.ndarray:
        QApplication.processEvents()
        return from_qimage(canvas.grab().toImage())[0].astype(int)

    for zoom, drawn in ((GRID_ZOOM / 2, False), (GRID_ZOOM, True)):
        canvas.zoom_to(zoom)
        with_grid = grabbed()
        do(window, "grid")
        differs = (with_grid != grabbed()).any(axis=2)
        do(window, "grid")
        left, top = (round(side) for side in canvas.view.to_device((80, 60)))
        pixel = differs[top : top + round(zoom), left : left + round(zoom)]
        assert pixel[0].any() == pixel[:, 0].any() == drawn
        assert not pixel[2:, 2:].any()
