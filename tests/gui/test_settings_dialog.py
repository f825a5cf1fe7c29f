"""The settings dialog, and what follows from it."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gui.commands import COMMANDS
from gui.device_choice import DeviceChoice
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.settings_dialog import SettingsDialog
from tests.gui.support import WAIT_MS, DissolvingSession, do, repair


def test_the_dialog_shows_the_settings_and_gives_them_back(qtbot: QtBot) -> None:
    settings = Settings(theme="dark", recent=["a"], history_mb=1024, device="cpu", method="erase")
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    assert dialog.settings() == settings
    dialog.history_mb.setValue(640)
    dialog.theme.setCurrentIndex(dialog.theme.findData("light"))
    assert (dialog.settings().history_mb, dialog.settings().theme) == (640, "light")
    assert settings.theme == "dark"


def test_a_usual_method_that_is_an_experiment_stays_chosen(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings(method="erode"))
    qtbot.addWidget(dialog)
    assert dialog.settings().method == "erode"
    assert dialog.method.count() == 3


def answered(monkeypatch: pytest.MonkeyPatch, accepted: bool) -> None:
    """Have the dialog closed with another choice everywhere."""

    def exec(dialog: SettingsDialog) -> QDialog.DialogCode:
        choices = {dialog.device: "cuda", dialog.method: "erase", dialog.theme: "dark", dialog.language: "hi"}
        for box, value in choices.items():
            box.setCurrentIndex(box.findData(value))
        dialog.history_mb.setValue(100)
        return QDialog.DialogCode.Accepted if accepted else QDialog.DialogCode.Rejected

    monkeypatch.setattr(SettingsDialog, "exec", exec)


def test_what_was_changed_holds_at_once(
    marked: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = []
    marked._engine._load_session = lambda: loaded.append(marked._settings.device) or DissolvingSession()
    repair(qtbot, marked)
    answered(monkeypatch, accepted=True)
    with qtbot.waitSignal(marked.settings_changed):
        do(marked, "settings")
    settings = marked._settings
    assert (settings.device, settings.method, settings.theme) == ("cuda", "erase", "dark")
    assert (settings.history_mb, settings.language) == (100, "hi")
    assert marked.method.method == "erase"
    assert marked._themes["dark"].isChecked()
    do(marked, "undo")
    repair(qtbot, marked)
    assert loaded == ["auto", "cuda"]
    marked._set_theme("system")


def test_giving_up_changes_nothing(marked: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    answered(monkeypatch, accepted=False)
    do(marked, "settings")
    assert marked._settings == Settings(brush_px=marked._settings.brush_px)


def test_the_usual_method_is_chosen_at_the_start(make_window) -> None:
    assert make_window(Settings(method="erase")).method.method == "erase"
    assert make_window(Settings(method="erode")).method.method == "erode"


def test_every_field_says_what_it_does(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings())
    qtbot.addWidget(dialog)
    for field in (dialog.device, dialog.history_mb, dialog.method, dialog.theme):
        assert field.accessibleDescription()


def test_absent_devices_cannot_be_chosen(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings(device="cuda"))
    qtbot.addWidget(dialog)
    assert dialog.settings().device == "cuda"
    dialog.offer_devices(("cpu", "mps"))
    rows = [dialog.device.model().item(row) for row in range(dialog.device.count())]
    assert [row.isEnabled() for row in rows] == [True, True, False, True]
    assert [row.text().endswith("not found here") for row in rows] == [False, False, True, False]
    assert dialog.settings().device == "auto"


def test_the_engine_is_asked_when_the_settings_are_opened(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = []

    def exec(dialog: SettingsDialog) -> QDialog.DialogCode:
        with qtbot.waitSignal(window._engine.devices_told, timeout=WAIT_MS):
            pass
        chosen.append(dialog.settings().device)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(SettingsDialog, "exec", exec)
    window._settings.device = "cuda"
    window._engine._list_devices = lambda: ("cpu",)
    do(window, "settings")
    assert chosen == ["auto"]
    assert window._settings.device == "auto"


def test_an_absent_device_gives_way_to_the_best_and_that_is_said_once(
    marked: MainWindow, qtbot: QtBot
) -> None:
    settings, loaded, told = Settings(device="cuda"), [], []
    choice = DeviceChoice(
        settings, lambda name: loaded.append(name) or DissolvingSession(), lambda: ("mps", "cpu")
    )
    choice.fell_back.connect(told.append)
    marked._engine._load_session = choice.load_session
    repair(qtbot, marked)
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    assert "NVIDIA graphics card (CUDA) is not to be found here" in told[0]
    assert settings.device == "auto"
    marked._engine.reload()
    do(marked, "undo")
    repair(qtbot, marked)
    settings.device = "mps"
    marked._engine.reload()
    do(marked, "undo")
    repair(qtbot, marked)
    assert loaded == ["auto", "auto", "mps"]
    assert len(told) == 1


def test_the_keys_are_shown_for_f1_and_question_mark() -> None:
    (keys,) = (command for command in COMMANDS if command.name == "keys")
    assert keys.keys == ("F1", "?")
