"""WebP: without loss where the source was, else at high quality; metadata as they were."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import BinaryIO

from PIL.WebPImagePlugin import WebPImageFile

from engine.errors import BadInputError, Sentence
from engine.photo.metadata import Decoded, Metadata, Origin, Samples, exif_with_resolution
from engine.photo.modes import pillow_image, samples_from
from engine.photo.sources import check_size

MAX_SIDE = 16_383
QUALITY = 95

_EXIF_PREFIX = b"Exif\0\0"  # JPEG's, which some programs leave in


def decode(data: bytes, name: str) -> Decoded:
    """Decode a WebP, or an animation's first frame. ``name`` is for sentences.

    Raises BadInputError, and whatever Pillow and struct raise for damaged files.
    """
    if int.from_bytes(data[4:8], "little") + 8 > len(data):
        raise BadInputError("{name} is cut short: copy or download it again.", name=name)
    chunks = dict(_chunks(data))
    check_size(name, *_size(chunks))
    with WebPImageFile(io.BytesIO(data)) as image:
        samples, notes = samples_from(image, name, None)
    whole = b"ANMF" not in chunks
    if not whole:
        notes += (Sentence("{name} is animated: only its first frame is opened and saved.", name=name),)
    exif = chunks.get(b"EXIF", b"").removeprefix(_EXIF_PREFIX)
    metadata = Metadata(chunks.get(b"ICCP"), exif or None, chunks.get(b"XMP "))
    return Decoded(samples, Origin("WebP", metadata, whole, lossless=b"VP8L" in chunks), notes)


def encode(file: BinaryIO, samples: Samples, metadata: Metadata, lossless: bool) -> None:
    """Write uint8 RGB ``samples``, with or without alpha. Raises BadInputError above MAX_SIDE a side."""
    height, width, channels = samples.shape
    if max(height, width) > MAX_SIDE:
        raise BadInputError(
            "A WebP holds at most {limit} pixels a side: save it as PNG or TIFF.", limit=MAX_SIDE
        )
    exif = metadata.exif or (exif_with_resolution(metadata.dpi) if metadata.dpi else b"")
    pillow_image("RGB" if channels == 3 else "RGBA", samples).save(
        file,
        "WEBP",
        lossless=lossless,
        exact=True,  # colours below full transparency count too
        quality=75 if lossless else QUALITY,  # of the compression, respectively of the picture
        icc_profile=metadata.icc or b"",
        exif=exif,
        xmp=metadata.xmp or b"",
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        type, size = struct.unpack_from("<4sI", data, at)
        yield type, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _size(chunks: dict[bytes, bytes]) -> tuple[int, int]:
    """Width and height from whichever header there is (RFC 9649, sections 2.7, 3.4; RFC 6386, 9.1)."""
    if b"VP8X" in chunks:
        extent = chunks[b"VP8X"]
        return int.from_bytes(extent[4:7], "little") + 1, int.from_bytes(extent[7:10], "little") + 1
    if b"VP8L" in chunks:
        bits = int.from_bytes(chunks[b"VP8L"][1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", chunks.get(b"VP8 ", b""), 6)
    return width & 0x3FFF, height & 0x3FFF
