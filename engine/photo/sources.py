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
            raise BadInputError("{name} is a folder: choose a photo in it.", name=name)
        if not stat.S_ISREG(status.st_mode):
            raise BadInputError("{name} is not an ordinary file: choose a photo file.", name=name)
        if status.st_size == 0:
            raise BadInputError(
                "{name} is empty (0 bytes): it has to be copied or downloaded again.", name=name
            )
        if status.st_size > MAX_BYTES:
            raise BadInputError(
                "{name} is larger than 4 GB, too large to open: scale it down first.", name=name
            )
        with path.open("rb") as file:
            return file.read(count)
    except FileNotFoundError as error:
        raise BadInputError("{name} does not exist: check the name and the folder.", name=name) from error
    except PermissionError as error:
        raise BadInputError(
            "{name} may not be read: ask for permission or copy it elsewhere.", name=name
        ) from error
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
            raise BadInputError("{name} is too long a name: use a shorter one.", name=name) from error
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BadInputError(
            "{name} cannot be read ({reason}): check the disk it is on.", name=name, reason=reason
        ) from error


def check_size(name: str, width: int, height: int) -> None:
    """Raise BadInputError for an empty picture or one above MAX_PIXELS."""
    if width < 1 or height < 1:
        raise BadInputError(
            "{name} has no pixels ({width} x {height}): it is damaged, use another copy.",
            name=name,
            width=width,
            height=height,
        )
    if width * height > MAX_PIXELS:
        raise BadInputError(
            "{name} is {width} x {height} pixels ({megapixels:.0f} megapixels), more than the "
            "{most} that can be opened: scale it down or cut it into parts first.",
            name=name,
            width=width,
            height=height,
            megapixels=width * height / 1e6,
            most=MAX_PIXELS // 1_000_000,
        )
