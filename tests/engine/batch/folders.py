"""Folders of small photos with masks, and a batch over them that a tiny model carries out."""

import os
from pathlib import Path

import cv2
import numpy as np

from engine.cli import main

SIDES = 36, 48
"""Height and width of every photo."""


def picture(seed: int, shape: tuple[int, int] = SIDES) -> np.ndarray:
    small = np.random.default_rng(seed).integers(0, 256, (5, 6, 3), np.uint8)
    return cv2.resize(small, shape[::-1], interpolation=cv2.INTER_CUBIC)


def scratch(shape: tuple[int, int] = SIDES) -> np.ndarray:
    mask = np.zeros(shape, np.uint8)
    mask[8:28, 20:24] = 255
    return mask


def write(path: Path | str, image: np.ndarray) -> Path:
    """Write a picture whose name OpenCV might not take."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(cv2.imencode(path.suffix, image)[1].tobytes())
    return path


def read(path: Path) -> np.ndarray:
    return cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_UNCHANGED)


def folders(root: Path, names: list[str]) -> tuple[Path, Path, Path]:
    """Make IN with a photo of each name, MASKS with a PNG mask of each, and return them with OUT."""
    source, masks = root / "in", root / "masks"
    for number, name in enumerate(names):
        write(source / name, picture(number))
        write((masks / name).with_suffix(".png"), scratch())
    return source, masks, root / "out"


def run(*arguments: object) -> int:
    """Run a batch in this process; quick settings, but all of a real engine."""
    return main(["batch", *map(str, arguments), "--device", "cpu", "--steps", "1", "--eraser", "none"])


def outputs(folder: Path) -> dict[str, bytes]:
    """All files in ``folder`` but the batch's own, by their paths."""
    return {
        os.path.relpath(os.path.join(parent, name), folder): (Path(parent) / name).read_bytes()
        for parent, _, names in os.walk(folder)
        for name in names
        if ".reweave-batch" not in parent
    }
