"""Masks of every kind: white is to be repaired."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PilImage

from engine.errors import BadInputError
from engine.photo.files import read_mask, write_mask
from tests.engine.photo.sample_files import exif, jpeg_bytes, png_bytes

HOLE = np.zeros((40, 56), bool)
HOLE[4:20, 8:32] = True
WHITE = HOLE.astype(np.uint8) * np.uint8(255)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "LA", "RGBA", "I;16"])
@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_all_kinds_of_pixels(tmp_path: Path, mode: str, suffix: str) -> None:
    path = tmp_path / f"mask{suffix}"
    if mode == "I;16":
        PilImage.fromarray(WHITE.astype(np.uint16) * 257).save(path)
    else:
        PilImage.fromarray(WHITE).convert(mode).save(path)
    hole = read_mask(path, HOLE.shape)
    assert np.array_equal(hole, HOLE)
    assert not hole.flags.writeable


@pytest.mark.parametrize(("value", "repair"), [(0, False), (127, False), (128, True), (255, True)])
def test_half_of_white_is_enough(tmp_path: Path, value: int, repair: bool) -> None:
    (tmp_path / "m.png").write_bytes(png_bytes(np.full((3, 4, 1), value, np.uint8)))
    assert read_mask(tmp_path / "m.png", (3, 4)).all() == repair
    red = np.zeros((3, 4, 3), np.uint16)
    red[..., 0] = value * 257
    (tmp_path / "red.png").write_bytes(png_bytes(red))
    assert read_mask(tmp_path / "red.png", (3, 4)).all() == repair


def test_what_is_transparent_is_not_painted(tmp_path: Path) -> None:
    painted = np.full((40, 56, 4), 255, np.uint8)
    painted[..., 3] = WHITE
    (tmp_path / "m.png").write_bytes(png_bytes(painted))
    assert np.array_equal(read_mask(tmp_path / "m.png", (40, 56, 3)), HOLE)


def test_a_jpeg_mask_may_be_turned(tmp_path: Path) -> None:
    block = b"Exif\0\0" + exif(6)
    (tmp_path / "m.jpg").write_bytes(jpeg_bytes(WHITE[..., None], exif=block, quality=95))
    assert np.array_equal(read_mask(tmp_path / "m.jpg", (56, 40)), np.rot90(HOLE, -1))


def test_another_size_is_refused_with_both(tmp_path: Path) -> None:
    (tmp_path / "m.png").write_bytes(png_bytes(WHITE[..., None]))
    with pytest.raises(BadInputError, match=r"m\.png.* is 56 x 40 .* photo is 40 x 56"):
        read_mask(tmp_path / "m.png", (56, 40, 3))


def test_written_and_read_again(tmp_path: Path) -> None:
    write_mask(HOLE, tmp_path / "m.png")
    assert np.array_equal(read_mask(tmp_path / "m.png", HOLE.shape), HOLE)
    with PilImage.open(tmp_path / "m.png") as image:
        assert image.mode == "L"
        assert set(np.unique(np.asarray(image))) == {0, 255}
