"""What a picture's header tells, for planning work on many files without decoding any of them."""

from __future__ import annotations

import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from engine.photo.formats import HEAD, damaged, recognised
from engine.photo.metadata import ORIENTATION, Format, Metadata
from engine.photo.sources import check_size, load, shown

_WIDTH, _HEIGHT = 256, 257  # tags of TIFF
_OPENERS: dict[Format, Any] = {
    "JPEG": JpegImageFile,
    "PNG": PngImageFile,
    "TIFF": TiffImageFile,
    "WebP": WebPImageFile,
    "BMP": BmpImageFile,
    "GIF": GifImageFile,
}


@dataclass(frozen=True)
class Header:
    """A file's format and the size, (height, width), of its picture when upright; None if it cannot be told
    without decoding."""

    format: Format
    shape: tuple[int, int] | None


def read_header(path: str | os.PathLike[str]) -> Header:
    """Read the header of a photo or mask.

    Raises BadInputError as :func:`engine.photo.files.read_photo` does, as far as a header shows it.
    """
    path = Path(path)
    name = shown(path)
    format = recognised(load(path, HEAD), name)
    try:
        # Other threads may be at work, so filters of warnings are theirs too: but only for this moment.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with _OPENERS[format](path) as image:
                width, height, orientation = _stored(image, format)
    except MemoryError:
        raise
    except Exception as error:
        if format == "TIFF":  # Pillow knows fewer kinds than our own reader, which will judge it
            return Header(format, None)
        raise damaged(name, error) from error
    check_size(name, width, height)
    return Header(format, (width, height) if orientation >= 5 else (height, width))


def _stored(image: Any, format: Format) -> tuple[int, int, int]:
    """Width, height and orientation of the pixels as they are stored."""
    if format != "TIFF":
        exif = image.info.get("exif") or b""
        return *image.size, Metadata(exif=exif.removeprefix(b"Exif\0\0")).orientation
    tags = image.tag_v2  # the size that Pillow tells of a TIFF is turned in some versions
    orientation = tags.get(ORIENTATION, 1)
    return int(tags[_WIDTH]), int(tags[_HEIGHT]), orientation if orientation in range(1, 9) else 1
