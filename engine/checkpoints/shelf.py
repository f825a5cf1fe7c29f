"""Which file a model's name means, and whether it is still what it should be. Needs no torch."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from engine.checkpoints.library import Library, Record
from engine.checkpoints.manifest import SHIPPED, Entry, read_manifest
from engine.errors import BadModelError
from engine.run import stop_if_cancelled

BLOCK = 2**24
"""Bytes of a file that are read at a time."""


@dataclass(frozen=True)
class Located:
    """A model's file, and its entry if the manifest has one for it."""

    path: Path
    sha256: str
    entry: Entry | None


class Shelf:
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
        path = self.file(model)
        try:
            if not path.is_file():
                raise self._missing(str(model), path, entry)
            sha256 = file_digest(path)
        except OSError as error:
            raise BadModelError(
                "{path} cannot be read ({reason}): check its permissions.", path=path, reason=error.strerror
            ) from error
        if entry is None:
            record = next((known for known in records.values() if known.sha256 == sha256), None)
            listed = next((known for known in self.listed.values() if known.sha256 == sha256), None)
            entry = record.entry if record else listed
        if entry is not None:
            _verify(entry, record, path, sha256)
        return Located(path, sha256, entry)

    def file(self, model: str | Path) -> Path:
        """Return where the file of a model should be, whatever is there. Raises :class:`BadModelError`."""
        entry, record = self.entries.get(str(model)), self.library.records().get(str(model))
        return self.library.path(record) if record else self._path(entry) if entry else Path(model)

    def _path(self, entry: Entry) -> Path:
        if entry.file is None:
            raise BadModelError("{id} is listed without a file: see {page}.", id=entry.id, page=entry.page)
        return self.folder / entry.file

    def _missing(self, model: str, path: Path, entry: Entry | None) -> BadModelError:
        if entry is not None:
            how = f"main.py models get {entry.id}" if entry.urls else f"main.py models add {path.name}"
            return BadModelError(
                "{id} is not here: get it from {page} (licence: {licence}) with {how}, or with "
                "Edit > Models in the window.",
                id=entry.id,
                page=entry.page,
                licence=entry.licence,
                how=how,
            )
        names = ", ".join(self.entries)
        return BadModelError(
            "{model!r} is neither a file nor a listed model: the listed ones are {names}.",
            model=model,
            names=names,
        )


def _verify(entry: Entry, record: Record | None, path: Path, sha256: str) -> None:
    """Refuse a file that is not what it was, or should be, or whose licence was not accepted."""
    if record is not None and record.sha256 != sha256:
        raise BadModelError(
            "{path} has changed since it was added: main.py models remove {id}, and add it again.",
            path=path,
            id=entry.id,
        )
    if entry.sha256 not in (None, sha256):
        raise BadModelError(
            "{path} is not the published {id} (its SHA-256 is {found}, not {published}): get it "
            "again from {page}.",
            path=path,
            id=entry.id,
            found=sha256,
            published=entry.sha256,
            page=entry.page,
        )
    if entry.restricted and record is None:
        raise BadModelError(
            "{id} may not be used freely ({licence}): accept that with main.py models add {path} "
            "--accept-licence.",
            id=entry.id,
            licence=entry.licence,
            path=path,
        )


def file_digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            stop_if_cancelled()
            digest.update(block)
    return digest.hexdigest()
