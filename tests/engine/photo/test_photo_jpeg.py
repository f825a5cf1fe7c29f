"""JPEG: the source's tables, and hardly any change where nothing was repaired."""

from __future__ import annotations

import io
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image as PilImage
from PIL import ImageCms
from PIL.JpegImagePlugin import get_sampling

from engine.photo.files import read_photo, write_photo
from tests.engine.photo.sample_files import ICC, jpeg_bytes, picture


def noisy(height: int, width: int) -> np.ndarray:
    noise = np.random.default_rng(1).normal(0, 8, (height, width, 3))
    return np.clip(picture(height, width) + noise, 20, 235).astype(np.uint8)


@pytest.mark.parametrize("subsampling", [0, 1, 2])
@pytest.mark.parametrize("progressive", [False, True])
def test_tables_sampling_and_kind_are_the_sources(
    tmp_path: Path, subsampling: int, progressive: bool
) -> None:
    rng = np.random.default_rng(3)
    tables = [rng.integers(1, 60, 64).tolist(), rng.integers(1, 99, 64).tolist()]
    data = jpeg_bytes(noisy(50, 70), qtables=tables, subsampling=subsampling, progressive=progressive)
    (tmp_path / "a.jpg").write_bytes(data)
    photo = read_photo(tmp_path / "a.jpg")
    image = photo.image.copy()
    image[:30] = 99
    write_photo(photo, image, tmp_path / "b.jpg")
    with PilImage.open(tmp_path / "a.jpg") as before, PilImage.open(tmp_path / "b.jpg") as after:
        assert after.quantization == before.quantization
        assert get_sampling(after) == subsampling
        assert after.info.get("progressive") == before.info.get("progressive")


def test_three_tables_stay_three(tmp_path: Path) -> None:
    tables = [[3] * 64, [5] * 64, [7] * 64]
    (tmp_path / "a.jpg").write_bytes(jpeg_bytes(noisy(32, 32), qtables=tables))
    photo = read_photo(tmp_path / "a.jpg")
    write_photo(photo, photo.image, tmp_path / "b.jpg")
    with PilImage.open(tmp_path / "b.jpg") as after:
        assert [after.quantization[number][0] for *_, number in after.layer] == [3, 5, 7]


@pytest.mark.parametrize("subsampling", [0, 1, 2])
@pytest.mark.parametrize("quality", [75, 90])
@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("size", [(120, 168), (121, 161)])
def test_pixels_outside_the_repair_hardly_move(
    tmp_path: Path, subsampling: int, quality: int, progressive: bool, size: tuple[int, int]
) -> None:
    data = jpeg_bytes(noisy(*size), quality=quality, subsampling=subsampling, progressive=progressive)
    (tmp_path / "a.jpg").write_bytes(data)
    photo = read_photo(tmp_path / "a.jpg")
    image = photo.image.copy()
    image[40:50, 60:80] = 128
    write_photo(photo, image, tmp_path / "b.jpg")
    moved = np.abs(read_photo(tmp_path / "b.jpg").image.astype(int) - photo.image)
    moved[32 - 2 : 64 + 2, 48 - 2 : 80 + 2] = 0  # the blocks that the repair touches, and a border
    if progressive:  # of which the chroma in the last blocks is not known whole
        moved = moved[:-16, :-16]
    assert (moved.max(axis=2) > 0).mean() < 0.02
    assert moved.mean() < 0.03
    inside = np.abs(read_photo(tmp_path / "b.jpg").image[42:48, 64:78].astype(int) - 128)
    assert inside.mean() < 8


def test_saving_again_and_again_does_not_wear_the_photo(tmp_path: Path) -> None:
    (tmp_path / "0.jpg").write_bytes(jpeg_bytes(noisy(120, 160), quality=85))
    first = read_photo(tmp_path / "0.jpg")
    for generation in range(5):
        photo = read_photo(tmp_path / f"{generation}.jpg")
        write_photo(photo, photo.image, tmp_path / f"{generation + 1}.jpg")
    last = read_photo(tmp_path / "5.jpg")
    assert np.abs(last.image.astype(int) - first.image).mean() < 0.05


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (9, 1), (2, 2), (3, 2), (17, 16)])
@pytest.mark.parametrize("subsampling", [0, 1, 2])
def test_the_smallest_sizes(tmp_path: Path, size: tuple[int, int], subsampling: int) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg_bytes(noisy(*size), quality=95, subsampling=subsampling))
    photo = read_photo(tmp_path / "a.jpg")
    write_photo(photo, photo.image, tmp_path / "b.jpg")
    assert np.abs(read_photo(tmp_path / "b.jpg").image.astype(int) - photo.image).mean() < 1.5


def test_other_samplings_are_stored_in_full(tmp_path: Path) -> None:
    for number in (cv2.IMWRITE_JPEG_SAMPLING_FACTOR_440, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_411):
        options = [cv2.IMWRITE_JPEG_SAMPLING_FACTOR, number, cv2.IMWRITE_JPEG_QUALITY, 90]
        assert cv2.imwrite(str(tmp_path / "a.jpg"), noisy(64, 64), options)
        photo = read_photo(tmp_path / "a.jpg")
        write_photo(photo, photo.image, tmp_path / "b.jpg", overwrite=True)
        again = read_photo(tmp_path / "b.jpg")
        assert again.origin.source.subsampling == 0
        assert np.abs(again.image.astype(int) - photo.image).mean() < 1.5


def test_a_jpeg_that_stores_rgb_stays_one(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg_bytes(noisy(40, 40), keep_rgb=True, quality=90))
    photo = read_photo(tmp_path / "a.jpg")
    assert np.abs(photo.image.astype(int) - noisy(40, 40)).mean() < 4
    write_photo(photo, photo.image, tmp_path / "b.jpg")
    with PilImage.open(tmp_path / "b.jpg") as after:
        assert after.info["adobe_transform"] == 0
    assert np.abs(read_photo(tmp_path / "b.jpg").image.astype(int) - photo.image).mean() < 0.05


def test_rgb_may_be_told_by_the_components_names_alone(tmp_path: Path) -> None:
    data = jpeg_bytes(noisy(40, 40), keep_rgb=True, quality=90)
    at = data.index(b"\xff\xee")
    (tmp_path / "a.jpg").write_bytes(data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4]) :])
    photo = read_photo(tmp_path / "a.jpg")
    assert np.abs(photo.image.astype(int) - noisy(40, 40)).mean() < 4
    write_photo(photo, photo.image, tmp_path / "b.jpg")
    assert np.abs(read_photo(tmp_path / "b.jpg").image.astype(int) - photo.image).mean() < 0.05


@pytest.mark.parametrize("factors", [0x11, 0x21, 0x22])
def test_grey_hardly_moves_whatever_its_sampling_claims(tmp_path: Path, factors: int) -> None:
    data = bytearray(jpeg_bytes(noisy(41, 53)[..., :1], quality=85))
    data[data.index(b"\xff\xc0") + 11] = factors  # without meaning for a single component
    (tmp_path / "a.jpg").write_bytes(data)
    photo = read_photo(tmp_path / "a.jpg")
    image = photo.image.copy()
    image[:8, :8] = 99
    write_photo(photo, image, tmp_path / "b.jpg")
    again = read_photo(tmp_path / "b.jpg")
    assert again.grey
    moved = again.image.astype(int) - photo.image
    moved[:8, :8] = 0
    assert np.abs(moved).mean() < 0.03


def test_a_repair_at_the_edge(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg_bytes(noisy(45, 61), quality=90))
    photo = read_photo(tmp_path / "a.jpg")
    image = photo.image.copy()
    image[30:, 40:] = (210, 60, 90)
    write_photo(photo, image, tmp_path / "b.jpg")
    corner = read_photo(tmp_path / "b.jpg").image[34:, 50:].astype(int)
    assert np.abs(corner - (210, 60, 90)).max() < 6


def cmyk(**options: object) -> bytes:
    file = io.BytesIO()
    PilImage.fromarray(picture()).convert("CMYK").save(file, "JPEG", quality=95, **options)
    return file.getvalue()


@pytest.mark.parametrize("profile", [None, b"no profile", ICC, ICC[:200]])
def test_cmyk_becomes_rgb_with_a_note(tmp_path: Path, profile: bytes | None) -> None:
    (tmp_path / "a.jpg").write_bytes(cmyk(icc_profile=profile))
    photo = read_photo(tmp_path / "a.jpg")
    assert "CMYK" in photo.notes[0]
    assert np.abs(photo.image.astype(int) - picture()).mean() < 6
    write_photo(photo, photo.image, tmp_path / "b.jpg")
    again = read_photo(tmp_path / "b.jpg")
    assert again.notes == ()
    assert again.origin.metadata.icc is None  # it described inks
    assert np.abs(again.image.astype(int) - photo.image).mean() < 2


def test_cmyk_goes_through_its_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def convert(image: PilImage.Image, profile: object, *_: object, **__: object) -> PilImage.Image:
        asked.append(profile)
        return PilImage.new("RGB", image.size, (1, 2, 3))

    monkeypatch.setattr(ImageCms, "profileToProfile", convert)
    (tmp_path / "a.jpg").write_bytes(cmyk(icc_profile=ICC))
    assert read_photo(tmp_path / "a.jpg").image[0, 0].tolist() == [1, 2, 3]
    assert len(asked) == 1


def test_a_second_picture_is_left_behind_with_a_note(tmp_path: Path) -> None:
    main = jpeg_bytes(noisy(40, 40))
    index = b"\xff\xe2\x00\x0aMPF\0II*\0"
    (tmp_path / "a.jpg").write_bytes(main[:2] + index + main[2:] + main)
    photo = read_photo(tmp_path / "a.jpg")
    assert "more than one picture" in photo.notes[0]
    assert not photo.origin.whole
    write_photo(photo, photo.image, tmp_path / "b.jpg")
    assert b"MPF" not in (tmp_path / "b.jpg").read_bytes()
    (tmp_path / "padded.jpg").write_bytes(main + bytes(3000))
    assert read_photo(tmp_path / "padded.jpg").origin.whole


def test_a_tail_of_plain_grey_is_told(tmp_path: Path) -> None:
    data = jpeg_bytes(noisy(160, 160))
    (tmp_path / "a.jpg").write_bytes(data[: len(data) * 2 // 3] + b"\xff\xd9")
    assert "cut short" in read_photo(tmp_path / "a.jpg").notes[0]
    (tmp_path / "grey.jpg").write_bytes(jpeg_bytes(np.full((40, 40, 3), 128, np.uint8)))
    assert read_photo(tmp_path / "grey.jpg").notes == ()
