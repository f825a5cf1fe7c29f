"""Which processor to compute on: CUDA first, then Apple's MPS, else the CPU."""

from __future__ import annotations

import re
from pathlib import Path

import torch

from engine.errors import DeviceError

DEVICES = ("auto", "cpu", "cuda", "mps")


def present() -> tuple[str, ...]:
    """Return the kinds of devices that are here and usable, the best first."""
    there = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    return tuple(kind for kind, usable in there.items() if usable)


def choose_device(name: str = "auto") -> torch.device:
    """Return the device called ``name``; "auto" takes the best there is.

    Raises DeviceError, naming what is there, if the one that was asked for is not.
    """
    there = present()
    if name == "auto":
        return torch.device(there[0])
    kind = name.partition(":")[0]
    unknown = DeviceError(
        "There is no device called {name!r}: choose one of {names}.", name=name, names=", ".join(DEVICES)
    )
    if kind == "auto" or kind not in DEVICES:
        raise unknown
    if kind not in there:
        raise DeviceError(
            "This computer has no usable {name} device: use --device auto (here: {names}).",
            name=name,
            names=", ".join(there),
        )
    try:
        device = torch.device(name)
    except RuntimeError as error:  # a number that is none
        raise unknown from error
    count = torch.cuda.device_count() if kind == "cuda" else 1
    if (device.index or 0) >= count:
        raise DeviceError(
            "This computer has no device {name}: they are numbered from {kind}:0 to {kind}:{count}.",
            name=name,
            kind=kind,
            count=count - 1,
        )
    return device


def describe(device: torch.device) -> str:
    """Return a short name for reports, such as "cpu" or "cuda (NVIDIA H200)"."""
    if device.type == "cuda":
        return f"cuda ({torch.cuda.get_device_name(device)})"
    return device.type


def empty_cache(device: torch.device) -> None:
    """Give cached memory back to the system, where the device keeps a cache."""
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()


def free_memory() -> int | None:
    """Bytes of main memory to be had without swapping, None where the system does not tell (Linux does)."""
    try:
        told = re.search(r"MemAvailable:\s+(\d+) kB", Path("/proc/meminfo").read_text())
    except OSError:
        return None
    return int(told[1]) * 1024 if told else None


def inference_dtype(device: torch.device) -> torch.dtype:
    """Return the type to run our own networks in: bfloat16 where the device computes in it, else float32.

    On a CPU without bfloat16 instructions autocast emulates them and is slower than float32.
    """
    if device.type == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported(including_emulation=False) else torch.float32
    if device.type == "cpu" and torch.cpu._is_avx512_bf16_supported():
        return torch.bfloat16
    return torch.float32
