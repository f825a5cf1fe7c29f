"""Sheets of pictures: what was damaged, how each method repaired it, and how it was, at 100 %."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import cv2
import numpy as np

from engine.bench.problems import Picture, most_damaged
from engine.errors import StorageError
from engine.messages import Hole
from engine.photo.files import write_png

SIDE = 176
"""Side of a crop in pixels."""
TITLE = 18
"""Height of the line of titles in pixels."""


class Sheets:
    """Collects crops, a row a photo and a sheet a kind of damage, each where most of its damage is.

    Makes ``folder``; raises StorageError if it cannot.
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(
                f"{folder} cannot be made a folder for the sheets ({error.strerror}): choose another one."
            ) from error
        self._folder = folder
        self._rows: dict[str, list[Picture]] = defaultdict(list)
        self._titles: dict[str, list[str]] = {}

    def add(self, kind: str, hole: Hole, pictures: dict[str, Picture]) -> None:
        """Add a row of ``pictures`` of one photo, by title; all (H, W, 3), as ``hole`` is (H, W)."""
        top, left = most_damaged(hole, SIDE)
        crops = [_padded(picture[top : top + SIDE, left : left + SIDE]) for picture in pictures.values()]
        self._rows[kind].append(np.hstack(crops))
        self._titles[kind] = list(pictures)

    def write(self) -> list[Path]:
        """Write ``sheet-KIND.png`` for every kind; return the files. Raises StorageError."""
        files = []
        for kind, rows in self._rows.items():
            files.append(self._folder / f"sheet-{kind}.png")
            sheet = np.vstack([_titled(self._titles[kind]), *rows])
            write_png(sheet, files[-1], overwrite=True)
        return files


def _padded(crop: Picture) -> Picture:
    height, width = crop.shape[:2]
    return np.pad(crop, ((0, SIDE - height), (0, SIDE - width), (0, 0)))


def _titled(titles: list[str]) -> Picture:
    """Return a line of black text on white, a title above each crop."""
    line = np.full((TITLE, SIDE * len(titles), 3), 255, np.uint8)
    for column, title in enumerate(titles):
        place = (column * SIDE + 4, TITLE - 5)
        cv2.putText(line, title, place, cv2.FONT_HERSHEY_SIMPLEX, 0.42, (0, 0, 0), 1, cv2.LINE_AA)
    return line
