"""JPEG: every segment that still holds true is kept, and a repair is encoded with the source's own tables.

What is not repaired loses next to nothing, see :mod:`engine.photo.jpeg_planes`.
"""

from __future__ import annotations

import io
import math
import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from PIL.JpegImagePlugin import JpegImageFile

from engine.errors import BadInputError, Sentence
from engine.photo.jpeg_planes import merged_planes
from engine.photo.metadata import Decoded, Metadata, Origin, Samples
from engine.photo.modes import pillow_image, samples_from
from engine.photo.sources import check_size

MAX_SIDE = 65_500
QUALITY = 95  # for pictures that were no JPEG before; with full-resolution chroma

_EOI, _SOS, _COM = 0xD9, 0xDA, 0xFE
_BARE = {0x01, *range(0xD0, 0xD9)}  # markers without a payload
_APP0, _APP1, _APP2, _APP13, _APP14 = 0xE0, 0xE1, 0xE2, 0xED, 0xEE
_METADATA = {*range(0xE0, 0xF0), _COM}
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_DECODABLE, _PROGRESSIVE = {0xC0, 0xC1, 0xC2, 0xC9, 0xCA}, {0xC2, 0xCA}
# Within a scan, 0xFF is followed by 0 or is a restart marker.
_SCAN_END = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")

_JFIF, _JFXX, _EXIF = b"JFIF\0", b"JFXX\0", b"Exif\0\0"
_XMP, _ICC = b"http://ns.adobe.com/xap/1.0/\0", b"ICC_PROFILE\0"
_MPF, _PHOTOSHOP = b"MPF\0", b"Photoshop 3.0\0"
_MAX_PAYLOAD = 65_533

Segment = tuple[int, bytes]
"""A marker's code and its payload."""


@dataclass(frozen=True, eq=False)
class JpegSource:
    """A JPEG taken apart. ``picture``: all that a decoder needs, metadata left out, its size rounded up
    to whole blocks. ``mode``: L, YCbCr or RGB, which is what it stores, or CMYK. ``components``:
    (horizontal sampling, vertical sampling, number of the quantisation table) each. ``tables``: by
    number, in natural order.
    """

    picture: bytes
    mode: str
    segments: tuple[Segment, ...]
    components: tuple[tuple[int, int, int], ...]
    tables: dict[int, list[int]]
    progressive: bool

    @property
    def subsampling(self) -> int:
        """Pillow's number: 1 for 4:2:2, 2 for 4:2:0, and 0 for 4:4:4, in which any other fits."""
        factors = [component[:2] for component in self.components]
        return {(2, 1): 1, (2, 2): 2}.get(factors[0], 0) if factors[1:] == [(1, 1), (1, 1)] else 0

    @property
    def component_tables(self) -> list[list[int]]:
        """The tables of the components in turn; those that are not listed share the last."""
        numbers = [number for *_, number in self.components]
        while len(numbers) > 1 and numbers[-1] == numbers[-2]:
            numbers.pop()
        return [self.tables[number] for number in numbers]


def decode(data: bytes, name: str) -> Decoded:
    """Decode a JPEG, or the first picture of several. ``name`` is for sentences.

    Raises BadInputError for kinds that cannot be decoded, and whatever Pillow raises for damaged ones.
    """
    picture = bytearray(data[:2])
    segments: list[Segment] = []
    frame: Segment | None = None
    frame_at = scans = 0
    end = len(data)
    for code, start, stop in _markers(data):
        segment = code, data[start + 4 : stop]
        if code in _METADATA:
            segments.append(segment)
        if code in _FRAMES and frame is None:
            frame, frame_at = segment, len(picture)
        if code not in _METADATA or _says_colours(segment):
            picture += data[start:stop]
        scans += code == _SOS
        if code == _EOI:
            end = stop
            break
    if frame is None:
        raise BadInputError("{name} is a JPEG without a picture in it: use another copy.", name=name)
    precision, height, width, count = struct.unpack_from(">BHHB", frame[1])
    check_size(name, width, height)
    if precision != 8 or frame[0] not in _DECODABLE:
        raise BadInputError(
            "{name} is a lossless or hierarchical JPEG, which cannot be opened: save it as PNG or TIFF first."
            if precision == 8
            else "{name} is a {bits}-bit JPEG, which cannot be opened: save it as PNG or TIFF first.",
            name=name,
            bits=precision,
        )
    metadata = _metadata(segments)
    with JpegImageFile(io.BytesIO(picture)) as image:
        samples, notes = samples_from(image, name, metadata.icc)
        tables = {number: list(values) for number, values in image.quantization.items()}
        transform, is_jfif = image.info.get("adobe_transform"), "jfif" in image.info
    factors, numbers = frame[1][7 : 6 + 3 * count : 3], frame[1][8 : 6 + 3 * count : 3]
    stores_rgb = not is_jfif and (transform == 0 or (transform is None and frame[1][6::3] == b"RGB"))
    # A scan of several components comes in groups of blocks, as many across as the finest has.
    grouped = scans == 1 and count > 1
    across, down = (8 * max(sides) if grouped else 8 for sides in zip(*map(_nibbles, factors), strict=True))
    source = JpegSource(
        _resized(bytes(picture), frame_at, _whole_blocks(width, across), _whole_blocks(height, down)),
        {1: "L", 3: "RGB" if stores_rgb else "YCbCr"}.get(count, "CMYK"),
        tuple(segments),
        tuple((*_nibbles(pair), number) for pair, number in zip(factors, numbers, strict=True)),
        tables,
        frame[0] in _PROGRESSIVE,
    )
    if count == 4:
        metadata = replace(metadata, icc=None)  # it described inks
    whole = not data[end:].strip(b"\0\xff\r\n ")
    if not whole:
        notes += (
            Sentence(
                "{name} holds more than one picture (such as a video, a preview or a gain map): "
                "only the first is opened and saved.",
                name=name,
            ),
        )
    if _looks_cut_short(samples):
        notes += (
            Sentence("The lower part of {name} is plain grey, as in a file that was cut short.", name=name),
        )
    return Decoded(samples, Origin("JPEG", metadata, whole, lossless=False, source=source), notes)


def encode(
    file: BinaryIO,
    samples: Samples,
    metadata: Metadata,
    source: JpegSource | None = None,
    before: Samples | None = None,
) -> tuple[str, ...]:
    """Write uint8 ``samples``, grey or RGB, and return sentences on what JPEG could not hold.

    ``source``: the JPEG whose tables, sampling and segments are to be used again; ``before``: its
    pixels, to tell which of ``samples`` are new. Raises BadInputError above MAX_SIDE pixels a side.
    """
    height, width, channels = samples.shape
    if max(height, width) > MAX_SIDE:
        raise BadInputError(
            "A JPEG holds at most {limit} pixels a side: save it as PNG or TIFF.", limit=MAX_SIDE
        )
    if source is None or before is None or source.mode == "CMYK":
        encoded = _encoded("L" if channels == 1 else "RGB", samples, quality=QUALITY, subsampling=0)
    else:
        encoded = _encoded(
            source.mode,
            merged_planes(source.picture, source.mode, source.subsampling, samples, before),
            qtables=source.component_tables,
            subsampling=source.subsampling,
            progressive=source.progressive,
            keep_rgb=source.mode == "RGB",
        )
        frame_at = next(start for code, start, _ in _markers(encoded) if code in _FRAMES)
        encoded = _resized(encoded, frame_at, width, height)
    segments, notes = _segments(metadata, source.segments if source else ())
    file.write(encoded[:2])
    for code, payload in segments:
        file.write(struct.pack(">BBH", 0xFF, code, len(payload) + 2) + payload)
    after_jfif = 4 + int.from_bytes(encoded[4:6]) if encoded[3] == _APP0 else 2
    file.write(memoryview(encoded)[after_jfif:])
    return notes


def _markers(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield (code, start, stop) of every segment after SOI; a scan's includes its coded data."""
    at = data.find(b"\xff", 2)
    while 0 <= at < len(data) - 1:
        code = data[at + 1]
        if code == 0xFF:  # a fill byte
            at += 1
            continue
        stop = at + 2
        if code not in _BARE and code != _EOI:
            stop += int.from_bytes(data[stop : stop + 2])
        if code == _SOS:
            following = _SCAN_END.search(data, stop)
            stop = following.start() if following else len(data)
        yield code, at, stop
        at = data.find(b"\xff", stop)


def _nibbles(byte: int) -> tuple[int, int]:
    return byte >> 4, byte & 15


def _whole_blocks(size: int, unit: int) -> int:
    whole = math.ceil(size / unit) * unit
    return whole if whole <= MAX_SIDE else size


def _resized(jpeg: bytes, frame_at: int, width: int, height: int) -> bytes:
    """The same coded data under a frame header with another size."""
    return jpeg[: frame_at + 5] + struct.pack(">HH", height, width) + jpeg[frame_at + 9 :]


def _says_colours(segment: Segment) -> bool:
    """True for the segments that tell a decoder what the components mean."""
    return segment[0] == _APP14 or (segment[0] == _APP0 and segment[1].startswith(_JFIF))


def _metadata(segments: list[Segment]) -> Metadata:
    def bodies(code: int, prefix: bytes) -> list[bytes]:
        return [body[len(prefix) :] for at, body in segments if at == code and body.startswith(prefix)]

    profile = sorted(bodies(_APP2, _ICC), key=lambda part: part[:1])  # number, count, part of the profile
    return Metadata(
        icc=b"".join(part[2:] for part in profile) or None,
        exif=next(iter(bodies(_APP1, _EXIF)), None),
        xmp=next(iter(bodies(_APP1, _XMP)), None),
        photoshop=b"".join(bodies(_APP13, _PHOTOSHOP)) or None,
        dpi=next((_jfif_dpi(body) for body in bodies(_APP0, _JFIF)), None),
    )


def _jfif_dpi(body: bytes) -> tuple[float, float] | None:
    """Density in JFIF: version (2 bytes), unit (1 inch, 2 cm), x, y."""
    if len(body) < 7:
        return None
    unit, x, y = struct.unpack_from(">BHH", body, 2)
    per_inch = {1: 1.0, 2: 2.54}.get(unit)
    return (x * per_inch, y * per_inch) if per_inch and x and y else None


def _looks_cut_short(samples: Samples) -> bool:
    """libjpeg paints what is missing mid-grey; whole last rows of it are hardly ever in a photo."""
    return bool((samples[-4:] == 128).all()) and bool((samples[:8] != 128).any())


def _segments(metadata: Metadata, old: Iterable[Segment]) -> tuple[list[Segment], tuple[str, ...]]:
    """The metadata segments to write, in the old file's order where there is one."""
    new, notes = _rendered(metadata)
    segments: list[Segment] = []
    for segment in old:
        kind = _kind(segment)
        if kind == "other":
            segments.append(segment)
        elif kind == "jfif":
            segments.append((_APP0, segment[1][:12].ljust(12, b"\0") + b"\0\0"))  # less its thumbnail
        elif kind in new:
            segments += new.pop(kind)
        elif kind in ("exif", "xmp"):
            segments.append(segment)  # a second one, which is not understood
    if not segments and metadata.resolution:
        density = [min(round(dots), 65_535) for dots in metadata.resolution]
        segments.append((_APP0, _JFIF + struct.pack(">HBHHBB", 0x0101, 1, *density, 0, 0)))
    return segments + [segment for rest in new.values() for segment in rest], notes


def _kind(segment: Segment) -> str:
    """What a segment holds: a part of Metadata, "jfif", "stale" or "other"."""
    code, body = segment
    if code == _APP14 or (code, body[:5]) == (_APP0, _JFXX) or (code, body[:4]) == (_APP2, _MPF):
        return "stale"  # the encoder's own, a thumbnail, the places of further pictures
    starts = {(_APP0, _JFIF): "jfif", (_APP1, _EXIF): "exif", (_APP1, _XMP): "xmp"}
    starts |= {(_APP2, _ICC): "icc", (_APP13, _PHOTOSHOP): "photoshop"}
    return next(
        (kind for (at, start), kind in starts.items() if at == code and body.startswith(start)), "other"
    )


def _rendered(metadata: Metadata) -> tuple[dict[str, list[Segment]], tuple[str, ...]]:
    """Metadata as segments by kind, with a sentence for each part that is too long for one."""
    rendered: dict[str, list[Segment]] = {}
    notes: tuple[str, ...] = ()
    for kind, code, prefix, body in (
        ("exif", _APP1, _EXIF, metadata.exif),
        ("xmp", _APP1, _XMP, metadata.xmp),
    ):
        if body and len(prefix + body) <= _MAX_PAYLOAD:
            rendered[kind] = [(code, prefix + body)]
        elif body:
            notes += (
                Sentence(
                    "The {kind} data are longer than a JPEG can hold and were left out.", kind=kind.upper()
                ),
            )
    if metadata.photoshop:
        pieces = _pieces(metadata.photoshop, _MAX_PAYLOAD - len(_PHOTOSHOP))
        rendered["photoshop"] = [(_APP13, _PHOTOSHOP + piece) for piece in pieces]
    if metadata.icc:
        pieces = _pieces(metadata.icc, _MAX_PAYLOAD - len(_ICC) - 2)
        counted = enumerate(pieces, 1)
        rendered["icc"] = [(_APP2, _ICC + bytes((number, len(pieces))) + piece) for number, piece in counted]
    return rendered, notes


def _pieces(body: bytes, size: int) -> list[bytes]:
    return [body[at : at + size] for at in range(0, len(body), size)]


def _encoded(mode: str, pixels: Samples, **options: object) -> bytes:
    file = io.BytesIO()
    pillow_image(mode, pixels).save(file, "JPEG", **options)
    return file.getvalue()
