"""The journal of a batch: one JSON object a line.

The first line says how photos are repaired; each further one what became of a photo. Lines are only ever
added. The last one may be torn by a loss of power; then its photo is done again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from engine.batch.events import Outcome, Recipe
from engine.errors import BadInputError, StorageError
from engine.photo.sources import shown

VERSION = 1


class Record(NamedTuple):
    """What is remembered of a photo: enough to know whether it is finished, and whether its output is ours.

    ``stamps``: of its inputs. ``written``: size and time of its output, empty if there is none.
    """

    output: str
    stamps: str
    written: str


class Journal:
    """Opens the journal ``path`` of ``recipe``; ``restart`` lets it begin anew, but not before :meth:`begin`.

    ``records`` are the finished photos of earlier runs. ``seed`` is the run's: the recipe's, or else that of
    the run that is resumed, or else ``new_seed``. Raises BadInputError if the journal is of another recipe,
    StorageError if it cannot be read or written.
    """

    def __init__(
        self, path: Path, source: Path, recipe: Recipe, new_seed: int, restart: bool = False
    ) -> None:
        self.path = path
        self._header: dict[str, Any] | None = None
        self._weights: dict[str, str] = {}
        try:
            self._file = open(path, "ab", buffering=0)  # noqa: SIM115 - closed by close()
        except OSError as error:
            raise _unwritable(path, error) from error
        try:
            self._end_torn_line()
            lines = _lines(path)
            header = next(lines, None)
            self.records = _finished(lines)
            if header and self.records and not restart:
                self.seed = self._checked(header, source, recipe)
                self._weights = header.get("weights", {})
            else:  # nothing is finished that the settings of an earlier run would matter to
                self.seed = new_seed if recipe.sampling.seed is None else recipe.sampling.seed
                self.records = {}
                plain = _plain(recipe, self.seed)
                self._header = {"reweave-batch": VERSION, "source": str(source), "recipe": plain}
        except BaseException:
            self.close()
            raise

    def bind(self, weights: Mapping[str, str]) -> None:
        """Note the SHA-256, by name, of the models that photos are repaired with.

        Raises BadInputError if finished photos were repaired with others of the same name.
        """
        swapped = [name for name, digest in weights.items() if self._weights.get(name, digest) != digest]
        if swapped:
            raise BadInputError(
                "{folder} holds photos that were repaired with other weights of {names}: put the "
                "former ones back to go on, choose another output folder, or add --restart to "
                "begin anew.",
                folder=shown(self.path.parent.parent),
                names=", ".join(swapped),
            )
        if self._header is not None:
            self._header["weights"] = dict(weights)

    def begin(self) -> None:
        """Work begins: a new run forgets those before it only now. Raises StorageError."""
        header, self._header = self._header, None
        if header is not None:
            self._file.truncate(0)
            self._append(header)

    def add(self, outcome: Outcome, written: str = "") -> None:
        """Write down ``outcome``; it is on the disk when this returns. Raises StorageError."""
        self.begin()
        item, failure = outcome.item, outcome.failure
        line: dict[str, Any] = {
            "photo": item.photo,
            "state": outcome.state,
            "output": item.output,
            "stamps": item.stamps,
            "written": written,
            "staged": outcome.staged,
            "replace": item.replace,
            "seed": outcome.seed,
            "seconds": round(outcome.seconds, 3),
            "pixels": outcome.pixels,
            "notes": outcome.notes,
        }
        if failure is not None:
            line |= {"kind": failure.kind, "message": failure.message, "detail": failure.detail}
        self._append(line)

    def staged(self, names: set[str]) -> Iterator[dict[str, Any]]:
        """The lines, as written, of photos whose finished files are among ``names`` of staged ones.

        None before a new run has begun: it will forget them.
        """
        if self._header is not None:
            return
        for line in _lines(self.path):
            if line.get("staged") in names:
                yield line

    def close(self) -> None:
        """Give the file back."""
        self._file.close()

    def _append(self, line: dict[str, Any]) -> None:
        self._write(json.dumps(line).encode("ascii") + b"\n")

    def _write(self, data: bytes) -> None:
        try:
            while data:
                data = data[self._file.write(data) :]
            os.fsync(self._file.fileno())
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def _checked(self, header: dict[str, Any], source: Path, recipe: Recipe) -> int:
        """Return the seed of the run that ``header`` began, if it is the same work."""
        known = header.get("recipe")
        if header.get("reweave-batch") != VERSION or not isinstance(known, dict):
            raise BadInputError(
                "{path} is not the journal of a batch of this version: choose another output "
                "folder, or add --restart to begin anew.",
                path=shown(self.path),
            )
        seed = int(known["sampling"]["seed"])
        asked = _plain(recipe, seed if recipe.sampling.seed is None else recipe.sampling.seed)
        differing = [name for name in asked if asked[name] != known.get(name)]
        if header["source"] != str(source):
            differing.insert(0, "input folder")
        if differing:
            raise BadInputError(
                "{folder} holds a batch of other settings ({names}): use the same ones to go on "
                "with it, choose another output folder, or add --restart to begin anew.",
                folder=shown(self.path.parent.parent),
                names=", ".join(differing),
            )
        return seed

    def _end_torn_line(self) -> None:
        """Keep what a loss of power left of a line from running into the next one."""
        with open(self.path, "rb") as file:
            if file.seek(0, os.SEEK_END) == 0:
                return
            file.seek(-1, os.SEEK_END)
            whole = file.read() == b"\n"
        if not whole:
            self._write(b"\n")


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects in the file ``path``, without lines that were never whole."""
    with open(path, "rb") as file:
        for line in file:
            try:
                value = json.loads(line)
            except ValueError:
                continue
            if isinstance(value, dict):
                yield value


def _finished(lines: Iterator[dict[str, Any]]) -> dict[str, Record]:
    """The photos that ``lines`` finish. A later failure of a changed photo does not undo that."""
    records: dict[str, Record] = {}
    for line in lines:
        if line.get("state") in ("repaired", "copied", "skipped"):
            records[line["photo"]] = Record(line["output"], line["stamps"], line["written"])
        elif line.get("photo") in records and records[line["photo"]].stamps == line["stamps"]:
            del records[line["photo"]]  # its file could not be put into its place
    return records


def _plain(recipe: Recipe, seed: int) -> dict[str, Any]:
    """``recipe`` with ``seed`` as JSON has it."""
    plain: dict[str, Any] = json.loads(json.dumps(asdict(recipe)))
    plain["sampling"]["seed"] = seed
    return plain


def _unwritable(path: Path, error: OSError) -> StorageError:
    return StorageError(
        "The batch's journal {path} cannot be written ({reason}): make room or choose another "
        "output folder, then start again.",
        path=shown(path),
        reason=error.strerror,
    )
