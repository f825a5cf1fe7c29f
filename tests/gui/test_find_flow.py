"""Finding damage in the window: marked, more or less of it, taken over, repaired; and once by the engine."""

import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.errors import BadModelError
from engine.findings import grown
from engine.messages import Detect, Found, Image, Photo, Progress
from engine.models import DEFAULTS
from gui.main_window import MainWindow
from gui.picture import Picture
from tests.gui.support import WAIT_MS, DissolvingSession, do, rectangle


class BrightnessSession(DissolvingSession):
    """Takes for damage what is bright, the more surely the brighter; repairs as its base does."""

    def run(self, request: Any) -> Generator[Progress, None, Any]:
        if not isinstance(request, Detect):
            return (yield from super().run(request))
        yield Progress("looking for damage", 1, 2)
        if self.gate is not None:
            assert self.gate.wait(10)
        yield Progress("looking for damage", 2, 2)
        if self.error is not None:
            raise self.error
        probability = np.ascontiguousarray(request.image[..., 0])
        return Found(probability > 127, probability, 0.1, "brightness", "cpu")


def spotted() -> Image:
    """Black, with one spot that is certainly damage and one that may be."""
    image = np.zeros((120, 160, 3), np.uint8)
    image[20:30, 20:30] = 255
    image[60:70, 100:120] = 225
    image.flags.writeable = False
    return image


@pytest.fixture
def looking(window: MainWindow, photo: Photo) -> MainWindow:
    window.document.open(photo, Picture.of(spotted()))
    window._engine._session = BrightnessSession()
    return window


def find(qtbot: QtBot, window: MainWindow) -> None:
    do(window, "find")
    qtbot.waitUntil(lambda: window.find_bar._close.isVisible(), timeout=WAIT_MS)


def test_what_is_found_is_marked_with_a_rim_and_added_to_what_was_painted(
    looking: MainWindow, qtbot: QtBot
) -> None:
    painted = rectangle(120, 160, 100, 0, 110, 10)
    looking.document.replace_hole(painted)
    find(qtbot, looking)
    expected = painted | grown(rectangle(120, 160, 20, 20, 30, 30))
    assert np.array_equal(looking.document.hole.array, expected)
    assert "1 place" in looking.find_bar._text.text()
    do(looking, "undo")
    assert np.array_equal(looking.document.hole.array, painted)
    assert not looking.find_bar.isVisible()


def test_the_slider_exchanges_the_marks_without_filling_the_history(
    looking: MainWindow, qtbot: QtBot
) -> None:
    find(qtbot, looking)
    states = len(looking.document.timeline.states)
    for value, places in ((50, 2), (0, 1), (45, 2)):
        looking.find_bar._slider.setValue(value)
        qtbot.waitUntil(lambda n=places: f"{n} place" in looking.find_bar._text.text(), timeout=WAIT_MS)
        assert looking.document.hole.array[65, 110] == (places == 2)
        assert len(looking.document.timeline.states) == states


FIRST, SECOND = rectangle(120, 160, 20, 20, 30, 30), rectangle(120, 160, 60, 100, 70, 120)


def remove(qtbot: QtBot, window: MainWindow, x: float, y: float) -> None:
    """Remove the piece at a place, as its tool does."""
    window.mask_flow.remove_piece((x, y), 0)
    qtbot.waitUntil(lambda: not window.mask_flow._working, timeout=WAIT_MS)


def slide(qtbot: QtBot, window: MainWindow, value: int, places: str) -> None:
    window.find_bar._slider.setValue(value)
    qtbot.waitUntil(lambda: not window.work.find_flow._working, timeout=WAIT_MS)
    assert places in window.find_bar._text.text()


def test_a_finding_that_was_removed_stays_so_when_the_slider_moves(looking: MainWindow, qtbot: QtBot) -> None:
    find(qtbot, looking)
    slide(qtbot, looking, 45, "2 places")
    remove(qtbot, looking, 25, 25)
    assert "1 place" in looking.find_bar._text.text()
    assert np.array_equal(looking.document.hole.array, grown(SECOND))
    slide(qtbot, looking, 25, "no place")
    assert looking.document.hole.is_empty()
    slide(qtbot, looking, 45, "1 place")
    assert np.array_equal(looking.document.hole.array, grown(SECOND))


def test_a_removed_finding_is_brought_back_by_undo(looking: MainWindow, qtbot: QtBot) -> None:
    find(qtbot, looking)
    slide(qtbot, looking, 45, "2 places")
    remove(qtbot, looking, 25, 25)
    do(looking, "undo")
    assert "2 places" in looking.find_bar._text.text()
    assert np.array_equal(looking.document.hole.array, grown(FIRST | SECOND))
    slide(qtbot, looking, 40, "2 places")
    do(looking, "redo")  # there is nothing to redo any more
    assert looking.document.hole.array[25, 25]
    remove(qtbot, looking, 110, 65)
    do(looking, "undo")
    remove(qtbot, looking, 25, 25)
    slide(qtbot, looking, 45, "1 place")
    assert np.array_equal(looking.document.hole.array, grown(SECOND))


def test_removing_what_was_painted_is_no_removal_of_a_finding(looking: MainWindow, qtbot: QtBot) -> None:
    looking.document.replace_hole(rectangle(120, 160, 100, 0, 110, 10))
    find(qtbot, looking)
    slide(qtbot, looking, 45, "2 places")
    remove(qtbot, looking, 5, 105)
    assert "2 places" in looking.find_bar._text.text()
    slide(qtbot, looking, 25, "1 place")
    assert np.array_equal(looking.document.hole.array, grown(FIRST))


def test_painting_takes_the_marks_over(looking: MainWindow, qtbot: QtBot) -> None:
    find(qtbot, looking)
    looking.document.replace_hole(rectangle(120, 160, 0, 0, 5, 5))
    assert not looking.find_bar.isVisible()
    looking.find_bar.set_sensitivity(1)
    qtbot.wait(50)
    assert looking.document.hole.array.sum() == 25


def hold_marks(window: MainWindow) -> threading.Event:
    """Let no marks be made until the event is set."""
    gate = threading.Event()
    window.work.find_flow._background.submit(lambda: gate.wait(10), lambda _: None, pytest.fail)
    return gate


def marks_to_come(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until damage was found of which marks are to be made."""
    qtbot.waitUntil(lambda: window.work.find_flow._working, timeout=WAIT_MS)


def test_a_stroke_that_goes_on_at_the_end_of_the_search_and_what_was_found_are_both_kept(
    looking: MainWindow, qtbot: QtBot
) -> None:
    gate = threading.Event()
    looking._engine._session = BrightnessSession(gate=gate)
    do(looking, "find")
    looking.canvas.painter.press((100, 100))
    gate.set()
    qtbot.waitUntil(lambda: looking.find_bar._close.isVisible(), timeout=WAIT_MS)
    looking.canvas.painter.release()
    assert looking.document.hole.array[100, 100]
    assert looking.document.hole.array[25, 25]


def test_what_is_painted_while_marks_are_made_is_kept_with_them(looking: MainWindow, qtbot: QtBot) -> None:
    gate = hold_marks(looking)
    do(looking, "find")
    marks_to_come(qtbot, looking)
    looking.document.replace_hole(rectangle(120, 160, 0, 0, 5, 5))
    looking.canvas.painter.press((100, 100))
    gate.set()
    qtbot.waitUntil(lambda: looking.find_bar._close.isVisible(), timeout=WAIT_MS)
    looking.canvas.painter.release()
    assert looking.document.hole.array[100, 100]
    assert looking.document.hole.array[2, 2]
    assert looking.document.hole.array[25, 25]


def test_find_and_repair_can_be_cancelled_between_the_two(looking: MainWindow, qtbot: QtBot) -> None:
    gate = hold_marks(looking)
    do(looking, "mend")
    marks_to_come(qtbot, looking)
    do(looking, "cancel")
    gate.set()
    qtbot.waitUntil(lambda: looking.find_bar._close.isVisible(), timeout=WAIT_MS)
    assert not looking._engine.busy
    assert looking.document.hole.array[25, 25]


def test_find_and_repair_is_one_command(looking: MainWindow, qtbot: QtBot) -> None:
    do(looking, "mend")
    qtbot.waitUntil(lambda: looking.document.timeline.states[-1].label == "Repair", timeout=WAIT_MS)
    repaired = looking.document.picture.image()
    assert (repaired[20:30, 20:30] < 255).all()
    assert np.array_equal(repaired[60:70, 100:120], spotted()[60:70, 100:120])
    assert looking.document.hole.is_empty()


def test_closing_while_marks_are_made_begins_no_repair(looking: MainWindow, qtbot: QtBot) -> None:
    gate = hold_marks(looking)
    do(looking, "mend")
    marks_to_come(qtbot, looking)
    gate.set()
    assert looking.close()
    assert not looking._engine._background._thread.isRunning()


def test_a_sound_photo_gets_no_marks_and_a_sentence(looking: MainWindow, photo: Photo, qtbot: QtBot) -> None:
    looking.document.open(photo, Picture.of(np.zeros((120, 160, 3), np.uint8)))
    find(qtbot, looking)
    assert looking.document.hole.is_empty()
    assert "No damage was found" in looking.messages.text
    assert not looking.find_bar._repair.isEnabled()


def test_a_search_can_be_cancelled_and_locks_nothing_afterwards(looking: MainWindow, qtbot: QtBot) -> None:
    gate = threading.Event()
    looking._engine._session = BrightnessSession(gate=gate)
    do(looking, "find")
    qtbot.waitUntil(lambda: looking.find_bar._bar.value() == 500, timeout=WAIT_MS)
    assert looking._repair.text() == "Cancel"
    assert not looking.commands["find"].isEnabled()
    do(looking, "cancel")
    gate.set()
    qtbot.waitUntil(lambda: not looking._engine.busy, timeout=WAIT_MS)
    assert "search was cancelled" in looking.messages.text
    assert not looking.document.locked
    assert not looking.find_bar.isVisible()
    assert looking.commands["find"].isEnabled()


def test_a_failed_search_says_why(looking: MainWindow, qtbot: QtBot) -> None:
    looking._engine._session = BrightnessSession(error=BadModelError("The detector is spoilt."))
    with qtbot.waitSignal(looking._engine.failed, timeout=WAIT_MS):
        do(looking, "find")
    assert looking.messages.text == "The detector is spoilt."
    assert not looking.document.locked


def test_opening_another_photo_ends_the_search(looking: MainWindow, photo: Photo, qtbot: QtBot) -> None:
    gate = threading.Event()
    looking._engine._session = BrightnessSession(gate=gate)
    do(looking, "find")
    qtbot.waitUntil(lambda: looking.find_bar._bar.value() == 500, timeout=WAIT_MS)
    looking.document.open(photo, Picture.of(spotted()))
    gate.set()
    qtbot.waitUntil(lambda: not looking._engine.busy, timeout=WAIT_MS)
    assert looking.document.hole.is_empty()
    assert not looking.find_bar.isVisible()


def test_the_real_engine_finds_what_is_nearly_white(
    looking: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.session import Session
    from tests.engine.conftest import detector_file

    monkeypatch.setitem(DEFAULTS, "detector", str(detector_file(tmp_path, 100.0, 0.8)))
    looking._engine._session = Session("cpu")
    find(qtbot, looking)
    assert np.array_equal(looking.document.hole.array, grown(rectangle(120, 160, 20, 20, 30, 30)))


def test_without_a_detector_nothing_is_offered(
    make_window: Callable[..., MainWindow], photo: Photo, qtbot: QtBot
) -> None:
    window = make_window(finds_damage=False)
    window.document.open(photo, Picture.of(spotted()))
    assert not window._find.isVisible()
    assert not window.commands["find"].isVisible()
    qtbot.keyClick(window.canvas, Qt.Key.Key_F)
    assert not window._engine.busy
