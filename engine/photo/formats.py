"""Which file is of which format, and who decodes and encodes it."""

from __future__ import annotations

import io
from typing import Any, BinaryIO

from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile

from engine.errors import BadInputError, ReweaveError, Sentence
from engine.photo import jpeg, png, tiff, webp
from engine.photo.metadata import Decoded, Format, Metadata, Origin, Samples
from engine.photo.modes import samples_from
from engine.photo.sources import check_size

SUFFIXES: dict[str, Format] = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".jpe": "JPEG",
    ".jfif": "JPEG",
    ".png": "PNG",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".webp": "WebP",
    ".bmp": "BMP",
    ".dib": "BMP",
    ".gif": "GIF",
}
"""Endings of names, in lower case."""
WRITABLE: dict[Format, str] = {"JPEG": ".jpg", "PNG": ".png", "TIFF": ".tif", "WebP": ".webp"}
"""Formats that are written, and the ending each gets. BMP and GIF become PNG, which holds all of them."""
LARGEST_SIDE: dict[Format, int] = {"JPEG": jpeg.MAX_SIDE, "WebP": webp.MAX_SIDE}
"""Pixels a side that a format holds at most, where that is less than a photo can have."""
HEAD = 32
"""Bytes at a file's beginning that tell its format."""

_STARTS: dict[bytes, Format] = {
    b"\xff\xd8\xff": "JPEG",
    png.SIGNATURE: "PNG",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"II+\0": "TIFF",
    b"MM\0+": "TIFF",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"BM": "BMP",
}


def sniffed(head: bytes) -> Format | None:
    """Return the format of a file that begins with ``head``; None if it is none of ours."""
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "WebP"
    return next((format for start, format in _STARTS.items() if head.startswith(start)), None)


def recognised(head: bytes, name: str) -> Format:
    """Return the format of a file that begins with ``head``. Raises BadInputError if it is none of ours."""
    format = sniffed(head)
    if format is None and head[4:8] == b"ftyp":
        raise BadInputError(
            "{name} is a HEIC, AVIF or video file, which cannot be opened: convert it to JPEG, "
            "PNG or TIFF first.",
            name=name,
        )
    if format is None:
        raise BadInputError(
            "{name} is not a photo that can be opened: choose a JPEG, PNG, TIFF, WebP, BMP or GIF file.",
            name=name,
        )
    return format


def ending_for(ending: str, format: Format | None) -> str:
    """Return the ending of a name, ``ending`` if possible, that tells the format a photo is saved in."""
    named = SUFFIXES.get(ending.lower())
    format = format or named
    if format != named or format not in WRITABLE:
        return WRITABLE.get(format or "PNG", ".png")
    return ending


def damaged(name: str, error: Exception) -> BadInputError:
    """The sentence for a file that a decoder gave up on."""
    return BadInputError(
        "{name} is damaged, cut short or of a rare kind and cannot be opened whole: use another "
        "copy, or save it as PNG or TIFF elsewhere ({reason}).",
        name=name,
        reason=error,
    )


def decode(data: bytes, name: str) -> Decoded:
    """Decode a whole file. ``name`` is for sentences.

    Raises BadInputError for what is no photo, what cannot be kept faithfully, and what is damaged.
    """
    format = recognised(data[:HEAD], name)
    try:
        return _decode(format, data, name)
    except (ReweaveError, MemoryError):
        raise
    except Exception as error:  # decoders meet damaged files with every kind of exception
        raise damaged(name, error) from error


def encode(
    file: BinaryIO,
    format: Format,
    samples: Samples,
    metadata: Metadata,
    origin: Origin,
    before: Samples | None = None,
) -> tuple[str, ...]:
    """Write ``samples`` to an empty ``file`` and return sentences on what the format could not hold.

    ``origin``: where they came from; in its own format they are stored alike. ``before``: the samples
    that were read from it.
    """
    source: Any = origin.source if format == origin.format else None
    match format:
        case "JPEG":
            return jpeg.encode(file, samples, metadata, source, before)
        case "PNG":
            png.encode(file, samples, metadata, source)
        case "TIFF":
            tiff.encode(file, samples, metadata, source)
        case "WebP":
            webp.encode(file, samples, metadata, origin.lossless)
        case _:
            raise AssertionError(f"{format} is not written")
    return ()


def _decode(format: Format, data: bytes, name: str) -> Decoded:
    match format:
        case "JPEG":
            return jpeg.decode(data, name)
        case "PNG":
            return png.decode(data, name)
        case "TIFF":
            return tiff.decode(data, name)
        case "WebP":
            return webp.decode(data, name)
        case "BMP":
            image: BmpImageFile | GifImageFile = BmpImageFile(io.BytesIO(data))
        case "GIF":
            image = GifImageFile(io.BytesIO(data))
    with image:
        check_size(name, *image.size)
        whole = not getattr(image, "is_animated", False)
        samples, notes = samples_from(image, name, None)
        metadata = Metadata(dpi=image.info.get("dpi"))
    if not whole:
        notes += (Sentence("{name} is animated: only its first frame is opened and saved.", name=name),)
    return Decoded(samples, Origin(format, metadata, whole), notes)
