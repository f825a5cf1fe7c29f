"""From a model's name, or a file, to a network that is ready to use."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from engine.checkpoints.architectures import Architecture, Settings, recognise
from engine.checkpoints.formats import Weights, read_weights
from engine.checkpoints.library import Library, Record
from engine.checkpoints.manifest import SHIPPED, Entry, Kind, read_manifest
from engine.checkpoints.matching import some
from engine.errors import BadModelError


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
    """The models listed in a ``folder``, None for the shipped one; a user's own; and any other file."""

    def __init__(self, folder: Path | None = None, library: Library | None = None) -> None:
        self.folder = folder or SHIPPED
        self.library = library or Library()
        self.listed = read_manifest(self.folder)

    @property
    def entries(self) -> dict[str, Entry]:
        """The models that can be asked for by name: those listed, and those that the user has added."""
        added = {name: record.entry for name, record in self.library.records().items()}
        return added | self.listed

    def locate(self, model: str | Path) -> Located:
        """Find the file of a listed model, or of a path, and verify its checksum if one is known.

        Raises :class:`BadModelError` saying what is missing or wrong and what to do.
        """
        records = self.library.records()
        entry, record = self.entries.get(str(model)), records.get(str(model))
        path = self.library.path(record) if record else self._path(entry) if entry else Path(model)
        try:
            if not path.is_file():
                raise self._missing(str(model), path, entry)
            sha256 = file_digest(path)
        except OSError as error:
            raise BadModelError(
                f"{path} cannot be read ({error.strerror}): check its permissions."
            ) from error
        if entry is None:
            record = next((known for known in records.values() if known.sha256 == sha256), None)
            listed = next((known for known in self.listed.values() if known.sha256 == sha256), None)
            entry = record.entry if record else listed
        if entry is not None:
            _verify(entry, record, path, sha256)
        return Located(path, sha256, entry)

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
                f"{weights.name} holds weights of {architecture.title}, but {wanted} is needed: "
                "choose another model."
            )
        name = entry.id if entry else located.path.name
        return Model(name, architecture.name, architecture.kind, network, declared, located.sha256)

    def _path(self, entry: Entry) -> Path:
        if entry.file is None:
            raise BadModelError(f"{entry.id} is listed without a file: see {entry.page}.")
        return self.folder / entry.file

    def _missing(self, model: str, path: Path, entry: Entry | None) -> BadModelError:
        if entry is not None:
            how = f"main.py models get {entry.id}" if entry.urls else f"main.py models add {path.name}"
            return BadModelError(
                f"{entry.id} is not here: get it from {entry.page} (licence: {entry.licence}) with {how}."
            )
        names = ", ".join(self.entries)
        return BadModelError(f"{model!r} is neither a file nor a listed model: the listed ones are {names}.")


def _verify(entry: Entry, record: Record | None, path: Path, sha256: str) -> None:
    """Refuse a file that is not what it was, or should be, or whose licence was not accepted."""
    if record is not None and record.sha256 != sha256:
        raise BadModelError(
            f"{path} has changed since it was added: main.py models remove {entry.id}, and add it again."
        )
    if entry.sha256 not in (None, sha256):
        raise BadModelError(
            f"{path} is not the published {entry.id} (its SHA-256 is {sha256}, not {entry.sha256}): "
            f"get it again from {entry.page}."
        )
    if entry.restricted and record is None:
        raise BadModelError(
            f"{entry.id} may not be used freely ({entry.licence}): accept that with main.py models add "
            f"{path} --accept-licence."
        )


def file_digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


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
        raise BadModelError(f"{weights.name} holds numbers that are none, in {some(broken)}: get it again.")
    network.load_state_dict(tensors, strict=True, assign=True)
    network.eval().requires_grad_(False)


def _unfit(weights: Weights, architecture: Architecture, why: str) -> BadModelError:
    return BadModelError(
        f"{weights.name} resembles {architecture.title} but does not fit it ({why}): it is another version "
        "or variant, so choose another file."
    )
