"""A lock that ends with its process, however that ends: the system holds it, no file stands for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import StorageError
from engine.photo.sources import shown

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path, folder: Path) -> Iterator[None]:
    """Hold the lock on the file ``path``, which says that a batch writes into ``folder``.

    Raises StorageError if another process, or another batch of this one, holds it.
    """
    with open(path, "ab") as file:
        try:
            _lock(file.fileno())
        except OSError as error:
            raise StorageError(
                f"Another batch is writing into {shown(folder)}: wait until it is done, or choose "
                "another folder."
            ) from error
        yield
