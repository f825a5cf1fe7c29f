"""Training: a real run on a few photos learns, stops, resumes where it was, and refuses what does not fit."""

import csv
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from engine.cli import main
from engine.errors import BadInputError, BadModelError
from engine.networks.prior_unet import PriorConfig
from engine.training.data import find_photos
from engine.training.loop import Budget, Settings, _Files, learning_rate, train
from engine.training.prior import PriorSettings, PriorTask

TINY = PriorSettings(network=PriorConfig((8, 8), blocks=1, embedding=16), batch=2, crop=32)


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("photos")
    rng = np.random.default_rng(0)
    for index in range(3):
        small = rng.integers(0, 256, (12, 16, 3), np.uint8)
        cv2.imwrite(str(folder / f"{index}.png"), cv2.resize(small, (128, 96), interpolation=cv2.INTER_CUBIC))
    return folder


def run(
    photos: Path, output: Path, steps: int, resume: bool = False, task: PriorSettings = TINY
) -> torch.nn.Module:
    job = train(
        PriorTask(find_photos(photos), task),
        output,
        Budget(steps=steps),
        Settings(workers=0, seed=3, checkpoint_seconds=0),
        resume,
    )
    try:
        while True:
            next(job)
    except StopIteration as stop:
        return stop.value  # type: ignore[no-any-return]


def weights(network: torch.nn.Module) -> torch.Tensor:
    return torch.cat([value.flatten() for value in network.state_dict().values()])


def test_a_run_leaves_a_log_and_pictures(photos: Path, tmp_path: Path) -> None:
    run(photos, tmp_path / "m.safetensors", 40)
    rows = list(csv.DictReader((tmp_path / "m.csv").read_text().splitlines()))
    assert [row["step"] for row in rows] == ["20", "40"]
    assert all(0 < float(row["loss"]) < 5 for row in rows)
    assert cv2.imread(str(tmp_path / "m.png")).shape == (2 * 32, 5 * 32, 3)


def test_a_resumed_run_equals_an_undisturbed_one(photos: Path, tmp_path: Path) -> None:
    budget = 6
    whole = run(photos, tmp_path / "whole.safetensors", budget)
    job = train(
        PriorTask(find_photos(photos), TINY),
        tmp_path / "parts.safetensors",
        Budget(steps=budget),
        Settings(workers=0, seed=3, checkpoint_seconds=0),
    )
    for _ in range(3):
        next(job)
    job.close()  # as a kill would: what counts is the checkpoint on disk
    parts = run(photos, tmp_path / "parts.safetensors", budget, resume=True)
    assert torch.allclose(weights(whole), weights(parts), atol=1e-6)


def test_the_log_forgets_what_a_killed_run_noted_after_its_checkpoint(tmp_path: Path) -> None:
    files = _Files(tmp_path / "m.safetensors")
    log = files.log(0)
    for step in (20, 40, 60):
        log(step, 1.0, 0.5, 1e-4)
    with files.csv.open("a", encoding="utf-8") as stream:
        stream.write("8")  # cut short
    files.log(40)(60, 2.0, 0.25, 1e-4)
    rows = list(csv.DictReader(files.csv.read_text(encoding="utf-8").splitlines()))
    assert [(row["step"], float(row["loss"])) for row in rows] == [("20", 0.5), ("40", 0.5), ("60", 0.25)]


def test_resuming_needs_a_checkpoint_of_the_same_settings(photos: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="no checkpoint"):
        run(photos, tmp_path / "m.safetensors", 2, resume=True)
    run(photos, tmp_path / "m.safetensors", 2)
    other = PriorSettings(network=TINY.network, batch=2, crop=48)
    with pytest.raises(BadModelError, match="crop = 32, not 48"):
        run(photos, tmp_path / "m.safetensors", 4, resume=True, task=other)


def test_learning_rate_warms_up_holds_and_falls() -> None:
    assert learning_rate(1.0, 0, 0.0) < 0.01
    assert learning_rate(1.0, 1000, 0.5) == 1.0
    assert learning_rate(1.0, 1000, 1.0) == pytest.approx(0.05)


def test_command_says_what_is_missing(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = str(tmp_path / "m.safetensors")
    assert main(["train", "prior", str(photos), "-o", output]) == 2
    assert "--minutes" in capsys.readouterr().err
    assert main(["train", "prior", str(tmp_path / "none"), "-o", output, "--steps", "1"]) == 2
    assert "does not exist" in capsys.readouterr().err
