"""What can go wrong, in words a user can act on.

Every error that reaches a person is one sentence that names the thing and says what to do. Code below
the boundary raises :class:`ReweaveError`; :func:`failure_from` turns anything else into one. The sentences
are English; they keep what they were made of, so that a window can say them in another language.
"""

from __future__ import annotations

import errno
import traceback
from dataclasses import dataclass
from typing import Literal, Self

MEMORY_PHRASES = (
    "out of memory",
    "can't allocate memory",
    "not enough memory",
    "insufficient memory",
    "alloc_failed",
)
"""What allocators write, in lower case: CUDA and MPS, torch (Linux, Windows), OpenCV, cuBLAS and cuDNN."""

FailureKind = Literal["bad-input", "bad-model", "no-device", "out-of-memory", "storage", "internal"]


class Sentence(str):
    """A text to show, which remembers its ``pattern`` and the ``words`` that fill the pattern's gaps.

    ``Sentence("{name} is empty.", name="a.png")`` is ``"a.png is empty."``. Words may be sentences as well.
    Numbers stay numbers, anything else is text. Without words, the pattern is the text, braces and all.
    """

    pattern: str
    words: dict[str, str | int | float]

    def __new__(cls, pattern: str, /, **words: object) -> Self:
        """Fill the gaps of ``pattern``."""
        made = super().__new__(cls, pattern.format(**words) if words else pattern)
        made.pattern = pattern
        made.words = {
            name: word if isinstance(word, str | int | float) else str(word) for name, word in words.items()
        }
        return made

    def __str__(self) -> str:
        """Return itself, so that the text of an error is still a sentence."""
        return self


@dataclass(frozen=True)
class Failure:
    """Why a job failed, as text only: one sentence for the user, and details for a report."""

    kind: FailureKind
    message: str
    detail: str = ""


class ReweaveError(Exception):
    """An expected failure; its text is the sentence to show, given like a :class:`Sentence`."""

    kind: FailureKind = "internal"

    def __init__(self, sentence: str, /, **words: object) -> None:
        super().__init__(sentence if isinstance(sentence, Sentence) else Sentence(sentence, **words))


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


class Cancelled(BaseException):
    """The job was cancelled; it has no result. No error, so nothing that handles errors catches it."""


def failure_from(error: BaseException) -> Failure:
    """Translate any exception into text, keeping no reference to it (nor to the tensors it holds)."""
    detail = "".join(traceback.format_exception(error))
    if isinstance(error, ReweaveError):
        return Failure(error.kind, str(error), detail)
    if is_out_of_memory(error):
        return Failure(
            "out-of-memory",
            Sentence(
                "There is not enough memory for this: close other programs, work on a smaller picture or "
                "area, or choose the CPU as device."
            ),
            detail,
        )
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return Failure("storage", Sentence("The disk is full: free some space and try again."), detail)
    return Failure(
        "internal",
        Sentence(
            "Something unexpected went wrong ({kind}). Nothing was changed; please report it with the "
            "details.",
            kind=type(error).__name__,
        ),
        detail,
    )


def is_out_of_memory(error: BaseException) -> bool:
    """True for the ways in which Python, the system, torch on every device and OpenCV run out of memory."""
    if isinstance(error, MemoryError):
        return True
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    # Compared by names and text, so that this file needs neither torch nor OpenCV.
    if type(error).__name__ == "OutOfMemoryError":
        return True
    text = str(error).lower()
    allocates = isinstance(error, RuntimeError) or type(error).__module__ == "cv2"
    return allocates and any(phrase in text for phrase in MEMORY_PHRASES)
