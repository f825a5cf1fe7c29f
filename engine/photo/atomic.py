"""Writing a file so that at every moment either the old one or the whole new one stands there."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from engine.errors import Sentence, StorageError
from engine.photo.sources import shown

MAX_NAME = 255
"""Bytes in a file's name that common file systems hold."""


def write_atomically(path: Path, write: Callable[[BinaryIO], None], *, overwrite: bool = False) -> None:
    """Let ``write`` fill a temporary file beside ``path``, then give it that name.

    The new file is on the disk before the old one goes. A link is followed, and an old file's
    permissions are kept. Raises StorageError, after which ``path`` is as it was and nothing is left
    behind; whatever else ``write`` raises passes through with the same promise.
    """
    target = checked_target(path, overwrite)
    temporary = target.with_name(f".reweave-{secrets.token_hex(6)}.tmp")
    try:
        try:
            _fill(temporary, write)
            if target.exists():
                shutil.copymode(target, temporary)
            put_in_place(temporary, target, overwrite)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(target.parent)
    except OSError as error:
        raise StorageError(_sentence(path, error)) from error


def write_bytes_atomically(path: Path, content: bytes | memoryview, *, overwrite: bool = False) -> None:
    """Write ``content`` as :func:`write_atomically` does."""

    def write(file: BinaryIO) -> None:
        file.write(content)

    write_atomically(path, write, overwrite=overwrite)


def checked_target(path: Path, overwrite: bool) -> Path:
    """Return where ``path`` leads to, or raise StorageError before any work is done."""
    try:
        target = Path(os.path.realpath(path))
        exists = os.path.lexists(target)
        os.lstat(target.parent)
    except (OSError, ValueError) as error:
        raise StorageError(_sentence(path, error)) from error
    if len(os.fsencode(target.name)) > MAX_NAME:
        raise StorageError(_sentence(path, OSError(errno.ENAMETOOLONG, "")))
    if target.is_dir():
        raise StorageError("{path} is a folder: give a file name in it.", path=shown(path))
    if exists and not target.is_file():
        raise StorageError("{path} is not an ordinary file: choose another name.", path=shown(path))
    if exists and not overwrite:
        raise StorageError(_exists(path))
    if exists and not os.access(target, os.W_OK):
        raise StorageError("{path} is write-protected: unlock it or choose another name.", path=shown(path))
    if not target.parent.is_dir():
        raise StorageError(_sentence(path, OSError(errno.ENOTDIR, "")))
    if not os.access(target.parent, os.W_OK):
        raise StorageError(_sentence(path, OSError(errno.EACCES, "")))
    return target


def _fill(temporary: Path, write: Callable[[BinaryIO], None]) -> None:
    with open(temporary, "xb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())


def put_in_place(temporary: Path, target: Path, overwrite: bool) -> None:
    """Give ``temporary`` the name ``target``, at once; it may keep its own as well.

    Raises FileExistsError unless ``overwrite``, and whatever OSError the system has.
    """
    if overwrite:
        os.replace(temporary, target)
        return
    try:
        os.link(temporary, target)  # unlike a rename, fails if somebody was quicker
    except FileExistsError:
        raise
    except (OSError, AttributeError):  # a file system without hard links
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "exists", str(target)) from None
        os.rename(temporary, target)


def _sync_folder(folder: Path) -> None:
    """Make the new name last as well, where folders can be synchronised."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _exists(path: Path) -> Sentence:
    return Sentence(
        "{path} exists already: choose another name, or allow it with --overwrite.", path=shown(path)
    )


def _sentence(path: Path, error: OSError | ValueError) -> Sentence:
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EEXIST:
        return _exists(path)
    known = {
        errno.ENOSPC: Sentence("the disk is full: free some space or choose another place"),
        errno.EDQUOT: Sentence("your share of the disk is used up: free some space or choose another place"),
        errno.EFBIG: Sentence("the file is larger than this disk allows: choose another place"),
        errno.EACCES: Sentence("the folder may not be written to: choose another place"),
        errno.EPERM: Sentence("the folder may not be written to: choose another place"),
        errno.EROFS: Sentence("the disk is read-only: choose another place"),
        errno.ENOENT: Sentence("the folder does not exist: create it or choose another place"),
        errno.ENOTDIR: Sentence("part of its path is a file, not a folder: choose another place"),
        errno.ENAMETOOLONG: Sentence("the name is too long: use a shorter one"),
    }
    problem = getattr(error, "strerror", None) or str(error)
    reason = known.get(number or 0) or Sentence("{problem}; choose another place", problem=problem)
    return Sentence("{path} was not saved: {reason}.", path=shown(path), reason=reason)
