"""Opening and saving as the user meets them: dialogs, questions, and what follows when a file is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from engine.errors import BadInputError, Failure
from engine.messages import Hole, Photo
from gui.clipboard import Copy, pasted_photo, put
from gui.document import Document
from gui.file_host import FileHost
from gui.hole_layer import HoleLayer
from gui.message_bar import MessageBar
from gui.patience import Patience
from gui.picture import Picture
from gui.settings import Settings
from gui.tools import Painter
from gui.translation import in_our_words, translate

PHOTOS = QT_TRANSLATE_NOOP("FileFlow", "Photos"), "*.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp *.gif"
MASKS = QT_TRANSLATE_NOOP("FileFlow", "Masks"), "*.png *.tif *.tiff *.bmp *.jpg *.jpeg *.webp"
WRITABLE = QT_TRANSLATE_NOOP("FileFlow", "Photos"), "*.png *.jpg *.jpeg *.tif *.tiff *.webp"

MANY = 10
"""From so many photos on, none is opened before it is asked what is meant."""


class FileFlow(QObject):
    """What the file commands do.

    Signals: ``recent_changed``; ``batch_asked`` (Paths: a folder, or many photos, to be repaired in one go).
    """

    recent_changed = Signal()
    batch_asked = Signal(object)

    def __init__(
        self,
        window: QWidget,
        document: Document,
        painter: Painter,
        host: FileHost,
        messages: MessageBar,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._painter = painter
        self._host = host
        self._messages = messages
        self._settings = settings
        self._target: Path | None = None
        self._after_save: Callable[[], object] | None = None
        self._patience = Patience(messages, self)
        document.opened.connect(self._forget_target)
        document.resized.connect(self._forget_target)
        host.begun.connect(self._patience.begin)
        host.opened.connect(self._opened)
        host.saved.connect(self._saved)
        host.suggested.connect(self._ask_where_to_save)
        host.copied.connect(self._copied)
        host.mask_read.connect(self._mask_read)
        host.mask_written.connect(self._mask_written)
        host.failed.connect(self._failed)

    # Opening

    def ask_what_to_open(self) -> None:
        """Open a photo chosen in a dialog."""
        start = self._settings.recent[0] if self._settings.recent else ""
        name, _ = QFileDialog.getOpenFileName(
            self._window, translate("FileFlow", "Open a photo"), str(Path(start).parent), kinds(*PHOTOS)
        )
        if name:
            self.open([Path(name)])

    def open(self, paths: list[Path]) -> None:
        """Open the first of ``paths``, after asking about unsaved changes."""
        if not paths or self._is_repairing():
            return
        if len(paths) >= MANY:
            self._offer_batch(paths)
            return
        if len(paths) > 1:
            self._messages.inform(
                translate(
                    "FileFlow", "One photo at a time: {name} is opened, %n are not.", None, len(paths) - 1
                ).format(name=paths[0].name)
            )
        self._leave_for(lambda: self._host.open(paths[0].absolute()))

    def _offer_batch(self, paths: list[Path]) -> None:
        sentence = translate(
            "FileFlow",
            "%n photos are too many for one window, but can be repaired in one go, each into a new file.",
            None,
            len(paths),
        )
        self._messages.offer(
            sentence,
            {
                translate("FileFlow", "Repair them all…"): lambda: self.batch_asked.emit(paths),
                translate("FileFlow", "Open {name}").format(name=paths[0].name): lambda: self.open(paths[:1]),
            },
        )

    def take(self, data: QMimeData) -> None:
        """Open what was dropped or pasted: files, or else an image."""
        paths = dropped_files(data)
        if paths and paths[0].is_dir():
            self.batch_asked.emit(paths)
            return
        if paths:
            self.open(paths)
            return
        image = data.imageData()
        if not isinstance(image, QImage) or image.isNull():
            self._messages.warn(
                translate("FileFlow", "There is no photo in the clipboard: copy an image or a file first.")
            )
        elif not self._is_repairing():
            self._leave_for(
                lambda: self._host.open_with(
                    lambda: pasted_photo(image), translate("FileFlow", "the pasted photo")
                )
            )

    def paste(self) -> None:
        """Open what is in the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    def copy(self) -> None:
        """Put the photo, as it is now, into the clipboard."""
        if self._document.photo is not None:
            self._host.copy(self._document.photo, self._document.picture)

    def _copied(self, copy: Copy) -> None:
        self._patience.over()
        put(copy)
        self._messages.inform(
            translate("FileFlow", "Copied for other programs. Only saving keeps the metadata.")
        )

    def _is_repairing(self) -> bool:
        if self._document.locked:
            self._messages.warn(self._document.lock_reason)
        return self._document.locked

    def _opened(self, photo: Photo, picture: Picture, hole: HoleLayer) -> None:
        self._patience.over()
        self._document.open(photo, picture, hole)
        if photo.notes:
            self._messages.inform(" ".join(map(in_our_words, photo.notes)))
        if photo.origin is not None:  # it came from a file
            self._settings.remember(photo.path)
            self.recent_changed.emit()

    # Saving

    def save(self) -> None:
        """Save where it was saved last, or ask where."""
        if self._target is None:
            self.save_as()
        else:
            self._save_to(self._target)

    def save_as(self) -> None:
        """Ask where to save; a free name beside the photo is proposed, never the photo itself."""
        if self._document.photo is not None:
            done = "enlarged" if self._document.is_enlarged else "repaired"
            self._host.suggest_output(self._document.photo, done)

    def _forget_target(self) -> None:
        """Another photo, or one of another size, never replaces what was saved without a question."""
        self._target = None

    def _ask_where_to_save(self, photo: Photo, proposed: Path) -> None:
        if photo is not self._document.photo:  # another one was opened meanwhile
            self._after_save = None
            return
        path = ask_where(self._window, translate("FileFlow", "Save the photo"), proposed, kinds(*WRITABLE))
        if path is not None:
            self._save_to(path)
        else:
            self._after_save = None

    def _save_to(self, path: Path) -> None:
        if self._document.photo is not None:
            self._host.save(self._document.photo, self._document.picture, path)

    def _saved(self, path: Path, photo: Photo, picture: Picture, notes: tuple[str, ...]) -> None:
        self._patience.over()
        if photo is self._document.photo:  # else another one was opened meanwhile
            self._document.mark_saved(picture)
            self._target = path if picture.shape == self._document.picture.shape else None
        saved = translate("FileFlow", "Saved as {name}.").format(name=path.name)
        self._messages.inform(" ".join((saved, *map(in_our_words, notes))))
        self._go_on()

    # Masks

    def ask_for_mask(self) -> None:
        """Replace the mask by one chosen in a dialog."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, translate("FileFlow", "Import a mask"), self._folder(), kinds(*MASKS)
        )
        if name:
            self._host.read_mask(Path(name), self._document.picture.shape)

    def _mask_read(self, hole: Hole) -> None:
        try:
            self._painter.interrupted(lambda: self._document.replace_hole(hole))
            self._document.mark_mask_saved(self._document.hole)
        except BadInputError as error:  # another photo was opened meanwhile
            self._messages.warn(str(error))

    def export_mask(self) -> None:
        """Write the mask where a dialog says."""
        if self._document.hole.is_empty():
            self._messages.warn(
                translate(
                    "FileFlow",
                    "The mask is empty, so there is nothing to export: paint over the damage first.",
                )
            )
            return
        proposed = Path(self._folder()) / f"{self._stem()}_mask.png"
        path = ask_where(self._window, translate("FileFlow", "Export the mask"), proposed, "PNG (*.png)")
        if path is not None:
            self._host.write_mask(self._document.hole.snapshot(), path)
        else:
            self._after_save = None

    def _mask_written(self, path: Path, hole: HoleLayer) -> None:
        self._document.mark_mask_saved(hole)
        self._messages.inform(translate("FileFlow", "Mask exported as {name}.").format(name=path.name))
        self._go_on()

    def _folder(self) -> str:
        photo = self._document.photo
        return str(photo.path.parent) if photo is not None else ""

    def _stem(self) -> str:
        photo = self._document.photo
        return photo.path.stem if photo is not None else "photo"

    # Leaving

    def may_leave(self, later: Callable[[], object]) -> bool:
        """Return True if nothing would be lost by leaving the photo, or the user does not mind.

        Else return False; if the user chose to save first, ``later`` is called when that is done, and when
        nothing else would be lost by then.
        """
        if not self._document.picture_is_saved:
            question, save = translate("FileFlow", "Save the changes to {name}?"), self.save
        elif not self._document.mask_is_saved:
            question, save = translate("FileFlow", "Export the mask painted on {name}?"), self.export_mask
        else:
            return True
        button = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window,
            "Reweave",
            question.format(name=self._stem()),
            button.Save | button.Discard | button.Cancel,
            button.Save,
        )
        if answer == button.Save:
            self._after_save = later
            save()
        return answer == button.Discard

    def _leave_for(self, go_on: Callable[[], object]) -> None:
        if self.may_leave(go_on):
            go_on()

    def _go_on(self) -> None:
        go_on, self._after_save = self._after_save, None
        if go_on is not None:
            self._leave_for(go_on)

    def _failed(self, failure: Failure) -> None:
        self._patience.over()
        self._after_save = None
        self._messages.fail(failure)


def kinds(name: str, patterns: str) -> str:
    """Return what a file dialog offers: files of these ``patterns``, or all."""
    return f"{translate('FileFlow', name)} ({patterns});;{translate('FileFlow', 'All files')} (*)"


def ask_where(window: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
    """Ask for a name to save under, and about replacing a file of that name; None if there is none."""
    dialog = QFileDialog(window, title, str(proposed.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix.lstrip("."))  # added before the question, not after it
    dialog.selectFile(proposed.name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files that are dragged or copied, if any."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
