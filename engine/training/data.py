"""Training photos: tar shards or folders, read on demand, drawn by kind, cropped at many scales.

Every batch is a function of (seed, step) alone, so that a run that was killed and resumed sees the very
batches an undisturbed run would have seen.
"""

from __future__ import annotations

import csv
import fnmatch
import hashlib
import io
import tarfile
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from engine.errors import BadInputError

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff")

KIND_WEIGHTS = {"food": 0.35, "portrait": 0.7, "texture": 1.5}
"""How often a kind (first matching part of its name in index.csv) is drawn, relative to the rest."""

LARGEST_SIDE = 2048
"""Larger photos are shrunk when read: training looks at small crops of many scales."""

DECODED_BYTES = 1 << 30
"""Memory for decoded photos that are kept for the next crop."""


@dataclass(frozen=True)
class PhotoRef:
    """Where one photo's encoded bytes lie: a file, or a stretch of a tar shard."""

    name: str
    file: Path
    offset: int
    size: int
    kind: str = ""

    def read(self) -> bytes:
        """Return the encoded bytes."""
        with self.file.open("rb") as stream:
            stream.seek(self.offset)
            return stream.read(self.size)


def find_photos(source: Path, exclude: Sequence[str] = ()) -> list[PhotoRef]:
    """List the photos of ``source``: a folder of tar shards, one shard, or a folder of photos.

    Where there are shards, loose files beside them (a development set, say) are not training data.

    ``exclude``: shell patterns matched with the names. Kinds come from an ``index.csv`` (columns ``file``
    and ``kind``) beside the shards, if there is one. Raises BadInputError if nothing is found.
    """
    if not source.exists():
        raise BadInputError(f"{source} does not exist: name a folder of photos or of tar shards.")
    folder = source if source.is_dir() else source.parent
    shards = sorted(source.glob("*.tar")) if source.is_dir() else [source]
    kinds = _kinds(folder / "index.csv")
    refs = [ref for shard in shards for ref in shard_members(shard)]
    if not shards:
        loose = sorted(p for p in source.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        refs += [PhotoRef(str(p.relative_to(source)), p, 0, p.stat().st_size) for p in loose]
    refs = [
        PhotoRef(r.name, r.file, r.offset, r.size, kinds.get(r.name, ""))
        for r in refs
        if not kinds.get(r.name, "").startswith("damage") and not r.name.startswith("damage")
        if not any(fnmatch.fnmatch(r.name, pattern) for pattern in exclude)
    ]
    if not refs:
        raise BadInputError(f"{source} holds no photos: it needs {', '.join(SUFFIXES)} files or tar shards.")
    return refs


def digest(refs: Sequence[PhotoRef]) -> str:
    """SHA-256 over the sorted names and contents of the photos, to be written into a model's card."""
    total = hashlib.sha256()
    for ref in sorted(refs, key=lambda r: r.name):
        total.update(ref.name.encode() + b"\0" + hashlib.sha256(ref.read()).digest())
    return total.hexdigest()


class CropSource:
    """Draws random float32 crops in [-1, 1] from photos, at several scales, flipped, sometimes grey.

    ``left_out``: photos that are no pictures, or smaller than a crop. Raises BadInputError if all are.
    """

    def __init__(self, refs: Sequence[PhotoRef], size: int) -> None:
        self.left_out = [ref for ref in refs if shorter_side(ref) < size]
        unusable = set(self.left_out)
        self.refs, self.size = [ref for ref in refs if ref not in unusable], size
        if not self.refs:
            raise BadInputError(
                f"None of the {len(refs)} training photos is readable and at least {size} pixels on either "
                "side: choose others, or smaller crops (--crop)."
            )
        weights = np.array([_weight(ref.kind) for ref in self.refs])
        self.probabilities = weights / weights.sum()
        self.skipped: set[PhotoRef] = set()
        self._decoded = _Decoded()

    def crop(self, rng: np.random.Generator) -> npt.NDArray[np.float32]:
        """Return one (size, size, 3) RGB crop. Photos that turn out to be damaged are skipped.

        Raises BadInputError when no photo of the set can be used.
        """
        while len(self.skipped) < len(self.refs):
            ref = self.refs[int(rng.choice(len(self.refs), p=self.probabilities))]
            photo = self._decoded.photo(ref)
            if photo is None or min(photo.shape[:2]) < self.size:
                self.skipped.add(ref)
                continue
            return _recolour(rng, _turn(rng, _cut(rng, photo, self.size)))
        raise BadInputError(f"None of the {len(self.refs)} training photos is readable and large enough.")


def check_crop(side: int, multiple: int, smallest: int) -> None:
    """Raise BadInputError for a crop of ``side`` pixels, too small or not to be halved by the network."""
    if side < smallest or side % multiple:
        raise BadInputError(
            f"The side of a crop must be a multiple of {multiple} and at least {smallest}, not {side}."
        )


def shorter_side(ref: PhotoRef) -> int:
    """Return the shorter side in pixels that a photo's header promises, 0 if it has none that can be read."""
    try:
        with Image.open(io.BytesIO(ref.read())) as picture:
            return min(picture.size)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return 0


class _Decoded:
    """Decoded photos, those used last, in at most ``DECODED_BYTES`` of memory."""

    def __init__(self) -> None:
        self.photos: OrderedDict[PhotoRef, npt.NDArray[np.uint8] | None] = OrderedDict()
        self.bytes = 0

    def photo(self, ref: PhotoRef) -> npt.NDArray[np.uint8] | None:
        """Return the photo's pixels, None if it is unreadable."""
        if ref in self.photos:
            self.photos.move_to_end(ref)
            return self.photos[ref]
        photo = self.photos[ref] = _decode(ref)
        self.bytes += 0 if photo is None else photo.nbytes
        while self.bytes > DECODED_BYTES:
            _, oldest = self.photos.popitem(last=False)
            self.bytes -= 0 if oldest is None else oldest.nbytes
        return photo


def _kinds(index: Path) -> dict[str, str]:
    if not index.is_file():
        return {}
    with index.open(newline="", encoding="utf-8", errors="replace") as stream:
        return {row["file"]: row.get("kind") or "" for row in csv.DictReader(stream) if "file" in row}


def shard_members(shard: Path) -> Iterator[PhotoRef]:
    """Yield the pictures in a tar file. Raises BadInputError if it cannot be read."""
    try:
        with tarfile.open(shard) as archive:
            for member in archive:
                if member.isfile() and Path(member.name).suffix.lower() in SUFFIXES:
                    yield PhotoRef(member.name, shard, member.offset_data, member.size)
    except (tarfile.TarError, OSError) as error:
        raise BadInputError(f"{shard} is not a readable tar shard: {error}.") from error


def _weight(kind: str) -> float:
    return next((weight for part, weight in KIND_WEIGHTS.items() if part in kind), 1.0)


def _decode(ref: PhotoRef) -> npt.NDArray[np.uint8] | None:
    try:
        decoded = cv2.imdecode(np.frombuffer(ref.read(), np.uint8), cv2.IMREAD_COLOR_RGB)
    except (OSError, cv2.error):  # gone, empty or far too large
        return None
    if decoded is None:
        return None
    shrink = min(LARGEST_SIDE / max(decoded.shape[:2]), 1.0)
    size = (round(decoded.shape[1] * shrink), round(decoded.shape[0] * shrink))
    photo = decoded if shrink == 1 else cv2.resize(decoded, size, interpolation=cv2.INTER_AREA)
    return np.asarray(photo, np.uint8)


def _cut(rng: np.random.Generator, photo: npt.NDArray[np.uint8], size: int) -> npt.NDArray[np.float32]:
    """Cut a crop at full detail half of the time, else at a random smaller scale."""
    height, width = photo.shape[:2]
    smallest = size / min(height, width)
    scale = 1.0 if rng.random() < 0.5 else max(smallest, float(np.exp(rng.uniform(np.log(0.25), 0))))
    side = min(round(size / scale), height, width)
    top, left = rng.integers(0, height - side + 1), rng.integers(0, width - side + 1)
    crop: npt.NDArray[Any] = photo[top : top + side, left : left + side]
    if side != size:
        crop = cv2.resize(crop, (size, size), interpolation=cv2.INTER_AREA)
    return crop.astype(np.float32) / 127.5 - 1


def _turn(rng: np.random.Generator, crop: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    if rng.random() < 0.5:
        crop = crop[:, ::-1]
    return np.rot90(crop, int(rng.integers(0, 4))) if rng.random() < 0.3 else crop


def _recolour(rng: np.random.Generator, crop: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Grey for a fifth of the crops, sepia for some, contrast and brightness varied for all."""
    luma = np.array([0.299, 0.587, 0.114], np.float32)
    choice = rng.random()
    if choice < 0.27:
        grey = (crop @ luma)[..., None]
        tint = np.array([0.10, 0.0, -0.14]) * rng.uniform(0.3, 1.3) if choice < 0.07 else np.zeros(3)
        crop = grey + tint * (1 - grey**2)
    crop = crop * rng.uniform(0.75, 1.1) + rng.uniform(-0.15, 0.15)
    return np.ascontiguousarray(np.clip(crop, -1, 1), np.float32)
