"""Opening, saving and leaving, with real files."""

import errno
import os
import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from engine.messages import Photo
from engine.photo.files import read_mask, read_photo
from gui.file_flow import ask_where
from gui.main_window import MainWindow
from gui.settings import Settings
from tests.gui.support import WAIT_MS, DissolvingSession, do, gradient, opened, rectangle, repair, write_plain

Buttons = QMessageBox.StandardButton


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[Path]:
    """Choose a path in the next file dialogs; returns what those for saving proposed."""
    proposals: list[Path] = []

    def where(_window: object, _title: str, proposed: Path, _kinds: str) -> Path | None:
        proposals.append(proposed)
        return path

    monkeypatch.setattr("gui.file_flow.ask_where", where)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path or ""), ""))
    return proposals


def test_a_photo_named_on_the_command_line_is_opened(make_window, qtbot: QtBot, photo_file: Path) -> None:
    window = make_window()
    opened(qtbot, window, photo_file)
    assert window.canvas.isVisible()
    assert np.array_equal(window.document.picture.image(), gradient(120, 160))
    assert window.windowTitle().startswith("grandfather.png")
    assert window._settings.recent == [str(photo_file)]


def test_a_photo_chosen_in_the_dialog_is_opened(
    make_window, qtbot: QtBot, photo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    choose(monkeypatch, photo_file)
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        do(window, "open")


def test_the_sample_and_recent_photos_are_one_click_away(make_window, qtbot: QtBot, photo_file: Path) -> None:
    window = make_window(Settings(recent=[str(photo_file)]), sample_photo=photo_file)
    assert window.welcome._sample.isVisible()
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        window.welcome._sample.click()
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        window._recent.actions()[0].trigger()


@pytest.mark.parametrize("content", [b"", b"not a photo", b"\x89PNG\r\n\x1a\n cut short"])
def test_a_file_that_is_no_photo_is_said_with_its_name(
    make_window, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    window = make_window()
    path = tmp_path / "broken.png"
    path.write_bytes(content)
    with qtbot.waitSignal(window._files.failed, timeout=WAIT_MS):
        window.file_flow.open([path])
    assert "broken.png" in window.messages.text
    assert not window.document.is_open


# Saving


def test_the_first_save_proposes_a_free_name_and_the_next_ones_reuse_it(
    make_window, qtbot: QtBot, photo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = photo_file.read_bytes()
    window = make_window()
    opened(qtbot, window, photo_file)
    window.document.replace_hole(rectangle(120, 160, 40, 50, 60, 90))
    repair(qtbot, window)
    target = photo_file.with_name("mended.png")
    proposals = choose(monkeypatch, target)
    with qtbot.waitSignal(window._files.saved, timeout=WAIT_MS):
        do(window, "save")
    assert proposals == [photo_file.with_name("grandfather-repaired.png")]
    assert np.array_equal(read_photo(target).image, window.document.picture.image())
    assert not window.isWindowModified()
    assert "mended.png" in window.messages.text

    window.document.replace_hole(rectangle(120, 160, 0, 0, 9, 9))
    repair(qtbot, window)
    with qtbot.waitSignal(window._files.saved, timeout=WAIT_MS):
        do(window, "save")
    assert len(proposals) == 1
    assert np.array_equal(read_photo(target).image, window.document.picture.image())
    assert photo_file.read_bytes() == source


def test_a_photo_saved_while_the_next_one_opens_gives_that_neither_its_name_nor_its_state(
    make_window, qtbot: QtBot, photo_file: Path, monkeypatch: pytest.MonkeyPatch, questions: list[Buttons]
) -> None:
    gate = threading.Event()
    gate.set()

    def read(path: Path) -> Photo:
        assert gate.wait(10)
        return read_photo(path)

    window = make_window(read_photo=read)
    opened(qtbot, window, photo_file)
    target, other = photo_file.with_name("mended.png"), photo_file.with_name("aunt.png")
    write_plain(other, gradient(120, 160)[::-1])
    proposals = choose(monkeypatch, target)
    with qtbot.waitSignal(window._files.saved, timeout=WAIT_MS):
        do(window, "save")
    gate.clear()
    window.file_flow.open([other])
    do(window, "save")
    with qtbot.waitSignals([window.document.opened, window._files.saved], timeout=WAIT_MS):
        gate.set()
    assert window.document.picture_is_saved
    choose(monkeypatch, photo_file.with_name("mended aunt.png"))
    with qtbot.waitSignal(window._files.saved, timeout=WAIT_MS):
        do(window, "save")
    assert proposals == [photo_file.with_name("grandfather-repaired.png")]
    assert np.array_equal(read_photo(target).image, gradient(120, 160))


def test_no_name_is_asked_for_once_another_photo_is_open(
    make_window, qtbot: QtBot, photo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    opened(qtbot, window, photo_file)
    other = photo_file.with_name("aunt.png")
    write_plain(other, gradient(120, 160)[::-1])
    proposals = choose(monkeypatch, None)
    window.file_flow.open([other])
    do(window, "save")
    qtbot.waitSignal(window._files.suggested, timeout=WAIT_MS).wait()
    assert proposals == []


@pytest.mark.qt_log_ignore("propagateSizeHints")  # what dialogs make the offscreen platform say
def test_a_name_without_an_ending_gets_one_before_replacing_is_asked_about(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "mended.png").write_bytes(b"precious")
    asked: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QMessageBox):
            asked.append(dialog.text())
            dialog.button(Buttons.No).click()
        elif asked:
            assert isinstance(dialog, QFileDialog)
            dialog.reject()
        else:
            assert isinstance(dialog, QFileDialog)
            dialog.findChild(QLineEdit).setText("mended")
            QTimer.singleShot(50, answer)
            QTimer.singleShot(150, answer)
            dialog.accept()

    QTimer.singleShot(50, answer)
    assert ask_where(window, "Save", tmp_path / "photo.png", "PNG (*.png)") is None
    assert len(asked) == 1
    assert "mended.png" in asked[0]


def test_a_target_that_cannot_be_written_is_said_and_the_photo_stays_unsaved(
    make_window, qtbot: QtBot, photo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    opened(qtbot, window, photo_file)
    window.document.replace_hole(rectangle(120, 160, 40, 50, 60, 90))
    repair(qtbot, window)
    choose(monkeypatch, photo_file.with_name("nowhere") / "mended.png")
    with qtbot.waitSignal(window._files.failed, timeout=WAIT_MS):
        do(window, "save")
    assert "mended.png" in window.messages.text
    assert window.isWindowModified()


def test_a_full_disk_is_said_in_one_sentence_and_the_photo_stays_unsaved(
    window: MainWindow, qtbot: QtBot, photo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.document.replace_hole(rectangle(120, 160, 40, 50, 60, 90))
    repair(qtbot, window)
    before = photo_file.read_bytes()
    choose(monkeypatch, photo_file.with_name("mended.png"))

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with qtbot.waitSignal(window._files.failed, timeout=WAIT_MS):
        do(window, "save")
    assert "the disk is full: free some space or choose another place" in window.messages.text
    assert "mended.png" in window.messages.text
    assert window.isWindowModified()
    assert [file.name for file in photo_file.parent.glob("*.png*")] == [photo_file.name]
    assert photo_file.read_bytes() == before


def test_masks_go_out_and_come_back(
    make_window, qtbot: QtBot, photo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    opened(qtbot, window, photo_file)
    hole = rectangle(120, 160, 40, 50, 60, 90)
    window.document.replace_hole(hole)
    choose(monkeypatch, photo_file.with_name("mask.png"))
    with qtbot.waitSignal(window._files.mask_written, timeout=WAIT_MS):
        do(window, "export_mask")
    assert np.array_equal(read_mask(photo_file.with_name("mask.png"), (120, 160)), hole)
    do(window, "clear")
    with qtbot.waitSignal(window._files.mask_read, timeout=WAIT_MS):
        do(window, "import_mask")
    assert np.array_equal(window.document.hole.array, hole)
    do(window, "undo")
    assert window.document.hole.is_empty()


def test_what_is_painted_while_a_mask_is_written_is_not_on_disk(
    marked: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    choose(monkeypatch, tmp_path / "mask.png")
    marked._files._background.submit(lambda: gate.wait(10), lambda _: None, pytest.fail)
    do(marked, "export_mask")
    marked.document.replace_hole(rectangle(120, 160, 0, 0, 9, 9))
    with qtbot.waitSignal(marked._files.mask_written, timeout=WAIT_MS):
        gate.set()
    assert not marked.document.mask_is_saved
    with qtbot.waitSignal(marked._files.mask_written, timeout=WAIT_MS):
        do(marked, "export_mask")
    assert marked.document.mask_is_saved


def test_a_mask_of_another_size_is_said_and_changes_nothing(
    make_window, qtbot: QtBot, photo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    opened(qtbot, window, photo_file)
    other = photo_file.with_name("other.png")
    write_plain(other, gradient(20, 30))
    choose(monkeypatch, other)
    with qtbot.waitSignal(window._files.failed, timeout=WAIT_MS):
        do(window, "import_mask")
    assert "other.png" in window.messages.text
    assert window.document.hole.is_empty()


# Leaving


def test_unsaved_changes_are_asked_about_once(
    marked: MainWindow,
    qtbot: QtBot,
    questions: list[Buttons],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    repair(qtbot, marked)
    questions.append(Buttons.Cancel)
    assert not marked.close()
    assert marked.isVisible()
    assert not questions
    choose(monkeypatch, None)
    questions.append(Buttons.Save)
    assert not marked.close()
    qtbot.wait(50)
    assert marked.isVisible(), "the dialog was left without a name"
    choose(monkeypatch, tmp_path / "mended.png")
    questions.append(Buttons.Save)
    marked.close()
    qtbot.waitUntil(lambda: not marked.isVisible(), timeout=WAIT_MS)
    assert (tmp_path / "mended.png").exists()


def test_a_mask_painted_after_the_repair_is_asked_about_once_that_is_saved(
    marked: MainWindow,
    qtbot: QtBot,
    questions: list[Buttons],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    repair(qtbot, marked)
    marked.document.replace_hole(rectangle(120, 160, 0, 0, 9, 9))
    choose(monkeypatch, tmp_path / "mended.png")
    questions += [Buttons.Save, Buttons.Cancel]
    assert not marked.close()
    qtbot.waitUntil(lambda: not questions, timeout=WAIT_MS)
    assert (tmp_path / "mended.png").exists()
    assert marked.isVisible()
    assert not marked.document.hole.is_empty()


def test_a_painted_mask_is_not_thrown_away_without_a_word(
    marked: MainWindow, questions: list[Buttons]
) -> None:
    questions.append(Buttons.Cancel)
    assert not marked.close()
    questions.append(Buttons.Discard)
    assert marked.close()


def test_nothing_to_lose_nothing_to_ask(window: MainWindow) -> None:
    assert window.close()


def test_opening_another_photo_asks_as_well(
    marked: MainWindow, qtbot: QtBot, questions: list[Buttons], photo_file: Path
) -> None:
    questions.append(Buttons.Cancel)
    marked.file_flow.open([photo_file])
    questions.append(Buttons.Discard)
    with qtbot.waitSignal(marked.document.opened, timeout=WAIT_MS):
        marked.file_flow.open([photo_file])
    assert not questions


def test_closing_while_a_repair_runs_ends_it(
    marked: MainWindow, questions: list[Buttons], qtbot: QtBot
) -> None:
    session = DissolvingSession(steps=10**6)
    marked._engine._session = session
    with qtbot.waitSignal(marked._engine.progress, timeout=WAIT_MS):
        do(marked, "repair")
    questions.append(Buttons.Discard)
    assert marked.close()
    assert session.closed.is_set()
    assert not marked._engine.busy


def test_what_takes_long_is_mentioned_until_it_is_done(make_window, qtbot: QtBot, photo_file: Path) -> None:
    gate = threading.Event()

    def read(path: Path) -> Photo:
        assert gate.wait(10)
        return read_photo(path)

    window = make_window(read_photo=read)
    window.file_flow.open([photo_file])
    qtbot.waitUntil(lambda: window.messages.text == "Opening grandfather.png…", timeout=WAIT_MS)
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        gate.set()
    assert window.messages.text == ""
