"""PNG: every chunk that still holds true is kept, byte for byte; pixels of 8 and 16 bits.

Pillow reads 16-bit colour as 8, so OpenCV decodes those; neither writes all kinds, so the encoder is
here. Decoders are given the picture's own chunks only. See the PNG specification, third edition.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import cv2
import numpy as np
from PIL.PngImagePlugin import PngImageFile

from engine.errors import BadInputError, Sentence
from engine.photo.metadata import Bytes, Decoded, Metadata, Origin, Samples
from engine.photo.modes import samples_from
from engine.photo.sources import check_size

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_GREY, _RGB, _PALETTE, _GREY_ALPHA, _RGB_ALPHA = 0, 2, 3, 4, 6
_COLOUR_TYPES = {1: _GREY, 2: _GREY_ALPHA, 3: _RGB, 4: _RGB_ALPHA}  # by samples per pixel
# Left, top, and the steps across and down.
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_PICTURE = {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
# True of one kind of samples only, whereas the others of which the name says "unsafe to copy", by a
# capital at its end, are known to stay true when pixels change.
_OF_SAMPLES = {b"bKGD", b"sBIT", b"hIST"}
_OF_COLOURS = {b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"cICP", b"mDCV", b"cLLI"}
_OF_SCALE = {b"sTER", b"oFFs", b"pCAL", b"sCAL"}
_XMP = b"XML:com.adobe.xmp\0"
_INCH = 0.0254  # metres
_MAX_TEXT = 32 << 20  # bytes that a profile or packet may unpack to
_PART = 1 << 20  # bytes that are filtered, and written, at a time
_LEVEL = 4  # twice as fast as zlib's own choice, for photos 2 % larger

Chunk = tuple[bytes, bytes]
"""A type and its data."""


@dataclass(frozen=True, eq=False)
class PngSource:
    """Ancillary chunks to write again, in their order, and the (depth, colour type) they came with."""

    chunks: tuple[Chunk, ...]
    kind: tuple[int, int]


def decode(data: bytes, name: str) -> Decoded:
    """Decode a PNG, or an animation's main picture. ``name`` is for sentences.

    Raises BadInputError, and whatever Pillow, OpenCV and struct raise for damaged files.
    """
    spans, notes = _spans(data, name)
    chunks = [(type, data[start + 8 : stop - 4]) for type, start, stop in spans if type != b"IDAT"]
    first = dict(reversed(chunks))
    if chunks[0][0] != b"IHDR" or len(chunks) == len(spans):
        raise BadInputError("{name} is a PNG without a picture in it: use another copy.", name=name)
    width, height, depth, colour_type, _, _, interlaced = struct.unpack(">IIBBBBB", first[b"IHDR"])
    check_size(name, width, height)
    view = memoryview(data)
    coded = [view[start + 8 : stop - 4] for type, start, stop in spans if type == b"IDAT"]
    if not _holds(coded, _raw_size(width, height, depth * _samples_per_pixel(colour_type), bool(interlaced))):
        raise BadInputError(
            "{name} is damaged (a part of its picture is missing): use another copy.", name=name
        )
    metadata = _metadata(chunks)
    drawn = _PICTURE | ({b"tRNS"} if colour_type == _PALETTE else set())
    picture = SIGNATURE + b"".join(view[start:stop] for type, start, stop in spans if type in drawn)
    if depth == 16:
        samples = _decoded_16(picture, colour_type, name)
    else:
        with PngImageFile(io.BytesIO(picture)) as image:
            samples, converted = samples_from(image, name, metadata.icc)
        notes += converted
        if depth in (2, 4) and colour_type == _GREY:
            notes += (
                Sentence("{name} has {depth} bits per pixel; it is saved with 8.", name=name, depth=depth),
            )
    if colour_type in (_GREY, _RGB) and len(first.get(b"tRNS", b"")) == 2 * samples.shape[2]:
        samples = _with_transparent_colour(samples, first[b"tRNS"], depth)
    whole = first.get(b"acTL", bytes(8))[:4] in (bytes(4), b"\0\0\0\1")
    if not whole:
        notes += (Sentence("{name} is animated: only its main picture is opened and saved.", name=name),)
    source = PngSource(tuple(chunk for chunk in chunks if _stays_true(chunk[0])), (depth, colour_type))
    return Decoded(samples, Origin("PNG", metadata, whole, source=source), notes)


def encode(file: BinaryIO, samples: Samples, metadata: Metadata, source: PngSource | None = None) -> None:
    """Write ``samples`` of any kind without loss. ``source``: the PNG whose chunks are to be used again."""
    height, width, channels = samples.shape
    kind = 8 * samples.itemsize, _COLOUR_TYPES[channels]
    file.write(SIGNATURE + _framed(b"IHDR", struct.pack(">IIBBBBB", width, height, *kind, 0, 0, 0)))
    for type, body in _ancillary(metadata, source, kind):
        file.write(_framed(type, body))
    for part in _compressed(samples):
        file.write(_framed(b"IDAT", part))
    file.write(_framed(b"IEND", b""))


def _spans(data: bytes, name: str) -> tuple[list[tuple[bytes, int, int]], tuple[str, ...]]:
    """Type, start and stop of all chunks up to IEND, but for damaged ones that the picture does not need."""
    view = memoryview(data)
    spans: list[tuple[bytes, int, int]] = []
    damaged = False
    start = len(SIGNATURE)
    while start + 12 <= len(data):
        size, type = struct.unpack_from(">I4s", data, start)
        stop = start + 12 + size
        if stop > len(data):
            break
        if zlib.crc32(view[start + 4 : stop - 4]) == int.from_bytes(data[stop - 4 : stop]):
            spans.append((type, start, stop))
        elif type in _PICTURE:
            raise BadInputError(
                "{name} is damaged (some of its bytes are wrong): use another copy.", name=name
            )
        else:
            damaged = True
        if type == b"IEND":
            note = Sentence("{name} holds damaged metadata, which were left out.", name=name)
            return spans, (note,) * damaged
        start = stop
    raise BadInputError("{name} is cut short: copy or download it again.", name=name)


def _samples_per_pixel(colour_type: int) -> int:
    return {colour_type: samples for samples, colour_type in _COLOUR_TYPES.items()}.get(colour_type, 1)


def _raw_size(width: int, height: int, bits: int, interlaced: bool) -> int:
    """Bytes of all filtered rows of ``bits`` per pixel, in one pass or Adam7's seven (section 8.1)."""
    size = 0
    for left, top, across, down in _ADAM7 if interlaced else ((0, 0, 1, 1),):
        columns, rows = -((left - width) // across), -((top - height) // down)
        size += rows * (1 + (columns * bits + 7) // 8) if columns > 0 and rows > 0 else 0
    return size


def _holds(parts: list[memoryview], size: int) -> bool:
    """True if the deflated ``parts`` hold ``size`` bytes: Pillow would leave what is missing black."""
    inflate = zlib.decompressobj()
    for part in parts:
        packed: bytes | memoryview = part
        while packed and size > 0:
            size -= len(inflate.decompress(packed, _PART))
            packed = inflate.unconsumed_tail
    return size <= 0


def _framed(type: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + type + body + struct.pack(">I", zlib.crc32(body, zlib.crc32(type)))


def _stays_true(type: bytes) -> bool:
    """True for chunks that an edited picture may keep."""
    ancillary, safe_to_copy = type[0] & 32, type[3] & 32
    return bool(ancillary and (safe_to_copy or type in _OF_SAMPLES | _OF_COLOURS | _OF_SCALE))


def _metadata(chunks: list[Chunk]) -> Metadata:
    icc = exif = xmp = dpi = None
    for type, body in chunks:
        if type == b"iCCP" and icc is None:
            icc = _inflated(body.partition(b"\0")[2][1:])
        elif type == b"eXIf":
            exif = body
        elif type == b"iTXt" and body.startswith(_XMP):
            packed = body[len(_XMP) : len(_XMP) + 1] == b"\1"
            text = body[len(_XMP) + 2 :].split(b"\0", 2)[-1]  # after language and translated keyword
            xmp = _inflated(text) if packed else text
        elif type == b"pHYs" and len(body) == 9:
            x, y, unit = struct.unpack(">IIB", body)
            dpi = (x * _INCH, y * _INCH) if unit == 1 and x and y else None
    return Metadata(icc, exif, xmp, None, dpi)


def _inflated(packed: bytes) -> bytes | None:
    """What ``packed`` holds; None if it is damaged or too much, though its chunk is still carried."""
    inflate = zlib.decompressobj()
    try:
        text = inflate.decompress(packed, _MAX_TEXT)
    except zlib.error:
        return None
    return text if inflate.eof else None


def _ancillary(metadata: Metadata, source: PngSource | None, kind: tuple[int, int]) -> Iterator[Chunk]:
    """The chunks before the picture: the source's own ones, brought up to date, or new ones."""
    exif = [(b"eXIf", metadata.exif)] if metadata.exif else []
    xmp = [(b"iTXt", _XMP + bytes(4) + metadata.xmp)] if metadata.xmp else []
    if source is None:
        if metadata.icc:
            yield b"iCCP", b"ICC profile\0\0" + zlib.compress(metadata.icc)
        if metadata.resolution:
            yield (
                b"pHYs",
                struct.pack(
                    ">IIB", *(min(round(dots / _INCH), 2**31 - 1) for dots in metadata.resolution), 1
                ),
            )
        yield from exif + xmp
        return
    for type, body in source.chunks:
        if type == b"eXIf":
            yield from exif
        elif type == b"iTXt" and body.startswith(_XMP) and metadata.xmp:
            yield from xmp
        elif type not in _OF_SAMPLES or kind == source.kind:
            yield type, body


def _decoded_16(picture: bytes, colour_type: int, name: str) -> Samples:
    pixels: Any = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None or pixels.dtype != np.uint16:
        raise BadInputError("{name} is damaged: its picture cannot be decoded, use another copy.", name=name)
    match colour_type:
        case 0:
            samples: Samples = pixels[..., None]
        case 4:
            samples = pixels[..., ::3]
        case 2:
            samples = cv2.cvtColor(pixels, cv2.COLOR_BGR2RGB)
        case _:
            samples = cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGBA)
    return samples


def _with_transparent_colour(samples: Samples, key: bytes, depth: int) -> Samples:
    """Add the alpha channel that makes one colour transparent."""
    colour = np.frombuffer(key, ">u2")
    if depth < 8:
        colour = colour * (255 // (2**depth - 1))
    alpha = np.where((samples == colour).all(axis=2), 0, np.iinfo(samples.dtype).max)
    return np.dstack([samples, alpha.astype(samples.dtype)])


def _compressed(samples: Samples) -> Iterator[bytes]:
    """The filtered and deflated rows, in parts, so that no second copy of the picture is needed."""
    height = len(samples)
    pixel = samples.itemsize * samples.shape[2]
    row = pixel * samples.shape[1]
    deflate = zlib.compressobj(_LEVEL)
    above = np.zeros((1, row), np.uint8)
    step = max(1, _PART // row)
    for top in range(0, height, step):
        part = np.ascontiguousarray(samples[top : top + step])
        rows = part.astype(part.dtype.newbyteorder(">"), copy=False).view(np.uint8).reshape(-1, row)
        packed = deflate.compress(_filtered(rows, np.concatenate([above, rows[:-1]]), pixel))
        if packed:
            yield packed
        above = rows[-1:]
    yield deflate.flush()


def _filtered(rows: Bytes, above: Bytes, pixel: int) -> bytes:
    """Filter each row in the way that leaves the smallest differences (sections 9.2 and 12.7)."""
    left, corner = np.zeros_like(rows), np.zeros_like(rows)
    left[:, pixel:], corner[:, pixel:] = rows[:, :-pixel], above[:, :-pixel]
    filtered = {0: rows, 1: rows - left, 2: rows - above, 4: rows - _paeth(left, above, corner)}
    types = np.array(list(filtered))
    sizes = [np.abs(residual.view(np.int8)).sum(axis=1, dtype=np.int64) for residual in filtered.values()]
    best = types[np.argmin(sizes, axis=0)]
    lines = np.empty((len(rows), 1 + rows.shape[1]), np.uint8)
    lines[:, 0] = best
    for type, residual in filtered.items():
        lines[best == type, 1:] = residual[best == type]
    return lines.tobytes()


def _paeth(left: Bytes, above: Bytes, corner: Bytes) -> Bytes:
    """Whichever of the three is nearest to left + above - corner (section 9.4)."""
    a, b, c = (part.astype(np.int16) for part in (left, above, corner))
    to_left, to_above, to_corner = np.abs(b - c), np.abs(a - c), np.abs(a + b - 2 * c)
    nearest = np.where(to_above <= to_corner, above, corner)
    return np.where((to_left <= to_above) & (to_left <= to_corner), left, nearest)
