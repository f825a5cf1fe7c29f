"""Reading and writing photos so that nothing but the repair changes.

A file is told by its content, not by its name. Its pixels come out upright, its metadata go round them
untouched (:mod:`engine.photo.metadata`), and a photo saved in its own format is stored again as it was:
turned the same way, with the same depth, alpha, profile, tables and compression.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import BadInputError, Sentence, StorageError
from engine.messages import Hole, Image, Photo, frozen_hole
from engine.photo import png
from engine.photo.atomic import MAX_NAME, checked_target, write_atomically
from engine.photo.doubling import doubled
from engine.photo.formats import HEAD, LARGEST_SIDE, SUFFIXES, WRITABLE, decode, encode, ending_for, sniffed
from engine.photo.metadata import (
    Format,
    Metadata,
    Origin,
    Samples,
    as_stored,
    turned_upright,
    upright,
    with_size,
)
from engine.photo.sources import load, shown
from engine.photo.thumbnails import with_new_thumbnails


def read_photo(path: str | os.PathLike[str]) -> Photo:
    """Read a JPEG, PNG, TIFF, WebP, BMP or GIF of at most 200 megapixels.

    The image is uint16 where the file has 16 bits per channel, else uint8. ``notes`` says what was
    converted (palette, CMYK, few bits) or left behind (further pages and frames, of which the first is
    read). Memory peaks at at most about four times the pixels. Raises BadInputError, whose sentence names
    the file, for whatever cannot be read whole and faithfully.
    """
    path = Path(path)
    data, name = load(path), shown(path)
    decoded = decode(data, name)
    format, notes = decoded.origin.format, decoded.notes
    if SUFFIXES.get(path.suffix.lower(), format) != format:
        notes = (
            Sentence(
                "{name} is in truth a {format} file; it is opened and saved as such.",
                name=name,
                format=format,
            ),
            *notes,
        )
    samples, orientation = decoded.samples, decoded.origin.metadata.orientation
    channels = samples.shape[2]
    alpha = _finished(upright(samples[..., -1], orientation)) if channels in (2, 4) else None
    colours: npt.NDArray[Any] = samples
    if channels != 3:
        colours = np.repeat(samples[..., :1], 3, axis=2) if channels < 3 else samples[..., :3]
    image = _finished(upright(colours, orientation))
    return Photo(path, image, alpha, channels < 3, decoded.origin, notes)


def write_photo(
    photo: Photo, image: Image, path: str | os.PathLike[str], *, overwrite: bool = False
) -> tuple[str, ...]:
    """Write ``image``, a repaired ``photo`` (H, W, 3), and return sentences on what was converted.

    The ending of ``path`` chooses the format, except over the source itself, which keeps its own. The
    file appears all at once and, unless ``overwrite``, only where there was none.

    In the source's format the file is stored like the source: same orientation, depth, grey or colour,
    alpha, metadata, compression, quantisation tables. PNG, TIFF and lossless WebP hold the pixels
    exactly. JPEG and lossy WebP cannot: in a JPEG, blocks without a changed pixel keep nearly all
    their coefficients, so that pixels move by some 0.1 levels on average at most, also when saved again
    and again; a lossy WebP is encoded anew.

    In another format the pixels are stored upright; profile, EXIF, XMP and resolution go along, IPTC
    between JPEG and TIFF. JPEG and WebP take 8 bits, said in a note; a WebP is lossless unless the
    source was not. Raises BadInputError if the image is of another size or depth, or the format cannot
    hold it (transparency in a JPEG), and StorageError if it cannot be written or would replace a file of
    which only a part was read.
    """
    path = Path(path)
    _check_same_kind(photo, image)
    origin = _origin(photo)
    format = _format_for(photo, path, overwrite)
    samples, notes = _samples_for(format, photo, image, origin)
    metadata, before = origin.metadata, None
    if format == origin.format:
        samples = as_stored(samples, metadata.orientation)
        before = None if origin.resized else as_stored(photo.image, metadata.orientation)
    else:
        metadata = turned_upright(metadata)
    if origin.resized or not np.array_equal(image, photo.image):
        metadata = with_new_thumbnails(metadata, samples)

    def write(file: BinaryIO) -> None:
        nonlocal notes
        notes += encode(file, format, samples, metadata, origin, before)

    write_atomically(path, write, overwrite=overwrite)
    return notes


def enlarged_photo(photo: Photo, image: Image) -> Photo:
    """Return ``photo`` at the size of ``image``, which was doubled from it, for :func:`write_photo` to save.

    That may be several times its own. Alpha is enlarged with it, and metadata that state a size state the
    new one. Its format encodes the pixels anew: at high quality where it is a lossy one.
    """
    origin = _origin(photo)
    height, width = image.shape[:2]
    stored = (width, height) if origin.metadata.orientation < 5 else (height, width)
    alpha = photo.alpha
    while alpha is not None and alpha.shape != image.shape[:2]:
        alpha = _finished(doubled(alpha[..., None])[..., 0])
    origin = replace(origin, metadata=with_size(origin.metadata, *stored), resized=True)
    return replace(photo, image=image, alpha=alpha, origin=origin)


def check_target(
    photo: Photo, path: str | os.PathLike[str], *, overwrite: bool = False, scale: int = 1
) -> None:
    """Raise what :func:`write_photo` would about ``path`` itself, before work is spent on its content.

    ``scale``: how many times larger than ``photo`` the content will be, a side.
    """
    path = Path(path)
    format = _format_for(photo, path, overwrite)
    side, limit = scale * max(photo.image.shape), LARGEST_SIDE.get(format)
    if limit is not None and side > limit:
        raise BadInputError(
            "A {format} holds at most {limit} pixels a side, not {side}: save it as PNG or TIFF.",
            format=format,
            limit=limit,
            side=side,
        )
    checked_target(path, overwrite)


def read_mask(path: str | os.PathLike[str], shape: tuple[int, ...]) -> Hole:
    """Read a mask of any kind of picture for a photo of ``shape`` (height, width, ...).

    A pixel is to be repaired if any of its channels is at least half of white, unless it is more than half
    transparent. Raises BadInputError if the file cannot be read or is of another size.
    """
    picture = read_photo(path)
    height, width = picture.image.shape[:2]
    if (height, width) != tuple(shape[:2]):
        raise BadInputError(
            "The mask {path} is {width} x {height} pixels but the photo is {photo_width} x {photo_height}: "
            "use a mask of the photo's own size.",
            path=shown(path),
            width=width,
            height=height,
            photo_width=shape[1],
            photo_height=shape[0],
        )
    half = (np.iinfo(picture.image.dtype).max + 1) // 2
    hole = picture.image.max(axis=2) >= half
    if picture.alpha is not None:
        hole &= picture.alpha >= half
    return frozen_hole(hole, (height, width))


def write_mask(hole: Hole, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Write ``hole`` as an 8-bit grey PNG, 255 where it is True. Raises like ``write_photo``."""
    path = Path(path)
    if path.suffix.lower() != ".png":
        raise BadInputError(
            "{path} cannot be saved by that name: a mask is a PNG, end it with .png.", path=shown(path)
        )
    write_png(hole.astype(np.uint8)[..., None] * np.uint8(255), path, overwrite=overwrite)


def write_png(samples: Samples, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Write uint8 ``samples`` (H, W, 1 or 3) as a PNG that says nothing else. Raises StorageError."""
    write_atomically(Path(path), lambda file: png.encode(file, samples, Metadata()), overwrite=overwrite)


def default_output(path: str | os.PathLike[str], suffix: str = "repaired") -> Path:
    """Return a name beside ``path`` that is free, like ``photo-repaired.jpg`` or ``photo-repaired-2.jpg``.

    Its ending is the photo's own if that tells the format it will be saved in, else the right one.
    """
    path = Path(path)
    ending = ending_for(path.suffix, _sniffed_file(path))
    number = 1
    while True:
        tail = f"-{suffix}{'' if number == 1 else f'-{number}'}{ending}"
        stem = path.stem
        while len(os.fsencode(stem + tail)) > MAX_NAME:
            stem = stem[:-1]
        candidate = path.with_name(stem + tail)
        if not os.path.lexists(candidate):
            return candidate
        number += 1


def _sniffed_file(path: Path) -> Format | None:
    if not path.is_file():
        return None
    try:
        with open(path, "rb") as file:
            return sniffed(file.read(HEAD))
    except OSError:
        return None


def _finished(view: npt.NDArray[Any]) -> Image:
    """An array of its own, contiguous and read-only, copied only if it is none."""
    array = view if view.base is None and view.flags.c_contiguous else np.array(view, order="C")
    array.flags.writeable = False
    return array


def _check_same_kind(photo: Photo, image: Image) -> None:
    old = photo.image
    if (image.shape, image.dtype) != (old.shape, old.dtype):
        kinds = (
            Sentence(
                "{width} x {height} pixels of {depth}", width=a.shape[1], height=a.shape[0], depth=a.dtype
            )
            for a in (image, old)
        )
        raise BadInputError(
            "The image is {new} but {path} is {old}: only an image of the same size and depth can be saved "
            "in its place.",
            path=shown(photo.path),
            **dict(zip(("new", "old"), kinds, strict=True)),
        )


def _is_same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False


def _origin(photo: Photo) -> Origin:
    return photo.origin if isinstance(photo.origin, Origin) else Origin("PNG")


def _format_for(photo: Photo, path: Path, overwrite: bool) -> Format:
    """The format to write ``photo`` in at ``path``, which must be able to take all there is to keep."""
    origin, over_itself = _origin(photo), _is_same_file(path, photo.path)
    if over_itself and overwrite and not origin.whole:
        raise StorageError(
            "{path} holds more than the picture that was opened, which would be lost: choose another name.",
            path=shown(path),
        )
    format = origin.format if over_itself and origin.format in WRITABLE else _format_named(path)
    alpha = photo.alpha
    if format == "JPEG" and alpha is not None and not (alpha == np.iinfo(alpha.dtype).max).all():
        raise BadInputError(
            "A JPEG cannot hold the transparency of {path}: save it as PNG, TIFF or WebP.",
            path=shown(photo.path),
        )
    return format


def _format_named(path: Path) -> Format:
    format = SUFFIXES.get(path.suffix.lower())
    if format not in WRITABLE:
        endings = ", ".join(WRITABLE.values())
        raise BadInputError(
            "{path} cannot be saved by that name: end it with one of {endings}.",
            path=shown(path),
            endings=endings,
        )
    assert format is not None
    return format


def _samples_for(
    format: Format, photo: Photo, image: Image, origin: Origin
) -> tuple[Samples, tuple[str, ...]]:
    """The upright pixels in the form that ``format`` holds, and what had to be converted for that."""
    notes: tuple[str, ...] = ()
    alpha = photo.alpha
    if alpha is not None and origin.premultiplied and format != origin.format:
        image = _divided(image, alpha)
    samples: npt.NDArray[Any] = image
    if photo.grey and format != "WebP":  # which knows colours only
        samples = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)[..., None]  # equal channels stay what they are
    if alpha is not None and format != "JPEG":
        samples = np.dstack([samples, alpha])
    if samples.dtype == np.uint16 and format in ("JPEG", "WebP"):
        notes += (
            Sentence(
                "{format} has 8 bits per channel: the photo's 16 were rounded. PNG and TIFF keep them.",
                format=format,
            ),
        )
        samples = ((samples.astype(np.uint32) + 128) // 257).astype(np.uint8)
    return samples, notes


def _divided(image: Image, alpha: Image) -> Image:
    """Colours of a premultiplied image as other formats want them."""
    top = np.iinfo(image.dtype).max
    colours: npt.NDArray[Any] = np.rint(image * (top / np.maximum(alpha, 1))[..., None])
    divided: Image = np.minimum(colours, top).astype(image.dtype)
    return divided
