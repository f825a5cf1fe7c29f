"""Photos and folders that are dropped, or chosen, to be repaired together."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from gui.batch_flow import chosen_from
from gui.batch_form import BatchForm, Chosen
from gui.main_window import MainWindow
from tests.gui.batches import Begin, plan
from tests.gui.support import WAIT_MS


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, action, button = QPointF(5, 5), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(place, action, data, button, Qt.KeyboardModifier.NoModifier))


def test_a_folder_dropped_on_the_editor_is_chosen(begin_batch: Begin, qtbot: QtBot, tmp_path: Path) -> None:
    batches = begin_batch(["a.png"])
    batches.flow.view.close()
    other = tmp_path / "album"
    other.mkdir()
    drop(batches.window, other)
    form = batches.flow.view.form
    qtbot.waitUntil(lambda: form.source.text() == str(other), timeout=WAIT_MS)
    assert batches.flow.view.isVisible()
    assert form.target.text() == f"{other}-repaired"


def test_the_welcome_view_leads_to_whole_folders(begin_batch: Begin) -> None:
    batches = begin_batch(["a.png"])
    batches.flow.view.close()
    batches.window.welcome._batch.click()
    assert batches.flow.view.isVisible()


def test_two_hundred_dropped_photos_are_a_batch_of_these_alone(begin_batch: Begin, qtbot: QtBot) -> None:
    names = [f"{number:03}.png" for number in range(12)]
    batches = begin_batch(names)
    source = Path(batches.flow.view.form.source.text())
    target = batches.flow.view.form.target.text()
    drop(batches.window, *[source / name for name in names[:11]])
    assert "11 photos" in batches.window.messages.text.replace("photo(s)", "photos")
    batches.window.messages._answers.itemAt(0).widget().click()
    form = batches.flow.view.form
    qtbot.waitUntil(lambda: form.only.isVisible(), timeout=WAIT_MS)
    form.target.set_text(target)
    plan(qtbot, batches)
    assert set(batches.states) == set(names[:11])


def test_other_photos_dropped_from_the_same_folder_are_planned_anew(begin_batch: Begin, qtbot: QtBot) -> None:
    batches = begin_batch(["a.png", "b.png"])
    form = batches.flow.view.form
    source, target = Path(form.source.text()), form.target.text()
    form.choose(Chosen(source, frozenset(["a.png"])))
    form.target.set_text(target)
    plan(qtbot, batches)
    assert batches.flow.view._start.isVisible()
    form.choose(Chosen(source, frozenset(["b.png"])))
    assert not batches.flow.view._start.isVisible()
    plan(qtbot, batches)
    assert batches.states == {"b.png": "waiting"}


def test_dropped_photos_of_several_folders_are_named_from_their_common_one(tmp_path: Path) -> None:
    paths = [tmp_path / "a" / "1.png", tmp_path / "b" / "2.png"]
    chosen = chosen_from(paths)
    assert (chosen.folder, chosen.only) == (tmp_path, {"a/1.png", "b/2.png"})
    assert chosen_from([paths[0]]).only == {"1.png"}
    assert chosen_from([tmp_path]).folder == tmp_path
    assert chosen_from([tmp_path]).only is None


def test_what_was_entered_is_remembered(begin_batch: Begin, qtbot: QtBot, tmp_path: Path) -> None:
    batches = begin_batch(["a.png"])
    form = batches.flow.view.form
    form.target.set_text(str(tmp_path / "elsewhere"))
    form.recursive.setChecked(True)
    form.sensitivity.setValue(9)
    form.clean.setCurrentIndex(form.clean.findData("skip"))
    form.restart.setChecked(True)
    plan(qtbot, batches)
    settings = batches.window._settings
    assert settings.batch_target == str(tmp_path / "elsewhere")
    again = BatchForm(batches.window.method, settings, finds_damage=True)
    qtbot.addWidget(again)
    assert again.recursive.isChecked()
    assert (again.sensitivity.value(), again.clean.currentData()) == (9, "skip")
    assert not again.restart.isChecked()
