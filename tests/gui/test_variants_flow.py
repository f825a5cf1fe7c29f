"""Variants in the window: made, compared, chosen from, also when a job ended early; and once real ones."""

import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.messages import Photo, Progress, Repair, Result, Sampling
from gui.main_window import MainWindow
from gui.picture import Picture
from gui.variants_task import INVENTED, SEEN, glowing, most_of
from tests.gui.support import WAIT_MS, DissolvingSession, do, gradient, opened, rectangle, shown_scene

HOLE = rectangle(120, 160, 40, 50, 60, 90)


class SeedSession(DissolvingSession):
    """Fills the hole with the seed's own grey. Lets one pass for each release; fails at the ``failing``th."""

    def __init__(self, gate: threading.Semaphore | None = None, failing: int = 0) -> None:
        super().__init__(steps=1)
        self.passes, self.failing, self.count = gate, failing, 0

    def run(self, request: Repair) -> Generator[Progress, None, Result]:
        while self.passes is not None and not self.passes.acquire(timeout=0.02):
            yield Progress("filling", 0, 2)
        self.count += 1
        yield Progress("filling", 1, 2)
        if self.count == self.failing:
            raise RuntimeError("CUDA out of memory")
        image = request.image.copy()
        assert request.sampling.seed is not None
        image[request.hole] = request.sampling.seed
        image.flags.writeable = False
        return Result(image, request.hole, "known", request.sampling.seed, 0.1, 1, ("grey",), "cpu")


@pytest.fixture
def choosing(marked: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window in which one of four variants, grey 10 to 13, is to be chosen."""
    marked._engine._session = SeedSession()
    begin(marked, 4)
    qtbot.waitUntil(lambda: marked.work.choosing, timeout=WAIT_MS)
    return marked


def begin(window: MainWindow, count: int) -> None:
    window.method._variants.setValue(count)
    window.method.set_sampling(Sampling(seed=10))
    do(window, "repair")


def seen(window: MainWindow) -> np.ndarray:
    return shown_scene(window).picture.image()


def test_all_are_offered_and_the_first_is_seen(choosing: MainWindow) -> None:
    listed = choosing.variants._list
    assert choosing.variants.isVisible()
    assert [listed.item(row).text() for row in range(listed.count())] == ["1", "2", "3", "4"]
    assert (seen(choosing)[HOLE] == 10).all()
    assert np.array_equal(seen(choosing)[~HOLE], choosing.document.original.image()[~HOLE])
    assert choosing.document.picture is choosing.document.original
    assert not choosing.steps.isVisible()


def test_arrow_keys_look_and_enter_takes(choosing: MainWindow, qtbot: QtBot) -> None:
    for expected in (11, 12):
        qtbot.keyClick(choosing.variants._list, Qt.Key.Key_Right)
        assert (seen(choosing)[HOLE] == expected).all()
    qtbot.keyClick(choosing.variants._list, Qt.Key.Key_Return)
    image = choosing.document.picture.image()
    assert (image[HOLE] == 12).all()
    assert np.array_equal(image[~HOLE], choosing.document.original.image()[~HOLE])
    assert choosing.document.hole.is_empty()
    assert "seed 12" in choosing.document.timeline.states[-1].facts
    assert len(choosing.document.timeline.states) == 3
    assert not choosing.variants.isVisible()
    assert choosing.commands["repair"].isEnabled()
    do(choosing, "undo")
    assert np.array_equal(choosing.document.hole.array, HOLE)


def test_while_there_is_a_choice_the_end_of_a_batch_offers_no_other_work(choosing: MainWindow) -> None:
    choosing.lend_engine(True)
    choosing.lend_engine(False)
    assert not choosing.commands["repair"].isEnabled()
    assert not choosing._repair.isEnabled()
    do(choosing, "cancel")
    assert choosing.commands["repair"].isEnabled()
    assert choosing._repair.isEnabled()


def test_a_double_click_takes(choosing: MainWindow, qtbot: QtBot) -> None:
    listed = choosing.variants._list
    place = listed.visualItemRect(listed.item(1)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (seen(choosing)[HOLE] == 11).all()
    qtbot.mouseDClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (choosing.document.picture.image()[HOLE] == 11).all()


def test_the_map_glows_where_the_variants_differ(choosing: MainWindow) -> None:
    choosing.variants._map.click()
    spread = seen(choosing)
    assert np.array_equal(spread[~HOLE], choosing.document.original.image()[~HOLE])
    assert (spread[HOLE][:, 0] > spread[HOLE][:, 2]).all()
    choosing.variants._map.click()
    assert (seen(choosing)[HOLE] == 10).all()
    choosing.variants._map.click()
    choosing.variants._list.setCurrentRow(3)
    assert (seen(choosing)[HOLE] == 13).all()


def test_the_map_goes_from_dark_grey_to_the_colour_of_what_was_invented() -> None:
    pixels = np.full((1, 2, 3), 100, np.uint8)
    shown = glowing(pixels, np.array([[0, 255]], np.uint8))
    assert (shown[0, 0] == 50).all()
    assert np.array_equal(shown[0, 1], INVENTED)


def test_escape_discards_all(choosing: MainWindow, photo_file: Path) -> None:
    choosing.file_flow.open([photo_file])
    assert "variants to choose from" in choosing.messages.text
    do(choosing, "cancel")
    assert not choosing.variants.isVisible()
    assert choosing.document.picture is choosing.document.original
    assert np.array_equal(choosing.document.hole.array, HOLE)
    assert choosing.canvas._stage.frame is None
    assert not choosing.document.locked
    assert choosing.commands["repair"].isEnabled()


def test_painting_goes_on_while_choosing_and_is_kept(choosing: MainWindow) -> None:
    choosing.canvas.painter.press((10, 100))
    choosing.canvas.painter.release()
    assert (seen(choosing)[HOLE] == 10).all()
    choosing.variants._use.click()
    assert choosing.document.hole.array[100, 10]
    assert not choosing.document.hole.array[HOLE].any()


def test_another_photo_takes_them_away(choosing: MainWindow) -> None:
    other = gradient(50, 60)
    choosing.document.open(Photo(Path("other.png"), other), Picture.of(other))
    assert not choosing.variants.isVisible()
    assert not choosing.document.locked
    assert seen(choosing).shape == (50, 60, 3)


def test_they_come_in_one_by_one_and_cancelling_keeps_those_finished(
    marked: MainWindow, qtbot: QtBot
) -> None:
    marked._engine._session = SeedSession(threading.Semaphore(2))
    begin(marked, 16)
    qtbot.waitUntil(lambda: marked.variants._list.count() == 2, timeout=WAIT_MS)
    assert "2 of 16" in marked.variants._text.text()
    assert "variant" in marked.steps._stage.text().lower()
    with qtbot.waitSignal(marked._engine.cancelled, timeout=WAIT_MS):
        do(marked, "cancel")
    assert marked.variants._list.count() == 2
    assert marked.work.choosing
    marked.variants._list.setCurrentRow(1)
    marked.variants._use.click()
    assert (marked.document.picture.image()[HOLE] == 11).all()


def test_escape_once_more_does_not_discard_what_a_cancel_has_left(marked: MainWindow, qtbot: QtBot) -> None:
    marked._engine._session = SeedSession(threading.Semaphore(2))
    begin(marked, 16)
    qtbot.waitUntil(lambda: marked.variants._list.count() == 2, timeout=WAIT_MS)
    with qtbot.waitSignal(marked._engine.cancelled, timeout=WAIT_MS):
        do(marked, "cancel")
    do(marked, "cancel")
    assert "are kept" in marked.messages.text
    assert marked.variants._list.count() == 2
    marked.variants._discard.click()
    assert not marked.work.choosing
    assert marked.document.picture is marked.document.original


def test_one_may_be_taken_before_the_others_are_made(marked: MainWindow, qtbot: QtBot) -> None:
    marked._engine._session = SeedSession(threading.Semaphore(2))
    begin(marked, 16)
    qtbot.waitUntil(lambda: marked.variants._list.count() == 2, timeout=WAIT_MS)
    marked.variants._list.setCurrentRow(0)
    assert (seen(marked)[HOLE] == 10).all()
    with qtbot.waitSignal(marked._engine.cancelled, timeout=WAIT_MS):
        marked.variants._use.click()
    assert (marked.document.picture.image()[HOLE] == 10).all()
    assert not marked.variants.isVisible()
    assert not marked.document.locked


def test_cancelling_before_the_first_is_cancelling_a_repair(marked: MainWindow, qtbot: QtBot) -> None:
    marked._engine._session = SeedSession(threading.Semaphore(0))
    begin(marked, 4)
    with qtbot.waitSignal(marked._engine.cancelled, timeout=WAIT_MS):
        do(marked, "cancel")
    assert "repair was cancelled" in marked.messages.text
    assert not marked.variants.isVisible()
    assert not marked.document.locked


def test_a_failure_leaves_those_that_were_finished(marked: MainWindow, qtbot: QtBot) -> None:
    marked._engine._session = SeedSession(failing=3)
    begin(marked, 4)
    qtbot.waitUntil(lambda: marked.work.choosing, timeout=WAIT_MS)
    assert "not enough memory" in marked.messages.text
    assert marked.variants._list.count() == 2


def test_where_the_seed_makes_no_difference_there_are_no_variants(marked: MainWindow) -> None:
    panel = marked.method
    panel._variants.setValue(5)
    assert panel.variants == 5
    panel.knobs.fields["steps"].write(0)
    assert panel.variants == 1
    assert not panel._variants.isEnabled()
    panel.knobs.fields["steps"].write(5)
    panel._method.setCurrentIndex(1)
    assert panel.variants == 1


def test_a_thumbnail_shows_what_is_repaired() -> None:
    assert most_of(rectangle(500, 600, 200, 300, 240, 310)) == (187, 287, 253, 323)
    far_apart = rectangle(500, 600, 0, 0, 2, 2) | rectangle(500, 600, 300, 400, 500, 600)
    top, left, bottom, right = most_of(far_apart)
    assert max(bottom - top, right - left) <= SEEN
    assert far_apart[top:bottom, left:right].sum() == 200 * 200
    scratch = rectangle(30, 2000, 10, 0, 12, 2000)
    top, left, bottom, right = most_of(scratch)
    assert (top, bottom, right - left) == (0, 30, SEEN)


# The real engine


def test_the_engine_s_own_variants_differ_in_the_hole_alone(
    make_window: Callable[..., MainWindow], qtbot: QtBot, photo_file: Path, tiny_model: Path
) -> None:
    from engine.session import Session

    window = make_window(load_session=lambda _: Session("cpu"))
    opened(qtbot, window, photo_file)
    window.document.replace_hole(HOLE)
    window.method.models.choose("prior", str(tiny_model))
    begin(window, 3)
    qtbot.waitUntil(lambda: window.work.choosing, timeout=WAIT_MS)
    pictures: list[Any] = []
    for row in range(3):
        window.variants._list.setCurrentRow(row)
        pictures.append(seen(window))
    assert all(np.array_equal(picture[~HOLE], pictures[0][~HOLE]) for picture in pictures)
    assert not np.array_equal(pictures[0], pictures[1])
    assert not np.array_equal(pictures[1], pictures[2])
    window.variants._list.setCurrentRow(1)
    window.variants._use.click()
    assert np.array_equal(window.document.picture.image(), pictures[1])

    window.method._variants.setValue(1)
    window.document.go_to(1)
    window.method.set_sampling(Sampling(seed=11))
    with qtbot.waitSignal(window._engine.finished, timeout=WAIT_MS):
        do(window, "repair")
    assert np.array_equal(window.document.picture.image(), pictures[1])  # its seed makes it again
