"""From a model's name, or a file, to a network that is ready to use."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from engine.checkpoints.architectures import Architecture, Kind, Settings, recognise
from engine.checkpoints.formats import Weights, read_weights
from engine.checkpoints.manifest import Entry, read_manifest
from engine.errors import BadModelError

SHIPPED = Path(__file__).resolve().parents[2] / "models"
SHOWN_KEYS = 4


@dataclass(frozen=True, eq=False)
class Model:
    """A loaded network, on the CPU, in float32 and evaluation mode, without gradients.

    ``name``: the manifest's, or the file's. ``architecture`` and ``kind``: as recognised. ``settings``: as
    declared. ``sha256``: of the file.
    """

    name: str
    architecture: str
    kind: Kind
    network: nn.Module
    settings: Settings
    sha256: str


@dataclass(frozen=True)
class Located:
    """A model's file, and its entry if the manifest has one for it."""

    path: Path
    sha256: str
    entry: Entry | None


class Store:
    """The models of a ``folder`` with a manifest, None for the one that is shipped; and any other file."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or SHIPPED
        self.entries = read_manifest(self.folder)

    def locate(self, model: str | Path) -> Located:
        """Find the file of a listed model, or of a path, and verify its checksum if one is known.

        Raises :class:`BadModelError` saying what is missing or wrong and what to do.
        """
        entry = self.entries.get(str(model))
        path = self._path(entry) if entry else Path(model)
        try:
            if not path.is_file():
                raise self._missing(str(model), path, entry)
            sha256 = file_digest(path)
        except OSError as error:
            raise BadModelError(
                f"{path} cannot be read ({error.strerror}): check its permissions."
            ) from error
        if entry is None:
            entry = next((known for known in self.entries.values() if known.sha256 == sha256), None)
        elif entry.sha256 is not None and entry.sha256 != sha256:
            raise BadModelError(
                f"{path} is not the published {entry.id} (its SHA-256 is {sha256}, not {entry.sha256}): "
                f"get it again from {entry.page}."
            )
        return Located(path, sha256, entry)

    def load(self, model: str | Path, kind: Kind | None = None, settings: Settings | None = None) -> Model:
        """Load a listed model or a file.

        ``kind``: what it is to be used as, if only one will do. ``settings``: what the weights do not
        show, for a file that is not listed. Raises :class:`BadModelError`.
        """
        located = self.locate(model)
        entry = located.entry
        declared = {**(entry.settings if entry else {}), **(settings or {})}
        known_program = entry is not None and entry.sha256 == located.sha256
        weights = read_weights(located.path, trusted_program=known_program)
        architecture = recognise(weights)
        expected = kind or architecture.kind
        if architecture.kind != expected or (entry and entry.architecture != architecture.name):
            wanted = entry.title if entry else f"a model of kind {expected!r}"
            raise BadModelError(
                f"{weights.name} holds weights of {architecture.title}, but {wanted} is needed: "
                "choose another model."
            )
        try:
            with torch.device("meta"):
                network = architecture.build(weights, declared)
        except (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError) as error:
            raise _unfit(weights, architecture, "its layers do not add up") from error
        _fill(network, weights, architecture)
        name = entry.id if entry else located.path.name
        return Model(name, architecture.name, architecture.kind, network, declared, located.sha256)

    def _path(self, entry: Entry) -> Path:
        if entry.file is None:
            raise BadModelError(f"{entry.id} is listed without a file: see {entry.page}.")
        return self.folder / entry.file

    def _missing(self, model: str, path: Path, entry: Entry | None) -> BadModelError:
        if entry is not None:
            return BadModelError(
                f"The file of {entry.id} is not here: get it from {entry.page} (licence: {entry.licence}) "
                f"and put it at {path}."
            )
        names = ", ".join(self.entries)
        return BadModelError(f"{model!r} is neither a file nor a listed model: the listed ones are {names}.")


def file_digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fill(network: nn.Module, weights: Weights, architecture: Architecture) -> None:
    """Give ``network`` its weights, which must match exactly, and make it ready: here and nowhere else."""
    expected = network.state_dict()
    tensors = {name: _single(value) for name, value in weights.tensors.items()}
    shared = expected.keys() & tensors.keys()
    differing = {
        "missing": expected.keys() - tensors.keys(),
        "unexpected": tensors.keys() - expected.keys(),
        "of another shape": {name for name in shared if expected[name].shape != tensors[name].shape},
        "of another type": {name for name in shared if expected[name].dtype != tensors[name].dtype},
    }
    if any(differing.values()):
        told = "; ".join(f"{_some(names)} {what}" for what, names in differing.items() if names)
        raise _unfit(weights, architecture, told)
    network.load_state_dict(tensors, strict=True, assign=True)
    network.eval().requires_grad_(False)


def _unfit(weights: Weights, architecture: Architecture, why: str) -> BadModelError:
    return BadModelError(
        f"{weights.name} resembles {architecture.title} but does not fit it ({why}): it is another version "
        "or variant, so choose another file."
    )


def _single(value: Tensor) -> Tensor:
    return value.float() if value.is_floating_point() else value


def _some(names: set[str]) -> str:
    shown = sorted(names)[:SHOWN_KEYS]
    more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
    return ", ".join(shown) + more
