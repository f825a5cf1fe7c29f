"""Old pictures of the history, moved from memory to disk when they are too many."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject

from engine.errors import Failure
from gui.background import Background
from gui.document import Document, Past
from gui.message_bar import MessageBar
from gui.picture import Pixels
from gui.translation import in_our_words, translate

ALIGNMENT = 64
"""Bytes that arrays begin at multiples of."""


class Spill(QObject):
    """Keeps what the history holds beyond the picture that is shown within ``limit_bytes`` of memory.

    ``folder`` is for files that have no name and go with the process, however that ends.
    """

    def __init__(self, document: Document, messages: MessageBar, folder: Path, limit_bytes: int) -> None:
        super().__init__(document)
        self._document = document
        self._messages = messages
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._working = self._again = self._failing = False
        self._background = Background("history", self)
        document.history_changed.connect(self._look)

    def set_limit(self, limit_bytes: int) -> None:
        """Change how much may be in memory."""
        self._limit_bytes = limit_bytes
        self._look()

    def shutdown(self) -> None:
        """End the thread."""
        self._background.shutdown()

    def _look(self) -> None:
        if not self._document.is_open:
            return
        self._again = self._working
        if not self._working:
            self._working = True
            past = self._document.past()
            work = partial(spilled, past, self._limit_bytes, self._folder)
            self._background.submit(work, partial(self._move, past), self._failed)

    def _move(self, past: Past, elsewhere: dict[int, Pixels]) -> None:
        """``past`` has kept alive until now what is named in ``elsewhere``."""
        self._failing = False
        if elsewhere:
            for picture in past.pictures():
                picture.relocate(elsewhere)
        self._done()

    def _failed(self, failure: Failure) -> None:
        if not self._failing:
            self._failing = True
            self._messages.warn(
                translate(
                    "Spill", "Old states of the history cannot be put on disk and stay in memory: {reason}"
                ).format(reason=in_our_words(failure.message))
            )
        self._done()

    def _done(self) -> None:
        self._working = False
        if self._again:
            self._look()


def spilled(past: Past, limit_bytes: int, folder: Path) -> dict[int, Pixels]:
    """Write to disk what is above the limit; return, by the id of each array, its equal on disk.

    Goes first what is furthest from the state that is shown. Raises OSError if the disk does not take it.
    """
    kept = {id(array) for picture in (past.picture, past.original) for array in picture.arrays()}
    found: dict[int, Pixels] = {}
    for picture in past.pictures_by_distance():
        for array in picture.arrays():
            if id(array) not in kept and not is_on_disk(array):
                found.setdefault(id(array), array)
    excess = sum(array.nbytes for array in found.values()) - limit_bytes
    chosen = []
    for array in reversed(found.values()):
        if excess <= 0:
            break
        chosen.append(array)
        excess -= array.nbytes
    if not chosen:
        return {}
    folder.mkdir(parents=True, exist_ok=True)
    return dict(zip(map(id, chosen), on_disk(chosen, folder), strict=True))


def on_disk(arrays: Iterable[Pixels], folder: Path) -> list[Pixels]:
    """Return read-only equals of ``arrays`` in a file without a name, read when they are looked at."""
    places = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for array in arrays:
            places.append((file.tell(), array))
            file.write(np.ascontiguousarray(array).data)
            file.write(bytes(-file.tell() % ALIGNMENT))
        file.flush()
        whole = np.memmap(file, np.uint8, mode="r")
    return [
        np.ndarray(array.shape, array.dtype, buffer=whole, offset=offset, strides=None)
        for offset, array in places
    ]


def is_on_disk(array: Pixels) -> bool:
    """True for what :func:`on_disk` returned."""
    return isinstance(array.base, np.memmap)
