"""The models there are: listed, added from a file, fetched, removed; for a command and a dialog alike."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from engine.checkpoints.download import CHUNK, MEGABYTE, Wanted, digested, download
from engine.checkpoints.library import Library, Record, checked_name, storing
from engine.checkpoints.manifest import SHIPPED, Entry, read_manifest
from engine.errors import BadInputError, BadModelError, Sentence
from engine.lock import locked
from engine.messages import Progress
from engine.models import ModelInfo, Origin
from engine.photo.sources import shown
from engine.run import Job

PARTS = ".downloads"

Accepts: TypeAlias = Callable[[ModelInfo], bool]
"""Asked, where a licence restricts, whether it is accepted. May raise what the job is to end with."""


@dataclass(frozen=True)
class Listing:
    """A model in the list: ``path`` is where its weights are, None if they are not here.

    ``size``: bytes of its file, or what is to be expected. ``fetched``: those that an interrupted transfer
    has left.
    """

    entry: Entry
    path: Path | None = None
    size: int | None = None
    fetched: int = 0

    @property
    def origin(self) -> Origin:
        """Return how one comes by the model."""
        if self.path is not None:
            return "shipped" if self.path.is_relative_to(SHIPPED) else "installed"
        return "get" if self.entry.urls else "add"

    @property
    def info(self) -> ModelInfo:
        """Return what a dialog shows of it."""
        entry = self.entry
        return ModelInfo(
            name=entry.id,
            title=entry.title,
            kind=entry.kind,
            good_for=entry.good_for,
            licence=entry.licence,
            restricted=entry.restricted,
            page=entry.page if entry.page.startswith("https://") else "",
            size=self.size,
            origin=self.origin,
            path=self.path,
            fetched=self.fetched,
            usable=not entry.settings.get("class_cond"),
        )


def refuse(model: ModelInfo) -> bool:
    """Accept no licence that restricts."""
    return False


class Catalogue:
    """The listed models of ``folder``, None for the shipped ones, and a user's own in ``library``."""

    def __init__(self, folder: Path | None = None, library: Library | None = None) -> None:
        self.folder = folder or SHIPPED
        self.library = library or Library()
        self.listed = read_manifest(self.folder)

    def listings(self) -> list[Listing]:
        """Return every model there is, in the manifest's order, a user's own ones last."""
        records = self.library.records()
        own = [record.entry for name, record in records.items() if name not in self.listed]
        return [self._listing(entry, records) for entry in (*self.listed.values(), *own)]

    def infos(self) -> list[ModelInfo]:
        """Return what a dialog shows of every model there is."""
        return [listing.info for listing in self.listings()]

    def get(self, name: str, *, accepts: Accepts = refuse) -> Job[Record]:
        """Fetch a listed model, check it and install it; what has come survives an interruption.

        ``accepts``: asked about a licence that restricts, before the first byte. Raises BadInputError if
        there is nothing to fetch or the licence was not accepted, StorageError if it cannot be fetched or
        kept, and BadModelError if it is not what it should be.
        """
        entry = self.listed.get(name)
        if entry is None:
            raise BadInputError(
                "There is no model {name!r}: the listed ones are {names}.",
                name=name,
                names=", ".join(self.listed),
            )
        self._require_absent(entry)
        if not entry.urls:
            raise BadInputError(
                "No direct address of {name} is known: get it from {page}, then main.py models add it.",
                name=name,
                page=entry.page,
            )
        require_licence(entry, accepts)
        part = self._part(entry)
        with storing(self.library.folder):
            part.parent.mkdir(parents=True, exist_ok=True)
        with _alone(part.parent, name):
            self._require_absent(entry)  # somebody else may have fetched it just now
            return (yield from self._fetched(entry, part))

    def forget(self, name: str) -> None:
        """Delete what an interrupted transfer of a listed model has left, if anything."""
        part = self._part(self.listed[name])
        if part.parent.is_dir():
            with _alone(part.parent, name):
                shutil.rmtree(part.parent, ignore_errors=True)

    def add(
        self,
        path: Path,
        *,
        name: str | None = None,
        settings: Mapping[str, Any] | None = None,
        accepts: Accepts = refuse,
        link: bool = False,
    ) -> Job[Record]:
        """Examine a file that the user has, and take it into the library under a name.

        ``name``: of a listed model that it is, or one of the user's choice; None takes the listed one if
        contents, or else the file's name, leave one only, or else makes one of the file's name.
        ``settings``: what the weights of an unlisted network do not show. ``accepts``: asked about a licence
        that restricts, once it is known which. ``link``: do not copy the file.
        Raises BadInputError for what is asked wrongly and BadModelError for a file that will not do.
        """
        asked = None if name is None else self.listed.get(checked_name(name))
        if asked is not None:
            self._require_absent(asked)
            require_licence(asked, accepts)
        _require_file(path)
        from engine.checkpoints.formats import readable_format
        from engine.checkpoints.identity import identify

        readable_format(path)
        with self.library.staging(path.name) as staged:
            sha256 = yield from (_linked(path, staged) if link else _copied(path, staged))
            yield Progress("examining", 0, 1)
            entry, suffix = identify(staged, sha256, [*self.listed.values()], name or "", settings or {})
            self._require_absent(entry)
            if entry is not asked:
                require_licence(entry, accepts)
            return self.library.install(staged, replace(entry, sha256=sha256), sha256, suffix)

    def remove(self, name: str) -> Path:
        """Delete a model that the user has added; return where its weights were. Raises BadInputError."""
        if self._shipped(name):
            raise BadInputError("{name} comes with the program and stays.", name=name)
        return self.library.remove(name)

    def _fetched(self, entry: Entry, part: Path) -> Job[Record]:
        """Fetch a file, prove it, install it, and clear up."""
        from engine.checkpoints.identity import identify  # and with it torch

        sha256 = yield from download(Wanted(entry.urls, entry.size, entry.sha256), part)
        try:
            yield Progress("examining", 0, 1)
            suffix = identify(part, sha256, [entry], entry.id, {})[1]
        except BadModelError:
            part.unlink()  # or it would be taken for the right one again
            raise
        record = self.library.install(part, replace(entry, sha256=sha256), sha256, suffix)
        shutil.rmtree(part.parent, ignore_errors=True)
        return record

    def _listing(self, entry: Entry, records: Mapping[str, Record]) -> Listing:
        record = records.get(entry.id)
        size = record.size if record else entry.bytes_to_expect
        return Listing(entry, self._path(entry, records), size, self._fetched_bytes(entry))

    def _part(self, entry: Entry) -> Path:
        """Where a model is fetched to, in a folder of its own."""
        return self.library.folder / PARTS / entry.id / (entry.file or entry.id)

    def _fetched_bytes(self, entry: Entry) -> int:
        try:
            return self._part(entry).stat().st_size if entry.urls else 0
        except OSError:
            return 0

    def _shipped(self, name: str) -> bool:
        entry = self.listed.get(name)
        return name not in self.library.records() and entry is not None and self._path(entry, {}) is not None

    def _path(self, entry: Entry, records: Mapping[str, Record]) -> Path | None:
        if entry.id in records:
            return self.library.path(records[entry.id])
        beside = self.folder / entry.file if entry.file else None
        return beside if beside and beside.is_file() else None

    def _require_absent(self, entry: Entry) -> None:
        if self._shipped(entry.id):
            raise BadInputError("{id} comes with the program: nothing is to be done.", id=entry.id)
        if entry.id in self.library.records():
            raise BadInputError(
                "There is a model called {id} already: remove that one first, or give this one another name.",
                id=entry.id,
            )


def require_licence(entry: Entry, accepts: Accepts) -> None:
    """Go on only if the licence restricts nothing or is accepted; if not, raise BadInputError with it."""
    if entry.restricted and not accepts(Listing(entry).info):
        where = f", {entry.page}" if entry.page else ""
        raise BadInputError(
            "The licence of {id}: {licence}{where}. If you accept it, add --accept-licence.",
            id=entry.id,
            licence=entry.licence,
            where=where,
        )


@contextlib.contextmanager
def _alone(place: Path, name: str) -> Iterator[None]:
    """Be the only one who fetches into a folder. Raises StorageError if somebody does already."""
    with locked(
        place / "lock", Sentence("{name} is being fetched already: wait until that is done.", name=name)
    ):
        yield


def _require_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise BadInputError("{path} is a folder: choose a model file in it.", path=shown(path))
        if not path.is_file():
            raise BadInputError(
                "{path} is not there, or no ordinary file: choose a model file.", path=shown(path)
            )
        path.open("rb").close()
    except (OSError, ValueError) as error:
        raise BadInputError(
            "{path} cannot be read: check its path and permissions.", path=shown(path)
        ) from error


def _linked(path: Path, staged: Path) -> Job[str]:
    """Give a file a second name; across disks, a link to it."""
    with storing(staged.parent):
        try:
            os.link(path.resolve(), staged)
        except OSError:
            staged.symlink_to(path.resolve())
    return (yield from digested(staged))


def _copied(path: Path, staged: Path) -> Job[str]:
    """Copy a file; return the SHA-256, in hex, of what was copied."""
    digest, done, total = hashlib.sha256(), 0, max(path.stat().st_size, 1)
    with path.open("rb") as source, storing(staged.parent), staged.open("xb") as target:
        while chunk := source.read(16 * CHUNK):
            digest.update(chunk)
            target.write(chunk)
            done += len(chunk)
            yield Progress("copying (MB)", done // MEGABYTE, total // MEGABYTE, share=done / total)
        target.flush()
        os.fsync(target.fileno())
    return digest.hexdigest()
