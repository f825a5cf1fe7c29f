"""Models by name: which a repair needs, and what a list shows of them. It needs no torch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from engine.messages import NO_ERASER, Method

Kind: TypeAlias = Literal["prior", "eraser", "detector"]
"""What a model is used for: drawing what is missing, filling it in one pass, finding damage."""

Origin: TypeAlias = Literal["shipped", "installed", "get", "add"]
"""How one comes by a model: it is here with the program, or was added; can be fetched, or only added."""

DEFAULTS: dict[Kind, str] = {
    "prior": "reweave-prior",
    "eraser": "reweave-eraser",
    "detector": "reweave-detector",
}
"""Our own models: what is used where no other is named."""


@dataclass(frozen=True)
class ModelInfo:
    """A model as a list shows it.

    ``size``: bytes of its file, or what its parameters let expect, None if nobody said; ``fetched``: how many
    of them an interrupted transfer has left. ``path``: where its weights are, None if they are not here.
    ``restricted``: the licence forbids commercial use or is not stated. ``page``: address of its source, ""
    for none. ``usable``: False for one that is recognised, but cannot repair.
    """

    name: str
    title: str
    kind: Kind
    good_for: str
    licence: str
    restricted: bool
    page: str
    size: int | None
    origin: Origin
    path: Path | None
    fetched: int = 0
    usable: bool = True


def models_needed(method: Method, model: str | None, eraser: str | None) -> tuple[str, ...]:
    """Return names or files of the models of a repair, its main one first; None for our own.

    An eraser that is named is the model of a method that does nothing but erase.
    """
    filler = DEFAULTS["eraser"] if eraser in (None, NO_ERASER) else eraser
    if method in ("erase", "erode"):
        return (model or filler,)
    prior = model or DEFAULTS["prior"]
    if method == "blind" or eraser == NO_ERASER:
        return (prior,)
    return (prior, filler)
