"""A lock that ends with its process, however that ends: the system holds it, no file stands for it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

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


def hold_lock(file: IO[bytes], folder: Path) -> None:
    """Lock ``file``, which says that a batch writes into ``folder``, until it is closed.

    Raises StorageError if another process, or another batch of this one, holds the lock.
    """
    try:
        _lock(file.fileno())
    except OSError as error:
        raise StorageError(
            f"Another batch is writing into {shown(folder)}: wait until it is done, or choose another folder."
        ) from error
