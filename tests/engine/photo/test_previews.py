"""Small pictures of photos: upright, of the size asked for, and refused as photos are."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.errors import BadInputError
from engine.photo.files import read_photo
from engine.photo.previews import read_preview
from tests.engine.batch.folders import picture


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_preview_is_the_upright_photo_shrunk(suffix: str, orientation: int, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / f"a.{suffix}"
    Image.fromarray(picture(1, (360, 480))).save(path, exif=exif, quality=95)
    small = read_preview(path, 40)
    assert small.shape == ((40, 30, 3) if orientation == 6 else (30, 40, 3))
    whole = Image.fromarray(read_photo(path).image).resize(small.shape[1::-1], Image.Resampling.BOX)
    assert np.abs(small.astype(int) - np.asarray(whole, int)).mean() < 4


def test_a_small_photo_of_16_bits_keeps_its_size(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    Image.fromarray(np.full((5, 7), 0x80FF, np.uint16)).save(path)
    small = read_preview(path, 40)
    assert small.shape == (5, 7, 3)
    assert small.dtype == np.uint8
    assert (small == 0x80).all()


def test_what_is_no_photo_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_text("no photo")
    with pytest.raises(BadInputError, match=r"a\.jpg"):
        read_preview(path, 40)
