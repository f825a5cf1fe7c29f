"""A real, tiny prior on disk, as the training command would have written it."""

from pathlib import Path

import pytest
import torch

from engine.networks.prior_unet import PriorConfig, PriorUNet
from engine.training.command import write_model


@pytest.fixture(scope="session")
def tiny_prior_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.manual_seed(0)
    config = PriorConfig(channels=(8, 8), blocks=1, embedding=16)
    network = PriorUNet(config)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.05)
    path = tmp_path_factory.mktemp("models") / "tiny.safetensors"
    return write_model(path, "prior", config.to_dict(), network, {})
