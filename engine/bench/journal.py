"""What has been measured already: a line a result, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine.errors import StorageError


class Journal:
    """Results by everything that they depend on, in a file of JSON lines.

    A last line that was cut short is left out. Raises StorageError where the file cannot be written.
    """

    def __init__(self, file: Path, versions: str) -> None:
        """``versions``: of the models and the program: results of others are not taken over."""
        self._file, self._versions = file, versions
        self._known: dict[str, dict[str, Any]] = {}
        text = file.read_text() if file.is_file() else ""
        for line in text.splitlines():
            try:
                entry = json.loads(line)
                self._known[entry.pop("key")] = entry
            except (ValueError, TypeError, KeyError, AttributeError):
                continue  # cut short, or of another version
        if text and not text.endswith("\n"):
            self._write("\n")

    def __len__(self) -> int:
        return len(self._known)

    def get(self, *what: str) -> dict[str, Any] | None:
        """Return the result of ``what`` if it was measured before."""
        return self._known.get(self.key(*what))

    def put(self, entry: dict[str, Any], *what: str) -> None:
        """Remember ``entry``, a result as JSON has it, on disk before this returns."""
        key = self.key(*what)
        self._known[key] = entry
        self._write(json.dumps({"key": key, **entry}) + "\n")

    def key(self, *what: str) -> str:
        """Return a short name of ``what``, measured with these versions."""
        return hashlib.sha256("\0".join((*what, self._versions)).encode()).hexdigest()[:16]

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
