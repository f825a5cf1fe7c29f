"""Repairs in the window: watched, cancelled, failed, looked at again; and once with the real engine."""

import gc
import threading
import time
import weakref
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from engine.messages import Photo, Sampling
from gui.main_window import MainWindow
from gui.picture import Picture
from tests.gui.support import (
    WAIT_MS,
    DissolvingSession,
    do,
    gradient,
    mark,
    opened,
    rectangle,
    repair,
    shown_scene,
    write_plain,
)


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
    assert shown_scene(marked).picture is first.picture
    assert "step 1 of 5" in marked.steps._stage.text()
    do(marked, "cancel")
    assert shown_scene(marked).picture is marked.document.picture


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


def test_the_photo_before_is_let_go_of_with_all_that_was_done_to_it(
    make_window, qtbot: QtBot, photo_file: Path, tmp_path: Path, questions: list[QMessageBox.StandardButton]
) -> None:
    window, other = make_window(), tmp_path / "other.png"
    questions.append(QMessageBox.StandardButton.Discard)
    write_plain(other, gradient(60, 80))
    opened(qtbot, window, photo_file)
    mark(window, 40, 50, 60, 90)
    repair(qtbot, window)
    assert window.steps._film.frames
    document = window.document
    held = [weakref.ref(thing) for thing in (document.photo, document.original.bases[0], document.picture)]
    opened(qtbot, window, other)
    gc.collect()
    assert [thing() for thing in held] == [None] * 3


def test_closed_steps_are_forgotten(marked: MainWindow, qtbot: QtBot) -> None:
    repair(qtbot, marked)
    step = weakref.ref(marked.steps._film.frames[0])
    marked.steps._close.click()
    gc.collect()
    assert step() is None


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
    marked.method.set_sampling(Sampling(steps=9, jumps=(9, 2)))
    marked.method.knobs.fields["steps"].write(3)
    assert "jump length" in marked.method.knobs.complaint
    do(marked, "repair")
    assert "jump length" in marked.messages.text
    assert not marked._engine.busy


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
    assert marked.canvas._stage.frame is None


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


def test_a_photo_that_opens_during_a_repair_ends_it(marked: MainWindow, qtbot: QtBot) -> None:
    """It was asked for before the repair began, and took long to read."""
    gate = threading.Event()
    marked._engine._session = DissolvingSession(steps=2, gate=gate)
    do(marked, "repair")
    other = gradient(50, 60)
    marked.document.open(Photo(Path("other.png"), other), Picture.of(other))
    gate.set()
    qtbot.waitUntil(lambda: not marked._engine.busy, timeout=WAIT_MS)
    assert len(marked.document.timeline.states) == 1
    assert not marked.document.locked
    assert marked.canvas._stage.frame is None


def test_a_repair_that_is_done_just_as_another_photo_opens_is_dropped(
    marked: MainWindow, qtbot: QtBot
) -> None:
    session = DissolvingSession()
    marked._engine._session = session
    do(marked, "repair")
    assert session.closed.wait(10)
    time.sleep(0.1)  # its end is on its way to the window
    other = gradient(50, 60)
    marked.document.open(Photo(Path("other.png"), other), Picture.of(other))
    qtbot.waitUntil(lambda: not marked._engine.busy, timeout=WAIT_MS)
    assert len(marked.document.timeline.states) == 1


# The real engine


@pytest.fixture
def real_window(make_window, qtbot: QtBot, photo_file: Path, tiny_model: Path) -> MainWindow:
    """A window with the real engine, a photo open and a rectangle of it marked."""
    from engine.session import Session

    window = make_window(load_session=lambda _: Session("cpu"))
    opened(qtbot, window, photo_file)
    window.document.replace_hole(rectangle(120, 160, 40, 50, 60, 90))
    window.method.models.choose("prior", str(tiny_model))
    return window


def test_the_engine_s_own_repair_changes_the_hole_alone(real_window: MainWindow, qtbot: QtBot) -> None:
    hole = real_window.document.hole.frozen()
    real_window.method.set_sampling(Sampling(seed=5))
    repair(qtbot, real_window)
    image = real_window.document.picture.image()
    assert np.array_equal(image[~hole], gradient(120, 160)[~hole])
    assert (image[hole] != gradient(120, 160)[hole]).any()
    assert real_window.steps._film.frames
    assert "seed 5" in real_window.document.timeline.states[-1].facts


def test_the_engine_s_own_repair_can_be_cancelled(real_window: MainWindow, qtbot: QtBot) -> None:
    real_window.method.set_sampling(Sampling(steps=1000))
    with qtbot.waitSignal(real_window._engine.progress, timeout=WAIT_MS):
        do(real_window, "repair")
    with qtbot.waitSignal(real_window._engine.cancelled, timeout=WAIT_MS):
        do(real_window, "cancel")
    assert real_window.document.picture is real_window.document.original


def test_a_model_that_is_none_is_said_with_its_name(
    real_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "holiday.safetensors"
    path.write_bytes(b"not a model")
    real_window.method.models.choose("prior", str(path))
    with qtbot.waitSignal(real_window._engine.failed, timeout=WAIT_MS):
        do(real_window, "repair")
    assert "holiday.safetensors" in real_window.messages.text
