"""From Pillow's many kinds of image to 8-bit samples of 1 to 4 channels, and back."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image as PilImage
from PIL import ImageCms

from engine.errors import BadInputError, Sentence
from engine.photo.metadata import Bytes, Samples

_BAND = 256  # rows that are copied at a time


def samples_from(image: PilImage.Image, name: str, icc: bytes | None) -> tuple[Samples, tuple[str, ...]]:
    """Decode ``image`` (not yet loaded) to (H, W, C), with a sentence for each conversion.

    ``icc``: its colour profile, used for CMYK. Raises BadInputError for kinds that have no faithful
    8-bit form, and what Pillow raises for damaged files.
    """
    image.load()
    match image.mode:
        case "L" | "LA" | "RGB" | "RGBA":
            return array_of(image), ()
        case "1":
            return array_of(image.convert("L")), (
                Sentence("{name} has 1 bit per pixel; it is saved with 8.", name=name),
            )
        case "P" | "PA":
            mode = "RGBA" if image.has_transparency_data else "RGB"
            note = Sentence("{name} has a palette; it is saved in full colour.", name=name)
            return array_of(image.convert(mode)), (note,)
        case "CMYK":
            return _from_cmyk(image, name, icc)
        case "YCbCr" | "RGBX":
            return array_of(image.convert("RGB")), ()
    raise BadInputError(
        "{name} has pixels of a kind ({mode}) that cannot be opened: save it as 8 or 16 bit RGB "
        "or grey first.",
        name=name,
        mode=image.mode,
    )


def array_of(image: PilImage.Image) -> Bytes:
    """Return a loaded image's bytes (H, W, bands), copied by bands of rows.

    As a whole, Pillow would need the pixels three times over.
    """
    width, height = image.size
    samples = np.empty((height, width, len(image.getbands())), np.uint8)
    for top in range(0, height, _BAND):
        band = image.crop((0, top, width, min(top + _BAND, height)))
        samples[top : top + _BAND] = np.asarray(band).reshape(band.height, width, -1)
    return samples


def pillow_image(mode: str, pixels: Samples) -> PilImage.Image:
    """Return uint8 ``pixels`` (H, W, C) as an image of ``mode``, which has C bytes per pixel."""
    height, width = pixels.shape[:2]
    return PilImage.frombuffer(mode, (width, height), np.ascontiguousarray(pixels), "raw", mode, 0, 1)


def _from_cmyk(image: PilImage.Image, name: str, icc: bytes | None) -> tuple[Samples, tuple[str, ...]]:
    try:
        if icc:
            profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
            rgb = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if rgb is not None:
                return array_of(rgb), (
                    Sentence("{name} is CMYK; it was converted to sRGB and is saved as RGB.", name=name),
                )
    except (ImageCms.PyCMSError, OSError):
        pass  # a damaged profile, or one for other inks
    note = Sentence("{name} is CMYK without a usable profile; its colours in RGB are approximate.", name=name)
    return array_of(image.convert("RGB")), (note,)
