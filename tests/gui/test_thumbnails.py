"""Small pictures: read beside the window's thread, kept within bounds, never read twice."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.errors import BadInputError
from engine.messages import Image
from gui import thumbnails as module
from gui.thumbnails import Thumbnails
from tests.gui.support import WAIT_MS

Make = Callable[[Callable[[Path, int], Image]], Thumbnails]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[Thumbnails] = []

    def thumbnails(read: Callable[[Path, int], Image]) -> Thumbnails:
        made.append(Thumbnails(read, 8))
        return made[-1]

    yield thumbnails
    for each in made:
        each.shutdown()


def square(_path: Path, side: int) -> Image:
    return np.full((side, side, 3), 200, np.uint8)


def test_a_picture_arrives_and_stays(make: Make, qtbot: QtBot) -> None:
    paths: list[Path] = []

    def read(path: Path, side: int) -> Image:
        assert threading.current_thread() is not threading.main_thread()
        paths.append(path)
        return square(path, side)

    thumbnails = make(read)
    with qtbot.waitSignal(thumbnails.arrived, timeout=WAIT_MS):
        assert thumbnails.picture(Path("a")) is None
    picture = thumbnails.picture(Path("a"))
    assert picture is not None
    assert picture.toImage().pixelColor(3, 3).red() == 200
    with qtbot.waitSignal(thumbnails.arrived, timeout=WAIT_MS):
        assert thumbnails.picture(Path("a"), version=1) is None  # it was written anew
    assert paths == [Path("a")] * 2


def test_what_cannot_be_read_is_empty_and_not_tried_again(make: Make, qtbot: QtBot) -> None:
    def read(path: Path, _side: int) -> Image:
        raise BadInputError(f"{path} is damaged.")

    thumbnails = make(read)
    with qtbot.waitSignal(thumbnails.arrived, timeout=WAIT_MS):
        thumbnails.picture(Path("a"))
    picture = thumbnails.picture(Path("a"))
    assert picture is not None
    assert picture.isNull()


def test_what_was_scrolled_past_is_not_read(make: Make, qtbot: QtBot) -> None:
    gate, paths = threading.Event(), []

    def read(path: Path, side: int) -> Image:
        assert gate.wait(10)
        paths.append(path.name)
        return square(path, side)

    thumbnails = make(read)
    for number in range(1000):
        thumbnails.picture(Path(str(number)))
    gate.set()
    qtbot.waitUntil(lambda: thumbnails.picture(Path("999")) is not None, timeout=WAIT_MS)
    assert len(paths) == module.MOST_WANTED + 1


def test_memory_is_bounded(make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_KEPT", 3)
    thumbnails = make(square)
    for name in "abcd":
        with qtbot.waitSignal(thumbnails.arrived, timeout=WAIT_MS):
            thumbnails.picture(Path(name))
        thumbnails.picture(Path("a"))  # looked at again and again, it stays
    assert [thumbnails.picture(Path(name)) is None for name in "abcd"] == [False, True, False, False]
