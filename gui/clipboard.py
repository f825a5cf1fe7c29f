"""Photos out of the clipboard, and into it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QStandardPaths
from PySide6.QtGui import QGuiApplication, QImage

from engine.messages import Image, Photo
from gui.images import from_qimage, to_qimage

QUICKLY = 80
"""Qt's quality of a PNG: no less of the picture, only less time spent on making it small."""


@dataclass(frozen=True)
class Copy:
    """A picture as other programs take it: ``image`` for those of this system, ``png`` for all others."""

    image: QImage
    png: QByteArray


def pasted_photo(image: QImage) -> Photo:
    """Return an image from the clipboard as a photo that has no file yet."""
    pixels, alpha = from_qimage(image)
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Photo(Path(folder) / "pasted.png", pixels, alpha)


def copy_of(pixels: Image, alpha: Image | None) -> Copy:
    """Make what :func:`put` takes; the PNG takes its time, so in a thread of its own.

    Were it not made beforehand, the window would stand still when another program asks for it.
    """
    image = to_qimage(pixels, alpha)
    png = QBuffer()
    png.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(png, "PNG", QUICKLY)  # type: ignore[call-overload]
    return Copy(image, png.data())


def put(copy: Copy) -> None:
    """Put a picture into the clipboard."""
    data = QMimeData()
    data.setImageData(copy.image)
    data.setData("image/png", copy.png)
    QGuiApplication.clipboard().setMimeData(data)
