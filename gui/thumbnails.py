"""Small pictures of files, read beside the window's thread when they are first wanted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from engine.errors import Failure
from engine.messages import Image
from gui.background import Background
from gui.images import to_qimage

MOST_KEPT = 400
"""Pictures in memory: of 224 pixels a side, 80 MB at most."""

MOST_WANTED = 24
"""More than can be seen at once; what was scrolled past before it was read is not read."""

Key = tuple[Path, int]


class Thumbnails(QObject):
    """Keeps the pictures looked at last. Signal: ``arrived``, when another one can be had.

    ``read`` is called in a thread of its own with a path and the longest ``side`` in pixels.
    """

    arrived = Signal()

    def __init__(self, read: Callable[[Path, int], Image], side: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._side = side
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._wanted: OrderedDict[Key, None] = OrderedDict()
        self._reading: Key | None = None
        self._background = Background("thumbnails", self)

    def picture(self, path: Path, version: int = 0) -> QPixmap | None:
        """Return the picture of ``path``, an empty one if it has none, or None if it is still to be read.

        ``version``: another number stands for another content of the file.
        """
        key = (path, version)
        picture = self._kept.get(key)
        if picture is not None:
            self._kept.move_to_end(key)
        elif key != self._reading:
            self._wanted[key] = None
            self._wanted.move_to_end(key)
            while len(self._wanted) > MOST_WANTED:
                self._wanted.popitem(last=False)
            self._read_next()
        return picture

    def clear(self) -> None:
        """Forget all pictures."""
        self._kept.clear()
        self._wanted.clear()

    def shutdown(self) -> None:
        """End the thread."""
        self._wanted.clear()
        self._background.shutdown()

    def _read_next(self) -> None:
        if self._reading is None and self._wanted:
            self._reading, _ = self._wanted.popitem(last=False)
            self._background.submit(
                partial(self._load, self._reading[0]), partial(self._keep, self._reading), self._failed
            )

    def _load(self, path: Path) -> QImage:
        """In the thread."""
        return to_qimage(self._read(path, self._side))

    def _failed(self, _failure: Failure) -> None:
        assert self._reading is not None
        self._keep(self._reading, QImage())  # what is wrong with the file is told elsewhere

    def _keep(self, key: Key, image: QImage) -> None:
        self._kept[key] = QPixmap.fromImage(image)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self._reading = None
        self._read_next()
        self.arrived.emit()
