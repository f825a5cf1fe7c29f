"""From a model's name, or a file, to a network that is ready to use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn

from engine.checkpoints.architectures import Architecture, Settings, recognise
from engine.checkpoints.formats import Weights, read_weights
from engine.checkpoints.matching import some
from engine.checkpoints.shelf import Shelf
from engine.errors import BadModelError
from engine.models import Kind
from engine.run import stop_if_cancelled


@dataclass(frozen=True, eq=False)
class Model:
    """A loaded network, on the CPU, in float32 and evaluation mode, without gradients.

    A job that is cancelled while the network is evaluated ends at its next layer.

    ``name``: the manifest's, or the file's. ``architecture`` and ``kind``: as recognised. ``settings``: as
    declared. ``sha256``: of the file.
    """

    name: str
    architecture: str
    kind: Kind
    network: nn.Module
    settings: Settings
    sha256: str


class Store(Shelf):
    """Loads what stands on the shelf, and any other file."""

    def load(self, model: str | Path, kind: Kind | None = None, settings: Settings | None = None) -> Model:
        """Load a listed model or a file.

        ``kind``: what it is to be used as, if only one will do. ``settings``: what the weights do not
        show, for a file that is not listed. Raises :class:`BadModelError`.
        """
        located = self.locate(model)
        entry = located.entry
        declared = {**(entry.settings if entry else {}), **(settings or {})}
        weights = read_weights(located.path)
        architecture, network = assemble(weights, declared)
        expected = kind or architecture.kind
        if architecture.kind != expected or (entry and entry.architecture != architecture.name):
            wanted = entry.title if entry else f"a model of kind {expected!r}"
            raise BadModelError(
                "{name} holds weights of {title}, but {wanted} is needed: choose another model.",
                name=weights.name,
                title=architecture.title,
                wanted=wanted,
            )
        for layer in network.modules():
            layer.register_forward_pre_hook(_between_layers)
        name = entry.id if entry else located.path.name
        return Model(name, architecture.name, architecture.kind, network, declared, located.sha256)


def assemble(weights: Weights, settings: Settings) -> tuple[Architecture, nn.Module]:
    """Build the network that ``weights`` belong to, and fill it; ``settings``: what they do not show.

    Raises :class:`BadModelError` if they belong to none, or fit it badly.
    """
    architecture = recognise(weights)
    try:
        with torch.device("meta"):
            network = architecture.build(weights, settings)
    except (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError) as error:
        raise _unfit(weights, architecture, "its layers do not add up") from error
    _fill(network, weights, architecture)
    return architecture, network


def _fill(network: nn.Module, weights: Weights, architecture: Architecture) -> None:
    """Give ``network`` its weights, which must match exactly, and make it ready: here and nowhere else."""
    expected = network.state_dict()
    tensors = weights.tensors
    shared = expected.keys() & tensors.keys()
    differing = {
        "missing": expected.keys() - tensors.keys(),
        "unexpected": tensors.keys() - expected.keys(),
        "of another shape": {name for name in shared if expected[name].shape != tensors[name].shape},
        "of another type": {name for name in shared if expected[name].dtype != tensors[name].dtype},
    }
    if any(differing.values()):
        told = "; ".join(f"{some(names)} {what}" for what, names in differing.items() if names)
        raise _unfit(weights, architecture, told)
    broken = {name for name, value in tensors.items() if not torch.isfinite(value).all()}
    if broken:
        raise BadModelError(
            "{name} holds numbers that are none, in {names}: get it again.",
            name=weights.name,
            names=some(broken),
        )
    network.load_state_dict(tensors, strict=True, assign=True)
    network.eval().requires_grad_(False)


def _between_layers(_layer: nn.Module, _inputs: tuple[Any, ...]) -> None:
    """Stop a cancelled job: a large network takes many seconds for one evaluation on a CPU."""
    stop_if_cancelled()


def _unfit(weights: Weights, architecture: Architecture, why: str) -> BadModelError:
    return BadModelError(
        "{name} resembles {title} but does not fit it ({why}): it is another version or "
        "variant, so choose another file.",
        name=weights.name,
        title=architecture.title,
        why=why,
    )
