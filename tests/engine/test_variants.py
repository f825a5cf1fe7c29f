"""Several repairs to choose from, and the map of where they differ."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.cli import main
from engine.messages import Repair, Sampling
from engine.variants import FULL_SCALE, invented, variants_of


def test_seeds_follow_one_another_and_are_drawn_once() -> None:
    image, hole = np.zeros((4, 4, 3), np.uint8), np.eye(4, dtype=bool)
    fixed = variants_of(Repair(image, hole, sampling=Sampling(seed=5)), 3)
    assert [request.sampling.seed for request in fixed] == [5, 6, 7]
    (drawn,) = variants_of(Repair(image, hole), 1)
    assert drawn.sampling.seed is not None


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_the_map_is_the_deviation_of_the_channel_that_differs_most(dtype: type) -> None:
    unit = int(np.iinfo(dtype).max) // 255
    images = [np.full((2, 3, 3), 100 * unit, dtype) for _ in range(4)]
    images[0][0, 0, 1] += 8 * unit
    images[1][0, 0, 1] -= 8 * unit
    images[2][1, 2] = 255 * unit
    expected = np.zeros((2, 3), np.uint8)
    expected[0, 0] = round(np.std([8, -8, 0, 0]) * 255 / FULL_SCALE)
    expected[1, 2] = 255
    assert np.array_equal(invented(images), expected)


def test_the_command_writes_variants_and_the_map(
    photo: Path, mask: Path, tiny_prior_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["repair", photo, "--mask", mask, "--model", tiny_prior_file, "--device", "cpu", "--steps", 2]
    more = ["-o", tmp_path / "out.png", "--variants", 3, "--seed", 1, "--eta", 1, "--json"]
    assert main([str(argument) for argument in (*arguments, *more)]) == 0
    done = json.loads(capsys.readouterr().out.splitlines()[-1])
    files = [tmp_path / f"out-{number}.png" for number in (1, 2, 3)]
    assert done["outputs"] == [str(file) for file in files]
    before, hole = cv2.imread(str(photo)), cv2.imread(str(mask), 0) > 0
    variants = [cv2.imread(str(file)) for file in files]
    assert not np.array_equal(variants[0], variants[1])
    assert all(np.array_equal(variant[~hole], before[~hole]) for variant in variants)
    spread = cv2.imread(done["spread"], 0)
    assert (spread[~hole] == 0).all()
    assert spread[hole].any()


def test_too_many_variants_and_taken_names_are_refused_before_any_work(
    photo: Path, mask: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["repair", str(photo), "--mask", str(mask), "-o", str(tmp_path / "out.png"), "--variants"]
    assert main([*arguments, "17"]) == 2
    assert "more than 16" in capsys.readouterr().err
    (tmp_path / "out-2.png").write_bytes(b"mine")
    assert main([*arguments, "2"]) == 2
    assert "out-2.png" in capsys.readouterr().err
    assert (tmp_path / "out-2.png").read_bytes() == b"mine"
