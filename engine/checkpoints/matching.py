"""Which of the listed models a file may be, judged by its contents: checksum, names and shapes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

import torch

from engine.checkpoints.formats import Weights
from engine.checkpoints.manifest import Entry
from engine.networks.adm_unet import AdmConfig, AdmUnet
from engine.networks.lama import LamaConfig, LamaGenerator

Shapes: TypeAlias = Mapping[str, tuple[int, ...]]

SHOWN_KEYS = 4


def same_shape(weights: Weights, entries: Iterable[Entry]) -> list[Entry]:
    """Return those of ``entries`` whose declared network has exactly the names and shapes of ``weights``."""
    shapes = shapes_of(weights)
    return [entry for entry in entries if declared_shapes(entry) == shapes]


def difference_from(weights: Weights, entry: Entry) -> str:
    """Say in which keys ``weights`` differ from what ``entry`` declares; empty if in none."""
    declared, shapes = declared_shapes(entry) or {}, shapes_of(weights)
    differing = {
        "missing": declared.keys() - shapes.keys(),
        "unexpected": shapes.keys() - declared.keys(),
        "of another shape": {key for key in declared.keys() & shapes.keys() if declared[key] != shapes[key]},
    }
    return "; ".join(f"{some(keys)} {what}" for what, keys in differing.items() if keys)


def nearest(weights: Weights, entries: Iterable[Entry]) -> Entry | None:
    """Return the one of ``entries`` that shares most with ``weights``; None if nothing is shared."""
    shapes = shapes_of(weights)

    def shared(entry: Entry) -> float:
        declared = declared_shapes(entry) or {}
        names = len(declared.keys() & shapes.keys()) / max(len(declared.keys() | shapes.keys()), 1)
        equal = len(declared.items() & shapes.items()) / max(len(declared), 1)
        return names + equal

    closest = max(entries, key=shared, default=None)
    return closest if closest and shared(closest) else None


def declared_shapes(entry: Entry) -> Shapes | None:
    """Names and shapes of the network that an entry's settings describe; None if they do not say."""
    return _shapes(entry.architecture, json.dumps(dict(entry.settings), sort_keys=True))


def shapes_of(weights: Weights) -> Shapes:
    """Names and shapes of the tensors of ``weights``."""
    return {name: tuple(value.shape) for name, value in weights.tensors.items()}


def some(keys: Iterable[str]) -> str:
    """Name the first few of ``keys``, and how many more there are."""
    ordered = sorted(keys)
    more = len(ordered) - SHOWN_KEYS
    return ", ".join(ordered[:SHOWN_KEYS]) + (f" and {more} more" if more > 0 else "")


@lru_cache(maxsize=32)
def _shapes(architecture: str, settings: str) -> Shapes | None:
    flags = json.loads(settings)
    with torch.device("meta"):
        if architecture == "adm-unet" and "num_channels" in flags:
            state = AdmUnet(AdmConfig.from_flags(flags)).state_dict()
        elif architecture == "lama" and "ngf" in flags:
            state = LamaGenerator(LamaConfig.from_flags(flags)).state_dict()
        else:
            return None
    return {name: tuple(value.shape) for name, value in state.items()}
