"""``main.py bench --suite detection``: how well damage is found, on photos with known damage and without any.

The damage is laid over undamaged photos, of kinds and stencils that training leaves aside; real film scans
with masks may be added. Pixels of which neither answer is wrong (:class:`engine.training.damaging.Damaged`)
do not count.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from engine.bench.journal import Journal
from engine.errors import BadInputError
from engine.messages import Detect, Found, Hole, Image, Progress
from engine.photo.files import read_mask, read_photo
from engine.run import drive
from engine.session import Session
from engine.training import damaging, marks
from engine.training.damaging import Damaged, Damager, FloatImage, Layer
from engine.training.stencils import Stencils, find_stencils, is_held_out

TOLERANCE = 2
"""Pixels by which a found outline may be off where precision and recall are counted."""

TARGETS = {
    "held-out damage": "F1 0.80, IoU 0.60",
    "held-out damage, JPEG 90": "F1 at most 0.05 lower",
    "black holes": "IoU 0.97",
    "white holes": "IoU 0.90",
    "grey holes": "IoU 0.90",
    "textured holes": "IoU 0.90",
    "scratches of 2 px": "F1 0.70",
    "undamaged photos": "flagged 0.1 %; 20 of 28 with none",
}

Case = tuple[str, Image, Hole, Hole]
"""What it is, the photo, its hole, and the pixels that do not count."""


@dataclass
class Tally:
    """Pixels counted over the photos of one row."""

    found: int = 0
    found_rightly: int = 0
    damaged: int = 0
    damaged_found: int = 0
    both: int = 0
    either: int = 0
    pixels: int = 0
    photos: int = 0
    untouched: int = 0
    seconds: list[float] = field(default_factory=list)

    def add(self, found: Hole, hole: Hole, undecided: Hole, seconds: float) -> None:
        """Count one photo: masks (H, W), True = damaged."""
        counted = found & ~undecided
        self.found += int(counted.sum())
        self.found_rightly += int((counted & _near(hole)).sum())
        self.damaged += int(hole.sum())
        self.damaged_found += int((hole & _near(found)).sum())
        self.both += int((counted & hole).sum())
        self.either += int((counted | hole).sum())
        self.pixels += hole.size
        self.photos += 1
        self.untouched += not found.any()
        self.seconds.append(seconds / hole.size * 1e6)

    def include(self, other: Tally) -> None:
        """Count what ``other`` has counted as well."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    @property
    def precision(self) -> float:
        """Share of found pixels within the tolerance of damage."""
        return self.found_rightly / max(self.found, 1)

    @property
    def recall(self) -> float:
        """Share of damaged pixels within the tolerance of what was found."""
        return self.damaged_found / max(self.damaged, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)

    @property
    def iou(self) -> float:
        """Intersection over union, without tolerance."""
        return self.both / max(self.either, 1)

    @property
    def flagged(self) -> float:
        """Share of all pixels that was found."""
        return self.found / max(self.pixels, 1)


@dataclass(frozen=True)
class Source:
    """Where some of the cases come from. ``name``: tells it from the others."""

    name: str
    cases: Callable[[], Iterator[Case]]


@dataclass(frozen=True)
class Finder:
    """What is measured: a detector, None for our own, at a sensitivity in [0, 1]."""

    model: str | None = None
    sensitivity: float = 0.5

    def tallies(self, source: Source, session: Session) -> dict[str, Tally]:
        """Look for damage in every case of ``source``; return a tally for each row of the table."""
        tallies: dict[str, Tally] = defaultdict(Tally)
        for name, image, hole, undecided in source.cases():
            found: Found = drive(session.run(Detect(image, self.model, self.sensitivity)))
            tallies[name].add(found.hole, hole, undecided, found.seconds)
        return tallies


def find_sources(photos: Path, damage: Path | None, scans: Path | None, every: int = 1) -> list[Source]:
    """List what is measured on, each time the same: every ``every``-th photo, and all scans.

    ``photos``: a folder with undamaged photos/NAME.png. ``damage``: a folder of stencils, of which the
    held-out ones are used; without it that row is left out. ``scans``: a folder with NAME_input.* and
    NAME_mask.png. Raises BadInputError where any of them holds nothing.
    """
    files = sorted((photos / "photos").glob("*.png"))[::every]
    if not files:
        raise BadInputError(f"{photos} holds no photos/NAME.png to measure on.")
    damager = _held_out_damager(damage) if damage else None
    sources = [Source(f"{file.stem} {damage}", partial(cases_of, file, damager)) for file in files]
    return sources + [Source(str(scan), partial(_scan, scan, mask)) for scan, mask in _scans_in(scans)]


def measure_detection(
    sources: Sequence[Source], finder: Finder, session: Session, journal: Journal | None = None
) -> Generator[Progress, None, dict[str, Tally]]:
    """Look for damage in every case; yield progress, return a tally for each row of the table.

    What the journal has already is not done again.
    """
    tallies: dict[str, Tally] = defaultdict(Tally)
    for done, source in enumerate(sources, 1):
        what = ("detection", source.name, repr(finder))
        entry = journal.get(*what) if journal is not None else None
        if entry is None:
            entry = {name: asdict(tally) for name, tally in finder.tallies(source, session).items()}
            if journal is not None:
                journal.put(entry, *what)
        for name, counted in entry.items():
            tallies[name].include(Tally(**counted))
        yield Progress("looking for damage", done, len(sources))
    return dict(tallies)


def cases_of(file: Path, damager: Damager | None) -> Iterator[Case]:
    """Yield one undamaged photo as it is and with every kind of damage; the same on every run."""
    whole = read_photo(file).image
    side = min(whole.shape[:2])
    photo = np.asarray(whole[:side, :side], np.float32) / np.float32(np.iinfo(whole.dtype).max)
    rng = np.random.default_rng(zlib.crc32(file.stem.encode()))
    nothing = np.zeros((side, side), bool)
    yield "undamaged photos", _pixels(photo), nothing, nothing
    if damager is not None:
        example = damaging.damaged(photo, damager.layers(rng, photo, photo))
        yield _case("held-out damage", example)
        compressed = damaging.recompressed(_pixels(example.image), 90)
        yield "held-out damage, JPEG 90", compressed, example.hole, example.undecided
    for name, colour in FILLINGS.items():
        hole = marks.blocks(rng, side) > 0
        image = np.where(hole[..., None], colour(rng, side), photo).astype(np.float32)
        yield _case(name, Damaged(image, hole, nothing))
        if name in FLAT:
            yield "flat holes, JPEG 90", damaging.recompressed(_pixels(image), 90), hole, nothing
    scratches = _two_pixels_wide(rng, side)
    light = Layer(scratches, np.full(3, rng.choice([0.0, 0.85, 1.0]), np.float32))
    yield _case("scratches of 2 px", Damaged(light.over(photo), scratches > 0, nothing))


def markdown(tallies: dict[str, Tally]) -> str:
    """Return the table, with what is to be reached beside what was."""
    lines = [
        "| damage | F1 | precision | recall | IoU | flagged | with none | to reach |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, tally in tallies.items():
        scores = (
            [f"{value:.3f}" for value in (tally.f1, tally.precision, tally.recall, tally.iou)]
            if tally.damaged
            else ["–"] * 4
        )
        target = TARGETS.get(name, "–")
        none = f"{tally.untouched} of {tally.photos}"
        lines.append(f"| {name} | {' | '.join(scores)} | {tally.flagged:.2%} | {none} | {target} |")
    seconds = float(np.median([value for tally in tallies.values() for value in tally.seconds]))
    lines.append("")
    lines.append(
        f"F1, precision and recall of pixels with a tolerance of {TOLERANCE} px, IoU without; "
        f"{seconds:.2f} s a megapixel (0.5 to reach)."
    )
    return "\n".join(lines) + "\n"


def rows(tallies: dict[str, Tally]) -> list[dict[str, Any]]:
    """Return the scores as JSON has them."""
    names = ("f1", "precision", "recall", "iou", "flagged", "photos", "untouched")
    return [{"damage": key} | {name: getattr(t, name) for name in names} for key, t in tallies.items()]


def _textured(rng: np.random.Generator, side: int) -> FloatImage:
    grain = marks.blurred(rng.standard_normal((side, side, 3), np.float32), rng.uniform(0.3, 1.5))
    base = rng.random(3, np.float32)
    return np.asarray(np.clip(base + grain * np.float32(rng.uniform(0.2, 0.6)), 0, 1), np.float32)


FILLINGS: dict[str, Callable[[np.random.Generator, int], FloatImage]] = {
    "black holes": lambda rng, side: np.zeros((side, side, 3), np.float32),
    "white holes": lambda rng, side: np.ones((side, side, 3), np.float32),
    "grey holes": lambda rng, side: np.full((side, side, 3), 0.5, np.float32),
    "textured holes": _textured,
}

FLAT = ("black holes", "white holes", "grey holes")


def _two_pixels_wide(rng: np.random.Generator, side: int) -> FloatImage:
    mark = np.zeros((side, side), np.uint8)
    for _ in range(4):
        points = marks.walk(rng, side, rng.uniform(0, 6.3), side * rng.uniform(0.3, 1.2), bend=0.05)
        marks.stroke(mark, points, 2, aliased=True)
    return marks.as_opacity(mark)


def _held_out_damager(folder: Path) -> Damager:
    held_out = [ref for ref in find_stencils(folder) if is_held_out(ref)]
    if not held_out:
        raise BadInputError(f"None of the stencils in {folder} are held out of training.")
    return Damager(Stencils(held_out), ("stencil", "stencil", *damaging.HELD_OUT))


def _scans_in(folder: Path | None) -> list[tuple[Path, Path]]:
    if folder is None:
        return []
    masks = sorted(folder.glob("*_mask.png"))
    pairs = [
        (scan, mask) for mask in masks for scan in folder.glob(mask.name.replace("_mask.png", "_input.*"))
    ]
    if not pairs:
        raise BadInputError(f"{folder} holds no NAME_input.* with NAME_mask.png to measure on.")
    return pairs


def _scan(scan: Path, mask: Path) -> Iterator[Case]:
    image = read_photo(scan).image
    hole = read_mask(mask, image.shape[:2])
    yield scan.stem.removesuffix("_input"), image, hole, np.zeros_like(hole)


def _case(name: str, example: Damaged) -> Case:
    return name, _pixels(example.image), example.hole, example.undecided


def _pixels(image: FloatImage) -> npt.NDArray[np.uint8]:
    return np.round(np.clip(image, 0, 1) * 255).astype(np.uint8)


def _near(mask: Hole) -> Hole:
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * TOLERANCE + 1, 2 * TOLERANCE + 1))
    near: Hole = cv2.dilate(mask.astype(np.uint8), kernel) > 0
    return near
