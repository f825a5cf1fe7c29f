"""A user's own models: a folder of weights, each with a record of what it is and where it came from."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.checkpoints.manifest import Entry
from engine.errors import BadInputError, StorageError
from engine.photo.atomic import write_bytes_atomically
from engine.photo.sources import shown

FOLDER_VARIABLE = "REWEAVE_MODELS"
NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
STAGING = ".incoming-"
ABANDONED = 24 * 3600.0
"""Seconds after which a place for a file that is being examined belongs to nobody any more."""


def user_folder() -> Path:
    """Return the folder for a user's own models: ``REWEAVE_MODELS``, or where the system keeps data."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Reweave" / "models"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Reweave" / "models"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "reweave" / "models"


@dataclass(frozen=True)
class Record:
    """An installed model: what it is, with the checksum and size its ``file`` (a name) had when it came."""

    entry: Entry
    file: str
    sha256: str
    size: int

    @property
    def name(self) -> str:
        """What the model is called."""
        return self.entry.id


class Library:
    """The models in ``folder``, None for the user's. Nothing is kept in memory: others may change it."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or user_folder()

    def path(self, record: Record) -> Path:
        """Return where the weights of ``record`` are, or should be."""
        return self.folder / record.file

    def records(self) -> dict[str, Record]:
        """Read the records, by the models' names; what cannot be read, or has no weights, is left out."""
        try:
            files = sorted(self.folder.glob("*.json"))
        except OSError:
            return {}
        read = (_read(file) for file in files)
        return {record.entry.id: record for record in read if record and self.path(record).is_file()}

    @contextmanager
    def staging(self, name: str) -> Iterator[Path]:
        """Give a path called ``name`` for a file that is still to be examined, and afterwards clear up."""
        with storing(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._clear_up()
            place = Path(tempfile.mkdtemp(prefix=STAGING, dir=self.folder))
        try:
            yield place / name
        finally:
            shutil.rmtree(place, ignore_errors=True)

    def install(self, staged: Path, entry: Entry, sha256: str, suffix: str) -> Record:
        """Move an examined file into the folder, which must be on the same disk, and record it.

        The weights come first and the record last, so a model is there wholly or not at all.
        """
        record = Record(entry, f"{entry.id}{suffix}", sha256, staged.stat().st_size)
        with storing(self.folder):
            os.replace(staged, self.path(record))
            written = json.dumps(asdict(record), indent=1).encode()
            write_bytes_atomically(self._record_file(entry.id), written, overwrite=True)
        return record

    def remove(self, name: str) -> Path:
        """Delete the model called ``name``; return where its weights were. Raises BadInputError."""
        record = _read(self._record_file(name)) if NAME.fullmatch(name) else None
        if record is None:
            raise BadInputError("No model called {name!r} was added: see main.py models list.", name=name)
        with storing(self.folder):
            self._record_file(name).unlink()
            self.path(record).unlink(missing_ok=True)
        return self.path(record)

    def _clear_up(self) -> None:
        """Delete what processes that were killed have left."""
        for place in self.folder.glob(f"{STAGING}*"):
            if place.stat().st_mtime < time.time() - ABANDONED:
                shutil.rmtree(place, ignore_errors=True)

    def _record_file(self, name: str) -> Path:
        return self.folder / f"{name}.json"


def checked_name(name: str) -> str:
    """Return ``name`` if a model may be called so; raise BadInputError if not."""
    if not NAME.fullmatch(name) or name == "none":
        raise BadInputError(
            "A model cannot be called {name!r}: use up to 64 small letters, digits, dots and hyphens.",
            name=name,
        )
    return name


@contextmanager
def storing(folder: Path) -> Iterator[None]:
    """Turn what the system says against writing into ``folder`` into a sentence."""
    try:
        yield
    except OSError as error:
        raise StorageError(
            "{folder}, where models are kept, cannot be written ({reason}): make room, or name "
            "another folder in {variable}.",
            folder=shown(folder),
            reason=error.strerror,
            variable=FOLDER_VARIABLE,
        ) from error


def _read(file: Path) -> Record | None:
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        record = Record(**{**content, "entry": Entry(**content["entry"])})
        # Names that lead elsewhere are not ours.
        if record.entry.id == file.stem and Path(record.file).name == record.file:
            return record
    return None
