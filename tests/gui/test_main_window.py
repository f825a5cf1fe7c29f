"""The whole window, with real files: from opening to saving, and what happens in between."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from engine.photo.files import read_mask, read_photo, write_photo
from gui.commands import COMMANDS
from gui.help import keys_table
from gui.images import to_qimage
from gui.main_window import MainWindow
from gui.settings import Settings
from tests.gui.support import DissolvingSession, gradient, rectangle

WAIT_MS = 10_000
Buttons = QMessageBox.StandardButton


@pytest.fixture
def photo_file(tmp_path: Path) -> Path:
    path = tmp_path / "grandfather.png"
    write_plain(path, gradient(120, 160))
    return path


def write_plain(path: Path, image: np.ndarray) -> None:
    from engine.messages import Photo

    write_photo(Photo(path, image), image, path)


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        window.file_flow.open([path])


def do(window: MainWindow, name: str) -> None:
    window.commands[name].trigger()


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> list[str]:
    """Choose a path in the next file dialogs; returns what they proposed."""
    proposals: list[str] = []

    def dialog(_parent: object, _title: str, proposed: str, *_: object) -> tuple[str, str]:
        proposals.append(proposed)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", dialog)
    return proposals


def repair(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window._engine.finished, timeout=WAIT_MS):
        do(window, "repair")


# Opening


def test_before_a_photo_is_open_only_opening_is_offered(make_window: Callable[..., MainWindow]) -> None:
    window = make_window()
    assert window.welcome.isVisible()
    assert not window.canvas.isVisible()
    enabled = {command.name for command in COMMANDS if window.commands[command.name].isEnabled()}
    assert enabled == {"open", "paste", "quit", "keys", "about"}


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


def drop(window: MainWindow, data: QMimeData) -> bool:
    """Drag data over the window and drop it; return whether it was wanted."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none)
        QApplication.sendEvent(window, event)
    return enter.isAccepted()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_dropped_photo_is_opened(make_window, qtbot: QtBot, photo_file: Path) -> None:
    window = make_window()
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        assert drop(window, files(photo_file))


def test_of_several_dropped_photos_the_first_is_opened_and_it_is_said(
    make_window, qtbot: QtBot, photo_file: Path
) -> None:
    window = make_window()
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        drop(window, files(photo_file, photo_file, photo_file))
    assert window.messages.text == "One photo at a time: grandfather.png is opened, 2 are not."


def test_what_is_no_photo_is_not_taken(make_window, qtbot: QtBot) -> None:
    window = make_window()
    data = QMimeData()
    data.setText("hello")
    assert not drop(window, data)


def test_an_image_in_the_clipboard_is_pasted_with_its_transparency(make_window, qtbot: QtBot) -> None:
    window = make_window()
    image = to_qimage(gradient(40, 50)).convertToFormat(QImage.Format.Format_ARGB32)
    image.setPixelColor(3, 4, Qt.GlobalColor.transparent)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        do(window, "paste")
    photo = window.document.photo
    assert photo is not None
    assert photo.alpha is not None
    assert photo.alpha[4, 3] == 0
    assert np.array_equal(photo.image[10:], gradient(40, 50)[10:])
    assert window._settings.recent == []


def test_a_copied_file_is_pasted(make_window, qtbot: QtBot, photo_file: Path) -> None:
    window = make_window()
    QGuiApplication.clipboard().setMimeData(files(photo_file))
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        do(window, "paste")
    assert window.document.photo is not None
    assert window.document.photo.path == photo_file


def test_a_clipboard_without_a_photo_is_said(make_window) -> None:
    window = make_window()
    QGuiApplication.clipboard().setText("no photo")
    do(window, "paste")
    assert "no photo in the clipboard" in window.messages.text


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


# Repairing


def test_a_repair_is_shown_while_it_goes_on_and_can_be_looked_at_again(
    marked: MainWindow, qtbot: QtBot
) -> None:
    gate = threading.Event()
    marked._engine._session = DissolvingSession(steps=5, gate=gate)
    do(marked, "repair")
    assert marked.steps.isVisible()
    assert not marked.commands["repair"].isEnabled()
    assert marked._repair.text() == "Cancel"
    gate.set()
    qtbot.waitUntil(lambda: len(marked.document.timeline.states) == 3, timeout=WAIT_MS)
    assert marked.commands["repair"].isEnabled()
    assert marked._repair.text() == "Repair"
    assert "seed 7" in marked.steps._stage.text()

    film = marked.steps.strip
    first = film.frame_at(0)
    assert first is not None
    film.choose(first)
    assert marked.canvas._scene is not None
    assert marked.canvas._scene.picture is first.picture
    assert "step 1 of 5" in marked.steps._stage.text()
    do(marked, "cancel")
    assert marked.canvas._scene.picture is marked.document.picture


def test_the_arrow_keys_run_through_the_steps(marked: MainWindow, qtbot: QtBot) -> None:
    marked._engine._session = DissolvingSession(steps=30, gate=slow_gate())
    repair(qtbot, marked)
    strip, frames = marked.steps.strip, marked.steps._film.frames
    assert len(frames) > 2
    for key, index in (
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_End, -1),
        (Qt.Key.Key_Left, -2),
    ):
        qtbot.keyClick(strip, key)
        assert strip.current is frames[index]


def slow_gate() -> threading.Event:
    """A gate that lets a step pass every 20 ms."""

    class Gate(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            time.sleep(0.02)
            return True

    return Gate()


def test_the_repaired_photo_is_a_state_to_go_back_from(marked: MainWindow, qtbot: QtBot) -> None:
    before = marked.document.picture
    repair(qtbot, marked)
    assert marked.history._list.count() == 3
    assert marked.isWindowModified()
    marked.history._list.setCurrentRow(1)
    assert marked.document.picture is before
    assert not marked.isWindowModified()
    do(marked, "redo")
    assert marked.document.picture is not before
    assert marked.history._list.currentRow() == 2


def test_nothing_marked_is_said_without_starting_anything(window: MainWindow) -> None:
    do(window, "repair")
    assert "paint over the damage first" in window.messages.text
    assert not window._engine.busy


def test_everything_marked_is_said(window: MainWindow, qtbot: QtBot) -> None:
    window.document.invert()
    with qtbot.waitSignal(window._engine.failed, timeout=WAIT_MS):
        do(window, "repair")
    assert "covers the whole photo" in window.messages.text
    assert not window.document.locked


def test_settings_that_contradict_each_other_are_said(marked: MainWindow) -> None:
    marked.method._steps.setValue(3)
    marked.method._jump_length.setValue(9)
    do(marked, "repair")
    assert "jump length" in marked.messages.text
    assert not marked._engine.busy


def test_the_fields_are_the_request_s_own(window: MainWindow) -> None:
    from engine.messages import Sampling

    sampling = Sampling(20, "dpm++", "x_t", 700, 16, 50, (5, 3), 0.5, 42)
    window.method.set_sampling(sampling)
    assert window.method.sampling() == sampling
    window.method.reset()
    assert window.method.sampling() == Sampling()


def test_escape_cancels_and_leaves_everything_as_it_was(marked: MainWindow, qtbot: QtBot) -> None:
    gate = threading.Event()
    marked._engine._session = session = DissolvingSession(steps=1000, gate=gate)
    picture, hole = marked.document.picture, marked.document.hole.frozen()
    do(marked, "repair")
    do(marked, "cancel")
    with qtbot.waitSignal(marked._engine.cancelled, timeout=WAIT_MS):
        gate.set()
    assert session.taken <= 1
    assert marked.document.picture is picture
    assert np.array_equal(marked.document.hole.array, hole)
    assert "cancelled" in marked.messages.text


def test_a_failed_repair_is_said_and_leaves_everything_as_it_was(marked: MainWindow, qtbot: QtBot) -> None:
    marked._engine._session = DissolvingSession(error=RuntimeError("CUDA out of memory"))
    picture = marked.document.picture
    with qtbot.waitSignal(marked._engine.failed, timeout=WAIT_MS):
        do(marked, "repair")
    assert "not enough memory" in marked.messages.text
    assert marked.document.picture is picture
    assert marked.canvas._frame is None


def test_painting_goes_on_during_a_repair_and_opening_does_not(
    marked: MainWindow, qtbot: QtBot, photo_file: Path
) -> None:
    gate = threading.Event()
    marked._engine._session = DissolvingSession(gate=gate)
    do(marked, "repair")
    painter = marked.canvas.painter
    painter.press((10, 100))
    painter.move((60, 100))
    marked.file_flow.open([photo_file])
    assert "A repair is running" in marked.messages.text
    with qtbot.waitSignal(marked._engine.finished, timeout=WAIT_MS):
        gate.set()
    painter.move((90, 100))
    painter.release()
    assert marked.document.hole.array[100, 10:90].all()
    assert not marked.document.hole.array[40:60].any()
    assert [s.label for s in marked.document.timeline.states[2:]] == ["Brush", "Repair", "Brush"]


def test_undo_waits_for_the_end_of_a_stroke(window: MainWindow) -> None:
    window.canvas.painter.press((10, 10))
    window.canvas.painter.release()
    window.canvas.painter.press((50, 50))
    do(window, "undo")
    window.canvas.painter.release()
    assert len(window.document.timeline.states) == 3


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
    assert proposals == [str(photo_file.with_name("grandfather-repaired.png"))]
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


def test_a_name_without_an_ending_gets_the_photo_s(
    make_window, qtbot: QtBot, photo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    opened(qtbot, window, photo_file)
    choose(monkeypatch, photo_file.with_name("mended"))
    with qtbot.waitSignal(window._files.saved, timeout=WAIT_MS):
        do(window, "save_as")
    assert photo_file.with_name("mended.png").exists()


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
    choose(monkeypatch, "")
    questions.append(Buttons.Save)
    assert not marked.close()
    qtbot.wait(50)
    assert marked.isVisible(), "the dialog was left without a name"
    choose(monkeypatch, tmp_path / "mended.png")
    questions.append(Buttons.Save)
    marked.close()
    qtbot.waitUntil(lambda: not marked.isVisible(), timeout=WAIT_MS)
    assert (tmp_path / "mended.png").exists()


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


# Look and help


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
    assert not window.canvas.mask_shown
