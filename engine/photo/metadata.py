"""What a photo file says about its pixels, apart from the pixels.

Metadata is carried as the bytes that were read. Only what a repair makes untrue is changed: the
thumbnails, which would still show the damage, and the orientation where the pixels were turned. EXIF is
patched in place, every value at its old offset, because makers' notes hold offsets nobody else knows.
"""

from __future__ import annotations

import contextlib
import re
import struct
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from engine.photo import ifd

Format = Literal["JPEG", "PNG", "TIFF", "WebP", "BMP", "GIF"]
Bytes = npt.NDArray[np.uint8]
Samples = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]
"""Pixels as a file stores them: (H, W, C), C being 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha."""

ORIENTATION, X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT = 0x0112, 0x011A, 0x011B, 0x0128
# Width and height, as IFD0 and as the EXIF directory call them.
_SIZE_TAGS = ((0x0100, 0x0101), (0xA002, 0xA003))


@dataclass(frozen=True)
class Metadata:
    """Metadata in no format's own wrapping.

    ``exif``: a block of tagged directories (for a TIFF: its own tags, as far as they do not describe how
    its pixels are stored). ``icc``: colour profile. ``xmp``: packet. ``photoshop``: image resources,
    which hold the IPTC caption. ``dpi``: horizontal and vertical, where the format itself states it.
    """

    icc: bytes | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    photoshop: bytes | None = None
    dpi: tuple[float, float] | None = None

    @property
    def orientation(self) -> int:
        """How to turn the stored pixels for display, 1 to 8 as in EXIF; 1 where it says nothing valid."""
        chain = directories(self.exif)
        value = chain[0].number(ORIENTATION, 1) if chain else 1
        return value if 1 <= value <= 8 else 1

    @property
    def resolution(self) -> tuple[float, float] | None:
        """Dots per inch, from the format or else from EXIF."""
        return self.dpi or _exif_dpi(self.exif)


@dataclass(frozen=True, eq=False)
class Origin:
    """Where a photo came from. ``whole`` is False if its file holds more than was read (pages, frames,
    layers): writing over it would lose that. ``lossless``: its pixels were stored exactly.
    ``premultiplied``: its colours are multiplied by its alpha. ``resized``: the pixels are no longer those
    of the file, so nothing of how they were coded applies. ``source`` is what its format needs to write it
    again.
    """

    format: Format
    metadata: Metadata = field(default_factory=Metadata)
    whole: bool = True
    lossless: bool = True
    premultiplied: bool = False
    resized: bool = False
    source: Any = None


@dataclass(frozen=True, eq=False)
class Decoded:
    """A file's contents: pixels as stored, where they came from, and sentences about conversions."""

    samples: Samples
    origin: Origin
    notes: tuple[str, ...] = ()


def upright(pixels: npt.NDArray[Any], orientation: int) -> npt.NDArray[Any]:
    """Return a view of stored ``pixels`` (H, W, ...) as they are to be displayed."""
    match orientation:
        case 2:
            return pixels[:, ::-1]
        case 3:
            return pixels[::-1, ::-1]
        case 4:
            return pixels[::-1]
        case 5:
            return pixels.swapaxes(0, 1)
        case 6:
            return pixels[::-1].swapaxes(0, 1)
        case 7:
            return pixels[::-1, ::-1].swapaxes(0, 1)
        case 8:
            return pixels[:, ::-1].swapaxes(0, 1)
    return pixels


def as_stored(pixels: npt.NDArray[Any], orientation: int) -> npt.NDArray[Any]:
    """Undo :func:`upright`."""
    return upright(pixels, {6: 8, 8: 6}.get(orientation, orientation))


def turned_upright(metadata: Metadata) -> Metadata:
    """Return metadata for pixels that were stored turned and now are not."""
    if metadata.orientation == 1:
        return metadata
    assert metadata.exif is not None  # or the orientation were 1
    block = bytearray(metadata.exif)
    swapped = metadata.orientation >= 5
    for directory in directories(metadata.exif):
        patch(block, directory, ORIENTATION, 1)
        children = [entry.children for entry in directory.entries.values() if entry.children]
        for part in (directory, *children):
            for width, height in _SIZE_TAGS:
                if swapped and width in part.entries and height in part.entries:
                    old = part.number(width, 0), part.number(height, 0)
                    patch(block, part, width, old[1])
                    patch(block, part, height, old[0])
    xmp = metadata.xmp and re.sub(rb"(tiff:Orientation(?:=[\"']|>))[2-8]", rb"\g<1>1", metadata.xmp)
    dpi = metadata.dpi[::-1] if metadata.dpi and swapped else metadata.dpi
    return replace(metadata, exif=bytes(block), xmp=xmp, dpi=dpi)


def with_size(metadata: Metadata, width: int, height: int) -> Metadata:
    """Return metadata that state ``width`` and ``height`` of the stored pixels wherever they state a size."""
    if not metadata.exif:
        return metadata
    block = bytearray(metadata.exif)
    for directory in directories(metadata.exif)[:1]:  # the next one is the thumbnail's
        children = [entry.children for entry in directory.entries.values() if entry.children]
        for part in (directory, *children):
            for width_tag, height_tag in _SIZE_TAGS:
                patch(block, part, width_tag, width)
                patch(block, part, height_tag, height)
    return replace(metadata, exif=bytes(block))


def exif_with_resolution(dpi: tuple[float, float]) -> bytes:
    """A smallest EXIF block, for formats that state their resolution nowhere else."""
    return ifd.header("<") + ifd.build(with_resolution(ifd.Directory("<", {}), dpi))


def with_resolution(directory: ifd.Directory, dpi: tuple[float, float]) -> ifd.Directory:
    """Return ``directory`` stating ``dpi``."""
    stated = {
        X_RESOLUTION: directory.entry(ifd.RATIONAL, *_fraction(dpi[0])),
        Y_RESOLUTION: directory.entry(ifd.RATIONAL, *_fraction(dpi[1])),
        RESOLUTION_UNIT: directory.entry(ifd.SHORT, 2),
    }
    return replace(directory, entries=directory.entries | stated)


def _fraction(value: float) -> tuple[int, int]:
    return round(min(value, 400_000.0) * 10_000), 10_000


def directories(exif: bytes | None) -> list[ifd.Directory]:
    """Return the chain of directories; empty for none or a damaged block, which is then carried as it is."""
    if exif:
        with contextlib.suppress(ifd.MalformedError):
            return ifd.parse(exif)
    return []


def _exif_dpi(exif: bytes | None) -> tuple[float, float] | None:
    for directory in directories(exif)[:1]:
        x, y = directory.rational(X_RESOLUTION), directory.rational(Y_RESOLUTION)
        per_inch = {2: 1.0, 3: 2.54}.get(directory.number(RESOLUTION_UNIT, 2))
        if x and y and per_inch:
            return x * per_inch, y * per_inch
    return None


def patch(block: bytearray, directory: ifd.Directory, tag: int, value: int) -> None:
    """Overwrite a tag's first integer where it stands; a value that does not fit is left alone."""
    entry = directory.entries.get(tag)
    if entry is not None and entry.type in (ifd.SHORT, ifd.LONG) and entry.count:
        code = "H" if entry.type == ifd.SHORT else "I"
        with contextlib.suppress(struct.error):
            struct.pack_into(directory.order + code, block, entry.at, value)
