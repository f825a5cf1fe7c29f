"""A small photo, its mask, and a real, tiny prior, as the training command would have written it."""

from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from engine.networks.detector import Detector, DetectorConfig
from engine.networks.prior_unet import PriorConfig, PriorUNet
from engine.training.command import write_model


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    rng = np.random.default_rng(0)
    smooth = cv2.resize(rng.integers(0, 256, (9, 12, 3), np.uint8), (96, 72), interpolation=cv2.INTER_CUBIC)
    path = tmp_path / "photo.png"
    cv2.imwrite(str(path), smooth)
    return path


@pytest.fixture
def mask(tmp_path: Path) -> Path:
    hole = np.zeros((72, 96), np.uint8)
    hole[20:40, 30:36] = 255
    path = tmp_path / "mask.png"
    cv2.imwrite(str(path), hole)
    return path


@pytest.fixture(scope="session")
def tiny_prior_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.manual_seed(0)
    config = PriorConfig(channels=(8, 8), blocks=1, embedding=16)
    network = PriorUNet(config)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.05)
    path = tmp_path_factory.mktemp("models") / "tiny.safetensors"
    return write_model(path, "prior", config.to_dict(), network, {})


def detector_file(folder: Path, gain: float, level: float) -> Path:
    """Write a detector whose logit is ``gain`` times the brightness, in [-1, 1], above ``level``."""
    torch.manual_seed(0)
    config = DetectorConfig(channels=(8, 8), fine=4, blocks=1)
    network = Detector(config)
    state = network.state_dict()
    for name in ("fine_in.conv", "fine_mix.conv", "leave"):
        state[f"{name}.weight"].zero_()
    state["fine_in.conv.weight"][0, :, 1, 1] = 1 / 3
    state["fine_in.norm.bias"][0] = 1  # brightness + 1, which is never negative
    state["fine_mix.conv.weight"][0, 4, 1, 1] = 1
    state["leave.weight"][0, 0, 1, 1] = gain
    state["leave.bias"].fill_(-gain * (level + 1) if gain else -9)
    return write_model(folder / f"{gain}.safetensors", "detector", config.to_dict(), network, {})


@pytest.fixture(scope="session")
def bright_detector_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Takes for damage whatever is nearly white."""
    return detector_file(tmp_path_factory.mktemp("models"), 100.0, 0.8)


@pytest.fixture(scope="session")
def silent_detector_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Finds nothing in any photo."""
    return detector_file(tmp_path_factory.mktemp("models"), 0.0, 0.0)
