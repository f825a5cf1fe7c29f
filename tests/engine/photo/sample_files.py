"""Small files of every kind, made without the code under test."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import tifffile
from PIL import Image as PilImage
from PIL import ImageCms

MAKER_NOTE = b"MAKER\0" + bytes(range(256))
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:title>Great aunt</dc:title></x:xmpmeta>"
ICC = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def picture(height: int = 40, width: int = 56, channels: int = 3, dtype: type = np.uint8) -> np.ndarray:
    """A picture (H, W, C) with structure, different in all its corners, without clipped values."""
    top = np.iinfo(dtype).max
    y, x = np.mgrid[0:height, 0:width] / max(height, width)
    waves = [0.5 + 0.35 * np.sin(3 + 9 * y * (c + 1) + 5 * x) * np.cos(4 * x - c) for c in range(channels)]
    return (np.stack(waves, axis=2) * top).astype(dtype)


def exif(orientation: int = 1, thumbnail: bytes = b"", order: str = "<") -> bytes:
    """An EXIF block with camera, dates, GPS, a maker's note and perhaps a thumbnail."""
    make, date = b"Reweave camera\0", b"2001:02:03 04:05:06\0"
    main_at = 8
    exif_at = main_at + 2 + 12 * 6 + 4
    gps_at = exif_at + 2 + 12 * 4 + 4
    thumbnail_at = gps_at + 2 + 12 * 2 + 4
    heap_at = thumbnail_at + 2 + 12 * 3 + 4
    heap = b""

    def place(value: bytes) -> bytes:
        nonlocal heap
        at = heap_at + len(heap)
        heap += value + bytes(len(value) % 2)
        return struct.pack(order + "I", at)

    def entry(tag: int, kind: int, count: int, value: bytes) -> bytes:
        return struct.pack(order + "HHI", tag, kind, count) + value.ljust(4, b"\0")

    def short(number: int) -> bytes:
        return struct.pack(order + "H", number)

    def long(number: int) -> bytes:
        return struct.pack(order + "I", number)

    resolution = struct.pack(order + "II", 300, 1)
    latitude = struct.pack(order + "6I", 48, 1, 12, 1, 30, 1)
    main = short(6) + entry(0x010F, 2, len(make), place(make)) + entry(0x0112, 3, 1, short(orientation))
    main += entry(0x011A, 5, 1, place(resolution)) + entry(0x011B, 5, 1, place(resolution))
    main += entry(0x8769, 4, 1, long(exif_at)) + entry(0x8825, 4, 1, long(gps_at))
    main += long(thumbnail_at if thumbnail else 0)
    camera = short(4) + entry(0x9003, 2, len(date), place(date))
    camera += entry(0x927C, 7, len(MAKER_NOTE), place(MAKER_NOTE))
    camera += entry(0xA002, 4, 1, long(56)) + entry(0xA003, 4, 1, long(40)) + long(0)
    gps = short(2) + entry(1, 2, 2, b"N\0") + entry(2, 5, 3, place(latitude)) + long(0)
    small = short(3) + entry(0x0103, 3, 1, short(6)) + entry(0x0201, 4, 1, place(thumbnail))
    small += entry(0x0202, 4, 1, long(len(thumbnail))) + long(0)
    return (b"II" if order == "<" else b"MM") + short(42) + long(8) + main + camera + gps + small + heap


def jpeg_bytes(pixels: np.ndarray, **options: object) -> bytes:
    """The picture (H, W, 3 or 1) as a JPEG by Pillow."""
    file = io.BytesIO()
    pillow(pixels).save(file, "JPEG", **options)
    return file.getvalue()


def pillow(pixels: np.ndarray) -> PilImage.Image:
    """An 8-bit array (H, W, C) as Pillow has it."""
    return PilImage.fromarray(pixels[..., 0] if pixels.shape[2] == 1 else pixels)


def png_chunk(type: bytes, body: bytes) -> bytes:
    """One framed chunk."""
    return struct.pack(">I", len(body)) + type + body + struct.pack(">I", zlib.crc32(type + body))


def png_bytes(pixels: np.ndarray, *chunks: tuple[bytes, bytes], animated: bool = False) -> bytes:
    """The picture (H, W, 1 to 4) of 8 or 16 bits as an unfiltered PNG, with further chunks before it."""
    height, width, channels = pixels.shape
    kind = {1: 0, 2: 4, 3: 2, 4: 6}[channels]
    rows = pixels.astype(pixels.dtype.newbyteorder(">")).reshape(height, -1)
    raw = b"".join(b"\0" + row.tobytes() for row in rows)
    header = struct.pack(">IIBBBBB", width, height, 8 * pixels.itemsize, kind, 0, 0, 0)
    body = png_chunk(b"IHDR", header)
    body += b"".join(png_chunk(*chunk) for chunk in chunks)
    if animated:
        body += png_chunk(b"acTL", struct.pack(">II", 2, 0))
    return b"\x89PNG\r\n\x1a\n" + body + png_chunk(b"IDAT", zlib.compress(raw)) + png_chunk(b"IEND", b"")


def write_tiff(path: Path, pixels: np.ndarray, **options: object) -> None:
    """The picture (H, W, 1 to 4) as a TIFF by tifffile."""
    channels = pixels.shape[2]
    if channels in (2, 4):
        options.setdefault("extrasamples", ["unassalpha"])
    options.setdefault("planarconfig", "contig" if channels > 1 else None)
    if options["planarconfig"] == "separate":
        pixels = np.moveaxis(pixels, 2, 0)
    tifffile.imwrite(
        path,
        pixels[..., 0] if channels == 1 else pixels,
        photometric="rgb" if channels > 2 else "minisblack",
        metadata=None,
        **options,
    )
