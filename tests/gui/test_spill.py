"""The history keeps to its memory, and what went to disk comes back to the bit."""

import errno
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.messages import Photo
from gui.document import Document
from gui.message_bar import MessageBar
from gui.picture import Picture
from gui.spill import Spill, is_on_disk, on_disk
from tests.gui.support import WAIT_MS, gradient, rectangle
from tests.gui.test_document import repaired

Begin = Callable[[Photo, int], tuple[Document, Spill, MessageBar]]


@pytest.fixture
def spilling(qtbot: QtBot, tmp_path: Path) -> Iterator[Begin]:
    """Opens a photo in a document whose history may hold so many bytes."""
    begun, windows = [], []

    def begin(photo: Photo, limit_bytes: int) -> tuple[Document, Spill, MessageBar]:
        document, window = Document(), QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        bar = MessageBar(window)
        document.open(photo, Picture.of(photo.image))
        begun.append((document, Spill(document, bar, tmp_path / "room", limit_bytes), bar))
        return begun[-1]

    yield begin
    for _, spill, _ in begun:
        spill.shutdown()


def bytes_in_memory(document: Document) -> int:
    """What the history holds beyond the photo as it was opened and as it is shown."""
    past = document.past()
    kept = {id(array) for picture in (past.picture, past.original) for array in picture.arrays()}
    arrays = {id(array): array for picture in past.pictures() for array in picture.arrays()}
    return sum(
        array.nbytes for number, array in arrays.items() if number not in kept and not is_on_disk(array)
    )


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_what_is_beyond_the_limit_is_on_disk_and_the_same(
    spilling: Begin, qtbot: QtBot, tmp_path: Path, dtype: type
) -> None:
    photo = Photo(Path("photo.png"), gradient(300, 531, dtype))
    document, spill, _ = spilling(photo, 0)
    images = [photo.image]
    for value in range(1, 6):
        document.replace_hole(rectangle(300, 531, 200, 200, 270, 300))
        document.add_repair(repaired(document, value))
        images.append(document.picture.image())
    qtbot.waitUntil(lambda: not spill._working and bytes_in_memory(document) == 0, timeout=WAIT_MS)
    assert list((tmp_path / "room").iterdir()) == []
    for position in (10, 0, 4, 8, 2, 6):
        document.go_to(position)
        assert np.array_equal(document.picture.image(), images[position // 2])
        assert document.picture.image().dtype == dtype


def test_within_the_limit_nothing_is_moved(spilling: Begin, qtbot: QtBot, photo: Photo) -> None:
    document, spill, _ = spilling(photo, 2**20)
    for value in (1, 2):
        document.replace_hole(rectangle(120, 160, 20, 20, 27, 30))
        document.add_repair(repaired(document, value))
    qtbot.waitUntil(lambda: not spill._working, timeout=WAIT_MS)
    assert bytes_in_memory(document) > 0
    spill.set_limit(0)
    qtbot.waitUntil(lambda: bytes_in_memory(document) == 0, timeout=WAIT_MS)


def test_a_full_disk_is_told_once_and_the_history_stays(
    spilling: Begin, qtbot: QtBot, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> QObject:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    document, spill, bar = spilling(photo, 0)
    for value in (1, 2, 3):
        document.replace_hole(rectangle(120, 160, 20, 20, 27, 30))
        document.add_repair(repaired(document, value))
    qtbot.waitUntil(lambda: spill._failing and not spill._working, timeout=WAIT_MS)
    assert "disk is full" in bar._text.text()
    bar._text.clear()
    document.go_to(2)
    assert (document.picture.image()[20:27, 20:30] == 1).all()
    qtbot.waitUntil(lambda: not spill._working, timeout=WAIT_MS)
    assert bar._text.text() == ""


def test_arrays_on_disk_cannot_be_written_to(tmp_path: Path) -> None:
    odd = np.arange(7 * 5 * 3, dtype=np.uint8).reshape(7, 5, 3)
    wide = gradient(9, 9, np.uint16)[2:, 1:]
    there = on_disk([odd, wide], tmp_path)
    for here, array in zip((odd, wide), there, strict=True):
        assert is_on_disk(array)
        assert not array.flags.writeable
        assert array.dtype == here.dtype
        assert np.array_equal(array, here)
