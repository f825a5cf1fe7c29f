"""A small photo, its mask, and a real, tiny prior, as the training command would have written it."""

from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

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
