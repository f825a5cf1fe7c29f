"""Going on where an editor was that ended without being closed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QLockFile, QObject

from engine.errors import Failure
from engine.messages import Photo
from gui.autosave import Autosave, lock_of
from gui.background import Background
from gui.document import Document
from gui.message_bar import MessageBar
from gui.recipe import Recipe
from gui.session_store import MANIFEST, DamagedSessionError, Session, read_session
from gui.translation import translate
from gui.whole_file import set_aside


@dataclass(frozen=True)
class Leftover:
    """A session that nobody uses; nobody else will while there is the ``lock``."""

    folder: Path
    lock: QLockFile
    name: str
    last: QDateTime


class Recovery(QObject):
    """Offers what other editors left behind, one after the other; what is not answered stays.

    ``may_leave`` asks about the photo that is open, as :meth:`gui.file_flow.FileFlow.may_leave` does.
    """

    def __init__(
        self,
        root: Path,
        document: Document,
        autosave: Autosave,
        messages: MessageBar,
        read_photo: Callable[[Path], Photo],
        set_recipe: Callable[[Recipe], object],
        may_leave: Callable[[Callable[[], object]], bool],
    ) -> None:
        super().__init__(document)
        self._root = root
        self._document = document
        self._autosave = autosave
        self._messages = messages
        self._read_photo = read_photo
        self._set_recipe = set_recipe
        self._may_leave = may_leave
        self._background = Background("recovery", self)
        self._leftovers: list[Leftover] = []
        self._looked = self._ended = False

    def look(self) -> None:
        """Look for sessions left behind, once, and offer the newest."""
        if self._looked:
            return
        self._looked = True
        self._background.submit(partial(leftovers, self._root), self._found, self._failed)

    def shutdown(self) -> None:
        """Leave what was not answered for the next time."""
        self._ended = True
        self._background.shutdown()
        for leftover in self._leftovers:
            leftover.lock.unlock()

    def _found(self, found: tuple[list[Leftover], list[Path]]) -> None:
        self._leftovers, damaged = found
        for path in damaged:
            self._messages.warn(_damaged(path))
        self._offer_next()

    def _offer_next(self) -> None:
        if not self._leftovers:
            return
        newest = self._leftovers[0]
        when = QLocale().toString(newest.last, QLocale.FormatType.ShortFormat)
        question = translate(
            "Recovery",
            "Reweave ended without being closed while {name} was open. "
            "Your work is kept as it was then: {when}.",
        ).format(name=newest.name, when=when)
        answers = {
            translate("Recovery", "Go on where you were"): self._accept,
            translate("Recovery", "Forget it"): self._forget,
        }
        self._messages.offer(f"{self._messages.text} {question}".strip(), answers)

    def _accept(self) -> None:
        if self._document.locked:
            self._messages.warn(self._document.lock_reason)
        elif self._may_leave(self._read):
            self._read()

    def _read(self) -> None:
        leftover = self._leftovers.pop(0)
        self._messages.inform(translate("Recovery", "Bringing {name} back…").format(name=leftover.name))
        self._background.submit(
            partial(_read, leftover.folder, self._read_photo), partial(self._restore, leftover), self._failed
        )

    def _restore(self, leftover: Leftover, read: tuple[Session | None, str]) -> None:
        session, sentence = read
        if session is None or self._ended:
            leftover.lock.unlock()
            self._messages.warn(sentence)
            return
        self._document.restore(session.photo, session.past)
        if session.recipe is not None:
            self._set_recipe(session.recipe)
        self._autosave.go_on_from(session.source, partial(self._remove, leftover))
        self._messages.inform(sentence)

    def _forget(self) -> None:
        self._remove(self._leftovers.pop(0))
        self._offer_next()

    def _remove(self, leftover: Leftover) -> None:
        self._background.submit(partial(_remove, leftover), lambda _: None, self._failed)

    def _failed(self, failure: Failure) -> None:
        self._messages.fail(failure)


def leftovers(root: Path) -> tuple[list[Leftover], list[Path]]:
    """Return the sessions below ``root`` that nobody uses, newest first, and where damaged ones are now.

    What was begun and never came to hold a session is removed.
    """
    found, damaged = [], []
    for folder in root.glob("*/"):
        lock = lock_of(folder)
        if folder.suffix or not lock.tryLock(0):
            continue
        manifest = folder / MANIFEST
        try:
            if not manifest.exists():
                shutil.rmtree(folder, ignore_errors=True)
                lock.unlock()
                continue
            name = Path(json.loads(manifest.read_text("utf-8"))["photo"]["path"]).name
            last = QDateTime.fromSecsSinceEpoch(int(manifest.stat().st_mtime))
            found.append(Leftover(folder, lock, name, last))
        except (OSError, ValueError, LookupError, TypeError):
            damaged.append(set_aside(folder))
            lock.unlock()
    return sorted(found, key=lambda leftover: leftover.last.toSecsSinceEpoch(), reverse=True), damaged


def _read(folder: Path, read_photo: Callable[[Path], Photo]) -> tuple[Session | None, str]:
    """Return a session and what to say about it; a damaged one is set aside, and None."""
    try:
        session = read_session(folder, read_photo)
    except DamagedSessionError:
        return None, _damaged(set_aside(folder))
    restored = translate("Recovery", "{name} is as you left it.").format(name=session.photo.path.name)
    return session, f"{restored} {_what_became_of(session)}".strip()


def _what_became_of(session: Session) -> str:
    """Say whether the photo on disk is another than that which was opened."""
    photo = session.photo
    if session.source is None:
        return ""
    copy, original = session.source.content(), _content(photo.path)
    if original is None:
        gone = translate("Recovery", "{path} is no longer there; save the photo to have it again.")
        return gone.format(path=photo.path)
    if copy != original:
        return translate(
            "Recovery", "The file was changed since: what you see began from the photo as you opened it."
        )
    return ""


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _remove(leftover: Leftover) -> None:
    shutil.rmtree(leftover.folder, ignore_errors=True)
    leftover.lock.unlock()


def _damaged(aside: Path) -> str:
    return translate(
        "Recovery",
        "What was kept of your last session is damaged and cannot be brought back; it is in {path}.",
    ).format(path=aside)
