"""Photos and masks, read and written off the GUI thread by the functions handed in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from engine.messages import Hole, Image, Photo
from gui.background import Background
from gui.clipboard import Copy, copy_of
from gui.hole_layer import HoleLayer
from gui.picture import Picture
from gui.translation import translate


class FileFunctions(Protocol):
    """How files are read and written; each raises an error of engine.errors that names the file."""

    def read_photo(self, path: Path, /) -> Photo:
        """Read a photo."""

    def read_mask(self, path: Path, shape: tuple[int, int], /) -> Hole:
        """Read a mask for a photo of ``shape`` (H, W)."""

    def default_output(self, path: Path, suffix: str, /) -> Path:
        """Return a free name beside a photo, which ends with what was done to it."""

    def enlarged_photo(self, photo: Photo, image: Image, /) -> Photo:
        """Return a photo with alpha and metadata at the size of ``image``, for ``write_photo``."""

    def write_photo(self, photo: Photo, image: Image, path: Path, /, *, overwrite: bool) -> tuple[str, ...]:
        """Write ``image`` with the metadata of ``photo``; return sentences on what was converted."""

    def write_mask(self, hole: Hole, path: Path, /, *, overwrite: bool) -> None:
        """Write ``hole`` as a PNG, white where it is True."""


class FileHost(QObject):
    """Does file work in order, one at a time.

    Signals: ``begun`` (what, in words) with opening and saving; then ``opened`` (Photo, Picture, empty
    HoleLayer), ``saved`` (Path, the Photo, the Picture of it, sentences on what was converted), ``suggested``
    (the Photo, Path), ``copied`` (Copy), ``mask_read`` (hole), ``mask_written`` (Path, HoleLayer), or
    ``failed`` (Failure).
    """

    begun = Signal(str)
    opened = Signal(object, object, object)
    saved = Signal(object, object, object, object)
    suggested = Signal(object, object)
    copied = Signal(object)
    mask_read = Signal(object)
    mask_written = Signal(object, object)
    failed = Signal(object)

    def __init__(self, functions: FileFunctions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._functions = functions
        self._background = Background("files", self)

    def open(self, path: Path) -> None:
        """Read the photo at ``path``."""
        self.open_with(partial(self._functions.read_photo, path), path.name)

    def open_with(self, read: Callable[[], Photo], name: str) -> None:
        """Take the photo that ``read`` returns, which is called in the file thread."""

        def work() -> tuple[Photo, Picture, HoleLayer]:
            photo = read()
            picture = Picture.of(photo.image)
            return photo, picture, HoleLayer(picture.shape).touched()

        self.begun.emit(translate("FileHost", "Opening {name}…").format(name=name))
        self._background.submit(work, lambda opened: self.opened.emit(*opened), self.failed.emit)

    def suggest_output(self, photo: Photo, suffix: str) -> None:
        """Find a name to save ``photo`` under that is not taken, and that ends with ``suffix``."""
        work = partial(self._functions.default_output, photo.path, suffix)
        self._background.submit(work, partial(self.suggested.emit, photo), self.failed.emit)

    def save(self, photo: Photo, picture: Picture, path: Path) -> None:
        """Write ``picture``, ``photo`` or it enlarged, replacing what is there: the user has been asked."""

        def work() -> tuple[str, ...]:
            image = picture.image()
            return self._functions.write_photo(self._sized(photo, image), image, path, overwrite=True)

        self.begun.emit(translate("FileHost", "Saving {name}…").format(name=path.name))
        self._background.submit(work, partial(self.saved.emit, path, photo, picture), self.failed.emit)

    def copy(self, photo: Photo, picture: Picture) -> None:
        """Make of ``picture``, ``photo`` or it enlarged, what the clipboard takes."""

        def work() -> Copy:
            image = picture.image()
            return copy_of(image, self._sized(photo, image).alpha)

        self.begun.emit(translate("FileHost", "Copying {name}…").format(name=photo.path.name))
        self._background.submit(work, self.copied.emit, self.failed.emit)

    def read_mask(self, path: Path, shape: tuple[int, int]) -> None:
        """Read a mask for a photo of ``shape`` (H, W)."""
        self._background.submit(
            partial(self._functions.read_mask, path, shape), self.mask_read.emit, self.failed.emit
        )

    def write_mask(self, hole: HoleLayer, path: Path) -> None:
        """Write a snapshot of the mask to ``path``, replacing what is there: the user has been asked."""

        def work() -> None:
            self._functions.write_mask(hole.frozen(), path, overwrite=True)

        self._background.submit(work, lambda _: self.mask_written.emit(path, hole), self.failed.emit)

    def _sized(self, photo: Photo, image: Image) -> Photo:
        """Return ``photo``, or it enlarged as ``image`` is."""
        same = image.shape == photo.image.shape
        return photo if same else self._functions.enlarged_photo(photo, image)

    def shutdown(self) -> None:
        """Let what was begun come to its end, and end the thread."""
        self._background.shutdown()
