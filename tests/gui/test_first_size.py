"""A window opens no larger than its screen, frame and all."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui import batch_window, main_window
from gui.first_size import FRAME, first_size


@pytest.mark.parametrize("screen", [QSize(800, 600), QSize(1280, 800), QSize(1366, 728)])
def test_a_small_screen_holds_the_window_and_its_frame(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, screen: QSize
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: screen)
    window = QWidget()
    qtbot.addWidget(window)
    for part in (main_window, batch_window):
        size = first_size(window, part.FIRST_SIZE)
        assert (size + FRAME).boundedTo(screen) == size + FRAME
        assert part.SMALLEST_SIZE.boundedTo(size) == part.SMALLEST_SIZE


def test_a_large_screen_gives_what_was_wished(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(2560, 1400))
    window = QWidget()
    qtbot.addWidget(window)
    assert first_size(window, main_window.FIRST_SIZE) == main_window.FIRST_SIZE
