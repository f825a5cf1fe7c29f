"""The list of known models: models/models.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, get_args

from engine.errors import BadModelError
from engine.models import Kind

SHIPPED = Path(__file__).resolve().parents[2] / "models"
MANIFEST = "models.toml"
BYTES_A_PARAMETER = 4


@dataclass(frozen=True)
class Entry:
    """One model.

    ``file``: its published name, and its path where it is shipped; None where there is none to get.
    ``sha256`` (hex) and ``size`` (bytes) are None where nobody published them; ``parameters`` gives an idea
    of the size all the same. ``settings``: what its weights do not show and, for public models, the flags
    that say their shape. ``page``: where people can read about it; ``urls``: the file itself, at several
    places in order of preference. ``restricted``: the licence forbids commercial use or is not stated, so
    it is to be accepted before use.
    """

    id: str
    title: str
    kind: Kind
    architecture: str
    licence: str
    page: str
    file: str | None = None
    sha256: str | None = None
    size: int | None = None
    parameters: int | None = None
    urls: Sequence[str] = ()
    restricted: bool = False
    good_for: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def bytes_to_expect(self) -> int | None:
        """Return the size of the file: published, else of its parameters in single precision."""
        return self.size or (self.parameters * BYTES_A_PARAMETER if self.parameters else None)


def read_manifest(folder: Path) -> dict[str, Entry]:
    """Read the models listed in ``folder``, by their names.

    A model's ``settings`` are a table, or the name of one under ``[settings]``. Raises
    :class:`BadModelError` if the file is missing or wrong.
    """
    path = folder / MANIFEST
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadModelError(
            "There is no list of models at {path}: reinstall the program.", path=path
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise BadModelError("{path} cannot be read: {reason}.", path=path, reason=error) from error
    shared = content.get("settings", {})
    return {name: _entry(path, name, table, shared) for name, table in content.get("models", {}).items()}


def _entry(path: Path, name: str, table: dict[str, Any], shared: dict[str, Any]) -> Entry:
    settings = table.get("settings", {})
    if isinstance(settings, str):
        if settings not in shared:
            raise BadModelError(
                "{path}: {name} names settings {settings!r}, which are not there.",
                path=path,
                name=name,
                settings=settings,
            )
        settings = shared[settings]
    unknown = sorted(table.keys() - {item.name for item in fields(Entry)})
    if unknown:
        raise BadModelError(
            "{path}: {name} has unknown fields: {names}.", path=path, name=name, names=", ".join(unknown)
        )
    if table.get("kind") not in get_args(Kind):
        raise BadModelError(
            "{path}: the kind of {name} must be one of {names}.",
            path=path,
            name=name,
            names=", ".join(get_args(Kind)),
        )
    try:
        return Entry(**{**table, "id": name, "settings": settings})
    except TypeError as error:
        raise BadModelError(
            "{path}: {name} is incomplete ({reason}).", path=path, name=name, reason=error
        ) from error
