"""The tensors of a TorchScript archive, without the program: nothing in it is run, imported or unpickled.

Such an archive keeps its modules in ``data.pkl`` as a pickle, the small language of a stack machine. Here
its instructions are read as data: those that networks consist of give dictionaries and tensors, and whatever
else they would make or call is an empty dictionary. The program itself, in ``code/``, is not looked at.
"""

from __future__ import annotations

import pickletools
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

Storages = Callable[[tuple[Any, ...]], Tensor]

DTYPES = {
    "torch BFloat16Storage": torch.bfloat16,
    "torch BoolStorage": torch.bool,
    "torch ByteStorage": torch.uint8,
    "torch CharStorage": torch.int8,
    "torch DoubleStorage": torch.float64,
    "torch FloatStorage": torch.float32,
    "torch HalfStorage": torch.float16,
    "torch IntStorage": torch.int32,
    "torch LongStorage": torch.int64,
    "torch ShortStorage": torch.int16,
}
REBUILD_TENSOR = "torch._utils _rebuild_tensor_v2"
CONSTANTS = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False, "EMPTY_TUPLE": ()}
LITERALS = ("BININT", "BININT1", "BININT2", "LONG1", "BINFLOAT", "BINUNICODE", "SHORT_BINUNICODE", "GLOBAL")
MARK = object()


def read_torchscript(path: Path) -> dict[str, Tensor]:
    """Return the tensors of the module in the archive ``path``, by their names with dots.

    What is read must not be packed. Wrong data raise errors of Python, zipfile and torch, as they are.
    """
    with zipfile.ZipFile(path) as archive:
        [root] = {name for name in archive.namelist() if name.split("/", 1)[-1] == "data.pkl"}
        storages: dict[str, Tensor] = {}

        def storage(reference: tuple[Any, ...]) -> Tensor:
            _, kind, key = reference[:3]
            if key not in storages:
                data = bytearray(archive.read(f"{root.removesuffix('.pkl')}/{key}"))
                storages[key] = torch.frombuffer(data, dtype=DTYPES[kind]) if data else torch.empty(0)
            return storages[key]

        module = evaluate(archive.read(root), storage)
    return dict(_tensors(module, "", set()))


def evaluate(data: bytes, storage: Storages) -> Any:
    """Return what the pickle ``data`` describes, with a dictionary for every object.

    ``storage`` gives the numbers that a persistent reference means, as a flat tensor. Raises ValueError for
    an instruction that no network needs, other errors of Python's for one that lacks its operands.
    """
    stack: list[Any] = []
    memo: dict[Any, Any] = {}
    for instruction, argument, _ in pickletools.genops(data):
        match instruction.name:
            case "PROTO":
                pass
            case name if name in CONSTANTS:
                stack.append(CONSTANTS[name])
            case name if name in LITERALS:
                stack.append(argument)
            case "EMPTY_DICT":
                stack.append({})
            case "EMPTY_LIST":
                stack.append([])
            case "MARK":
                stack.append(MARK)
            case "BINPUT" | "LONG_BINPUT":
                memo[argument] = stack[-1]
            case "BINGET" | "LONG_BINGET":
                stack.append(memo[argument])
            case "TUPLE1" | "TUPLE2" | "TUPLE3" as name:
                stack[-int(name[-1]) :] = [tuple(stack[-int(name[-1]) :])]
            case "TUPLE":
                stack.append(tuple(_since_mark(stack)))
            case "APPEND":
                value = stack.pop()
                stack[-1].append(value)
            case "APPENDS":
                values = _since_mark(stack)
                stack[-1].extend(values)
            case "SETITEM":
                value, key = stack.pop(), stack.pop()
                stack[-1][key] = value
            case "SETITEMS":
                values = _since_mark(stack)
                stack[-1].update(zip(values[::2], values[1::2], strict=True))
            case "BINPERSID":
                stack.append(storage(stack.pop()))
            case "NEWOBJ":
                stack[-2:] = [{}]
            case "REDUCE":
                operands, called = stack.pop(), stack.pop()
                stack.append(_tensor(*operands[:4]) if called == REBUILD_TENSOR else {})
            case "BUILD":
                state = stack.pop()
                stack[-1].update(state)
            case "STOP":
                return stack.pop()
            case name:
                raise ValueError(f"no network needs {name}")
    raise ValueError("no end")


def _since_mark(stack: list[Any]) -> list[Any]:
    """Take what was put on the stack since the newest mark off it, and the mark too."""
    values: list[Any] = []
    while (value := stack.pop()) is not MARK:
        values.append(value)
    return values[::-1]


def _tensor(storage: Tensor, offset: int, shape: tuple[int, ...], strides: tuple[int, ...]) -> Tensor:
    return storage.as_strided(shape, strides, offset)


def _tensors(module: dict[str, Any], prefix: str, seen: set[int]) -> Iterator[tuple[str, Tensor]]:
    """Yield the tensors in ``module`` and below, each module once: they may refer to one another."""
    if id(module) in seen:
        return
    seen.add(id(module))
    for name, value in module.items():
        if isinstance(value, Tensor):
            yield f"{prefix}{name}", value
        elif isinstance(value, dict):
            yield from _tensors(value, f"{prefix}{name}.", seen)
