"""A lock that ends with its process, however that ends: the system holds it, no file stands for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import StorageError

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path, refusal: str) -> Iterator[None]:
    """Hold the lock on the file ``path``, which is made if it is not there.

    Raises StorageError with the sentence ``refusal`` if another process, or another job of this one, has it.
    """
    with open(path, "ab") as file:
        try:
            _lock(file.fileno())
        except OSError as error:
            raise StorageError(refusal) from error
        yield
