"""``main.py train``: from options to a finished, self-describing model file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save
from torch import nn

from engine.checkpoints.architectures import METADATA_KEY
from engine.checkpoints.store import Store
from engine.device import choose_device
from engine.errors import BadInputError, BadModelError
from engine.networks.prior_unet import PriorUNet
from engine.photo.atomic import write_bytes_atomically
from engine.reporting import Meter, Reporter
from engine.training.data import digest, find_photos
from engine.training.detector import DetectorSettings, DetectorTask
from engine.training.eraser import EraserSettings, EraserTask
from engine.training.loop import Budget, Settings, Task, TrainingProgress, train
from engine.training.prior import PriorSettings, PriorTask
from engine.training.stencils import find_stencils


def train_model(options: argparse.Namespace, reporter: Reporter) -> Path:
    """Train what ``options`` ask for and write it; return the file. See ``main.py train --help``.

    Raises BadInputError for a folder without photos, BadModelError for a checkpoint of other settings.
    """
    if getattr(sys, "frozen", False):  # what torch needs for training would double the program's size
        raise BadInputError(
            "The standalone program trains no models: get the source, and train with its main.py."
        )
    if options.minutes is None and options.steps is None:
        raise BadInputError("Say how long to train: --minutes M or --steps N.")
    if options.output.suffix != ".safetensors":
        raise BadInputError(f"A model is a safetensors file: let {options.output} end with .safetensors.")
    budget = Budget(options.minutes * 60 if options.minutes else None, options.steps)
    device = choose_device(options.device)
    task = TASKS[options.what](options)
    started_from = start_from(task, options.start_from) if options.start_from else None
    settings = Settings(
        device=str(device),
        learning_rate=options.learning_rate or task.learning_rate,
        seed=options.seed,
        threads=options.threads,
    )
    data_sha256 = digest(task.photos)
    if left_out := len(task.source.left_out):
        reporter.note(f"{left_out} of {len(task.photos)} photos are unreadable or too small: left out.")
    reporter.note(f"Training on {len(task.source.refs)} photos; Ctrl+C keeps the last checkpoint (--resume).")
    meter = Meter(reporter)
    last = TrainingProgress(0, 0.0, 0.0, 0.0)
    run = train(task, options.output, budget, settings, options.resume)
    try:
        last = next(run)
        meter.go_on_from(last.fraction)
        while True:
            last = next(run)
            meter.show(last.fraction, f"step {last.step}", f"loss {last.loss:.4f}")
    except StopIteration as stop:
        network: nn.Module = stop.value
    finally:
        run.close()
        meter.close()
    facts = {
        "trained_steps": last.step,
        "trained_minutes": round(last.seconds / 60, 1),
        "photos": len(task.source.refs),
        "data_sha256": data_sha256,
        "settings": task.settings(),
        "started_from_sha256": started_from,
    }
    return write_model(options.output, task.architecture, task.model_config(), network, facts)


def start_from(task: Task, model: str) -> str:
    """Give the network that is to be trained the weights of a model of the same shape; return its sha256.

    Raises BadModelError for any other model.
    """
    loaded = Store().load(model)
    if _shapes(loaded.network) != _shapes(task.network):
        raise BadModelError(
            f"{loaded.name} is another network than the {task.name} that is trained here: start from a model "
            "that was trained with the same settings, or from nothing."
        )
    task.network.load_state_dict(loaded.network.state_dict())
    return loaded.sha256


def _shapes(network: nn.Module) -> dict[str, torch.Size]:
    return {name: value.shape for name, value in network.state_dict().items()}


def _prior(options: argparse.Namespace) -> Task:
    photos = find_photos(options.data, options.exclude)
    return PriorTask(photos, PriorSettings(**_given(options, "batch", "crop")), options.seed)


def _eraser(options: argparse.Namespace) -> Task:
    photos = find_photos(options.data, options.exclude)
    settings = EraserSettings(**_given(options, "batch", "crop", "adversarial_from"))
    return EraserTask(photos, settings, options.seed, _teacher(options.teacher) if options.teacher else None)


def _teacher(model: str) -> PriorUNet:
    """Load the prior that the eraser learns from. Raises BadModelError."""
    loaded = Store().load(model, kind="prior")
    if not isinstance(loaded.network, PriorUNet):
        raise BadModelError(f"{loaded.name} does not know the hole: choose a prior of ours as teacher.")
    return loaded.network


def _detector(options: argparse.Namespace) -> Task:
    photos = find_photos(options.data, options.exclude)
    stencils = find_stencils(options.data)
    return DetectorTask(photos, stencils, DetectorSettings(**_given(options, "batch", "crop")), options.seed)


def _given(options: argparse.Namespace, *names: str) -> dict[str, Any]:
    """The options that were given; the rest keep the defaults of what they are for."""
    return {name: value for name in names if (value := getattr(options, name)) is not None}


TASKS: dict[str, Callable[[argparse.Namespace], Task]] = {
    "prior": _prior,
    "eraser": _eraser,
    "detector": _detector,
}


def write_model(
    path: Path, architecture: str, config: dict[str, Any], network: nn.Module, facts: dict[str, Any]
) -> Path:
    """Write a network's weights, in half precision, as safetensors that say what they are.

    The metadata entry ``reweave`` holds JSON: ``architecture``, ``config``, and the ``training`` facts.
    The file appears whole or not at all. Raises StorageError.
    """
    described = json.dumps({"architecture": architecture, "config": config, "training": facts})
    tensors = {
        name: (value.half() if value.is_floating_point() else value).contiguous()
        for name, value in network.state_dict().items()
    }
    write_bytes_atomically(path, save(tensors, metadata={METADATA_KEY: described}), overwrite=True)
    return path
