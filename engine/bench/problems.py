"""What is measured on: a photo with damage, or one made small, and how it truly looks.

Photos are a folder with ``photos/NAME.png`` (undamaged) and ``masks/NAME_KIND.png`` (white = repair). The
hole is painted white before a method sees the photo.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import BadInputError
from engine.messages import Hole
from engine.photo.files import read_mask, read_photo
from engine.photo.pyramid import from_unit, to_unit

Picture = npt.NDArray[np.uint8]
"""(H, W, 3), RGB."""

KINDS = ("scratch", "spots", "text", "stroke", "large")
DOUBLED = "2x"
"""The kind of a problem whose photo was made half as large."""


@dataclass(frozen=True, eq=False)
class Problem:
    """``given``: what a method sees. ``hole``: what it is judged by, in the shape of ``truth``."""

    given: Picture
    hole: Hole
    truth: Picture


@dataclass(frozen=True, eq=False)
class Case:
    """A problem by the names of its photo and kind, read only when it is its turn.

    ``side``: what the photo is cut to, in pixels, 0 for all of it.
    """

    photo: str
    kind: str
    load: Callable[[], Problem]
    side: int = 0


def find_cases(folder: Path) -> list[Case]:
    """Pair photos and masks. Raises BadInputError if there are none."""
    cases = []
    for mask in sorted((folder / "masks").glob("*.png")):
        name, _, kind = mask.stem.rpartition("_")
        photo = folder / "photos" / f"{name}.png"
        if photo.is_file():
            cases.append(Case(name, kind, partial(_damaged, photo, mask)))
    if not cases:
        raise BadInputError(f"{folder} holds no photos/NAME.png with masks/NAME_KIND.png to measure on.")
    return cases


def find_small_cases(folder: Path, side: int) -> list[Case]:
    """List the photos, each cut to its centre of ``side`` pixels, an even number, and made half as large.

    Raises BadInputError if there are none.
    """
    files = sorted((folder / "photos").glob("*.png"))
    if not files:
        raise BadInputError(f"{folder} holds no photos/NAME.png to measure on.")
    return [Case(file.stem, DOUBLED, partial(_halved, file, side), side) for file in files]


def cut_out(case: Case, side: int) -> Case:
    """Return ``case`` cut to the square of ``side`` pixels that holds most of its damage."""

    def load() -> Problem:
        whole = case.load()
        top, left = most_damaged(whole.hole, side)
        part = np.s_[top : top + side, left : left + side]
        return Problem(whole.given[part], whole.hole[part], whole.truth[part])

    return Case(case.photo, case.kind, load, side)


def most_damaged(hole: Hole, side: int) -> tuple[int, int]:
    """Return the top left corner of the square of ``side`` pixels that holds most of ``hole``."""
    height, width = hole.shape
    sums = cv2.integral(hole.astype(np.uint8))
    tall, wide = min(side, height), min(side, width)
    damaged = sums[tall:, wide:] - sums[:-tall, wide:] - sums[tall:, :-wide] + sums[:-tall, :-wide]
    top, left = np.unravel_index(int(damaged.argmax()), damaged.shape)
    return int(top), int(left)


def _damaged(photo: Path, mask: Path) -> Problem:
    truth = _in_bytes(photo)
    hole = read_mask(mask, truth.shape[:2])
    return Problem(np.where(hole[..., None], np.uint8(255), truth), hole, truth)


def _halved(photo: Path, side: int) -> Problem:
    whole = _in_bytes(photo)
    tall, wide = (min(side, length) // 2 * 2 for length in whole.shape[:2])
    top, left = (whole.shape[0] - tall) // 2, (whole.shape[1] - wide) // 2
    truth = np.ascontiguousarray(whole[top : top + tall, left : left + wide])
    small = cv2.resize(truth, (wide // 2, tall // 2), interpolation=cv2.INTER_AREA)
    return Problem(np.asarray(small, np.uint8), np.ones(truth.shape[:2], np.bool_), truth)


def _in_bytes(photo: Path) -> Picture:
    return np.asarray(from_unit(to_unit(read_photo(photo).image), np.dtype(np.uint8)), np.uint8)
