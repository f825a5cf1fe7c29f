"""What a file is: the listed model that it can be, or a model of the user's own. Proved by loading it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from engine.checkpoints.architectures import ADM_DECLARED, Architecture, recognise
from engine.checkpoints.formats import Weights, read_weights, readable_format
from engine.checkpoints.library import NAME, checked_name
from engine.checkpoints.manifest import Entry
from engine.checkpoints.matching import declared_shapes, difference_from, nearest, same_shape
from engine.checkpoints.store import assemble
from engine.errors import BadModelError


def identify(
    path: Path, sha256: str, listed: Sequence[Entry], name: str, settings: Mapping[str, Any]
) -> tuple[Entry, str]:
    """Return the entry of the model in ``path``, and the suffix that its file should have.

    ``name``: of the listed model that it should be, or of the user's choice; "" to find out. ``settings``:
    what its weights do not show, where no listed model of its shape says so. Raises :class:`BadModelError`,
    saying in which keys it differs from what it is nearest to, if it fits nothing.
    """
    known = next((entry for entry in listed if entry.sha256 == sha256), None)
    suffix = ".safetensors" if readable_format(path) == "safetensors" else ".pt"
    weights = read_weights(path)
    architecture = _recognised(weights, listed)
    possible = [known] if known else _unproven(weights, architecture, listed)
    entry = _chosen(weights, architecture, listed, possible, name)
    if entry is None:
        entry = _of_the_user(weights, architecture, listed, possible, name, settings)
    assemble(weights, entry.settings)
    return entry, suffix


def _recognised(weights: Weights, listed: Sequence[Entry]) -> Architecture:
    try:
        return recognise(weights)
    except BadModelError as error:
        closest = nearest(weights, listed)
        if closest is None:
            raise
        raise BadModelError(
            "{name} fits no model that is known here. Nearest is {id}, but it has {difference}.",
            name=weights.name,
            id=closest.id,
            difference=difference_from(weights, closest),
        ) from error


def _unproven(weights: Weights, architecture: Architecture, listed: Sequence[Entry]) -> list[Entry]:
    """The listed models that a file may be for all one can see: no checksum of theirs is published."""
    shapeless = [entry for entry in listed if declared_shapes(entry) is None]
    of_the_kind = [entry for entry in shapeless if entry.architecture == architecture.name]
    return [entry for entry in (*same_shape(weights, listed), *of_the_kind) if entry.sha256 is None]


def _chosen(
    weights: Weights,
    architecture: Architecture,
    listed: Sequence[Entry],
    possible: Sequence[Entry],
    name: str,
) -> Entry | None:
    """The listed model that a file is to be; None for a model of the user's own."""
    asked = next((entry for entry in listed if entry.id == name), None)
    if asked is None and name:
        return None
    if asked in possible:
        return asked
    if asked is not None:
        raise BadModelError(
            "{name} is not {id}: {why}.",
            name=weights.name,
            id=asked.id,
            why=_why_not(weights, architecture, asked),
        )
    named = [entry for entry in possible if entry.file == weights.name]
    remaining = named or possible
    return remaining[0] if len(remaining) == 1 else None


def _why_not(weights: Weights, architecture: Architecture, entry: Entry) -> str:
    if entry.architecture != architecture.name:
        return f"it holds weights of {architecture.title}"
    if declared_shapes(entry) is None:
        return "that one comes with the program"
    difference = difference_from(weights, entry)
    return f"it has {difference}" if difference else "its checksum is not the published one"


def _of_the_user(
    weights: Weights,
    architecture: Architecture,
    listed: Sequence[Entry],
    possible: Sequence[Entry],
    name: str,
    settings: Mapping[str, Any],
) -> Entry:
    """An entry for a model that is none of the listed ones, or any of several."""
    alike = same_shape(weights, listed)
    declared = {**(alike[0].settings if alike else {}), **settings}
    if architecture.name == "adm-unet":
        _require_settings(weights, listed, declared)
    licence = " or ".join(sorted({entry.licence for entry in possible})) or "that of its source"
    if len(possible) > 1:
        licence = f"{licence}, as it is one of {', '.join(entry.id for entry in possible)}"
    return Entry(
        id=checked_name(name or _name_from(weights.name)),
        title=f"{architecture.title} from {weights.name}",
        kind=architecture.kind,
        architecture=architecture.name,
        licence=licence,
        page="",
        restricted=any(entry.restricted for entry in possible),
        good_for=f"the same as {', '.join(entry.id for entry in alike)}" if alike else "",
        settings=declared,
    )


def _require_settings(weights: Weights, listed: Sequence[Entry], declared: Mapping[str, Any]) -> None:
    missing = [name for name in ADM_DECLARED if name not in declared]
    if not {"num_heads", "num_head_channels"} & declared.keys():
        missing.append("num_head_channels")
    if not missing:
        return
    closest = nearest(weights, listed)
    compared = f"nearest is {closest.id}, but it has {difference_from(weights, closest)}; " if closest else ""
    raise BadModelError(
        "{name} is an ADM U-Net of a shape that is not listed: {compared}if it is meant to be "
        "so, say what its weights do not show: {options}.",
        name=weights.name,
        compared=compared,
        options=" ".join(f"--set {name}=VALUE" for name in missing),
    )


def _name_from(file: str) -> str:
    """Make a model's name of a file's."""
    stem = file.rpartition(".")[0] or file
    name = re.sub(r"[^a-z0-9._-]+", "-", stem.lower()).strip("._-")[:64]
    return name if NAME.fullmatch(name) else "model"
