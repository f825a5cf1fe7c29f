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

    Rows are files of their own in ``folder``/rows, from which a stopped run goes on. Makes the folder; raises
    StorageError if it cannot.
    """

    def __init__(self, folder: Path) -> None:
        try:
            (folder / "rows").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(
                f"{folder} cannot be made a folder for the sheets ({error.strerror}): choose another one."
            ) from error
        self._folder = folder
        self._rows: dict[str, list[Path]] = defaultdict(list)

    def has(self, row: str) -> bool:
        """Whether the row of this name has been drawn."""
        return self._file(row).is_file()

    def draw(self, row: str, hole: Hole, pictures: dict[str, Picture]) -> None:
        """Draw ``pictures`` of one photo, by title; all (H, W, 3), as ``hole`` is (H, W)."""
        top, left = most_damaged(hole, SIDE)
        crops = [_padded(picture[top : top + SIDE, left : left + SIDE]) for picture in pictures.values()]
        write_png(np.vstack([_titles(list(pictures)), np.hstack(crops)]), self._file(row), overwrite=True)

    def add(self, kind: str, row: str) -> None:
        """Put a row that was drawn on the sheet of ``kind``."""
        self._rows[kind].append(self._file(row))

    def write(self, chapter: str = "") -> list[Path]:
        """Write ``sheet-CHAPTER-KIND.png`` for every kind, return the files, and begin anew.

        Rows of one kind have equally many pictures. Raises StorageError.
        """
        files = []
        for kind, rows in self._rows.items():
            files.append(self._folder / f"sheet-{'-'.join(filter(None, (chapter, kind)))}.png")
            sheet = np.vstack([np.asarray(cv2.imread(str(row), cv2.IMREAD_COLOR_RGB)) for row in rows])
            write_png(sheet.astype(np.uint8, copy=False), files[-1], overwrite=True)
        self._rows.clear()
        return files

    def _file(self, row: str) -> Path:
        return self._folder / "rows" / f"{row}.png"


def _padded(crop: Picture) -> Picture:
    height, width = crop.shape[:2]
    return np.pad(crop, ((0, SIDE - height), (0, SIDE - width), (0, 0)))


def _titles(titles: list[str]) -> Picture:
    """Return a line of black text on white, a title above each crop."""
    line = np.full((TITLE, SIDE * len(titles), 3), 255, np.uint8)
    for column, title in enumerate(titles):
        place = (column * SIDE + 4, TITLE - 5)
        cv2.putText(line, title, place, cv2.FONT_HERSHEY_SIMPLEX, 0.42, (0, 0, 0), 1, cv2.LINE_AA)
    return line
