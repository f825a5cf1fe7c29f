"""What can go wrong, in words a user can act on.

Every error that reaches a person is one sentence that names the thing and says what to do. Code below
the boundary raises :class:`ReweaveError`; :func:`failure_from` turns anything else into one.
"""

from __future__ import annotations

import errno
import traceback
from dataclasses import dataclass
from typing import Literal

FailureKind = Literal["bad-input", "bad-model", "no-device", "out-of-memory", "storage", "internal"]


@dataclass(frozen=True)
class Failure:
    """Why a job failed, as text only: one sentence for the user, and details for a report."""

    kind: FailureKind
    message: str
    detail: str = ""


class ReweaveError(Exception):
    """An expected failure; its message is the sentence to show."""

    kind: FailureKind = "internal"


class BadInputError(ReweaveError):
    """The request, a photo, a mask or an option cannot be used as it is."""

    kind = "bad-input"


class BadModelError(ReweaveError):
    """A checkpoint is not one, is unsafe to load, or does not fit its architecture."""

    kind = "bad-model"


class DeviceError(ReweaveError):
    """The device that was asked for is not there."""

    kind = "no-device"


class OutOfMemoryError(ReweaveError):
    """The work does not fit in memory, even in its smallest form."""

    kind = "out-of-memory"


class StorageError(ReweaveError):
    """A file cannot be written; whatever stood at its place still stands there."""

    kind = "storage"


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """The job was cancelled between two steps; it has no result."""


def failure_from(error: BaseException) -> Failure:
    """Translate any exception into text, keeping no reference to it (nor to the tensors it holds)."""
    detail = "".join(traceback.format_exception(error))
    if isinstance(error, ReweaveError):
        return Failure(error.kind, str(error), detail)
    if is_out_of_memory(error):
        return Failure(
            "out-of-memory",
            "There is not enough memory for this repair: close other programs, choose a smaller "
            "area, or switch to the CPU in the settings.",
            detail,
        )
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return Failure("storage", "The disk is full: free some space and try again.", detail)
    return Failure(
        "internal",
        f"Something unexpected went wrong ({type(error).__name__}). Nothing was changed; "
        "please report it with the details.",
        detail,
    )


def is_out_of_memory(error: BaseException) -> bool:
    """True for Python's, torch's and the CUDA and MPS allocators' ways of saying "out of memory"."""
    if isinstance(error, MemoryError):
        return True
    # torch raises RuntimeError subclasses; compare by name and text so that this file needs no torch.
    text = str(error).lower()
    return isinstance(error, RuntimeError) and (
        type(error).__name__ == "OutOfMemoryError"
        or "out of memory" in text
        or "can't allocate memory" in text
    )
