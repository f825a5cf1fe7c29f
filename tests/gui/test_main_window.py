"""The window around the photo: what it offers, says, remembers and looks like."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.messages import Sampling
from gui.commands import COMMANDS
from gui.help import keys_table
from gui.main_window import MainWindow
from tests.gui.support import WAIT_MS, do


def test_before_a_photo_is_open_only_opening_is_offered(make_window: Callable[..., MainWindow]) -> None:
    window = make_window()
    assert window.welcome.isVisible()
    assert not window.canvas.isVisible()
    enabled = {command.name for command in COMMANDS if window.commands[command.name].isEnabled()}
    assert enabled == {"open", "paste", "batch", "models", "settings", "quit", "keys", "about"}


def test_details_of_a_failure_are_shown_on_demand(make_window, qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window()
    with qtbot.waitSignal(window._files.failed, timeout=WAIT_MS):
        window.file_flow.open([tmp_path / "missing.png"])
    bar = window.messages
    assert not bar._detail.isVisible()
    bar._more.click()
    assert bar._detail.isVisible()
    assert "Traceback" in bar._detail.toPlainText()
    bar._close.click()
    assert bar.text == ""


def test_good_news_goes_by_itself(make_window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = make_window()
    window.messages._timer.setInterval(1)
    window.messages.inform("Saved.")
    assert window.messages.text == "Saved."
    qtbot.waitUntil(lambda: window.messages.text == "", timeout=WAIT_MS)
    window.messages.warn("Not saved.")
    qtbot.wait(20)
    assert window.messages.text == "Not saved."


def test_the_fields_are_the_request_s_own(window: MainWindow) -> None:
    sampling = Sampling(20, "100,50", "dpm++", "x_t", 700, 16, 50, (5, 3), 0.5, 42)
    window.method.set_sampling(sampling)
    assert window.method.sampling() == sampling
    window.method.reset()
    assert window.method.sampling() == Sampling()


def test_undo_waits_for_the_end_of_a_stroke(window: MainWindow) -> None:
    window.canvas.painter.press((10, 10))
    window.canvas.painter.release()
    window.canvas.painter.press((50, 50))
    do(window, "undo")
    window.canvas.painter.release()
    assert len(window.document.timeline.states) == 3


def test_all_themes_can_be_put_on(window: MainWindow) -> None:
    for theme in ("dark", "light", "system"):
        window._set_theme(theme)
        assert window._settings.theme == theme
        assert not window.commands["open"].icon().isNull()


def test_no_two_commands_share_a_key() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_the_help_lists_every_key() -> None:
    table = keys_table()
    for command in COMMANDS:
        if command.keys:
            assert command.text.rstrip("…") in table


def test_brush_keys_work_while_the_photo_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    window.canvas.setFocus()
    for key, name in ((Qt.Key.Key_E, "eraser"), (Qt.Key.Key_B, "brush"), (Qt.Key.Key_X, "eraser")):
        qtbot.keyClick(window.canvas, key)
        assert window.toolbox.tool == name
    size = window.toolbox.brush_px
    qtbot.keyClick(window.canvas, Qt.Key.Key_BracketRight)
    assert window.toolbox.brush_px > size
    qtbot.keyClick(window.canvas, Qt.Key.Key_M)
    assert not window.canvas._stage.mask_shown
