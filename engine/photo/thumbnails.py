"""Small pictures inside metadata, which would go on showing the damage after a repair."""

from __future__ import annotations

import io
import re
import struct
from dataclasses import replace

import numpy as np
from PIL import Image as PilImage

from engine.photo.metadata import Metadata, Samples, directories, patch

_AT, _SIZE = 0x0201, 0x0202
_BOX = (160, 120)  # width and height, as EXIF has them
_PHOTOSHOP_THUMBNAILS = (0x0409, 0x040C)


def with_new_thumbnails(metadata: Metadata, samples: Samples) -> Metadata:
    """Return metadata whose EXIF thumbnail shows ``samples`` and which holds no other thumbnail.

    The new one takes the old one's place, so that nothing else in the block moves; where it does not
    fit, the block is left without.
    """
    return replace(
        metadata,
        exif=metadata.exif and _with_exif_thumbnail(metadata.exif, samples),
        xmp=metadata.xmp and _without_xmp_thumbnails(metadata.xmp),
        photoshop=metadata.photoshop and _without_photoshop_thumbnails(metadata.photoshop),
    )


def _with_exif_thumbnail(exif: bytes, samples: Samples) -> bytes:
    chain = directories(exif)
    if len(chain) < 2:
        return exif
    main, thumbnail = chain[:2]
    block = bytearray(exif)
    at, size = thumbnail.number(_AT, 0), thumbnail.number(_SIZE, 0)
    new = _jpeg_within(size, samples) if at + size <= len(block) else b""
    if new:
        patch(block, thumbnail, _SIZE, len(new))
    else:
        struct.pack_into(main.order + "I", block, main.link_at, 0)
    block[at : at + size] = new.ljust(len(block[at : at + size]), b"\0")
    return bytes(block)


def _jpeg_within(size: int, samples: Samples) -> bytes:
    """The picture as a small JPEG of at most ``size`` bytes, or nothing if it cannot be had."""
    height, width = samples.shape[:2]
    step = max(1, min(height // (4 * _BOX[1]), width // (4 * _BOX[0])))
    few = samples[::step, ::step]
    if few.dtype == np.uint16:
        few = (few >> 8).astype(np.uint8)
    colours = few[..., :3] if few.shape[2] > 2 else few[..., 0]
    picture = PilImage.fromarray(np.ascontiguousarray(colours))
    picture.thumbnail(_BOX if width >= height else _BOX[::-1])
    for quality in (85, 70, 50, 30):
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=quality)
        if file.tell() <= size:
            return file.getvalue()
    return b""


def _without_xmp_thumbnails(xmp: bytes) -> bytes:
    """Blank them out, keeping the packet's length."""
    pattern = rb"<(\w+):Thumbnails>.*?</\1:Thumbnails>"
    return re.sub(pattern, lambda found: b" " * len(found[0]), xmp, flags=re.DOTALL)


def _without_photoshop_thumbnails(resources: bytes) -> bytes:
    """Leave them out of a run of resources: "8BIM", number, padded name, length, padded data."""
    kept, at = b"", 0
    while resources[at : at + 4] == b"8BIM" and at + 7 < len(resources):
        number = int.from_bytes(resources[at + 4 : at + 6])
        size_at = at + 6 + (resources[at + 6] + 2 & ~1)
        size = int.from_bytes(resources[size_at : size_at + 4])
        stop = size_at + 4 + (size + 1 & ~1)
        if number not in _PHOTOSHOP_THUMBNAILS:
            kept += resources[at:stop]
        at = stop
    return kept + resources[at:]
