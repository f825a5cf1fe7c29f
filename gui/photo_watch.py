"""Notices when the open photo's file is changed, moved or deleted by somebody else."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from gui.background import Background
from gui.document import Document
from gui.file_host import FileHost
from gui.message_bar import MessageBar
from gui.session_store import FileStamp
from gui.translation import translate

SETTLING_MS = 500
"""Programs write files in several goes."""


class PhotoWatch(QObject):
    """Tells what happened to the file. What is open is whole in memory, so nothing is lost by it."""

    def __init__(
        self, document: Document, files: FileHost, messages: MessageBar, settling_ms: int = SETTLING_MS
    ) -> None:
        super().__init__(document)
        self._document = document
        self._messages = messages
        self._stamp: FileStamp | None = None
        self._gone = False
        self._path: Path | None = None
        self._background = Background("photo watch", self)
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=settling_ms)
        self._watcher.fileChanged.connect(lambda _: self._timer.start())
        self._watcher.directoryChanged.connect(lambda _: self._timer.start())
        self._timer.timeout.connect(lambda: self.look(tell=True))
        document.opened.connect(self._watch)
        files.saved.connect(self._saved)

    def look(self, tell: bool) -> None:
        """Compare the file with what it was; ``tell``: and say what happened to it."""
        if self._path is not None:
            self._background.submit(
                partial(FileStamp.of, self._path), partial(self._looked, self._path, tell), lambda _: None
            )

    def shutdown(self) -> None:
        """End the thread."""
        self._timer.stop()
        self._background.shutdown()

    def _watch(self) -> None:
        photo = self._document.photo
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)
        self._path = photo.path if photo is not None and photo.origin is not None else None
        self._gone = False
        self.look(tell=False)

    def _saved(self, path: Path, *_: object) -> None:
        """What we wrote ourselves is no news."""
        if path == self._path:
            self._timer.stop()
            self.look(tell=False)

    def _looked(self, path: Path, tell: bool, stamp: FileStamp | None) -> None:
        if path != self._path:
            return
        self._keep_watching(path)
        before, was_gone = self._stamp, self._gone
        self._gone = stamp is None
        self._stamp = stamp or before  # a file that comes back as it was has not changed
        if not tell:
            return
        if stamp is None and not was_gone:
            self._messages.warn(
                translate(
                    "PhotoWatch",
                    "{name} was deleted or moved. The photo is still whole here: save it to have it again.",
                ).format(name=path.name)
            )
        elif stamp is not None and stamp != before:
            self._messages.warn(
                translate(
                    "PhotoWatch",
                    "{name} was changed by another program. Here it is as you opened it: "
                    "save it under another name to keep both, or open it again to see the change.",
                ).format(name=path.name)
            )

    def _keep_watching(self, path: Path) -> None:
        """Watch the file, and its folder: a file that was replaced, or made anew, is no longer watched."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        for place in (str(path), str(path.parent)):
            if place not in watched:
                self._watcher.addPath(place)
