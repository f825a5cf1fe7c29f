"""TIFF: 8 and 16 bits in every common layout, its own tags kept, written with the source's compression.

Pillow reads 16-bit colour as 8, so plain kinds are taken apart here, and libtiff, through Pillow, only
unpacks LZW and PackBits. Rarer 8-bit kinds (JPEG, fax, YCbCr, palettes, CMYK) are Pillow's, which is
given the picture's own tags only. Numbers of sections are those of TIFF 6.0.
"""

from __future__ import annotations

import io
import itertools
import math
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

import numpy as np
from PIL import Image as PilImage
from PIL.TiffImagePlugin import TiffImageFile

from engine.errors import BadInputError, Sentence
from engine.photo import ifd
from engine.photo.metadata import Bytes, Decoded, Metadata, Origin, Samples, directories, with_resolution
from engine.photo.modes import array_of, samples_from
from engine.photo.sources import MAX_PIXELS, check_size

_SUBFILE, _WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC, _FILL_ORDER = 254, 256, 257, 258, 259, 262, 266
_STRIP_AT, _CHANNELS, _STRIP_ROWS, _STRIP_SIZES, _PLANAR, _PREDICTOR = 273, 277, 278, 279, 284, 317
_TILE_WIDTH, _TILE_HEIGHT, _TILE_AT, _TILE_SIZES, _EXTRA, _SAMPLE_FORMAT = 322, 323, 324, 325, 338, 339
_XMP, _PHOTOSHOP, _ICC = 700, 34377, 34675
_SUB_IFDS, _LAYERS, _DNG_VERSION = 330, 37724, 50706
# Whatever describes how the pixels are stored, and is therefore written anew, or points at pictures that
# are not kept.
_LAYOUT = {
    *(_SUBFILE, 255, _WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC, 263, 264, 265, _FILL_ORDER),
    *(_STRIP_AT, _CHANNELS, _STRIP_ROWS, _STRIP_SIZES, 280, 281, _PLANAR, 288, 289, 290, 291, 292, 293),
    *(_PREDICTOR, 320, 321, _TILE_WIDTH, _TILE_HEIGHT, _TILE_AT, _TILE_SIZES, 332, 333, 334, 336, _EXTRA),
    *(_SUB_IFDS, _LAYERS, _SAMPLE_FORMAT, 340, 341, 347, *range(512, 522), 529, 530, 531, 532),
}
_OWN_FIELD = {_XMP, _PHOTOSHOP, _ICC}  # of Metadata

_PLAIN, _LZW, _DEFLATE, _OLD_DEFLATE, _PACKBITS = 1, 5, 8, 32946, 32773
_PACKINGS = {_PLAIN, _LZW, _DEFLATE, _OLD_DEFLATE, _PACKBITS}
_PREDICTED, _HORIZONTAL = {_LZW, _DEFLATE, _OLD_DEFLATE}, 2
_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB, _CMYK = 0, 1, 2, 5
_LAB, _CAMERA_RAW = {8, 9, 10}, {32803, 34892}
_PREMULTIPLIED, _ALPHA = 1, 2
_MAX_CHANNELS = 16
_STRIP = 1 << 20  # bytes before packing
_LEVEL = 4  # twice as fast as zlib's own choice, for photos 2 % larger


@dataclass(frozen=True, eq=False)
class TiffSource:
    """``extra``: what the channel after the colours is: 0 unspecified, 1 premultiplied alpha, 2 alpha."""

    compression: int
    extra: int


def decode(data: bytes, name: str) -> Decoded:
    """Decode a TIFF's first page. ``name`` is for sentences.

    Raises BadInputError, and whatever Pillow, zlib and struct raise for damaged files.
    """
    pages = ifd.parse(data)
    page = pages[0]
    check_size(name, page.number(_WIDTH, 0), page.number(_HEIGHT, 0))
    _refuse_what_cannot_be_kept(data, page, name)
    metadata = _metadata(page)
    compression, extra = page.number(_COMPRESSION, _PLAIN), page.number(_EXTRA, 0)
    notes: tuple[str, ...] = ()
    if _is_simple(page):
        samples = _unpacked(data, page)
    else:
        samples, notes = _decoded_by_pillow(data, page, name, metadata.icc)
        extra = _ALPHA
        if page.number(_PHOTOMETRIC, _RGB) == _CMYK:
            metadata = replace(metadata, icc=None)  # it described inks
    further = _further(pages, samples, name)
    notes += further
    if compression not in _PACKINGS:
        compression = _DEFLATE
    source, premultiplied = TiffSource(compression, extra), extra == _PREMULTIPLIED
    origin = Origin("TIFF", metadata, whole=not further, premultiplied=premultiplied, source=source)
    return Decoded(samples, origin, notes)


def encode(file: BinaryIO, samples: Samples, metadata: Metadata, source: TiffSource | None = None) -> None:
    """Write ``samples`` of any kind without loss to an empty ``file``, in strips.

    ``source``: the TIFF whose compression and kind of alpha are to be used again.
    """
    source = source or TiffSource(_DEFLATE, _ALPHA)
    page = _tags(metadata)
    height, width, channels = samples.shape
    rows = max(1, min(height, _STRIP // (width * channels * samples.itemsize)))
    file.write(ifd.header(page.order, 0))
    places, sizes = [], []
    for top in range(0, height, rows):
        packed = _pack(samples[top : top + rows], page.order, source.compression)
        places.append(file.tell())
        sizes.append(file.write(packed))
    new = {
        _WIDTH: page.entry(ifd.LONG, width),
        _HEIGHT: page.entry(ifd.LONG, height),
        _BITS: page.entry(ifd.SHORT, *[8 * samples.itemsize] * channels),
        _COMPRESSION: page.entry(ifd.SHORT, source.compression),
        _PHOTOMETRIC: page.entry(ifd.SHORT, _RGB if channels > 2 else _BLACK_IS_ZERO),
        _STRIP_AT: page.entry(ifd.LONG, *places),
        _CHANNELS: page.entry(ifd.SHORT, channels),
        _STRIP_ROWS: page.entry(ifd.LONG, rows),
        _STRIP_SIZES: page.entry(ifd.LONG, *sizes),
        _PLANAR: page.entry(ifd.SHORT, 1),
    }
    if source.compression in _PREDICTED:
        new[_PREDICTOR] = page.entry(ifd.SHORT, _HORIZONTAL)
    if channels in (2, 4):
        new[_EXTRA] = page.entry(ifd.SHORT, source.extra)
    file.write(bytes(file.tell() % 2))
    end = file.tell()
    file.write(ifd.build(replace(page, entries=page.entries | new), end))
    file.seek(0)
    file.write(ifd.header(page.order, end))


def _further(pages: list[ifd.Directory], samples: Samples, name: str) -> tuple[str, ...]:
    """Say what the file holds besides ``samples`` of its first page."""
    page = pages[0]
    notes: list[str] = []
    if len(pages) > 1 or _SUB_IFDS in page.entries:
        notes.append(Sentence("{name} holds further pages: only the first is opened and saved.", name=name))
    if _LAYERS in page.entries:
        notes.append(Sentence("{name} holds further layers: only their sum is opened and saved.", name=name))
    if _is_simple(page) and page.number(_CHANNELS, 1) > samples.shape[2]:
        notes.append(
            Sentence(
                "{name} holds further channels: only colours and transparency are opened and saved.",
                name=name,
            )
        )
    return tuple(notes)


def _metadata(page: ifd.Directory) -> Metadata:
    """Metadata of a page, whose own tags are its EXIF; damaged directories are left out of that."""
    block = ifd.header(page.order) + ifd.build(page.without(_LAYOUT | _OWN_FIELD))
    return Metadata(page.raw(_ICC), block, page.raw(_XMP), page.raw(_PHOTOSHOP))


def _tags(metadata: Metadata) -> ifd.Directory:
    """The tags of a page that has ``metadata``, in the byte order these came in."""
    chain = directories(metadata.exif)
    page = chain[0].without(_LAYOUT | _OWN_FIELD) if chain else ifd.Directory("<", {})
    if metadata.dpi:
        page = with_resolution(page, metadata.dpi)
    own = ((_ICC, ifd.UNDEFINED, metadata.icc), (_XMP, ifd.BYTE, metadata.xmp))
    entries = {
        tag: ifd.Entry(type, len(body), body)
        for tag, type, body in (*own, (_PHOTOSHOP, ifd.BYTE, metadata.photoshop))
        if body
    }
    return replace(page, entries=page.entries | entries)


def _refuse_what_cannot_be_kept(data: bytes, page: ifd.Directory, name: str) -> None:
    if (
        data[8:10] == b"CR"
        or _DNG_VERSION in page.entries
        or page.number(_PHOTOMETRIC, 0) in _CAMERA_RAW
        or page.number(_SUBFILE, 0) & 1  # a preview comes first in the other makers' files
    ):
        raise BadInputError(
            "{name} is a camera's raw file: develop it to TIFF, PNG or JPEG first.", name=name
        )
    bits, formats = page.numbers(_BITS) or (1,), page.numbers(_SAMPLE_FORMAT) or (1,)
    kind = None
    if 3 in formats:
        kind = Sentence("floating-point numbers of {count} bits", count=max(bits))
    elif max(formats) > 1 and 4 not in formats:
        kind = Sentence("numbers with signs")
    elif max(bits) > 8 and set(bits) != {16}:
        kind = Sentence("numbers of {count} bits", count=max(bits))
    elif page.number(_PHOTOMETRIC, 0) in _LAB:
        kind = Sentence("Lab colours")
    elif max(bits) == 16 and not _is_simple(page):
        cmyk = page.number(_PHOTOMETRIC, 0) == _CMYK
        kind = Sentence("16-bit CMYK colours" if cmyk else "16-bit numbers in an uncommon packing")
    if kind:
        raise BadInputError(
            "{name} holds {kind}, which cannot be opened: save it as 8 or 16 bit RGB first.",
            name=name,
            kind=kind,
        )


def _is_simple(page: ifd.Directory) -> bool:
    """True for what is unpacked here: whole bytes of grey or RGB, packed as bytes."""
    photometric, channels = page.number(_PHOTOMETRIC, _BLACK_IS_ZERO), page.number(_CHANNELS, 1)
    return (
        set(page.numbers(_BITS)) in ({8}, {16})
        and photometric in (_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB)
        and (3 if photometric == _RGB else 1) <= channels <= _MAX_CHANNELS
        and page.number(_COMPRESSION, _PLAIN) in _PACKINGS
        and page.number(_PREDICTOR, 1) in (1, _HORIZONTAL)
        and page.number(_FILL_ORDER, 1) == 1
    )


def _unpacked(data: bytes, page: ifd.Directory) -> Samples:
    """The page's colours and the first channel after them, (H, W, 1 to 4)."""
    width, height, channels = (page.number(tag, 1) for tag in (_WIDTH, _HEIGHT, _CHANNELS))
    dtype = np.dtype(f"{page.order}u{page.number(_BITS, 8) // 8}")
    inverted = page.number(_PHOTOMETRIC, _BLACK_IS_ZERO) == _WHITE_IS_ZERO
    kept = min(channels, 4 if page.number(_PHOTOMETRIC, 0) == _RGB else 2)
    samples = np.empty((height, width, kept), dtype.newbyteorder("="))
    for block in _blocks(data, page):
        values = _unpack(block, page, dtype)[: height - block.top, : width - block.left]
        target = samples[block.top :, block.left :, block.channel :][: len(values), : values.shape[1]]
        target[..., : values.shape[2]] = values[..., : target.shape[2]]
    if inverted:
        np.subtract(np.iinfo(samples.dtype).max, samples[..., 0], out=samples[..., 0])
    return samples


@dataclass(frozen=True, eq=False)
class _Block:
    """A strip or a tile: where it belongs, its shape, and its bytes as they are in the file."""

    top: int
    left: int
    channel: int
    shape: tuple[int, int, int]
    packed: memoryview


def _blocks(data: bytes, page: ifd.Directory) -> Iterator[_Block]:
    width, height, channels = (page.number(tag, 1) for tag in (_WIDTH, _HEIGHT, _CHANNELS))
    tiled = _TILE_AT in page.entries
    if tiled:
        across, down = page.number(_TILE_WIDTH, 0), page.number(_TILE_HEIGHT, 0)
    else:
        across, down = width, min(height, page.number(_STRIP_ROWS, height))
    places = page.numbers(_TILE_AT if tiled else _STRIP_AT)
    # Very old files do not say where a strip ends; what unpacks it does know.
    sizes = page.numbers(_TILE_SIZES if tiled else _STRIP_SIZES) or [max(0, len(data) - at) for at in places]
    deep = 1 if page.number(_PLANAR, 1) == 2 else channels
    if not 0 < across * down <= MAX_PIXELS:
        raise ValueError(f"blocks of {across} x {down} pixels")
    count = math.ceil(height / down) * math.ceil(width / across) * (channels // deep)
    if len(places) < count or len(sizes) < count:
        raise ValueError(f"{min(len(places), len(sizes))} blocks of {count}")
    corners = itertools.product(range(0, channels, deep), range(0, height, down), range(0, width, across))
    for (channel, top, left), place, size in zip(corners, places, sizes, strict=False):
        if place + size > len(data):
            raise ValueError("its end is missing")
        rows = down if tiled else min(down, height - top)
        yield _Block(top, left, channel, (rows, across, deep), memoryview(data)[place : place + size])


def _unpack(block: _Block, page: ifd.Directory, dtype: np.dtype[Any]) -> Samples:
    """A block's values (rows, width, channels) in the machine's byte order."""
    rows = block.shape[0]
    size = math.prod(block.shape) * dtype.itemsize
    match page.number(_COMPRESSION, _PLAIN):
        case 1:
            raw: bytes | Bytes | memoryview = block.packed
        case 8 | 32946:
            raw = zlib.decompressobj().decompress(block.packed, size)
        case compression:
            raw = _unpacked_by_libtiff(bytes(block.packed), compression, rows, size // rows)
    if len(raw) < size:
        raise ValueError("a block is too short")
    values = np.frombuffer(raw, dtype, math.prod(block.shape)).reshape(block.shape)
    native = values.astype(dtype.newbyteorder("="), copy=False)
    if page.number(_PREDICTOR, 1) == _HORIZONTAL:  # section 14: differences, modulo the range
        return np.cumsum(native, axis=1, dtype=native.dtype)
    return native


def _pack(samples: Samples, order: ifd.Order, compression: int) -> bytes:
    if compression in _PREDICTED:
        samples = np.concatenate([samples[:, :1], samples[:, 1:] - samples[:, :-1]], axis=1)
    raw = samples.astype(samples.dtype.newbyteorder(order)).tobytes()
    match compression:
        case 1:
            return raw
        case 8 | 32946:
            return zlib.compress(raw, _LEVEL)
    return _packed_by_libtiff(raw, compression, len(samples))


def _unpacked_by_libtiff(packed: bytes, compression: int, rows: int, row: int) -> Bytes:
    """Bytes are unpacked as the pixels of a grey TIFF that consists of this one strip."""
    numbers = {_WIDTH: row, _HEIGHT: rows, _BITS: 8, _COMPRESSION: compression, _PHOTOMETRIC: _BLACK_IS_ZERO}
    numbers |= {_STRIP_AT: 0, _CHANNELS: 1, _STRIP_ROWS: rows, _STRIP_SIZES: len(packed)}
    page = ifd.Directory("<", {})
    entries = {tag: page.entry(ifd.LONG, number) for tag, number in numbers.items()}
    place = 8 + len(ifd.build(replace(page, entries=entries)))
    entries[_STRIP_AT] = page.entry(ifd.LONG, place)
    file = ifd.header("<") + ifd.build(replace(page, entries=entries)) + packed
    with TiffImageFile(io.BytesIO(file)) as image:
        image.load()
        return array_of(image).reshape(-1)


def _packed_by_libtiff(raw: bytes, compression: int, rows: int) -> bytes:
    """Bytes are packed as the pixels of a grey TIFF in one strip."""
    file = io.BytesIO()
    image = PilImage.frombytes("L", (len(raw) // rows, rows), raw)
    name = {_LZW: "tiff_lzw", _PACKBITS: "packbits"}[compression]
    image.save(file, "TIFF", compression=name, strip_size=len(raw))
    page = ifd.parse(file.getvalue())[0]
    place, size = page.number(_STRIP_AT, 0), page.number(_STRIP_SIZES, 0)
    return file.getvalue()[place : place + size]


def _decoded_by_pillow(
    data: bytes, page: ifd.Directory, name: str, icc: bytes | None
) -> tuple[Samples, tuple[str, ...]]:
    """Pillow gets a page with the tags that matter for the pixels, at the end of the same bytes."""
    layout = page.without(page.entries.keys() - _LAYOUT)
    long = {
        tag: page.entry(ifd.LONG, *page.numbers(tag))
        for tag, entry in layout.entries.items()
        if entry.type == ifd.LONG8
    }
    end = len(data) + len(data) % 2
    body = ifd.build(replace(layout, entries=layout.entries | long), end)
    file = ifd.header(page.order, end) + data[8:] + bytes(len(data) % 2) + body
    with TiffImageFile(io.BytesIO(file)) as image:
        return samples_from(image, name, icc)
