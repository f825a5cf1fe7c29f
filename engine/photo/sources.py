"""Reading a whole file, and naming files in sentences."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from engine.errors import BadInputError

MAX_PIXELS = 200_000_000
"""Photos above this are refused before they are decoded."""
MAX_BYTES = 2**32 - 1
"""Files above this are refused before they are read."""


def shown(path: str | os.PathLike[str]) -> str:
    """Return ``path`` in quotes, on one line, with what cannot be printed escaped."""
    text = os.fspath(path)
    if len(text) > 160:
        text = f"{text[:60]}…{text[-90:]}"
    if not text.isprintable():
        text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return f'"{text}"'


def load(path: Path, count: int = -1) -> bytes:
    """Return the file's bytes, or its first ``count``.

    Raises BadInputError with a sentence for whatever keeps it from that.
    """
    name = shown(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise BadInputError(f"{name} is a folder: choose a photo in it.")
        if not stat.S_ISREG(status.st_mode):
            raise BadInputError(f"{name} is not an ordinary file: choose a photo file.")
        if status.st_size == 0:
            raise BadInputError(f"{name} is empty (0 bytes): it has to be copied or downloaded again.")
        if status.st_size > MAX_BYTES:
            raise BadInputError(f"{name} is larger than 4 GB, too large to open: scale it down first.")
        with path.open("rb") as file:
            return file.read(count)
    except FileNotFoundError as error:
        raise BadInputError(f"{name} does not exist: check the name and the folder.") from error
    except PermissionError as error:
        raise BadInputError(f"{name} may not be read: ask for permission or copy it elsewhere.") from error
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
            raise BadInputError(f"{name} is too long a name: use a shorter one.") from error
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BadInputError(f"{name} cannot be read ({reason}): check the disk it is on.") from error


def check_size(name: str, width: int, height: int) -> None:
    """Raise BadInputError for an empty picture or one above MAX_PIXELS."""
    if width < 1 or height < 1:
        raise BadInputError(f"{name} has no pixels ({width} x {height}): it is damaged, use another copy.")
    if width * height > MAX_PIXELS:
        raise BadInputError(
            f"{name} is {width} x {height} pixels ({width * height / 1e6:.0f} megapixels), more than the "
            f"{MAX_PIXELS // 1_000_000} that can be opened: scale it down or cut it into parts first."
        )
