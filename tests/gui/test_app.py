"""The editor's start, as a whole."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import app
from gui.app import Services, run_editor
from gui.main_window import MainWindow


def test_damaged_settings_are_said_in_the_window_and_kept_beside_it(
    services: Services, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "settings.json"
    place.write_text("{ damaged")
    said = []

    def look(_application: QApplication) -> int:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                said.append(window.messages.text)
                window.close()
        return 0

    monkeypatch.setattr(app, "settings_path", lambda: place)
    monkeypatch.setattr(app, "sessions_path", lambda: tmp_path / "sessions")
    monkeypatch.setattr(app, "SETTLED_MS", 10**9)  # nothing is prepared for later
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(QApplication, "exec", look)
    for expected in ("settings.json.bad", ""):
        assert run_editor(services, []) == 0
        assert expected in said[-1]
        assert bool(expected) == bool(said[-1])
    assert len(said) == 2
    assert place.with_name("settings.json.bad").read_text() == "{ damaged"
