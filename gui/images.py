"""numpy arrays to Qt's images and back: the only place that knows both."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from gui.picture import to_eight_bit

RGB = tuple[int, int, int]


def to_qimage(pixels: npt.NDArray[Any], alpha: npt.NDArray[Any] | None = None) -> QImage:
    """Return a 32-bit QImage of ``pixels``, uint8 or uint16 (h, w, 3) RGB, that owns its memory.

    ``alpha``: uint8 or uint16 (h, w); None if all is opaque.
    """
    eight = np.ascontiguousarray(to_eight_bit(pixels))
    height, width = eight.shape[:2]
    if alpha is not None:
        four = np.dstack([eight, to_eight_bit(alpha)])
        view = QImage(four.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
        return view.convertToFormat(QImage.Format.Format_ARGB32)
    view = QImage(eight.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return view.convertToFormat(QImage.Format.Format_RGB32)


def tint(image: QImage, where: npt.NDArray[np.bool_], colour: RGB) -> None:
    """Mix a 32-bit image half and half with ``colour`` where ``where`` (h, w) is True, in place."""
    red, green, blue = colour
    half = np.uint32(0xFF000000 | ((red << 16 | green << 8 | blue) >> 1 & 0x7F7F7F))
    words = np.frombuffer(image.bits(), np.uint32).reshape(image.height(), image.width())
    # Halving all channels at once: the mask drops the bit that each would shift into the next.
    # In place: for one large expression numpy asks the system's loader who called, and the window
    # would stand still until the loader has done with torch.
    mixed = words >> 1
    mixed &= np.uint32(0x7F7F7F)
    mixed += half
    np.copyto(words, mixed, where=where)


def from_qimage(image: QImage) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8] | None]:
    """Return the RGB pixels (h, w, 3) of an image, and its alpha (h, w) if it is not opaque."""
    rgba = image.convertToFormat(QImage.Format.Format_RGBA8888)
    words = np.frombuffer(rgba.constBits(), np.uint8).reshape(rgba.height(), rgba.width(), 4)
    alpha = words[..., 3] if image.hasAlphaChannel() else None
    if alpha is not None and (alpha == 255).all():
        alpha = None
    return words[..., :3].copy(), None if alpha is None else alpha.copy()
