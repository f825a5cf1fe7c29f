"""The rule that fills networks from their key names, so that no weight file is needed."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from tests.golden_checks.report import Case, Report

OUTPUT_PROJECTION = "out.2.weight"


def array_for(key: str, shape: tuple[int, ...], salt: str = "") -> np.ndarray[Any, Any]:
    """The entry ``key`` of any network."""
    if key.endswith("num_batches_tracked"):
        return np.zeros(shape, np.int64)
    z = np.random.default_rng(zlib.crc32((salt + key).encode())).standard_normal(shape)
    if key.endswith("running_mean"):
        z = 0.1 * z
    elif key.endswith("running_var"):
        z = 1 + 0.1 * np.abs(z)
    elif len(shape) == 1 and key.endswith("weight"):
        z = 1 + 0.1 * z
    elif len(shape) <= 1:
        z = 0.05 * z
    else:
        z = z * np.sqrt(2 / np.prod(shape[1:])) * (0.4 if key == OUTPUT_PROJECTION else 1)
    return np.asarray(z, np.float32)


def fill(network: nn.Module, salt: str) -> nn.Module:
    """Give a network built on the meta device its weights, ready for inference."""
    weights = {
        key: torch.from_numpy(np.asarray(array_for(key, tuple(value.shape), salt)))
        for key, value in network.state_dict().items()
    }
    network.load_state_dict(weights, strict=True, assign=True)
    return network.eval().requires_grad_(False)


def digest(weights: Mapping[str, Tensor]) -> str:
    """SHA-256 over keys and little-endian bytes, in sorted order."""
    total = hashlib.sha256()
    for key in sorted(weights):
        total.update(key.encode() + b"\0")
        array = weights[key].numpy()
        total.update(np.ascontiguousarray(array, array.dtype.newbyteorder("<")).tobytes())
    return total.hexdigest()


def check_rule(case: Case) -> None:
    """``weight_rule.json``: fingerprints of example entries."""
    for example in case.meta:
        array = array_for(example["key"], tuple(example["shape"]), example["salt"])
        name = example["salt"] + example["key"]
        case.json.require(f"{name} crc", zlib.crc32(name.encode()), example["crc32"])
        case.json.compare(f"{name} first values", array.ravel()[:5], example["first5"][: array.size])
        case.json.require(f"{name} sha256", hashlib.sha256(array.tobytes()).hexdigest(), example["sha256"])


def check_weights(report: Report, network: nn.Module, meta: dict[str, Any]) -> None:
    """Whether the weights are those of the reference; if not, no other number means anything."""
    if "weights_sha256" in meta:
        report.require("weights_sha256", digest(network.state_dict()), meta["weights_sha256"])


def check_state(report: Report, network: nn.Module, state: dict[str, Any]) -> None:
    """The key list of a network: names, shapes, types, counts and digest."""
    built = {
        name: (list(value.shape), str(value.dtype).removeprefix("torch."))
        for name, value in network.state_dict().items()
    }
    expected = {name: (shape, dtype) for name, shape, dtype in state["keys"]}
    report.require("missing keys", sorted(expected.keys() - built.keys()), [])
    report.require("unexpected keys", sorted(built.keys() - expected.keys()), [])
    shared = sorted(expected.keys() & built.keys())
    report.require("shapes and types", [built[k] for k in shared], [expected[k] for k in shared])
    counts = {
        "num_keys": len(built),
        "num_parameters": sum(p.numel() for p in network.parameters()),
        "num_buffer_elements": sum(b.numel() for b in network.buffers()),
    }
    for name, count in counts.items():
        if name in state:
            report.require(name, count, state[name])
    if "key_set_sha256" in state:
        lines = sorted(f"{name} {shape} {dtype}" for name, (shape, dtype) in built.items())
        report.require(
            "key_set_sha256", hashlib.sha256("\n".join(lines).encode()).hexdigest(), state["key_set_sha256"]
        )


def check_statistics(
    report: Report, name: str, tensor: Tensor, expected: dict[str, Any], rtol: float
) -> None:
    """Shape, moments and first values of an inner tensor, relative to its own size."""
    report.require(f"{name} shape", list(tensor.shape), expected["shape"])
    values = tensor.double()
    got = {
        "mean": values.mean(),
        "std": values.std(correction=0),
        "min": values.min(),
        "max": values.max(),
        "l2": values.norm(),
        "abs_mean": values.abs().mean(),
    }
    slack = rtol * expected["abs_mean"]
    for key, value in got.items():
        if key in expected:
            report.compare(f"{name} {key}", float(value), expected[key], atol=slack, rtol=rtol)
    if "first8_of_sample0" in expected:
        first = values[0].flatten()[:8]
        report.compare(f"{name} first values", first, expected["first8_of_sample0"], atol=slack, rtol=rtol)
