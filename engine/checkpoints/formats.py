"""Read tensors from checkpoint files of unknown origin without running anything they contain.

What a file is, is decided by its contents, never by its name. safetensors cannot carry code. torch's zip
files are read with ``weights_only``; those that need anything but tensors are refused, except for a few
packages' bookkeeping, whose classes are replaced by empty dictionaries. Of TorchScript, which is a program,
the tensors are taken and the program is left alone.
"""

from __future__ import annotations

import pickle
import struct
import warnings
import zipfile
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath
from typing import Any, Literal, TypeAlias

import safetensors
import torch
from torch import Tensor

from engine.checkpoints.torchscript import read_torchscript
from engine.errors import BadModelError, is_out_of_memory
from engine.run import stop_if_cancelled

Format: TypeAlias = Literal[
    "safetensors", "torch", "torchscript", "legacy-torch", "archive", "damaged", "unknown"
]

WRAPPERS = ("params_ema", "ema", "state_dict", "model_state_dict", "params", "model")
"""Entries under which trainers keep the weights, the averaged ones before the others."""

PREFIXES = ("module.", "model.generator.", "generator.")
"""What data-parallel training, TorchScript export and LaMa's trainer put before a network's own names."""

INERT_PACKAGES = ("argparse", "easydict", "lightning", "numpy", "omegaconf", "pytorch_lightning")
"""Packages whose objects are bookkeeping beside the weights; they are neither imported nor rebuilt."""


LONGEST_HEADER = 100_000_000
"""Bytes that safetensors allows for the description at the front of a file."""

PROGRAM = "code/"
"""The folder, in a TorchScript archive, of what could be run."""

DAMAGE = (
    safetensors.SafetensorError,
    zipfile.BadZipFile,
    struct.error,
    AttributeError,
    EOFError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What readers raise when bytes of a file are wrong."""


@dataclass(frozen=True, eq=False)
class Weights:
    """What the file called ``name`` holds: a network's tensors, and metadata if its format has any."""

    name: str
    tensors: dict[str, Tensor]
    metadata: dict[str, str] = field(default_factory=dict)


class _Inert:
    """Stands in for every unknown class; making one gives an empty dictionary, whatever it was."""

    def __new__(cls, *_args: Any, **_kwargs: Any) -> OrderedDict[str, Any]:  # type: ignore[misc]
        return OrderedDict()


def sniff(path: Path) -> Format:
    """Say which format a file has, from its first bytes and, for archives, its table of contents."""
    with path.open("rb") as file:
        head = file.read(9)
    if head.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(path) as archive:
                parts = [_inside(name) for name in archive.namelist()]
        except DAMAGE:
            return "damaged"
        if "data.pkl" not in parts:
            return "archive"
        return "torchscript" if any(part.startswith(PROGRAM) for part in parts) else "torch"
    if head[8:] == b"{" and int.from_bytes(head[:8], "little") < LONGEST_HEADER:
        return "safetensors"
    return "legacy-torch" if head[:1] == b"\x80" else "unknown"


def read_weights(path: Path) -> Weights:
    """Read a checkpoint onto the CPU, unwrapped, with bare names, its numbers in single precision.

    Raises :class:`BadModelError`, naming the file, for everything that is not a checkpoint or not safe.
    """
    kind = readable_format(path)
    try:
        if kind == "safetensors":
            return _read_safetensors(path)
        read = read_torchscript if kind == "torchscript" else _read_torch
        tensors = read(path)
        if not tensors:
            raise BadModelError(
                "{name} holds no network weights: choose a checkpoint of a model.", name=path.name
            )
        return Weights(path.name, _in_single_precision(bare_names(tensors), path))
    except DAMAGE as error:
        if is_out_of_memory(error):
            raise
        raise _damaged(path) from error


def readable_format(path: Path) -> Format:
    """Say which format a file has that :func:`read_weights` will read; raise its errors where it will not.

    Looks at the first bytes and, for archives, the table of contents.
    """
    kind = sniff(path)
    if kind == "unknown":
        raise BadModelError(
            "{name} is not a model file: choose a .safetensors file or a torch checkpoint (.pt, .ckpt).",
            name=path.name,
        )
    if kind == "legacy-torch":
        raise BadModelError(
            "{name} is in torch's old pickle format, which cannot be opened safely: load and "
            "save it with a current torch, or ask for it as safetensors.",
            name=path.name,
        )
    if kind == "archive":
        raise BadModelError(
            "{name} is an archive, not a checkpoint: unpack it and choose the checkpoint in it.",
            name=path.name,
        )
    if kind == "damaged":
        raise _damaged(path)
    if kind in ("torch", "torchscript"):
        _check_archive(path)
    return kind


def _check_archive(path: Path) -> None:
    """Refuse what torch never writes: packed or overlapping parts, which may unpack to any size; paths."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
    # A program is packed, but never read.
    read = [part for part in parts if not _inside(part.filename).startswith(PROGRAM)]
    packed = any(part.compress_type != zipfile.ZIP_STORED for part in read)
    if packed or sum(part.file_size for part in read) > path.stat().st_size:
        raise BadModelError("{name} would unpack to more than it is, so it was not opened.", name=path.name)
    for part in parts:
        place = PureWindowsPath(part.filename)  # knows the separators and drives of every system
        if place.anchor or ".." in place.parts:
            raise BadModelError(
                "{name} holds a path that leads out of it, so it was not opened.", name=path.name
            )


def _inside(name: str) -> str:
    """Return what a part is called in the one folder that archives of torch have."""
    return name.split("/", 1)[-1]


def bare_names(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Strip what trainers put before a network's names, and drop what belongs to other networks."""
    named = dict(tensors)
    for prefix in PREFIXES:
        under = {name.removeprefix(prefix): value for name, value in named.items() if name.startswith(prefix)}
        named = under or named
    return named


def _in_single_precision(tensors: dict[str, Tensor], path: Path) -> dict[str, Tensor]:
    """Convert one tensor after the other, emptying ``tensors``, so that no two copies of all are held.

    Together they must not be larger than their file: many that share its numbers could fill any memory.
    """
    room, converted = path.stat().st_size, {}
    for name in list(tensors):
        stop_if_cancelled()
        value = tensors.pop(name)
        converted[name] = _plain(name, value, path, room)
        room -= value.numel() * value.element_size()
    return converted


def _plain(name: str, value: Tensor, path: Path, room: int) -> Tensor:
    """Return ``value`` in single precision; refuse what has more than ``room`` bytes, or is no array."""
    array = value.layout == torch.strided and value.device.type == "cpu" and not value.is_quantized
    if not array or value.numel() * value.element_size() > room:
        raise BadModelError(
            "{name} holds {key} in a form that is no plain tensor: get it again.",
            name=path.name,
            key=name,
        )
    return value.float() if value.is_floating_point() else value


def _read_safetensors(path: Path) -> Weights:
    def mapped(name: str) -> Tensor:
        with safetensors.safe_open(path, framework="pt") as file:
            value: Tensor = file.get_tensor(name)
            return value

    with safetensors.safe_open(path, framework="pt") as file:
        metadata = dict(file.metadata() or {})
        tensors = {}
        for name in file.keys():  # noqa: SIM118 - not a mapping
            stop_if_cancelled()
            single = file.get_slice(name).get_dtype() == "F32"
            # What is to be converted is mapped on its own, and gone when it is.
            value = file.get_tensor(name) if single else mapped(name)
            tensors[name] = _plain(name, value, path, path.stat().st_size)
    return Weights(path.name, bare_names(tensors), metadata)


def _read_torch(path: Path) -> dict[str, Tensor]:
    try:
        names = torch.serialization.get_unsafe_globals_in_checkpoint(path)
        active = [name for name in names if name.partition(".")[0] not in INERT_PACKAGES]
        if active:
            raise _carries_code(path, active)
        with (
            warnings.catch_warnings(action="ignore"),
            torch.serialization.safe_globals([(_Inert, name) for name in names]),
        ):
            content = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise _carries_code(path, []) from error
    return _unwrapped(content)


def _unwrapped(content: Any) -> dict[str, Tensor]:
    """The mapping of tensors in a checkpoint, itself or under one of the usual names."""
    if not isinstance(content, Mapping):
        return {}
    for wrapper in WRAPPERS:
        if isinstance(content.get(wrapper), Mapping):
            return _unwrapped(content[wrapper])
    return {str(name): value for name, value in content.items() if isinstance(value, Tensor)}


def _damaged(path: Path) -> BadModelError:
    return BadModelError("{name} is damaged or incomplete: get it again.", name=path.name)


def _carries_code(path: Path, names: Iterable[str]) -> BadModelError:
    asked = ", ".join(sorted(names)[:3])
    return BadModelError(
        "{name} holds more than weights (it asks for {asked}), which could run code, so it was not opened: "
        "ask for it as safetensors."
        if asked
        else "{name} holds more than weights, which could run code, so it was not opened: ask for it as "
        "safetensors.",
        name=path.name,
        asked=asked,
    )
