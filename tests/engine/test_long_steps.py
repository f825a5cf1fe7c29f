"""What takes long within one step of a job ends there when the job is cancelled."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.checkpoints.formats import read_weights
from engine.checkpoints.shelf import file_digest
from engine.checkpoints.store import Store
from engine.errors import Cancelled
from engine.messages import Progress, Repair
from engine.methods.erase import passes
from engine.photo.doubling import doubled
from engine.photo.fill import classical_fill
from engine.photo.pyramid import build_pyramid
from engine.photo.regions import plan_regions
from engine.run import Job, drive

PHOTO = np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8)
HOLE = np.zeros((64, 64), np.bool_)
HOLE[20:40, 20:40] = True


def eroding() -> None:
    request = Repair(PHOTO, HOLE, "erode", ring=1)
    list(passes(HOLE.copy(), plan_regions(HOLE)[0], request))


STEPS: dict[str, Callable[[Path], object]] = {
    "rounding an enlarged photo": lambda model: doubled(PHOTO),
    "filling": lambda model: classical_fill(PHOTO, HOLE),
    "shrinking": lambda model: build_pyramid(PHOTO, HOLE, reach=4),
    "eroding": lambda model: eroding(),
    "proving a model": file_digest,
    "reading a model": read_weights,
}


@pytest.mark.parametrize("work", STEPS.values(), ids=STEPS)
def test_a_long_step_ends_when_it_is_cancelled(work: Callable[[Path], object], tiny_prior_file: Path) -> None:
    work(tiny_prior_file)
    cancel = threading.Event()

    def job() -> Job[None]:
        yield Progress("begun", 0, 1)
        cancel.set()
        work(tiny_prior_file)

    with pytest.raises(Cancelled):
        drive(job(), cancel=cancel)


def test_a_loaded_network_stops_between_two_layers(tiny_prior_file: Path) -> None:
    network = Store().load(tiny_prior_file).network
    inputs = torch.zeros(1, 3, 32, 32), torch.ones(1), torch.zeros(1, 3, 32, 32), torch.ones(1, 1, 32, 32)
    cancel, done = threading.Event(), []

    def cancel_soon(layer: torch.nn.Module, given: object, made: object) -> None:
        done.append(layer)
        cancel.set()

    for layer in network.modules():
        layer.register_forward_hook(cancel_soon)

    def job() -> Job[None]:
        yield Progress("begun", 0, 1)
        network(*inputs)

    with pytest.raises(Cancelled):
        drive(job(), cancel=cancel)
    assert len(done) == 1
    network(*inputs)
    assert len(done) > 3
