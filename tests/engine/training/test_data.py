"""Training photos: shards, folders, kinds, and photos that cannot be used."""

import io
import tarfile
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.errors import BadInputError
from engine.photo.damage import KINDS, random_hole
from engine.training.data import CropSource, digest, find_photos

HEADER_ONLY = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\2\0\0\0\xd3\x10\x3f\x31\0\0\0\4IDATxxxx\0\0\0\0"
)
"""A PNG of 256 x 256 pixels that ends after its header."""


def encoded(seed: int, height: int = 80, width: int = 100) -> bytes:
    rng = np.random.default_rng(seed)
    return cv2.imencode(".jpg", rng.integers(0, 256, (height, width, 3), np.uint8))[1].tobytes()


def write_shard(folder: Path) -> None:
    with tarfile.open(folder / "train-000.tar", "w") as archive:
        for index in range(4):
            data = encoded(index)
            entry = tarfile.TarInfo(f"train/{index}.jpg")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    (folder / "index.csv").write_text(
        "file,kind\ntrain/0.jpg,food/indoor\ntrain/1.jpg,scene\ntrain/2.jpg,damage-alpha:hair\n"
    )


def test_shards_with_kinds_and_exclusions(tmp_path: Path) -> None:
    write_shard(tmp_path)
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "kept-apart.jpg").write_bytes(encoded(9))
    refs = find_photos(tmp_path, exclude=["*3.jpg"])
    assert [ref.name for ref in refs] == ["train/0.jpg", "train/1.jpg"]
    assert refs[0].read() == encoded(0)
    source = CropSource(refs, 32)
    assert source.probabilities[0] < source.probabilities[1]


def test_folder_of_photos_with_bad_ones_among_them(tmp_path: Path) -> None:
    (tmp_path / "good.jpg").write_bytes(encoded(1))
    (tmp_path / "broken.jpg").write_bytes(b"not a photo")
    (tmp_path / "tiny.png").write_bytes(encoded(2, 10, 10))
    (tmp_path / "cut.png").write_bytes(HEADER_ONLY)
    source = CropSource(find_photos(tmp_path), 32)
    rng = np.random.default_rng(0)
    for _ in range(20):
        crop = source.crop(rng)
        assert crop.shape == (32, 32, 3)
        assert crop.dtype == np.float32
        assert crop.min() >= -1
        assert crop.max() <= 1
    assert {ref.name for ref in source.left_out} == {"broken.jpg", "tiny.png"}
    assert {ref.name for ref in source.skipped} == {"cut.png"}


def test_nothing_to_train_on(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="does not exist"):
        find_photos(tmp_path / "nowhere")
    with pytest.raises(BadInputError, match="no photos"):
        find_photos(tmp_path)
    (tmp_path / "broken.jpg").write_bytes(b"not a photo")
    with pytest.raises(BadInputError, match="None of the 1"):
        CropSource(find_photos(tmp_path), 32).crop(np.random.default_rng(0))
    (tmp_path / "bad.tar").write_bytes(b"x" * 2000)
    with pytest.raises(BadInputError, match="not a readable tar"):
        find_photos(tmp_path)


def test_digest_depends_on_content_only(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(encoded(1))
    before = digest(find_photos(tmp_path))
    assert before == digest(find_photos(tmp_path))
    (tmp_path / "a.jpg").write_bytes(encoded(2))
    assert before != digest(find_photos(tmp_path))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_damage_leaves_something_known(kind: str) -> None:
    rng = np.random.default_rng(3)
    shares = [KINDS[kind](rng, 64, 96).mean() for _ in range(50)]
    assert np.mean(shares) > 0.01
    assert np.mean(shares) < 0.6


def test_random_holes_are_neither_empty_nor_everything() -> None:
    rng = np.random.default_rng(0)
    for _ in range(100):
        assert 0.004 < random_hole(rng, 64, 64).mean() < 0.75
