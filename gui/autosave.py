"""Keeps what is being done to a photo on disk, so that no crash takes more than some seconds of it."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLockFile, QObject, QTimer

from engine.errors import Failure, StorageError
from engine.messages import Photo
from gui.background import Background
from gui.document import Document
from gui.message_bar import MessageBar
from gui.recipe import Recipe
from gui.session_store import Session, SessionWriter, Source
from gui.translation import translate

DELAY_MS = 3000
"""From a change to its being kept; also the shortest time between two times."""


SOON_MS = 250
"""From a time that did not suit to the next look."""


class Autosave(QObject):
    """Writes the session into a folder of its own under ``root``, in a thread of its own.

    ``painting``: whether a stroke is being drawn, which writing would slow; it is waited for.

    The folder is there from the first change of a photo until the photo or the editor is left. A lock beside
    it shows others that it is in use; it ends with the process, however that ends.
    """

    def __init__(
        self,
        root: Path,
        document: Document,
        next_recipe: Callable[[], Recipe | None],
        messages: MessageBar,
        delay_ms: int = DELAY_MS,
        painting: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(document)
        self._document = document
        self._next_recipe = next_recipe
        self._messages = messages
        self._painting = painting
        self._folder = root / uuid4().hex
        self._lock: QLockFile | None = None
        self._writer = SessionWriter(self._folder)
        self._source: Source | None = None
        self._then: Callable[[], object] = _nothing
        self._looking = self._writing = self._failing = self._ended = False
        self._background = Background("autosave", self)
        self._timer = QTimer(self, singleShot=True, interval=delay_ms)
        self._timer.timeout.connect(self.write)
        document.opened.connect(self._begin)
        document.history_changed.connect(self._changed)

    @property
    def folder(self) -> Path:
        """Where the session is kept."""
        return self._folder

    def go_on_from(self, source: Source | None, then: Callable[[], object]) -> None:
        """The photo just opened can be read from ``source``; ``then`` is called when it is kept anew."""
        self._background.submit(lambda: None, lambda _: self._go_on(source, then), self._failed)

    def _go_on(self, source: Source | None, then: Callable[[], object]) -> None:
        """After the photo's own file was looked at, which may be another than it was."""
        self._source, self._looking = source, False
        self._then = then
        if self._ended:
            self._kept()
        self.write()

    def write(self) -> None:
        """Keep what there is now."""
        photo = self._document.photo
        if self._ended or photo is None or len(self._document.timeline.states) < 2:
            return
        if self._looking or self._writing:
            self._timer.start()
            return
        if self._painting():
            QTimer.singleShot(SOON_MS, self, self.write)
            return
        self._writing = True
        session = Session(photo, self._source, self._document.past(), self._next_recipe())
        self._background.submit(partial(self._write, self._writer, session), self._written, self._failed)

    def close(self) -> None:
        """Forget the session: the editor was closed, and what was to be saved has been."""
        self._ended = True
        self._timer.stop()
        self._background.submit(self._remove, lambda _: None, lambda _: None)
        self._background.shutdown()

    def _begin(self) -> None:
        """Another photo is open; what was done to the one before has been saved, or was not wanted."""
        self._timer.stop()
        self._writer = SessionWriter(self._folder)
        photo = self._document.photo
        assert photo is not None
        self._source = None
        self._background.submit(self._remove, lambda _: None, lambda _: None)
        self._looking = photo.origin is not None
        if self._looking:
            self._background.submit(
                partial(Source.of, photo.path), partial(self._stamped, photo), self._failed
            )

    def _stamped(self, photo: Photo, source: Source) -> None:
        if self._document.photo is photo:  # another one may be open by now
            self._source, self._looking = source, False

    def _changed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _write(self, writer: SessionWriter, session: Session) -> None:
        try:
            self._claim()
            writer.write(session)
        except OSError as error:
            raise StorageError(_sentence(error)) from error

    def _claim(self) -> None:
        """Say to other editors that the folder is in use."""
        if self._lock is None:
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            lock = lock_of(self._folder)
            if not lock.tryLock(0):
                raise OSError(errno.EACCES, "its folder cannot be locked")
            self._lock = lock

    def _remove(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _written(self, _: object) -> None:
        self._writing = self._failing = False
        self._kept()

    def _kept(self) -> None:
        """What was gone on with need not be where it was any more."""
        then, self._then = self._then, _nothing
        then()

    def _failed(self, failure: Failure) -> None:
        self._looking = self._writing = False
        if not self._failing:
            self._failing = True
            self._messages.warn(failure.message)


def _nothing() -> None:
    pass


def _sentence(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return translate(
            "Autosave",
            "The disk is full, so your work is not kept safe against a crash: free some space, or save now.",
        )
    return translate(
        "Autosave", "Your work is not kept safe against a crash ({reason}): save it now and then."
    ).format(reason=error.strerror or error)


def lock_of(folder: Path) -> QLockFile:
    """Return the lock of a session's folder; whose process has ended is free."""
    lock = QLockFile(str(folder) + ".lock")
    lock.setStaleLockTime(0)  # however old it is, the process decides
    return lock
