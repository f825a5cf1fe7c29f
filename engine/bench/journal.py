"""What has been measured already: a line a score, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from engine.bench.entrants import Entrant
from engine.bench.problems import Case
from engine.bench.scores import Score, plain, score_of
from engine.errors import StorageError


class Journal:
    """Scores by case, entrant and everything its results depend on, in a file of JSON lines.

    A last line that was cut short is left out. Raises StorageError where the file cannot be written.
    """

    def __init__(self, file: Path, versions: str) -> None:
        """``versions``: of the models and the program: scores made with others are not taken over."""
        self._file, self._versions = file, versions
        self._known: dict[str, Score] = {}
        text = file.read_text() if file.is_file() else ""
        for line in text.splitlines():
            try:
                entry = json.loads(line)
                key = entry.pop("key")
                self._known[key] = score_of(entry)
            except (ValueError, TypeError, KeyError, AttributeError):
                continue  # cut short, or of another version
        if text and not text.endswith("\n"):
            self._write("\n")

    def __len__(self) -> int:
        return len(self._known)

    def get(self, case: Case, entrant: Entrant) -> Score | None:
        """Return the score of ``entrant`` in ``case`` if it was measured before."""
        return self._known.get(self._key(case, entrant))

    def put(self, case: Case, entrant: Entrant, score: Score) -> None:
        """Remember ``score``, on disk before this returns."""
        key = self._key(case, entrant)
        self._known[key] = score
        self._write(json.dumps({"key": key, **plain(score)}) + "\n")

    def _key(self, case: Case, entrant: Entrant) -> str:
        parts = (case.photo, case.kind, entrant.name, entrant.settings, self._versions)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]

    def _write(self, text: str) -> None:
        try:
            with self._file.open("a") as stream:
                stream.write(text)
        except OSError as error:
            raise StorageError(
                f"{self._file} cannot be written ({error.strerror}): choose another place for the report."
            ) from error


def versions_of(files: Sequence[Path], program: str) -> str:
    """Return what tells models and program from others: sizes and times of the files, and the version."""
    stamps = [
        f"{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files if file.is_file()
    ]
    return " ".join([program, *stamps])
