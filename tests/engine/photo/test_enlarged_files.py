"""Files of photos that were enlarged after they had been changed, and more than once."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PilImage

from engine.photo import ifd
from engine.photo.files import enlarged_photo, read_photo, write_photo
from tests.engine.photo.sample_files import exif, jpeg_bytes, png_bytes


@pytest.mark.parametrize("times", [2, 4])
def test_the_thumbnail_shows_what_was_saved(tmp_path: Path, times: int) -> None:
    old = jpeg_bytes(np.random.default_rng(0).integers(0, 256, (112, 160, 3), np.uint8))
    picture = jpeg_bytes(np.full((40, 56, 3), 90, np.uint8), exif=b"Exif\0\0" + exif(1, old))
    (tmp_path / "a.jpg").write_bytes(picture)
    photo = read_photo(tmp_path / "a.jpg")
    image = np.full((40 * times, 56 * times, 3), 200, np.uint8)
    write_photo(enlarged_photo(photo, image), image, tmp_path / "b.jpg")
    block = read_photo(tmp_path / "b.jpg").origin.metadata.exif
    at, size = (ifd.parse(block)[1].number(tag, 0) for tag in (0x0201, 0x0202))
    with PilImage.open(io.BytesIO(block[at : at + size])) as thumbnail:
        assert np.abs(np.asarray(thumbnail).astype(int) - 200).max() < 4


def test_transparency_is_enlarged_as_often_as_the_photo(tmp_path: Path) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (10, 12, 4), np.uint8)
    (tmp_path / "a.png").write_bytes(png_bytes(pixels))
    photo = read_photo(tmp_path / "a.png")
    image = photo.image.repeat(4, axis=0).repeat(4, axis=1)
    write_photo(enlarged_photo(photo, image), image, tmp_path / "b.png")
    saved = read_photo(tmp_path / "b.png")
    assert np.array_equal(saved.image, image)
    assert saved.alpha is not None
    averages = saved.alpha.reshape(10, 4, 12, 4).mean(axis=(1, 3))
    assert np.array_equal(averages, pixels[..., 3])
