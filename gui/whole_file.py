"""The editor's own files: replaced as a whole or not at all, and kept aside when they are damaged."""

from __future__ import annotations

import os
from pathlib import Path

ASIDE = ".bad"


def replace_file(path: Path, content: bytes | memoryview) -> None:
    """Make ``content`` what ``path`` holds; whatever happens, it is the old or the new whole.

    Raises OSError, after which the old one stands there still.
    """
    draft = path.with_name(path.name + ".new")
    try:
        with open(draft, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def set_aside(path: Path) -> Path:
    """Give a damaged file or folder another name, and return that; nothing of it is lost.

    Raises OSError if that cannot be done.
    """
    aside, count = path.with_name(path.name + ASIDE), 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.name}.{count}{ASIDE}")
    os.rename(path, aside)
    return aside
