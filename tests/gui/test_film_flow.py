"""A step of a repair taken as its result."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.messages import Photo
from gui.main_window import MainWindow
from gui.picture import Picture
from tests.gui.support import WAIT_MS, do, gradient, rectangle, repair
from tests.gui.test_repair_flow import slow_gate

HOLE = rectangle(120, 160, 40, 50, 60, 90)


def taken(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.document.history_changed, timeout=WAIT_MS):
        window.steps._take.click()


@pytest.fixture
def filmed(marked: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window in which a repair of several frames is done."""
    from tests.gui.support import DissolvingSession

    marked._engine._session = DissolvingSession(steps=20, gate=slow_gate())
    repair(qtbot, marked)
    return marked


def test_a_step_is_taken_as_the_result(filmed: MainWindow, qtbot: QtBot, photo: Photo) -> None:
    document, strip = filmed.document, filmed.steps.strip
    result = document.picture
    assert not filmed.steps._take.isVisible()
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    frame = strip.current
    assert frame is not None
    assert filmed.steps._take.isVisible()
    taken(qtbot, filmed)
    image = document.picture.image()
    assert np.array_equal(image[~HOLE], photo.image[~HOLE])
    assert np.array_equal(image[HOLE], frame.picture.image()[HOLE])
    assert not np.array_equal(image, result.image())
    assert document.timeline.states[-1].label == f"Step {frame.step} of 20"
    assert document.hole.is_empty()
    assert strip.current is None
    do(filmed, "undo")
    assert document.picture is result


def test_a_step_is_taken_after_the_result_was_undone(filmed: MainWindow, qtbot: QtBot) -> None:
    do(filmed, "undo")
    assert not filmed.document.hole.is_empty()
    qtbot.keyClick(filmed.steps.strip, Qt.Key.Key_Home)
    taken(qtbot, filmed)
    assert filmed.document.hole.is_empty()
    do(filmed, "undo")
    assert np.array_equal(filmed.document.hole.array, HOLE)


def test_what_was_repaired_since_stays(filmed: MainWindow, qtbot: QtBot) -> None:
    strip, document = filmed.steps.strip, filmed.document
    frame = strip.frame_at(0)
    other = rectangle(120, 160, 0, 0, 10, 10)
    image = document.picture.image().copy()
    image[other] = 99
    document.picture = document.picture.with_pixels(image, (0, 0, 120, 160), other)
    strip.choose(frame)
    taken(qtbot, filmed)
    assert (document.picture.image()[other] == 99).all()


def test_a_step_of_a_16_bit_photo_has_its_depth(make_window, qtbot: QtBot) -> None:
    from tests.gui.support import DissolvingSession

    window = make_window(load_session=lambda _: DissolvingSession(steps=20, gate=slow_gate()))
    pixels = gradient(120, 160, np.uint16)
    window.document.open(Photo(Path("deep.png"), pixels), Picture.of(pixels))
    window.document.replace_hole(HOLE)
    repair(qtbot, window)
    qtbot.keyClick(window.steps.strip, Qt.Key.Key_Home)
    taken(qtbot, window)
    image = window.document.picture.image()
    assert image.dtype == np.uint16
    assert np.array_equal(image[~HOLE], pixels[~HOLE])
    assert (image[HOLE] % 257 == 0).all()
    assert len(np.unique(image[HOLE])) > 9


def test_the_pointer_runs_through_the_steps(filmed: MainWindow, qtbot: QtBot) -> None:
    from PySide6.QtCore import QPoint

    strip, frames = filmed.steps.strip, filmed.steps._film.frames
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(2, 10))
    assert strip.current is frames[0]
    qtbot.mouseMove(strip, QPoint(strip.width() - 2, 10))
    assert strip.current is frames[-1]
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton)
