"""A catalogue of small models, an empty library, and a file with a small network in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from engine.checkpoints.catalogue import Catalogue
from engine.checkpoints.library import Library
from tests.engine.checkpoints.small import adm_weights, manifest

Make = Callable[..., Catalogue]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "mine")


@pytest.fixture
def make(tmp_path: Path, library: Library) -> Make:
    """Makes a catalogue that lists what it is told to."""
    return lambda **models: Catalogue(manifest(tmp_path / "listed", **models), library)


@pytest.fixture
def adm_file(tmp_path: Path) -> Path:
    path = tmp_path / "download (3).bin"
    torch.save(adm_weights(), path)
    return path
