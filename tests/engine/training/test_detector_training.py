"""Training of the detector: it learns, resumes, and says what its folder lacks."""

from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from engine.cli import main
from engine.errors import BadInputError
from engine.networks.detector import DetectorConfig
from engine.training.data import find_photos
from engine.training.detector import DetectorSettings, DetectorTask
from engine.training.loop import Budget, Settings, train
from engine.training.stencils import find_stencils

TINY = DetectorSettings(network=DetectorConfig((8, 8), fine=4, blocks=1), batch=4, crop=32)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    rng = np.random.default_rng(0)
    for index in range(3):
        small = rng.integers(0, 256, (12, 16, 3), np.uint8)
        cv2.imwrite(str(folder / f"{index}.png"), cv2.resize(small, (128, 96), interpolation=cv2.INTER_CUBIC))
    overlays = folder / "damage_overlays"
    overlays.mkdir()
    alpha = np.zeros((80, 80), np.uint8)
    cv2.line(alpha, (5, 9), (70, 60), 255, 3)
    for name in ("scratch-001", "lint-001"):
        cv2.imwrite(str(overlays / f"{name}.png"), alpha)
    return folder


def task(data: Path) -> DetectorTask:
    return DetectorTask(find_photos(data), find_stencils(data), TINY)


def test_stencils_are_no_photos_and_held_out_ones_are_not_used(data: Path) -> None:
    made = task(data)
    assert made.settings()["photos"] == 3
    assert made.settings()["stencils"] == 1


def test_it_learns(data: Path, tmp_path: Path) -> None:
    made = task(data)
    before = mean_loss(made, made.network)
    job = train(made, tmp_path / "m.safetensors", Budget(steps=100), Settings(workers=0, learning_rate=1e-2))
    try:
        while True:
            next(job)
    except StopIteration as stop:
        network: torch.nn.Module = stop.value
    assert mean_loss(made, network) < 0.95 * before
    assert cv2.imread(str(tmp_path / "m.png")).shape == (4 * 32, 3 * 32, 3)
    assert not network.training


@torch.inference_mode()
def mean_loss(made: DetectorTask, network: torch.nn.Module) -> float:
    losses = []
    for seed in range(8):
        arrays = made.examples(np.random.default_rng(seed))
        batch = {name: torch.from_numpy(value) for name, value in arrays.items()}
        losses.append(float(made.loss(network.eval(), batch, torch.Generator(), 0.0)[0]))
    return float(np.mean(losses))


def test_undecided_pixels_do_not_count(data: Path) -> None:
    made = task(data)
    batch = {key: torch.from_numpy(v) for key, v in made.examples(np.random.default_rng(0)).items()}
    batch["weight"][:] = 0
    batch["hole"][:] = 0
    loss, judged = made.loss(made.network, batch, torch.Generator(), 0.0)
    assert float(loss.detach()) == 0
    assert judged is None


def test_bad_settings_and_folders_are_told(data: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="multiple of 16"):
        DetectorSettings(crop=100)
    only_held_out = [ref for ref in find_stencils(data) if "lint" in ref.name]
    with pytest.raises(BadInputError, match="held out"):
        DetectorTask(find_photos(data), only_held_out, TINY)
    for path in data.glob("*.png"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    output = str(tmp_path / "m.safetensors")
    assert main(["train", "detector", str(tmp_path), "-o", output, "--steps", "1"]) == 2
