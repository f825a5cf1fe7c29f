"""Every way of running out of memory is told as such, and nothing else is."""

import errno

import cv2
import pytest
import torch

from engine.errors import BadInputError, failure_from, is_out_of_memory


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20 GiB"),
        RuntimeError(
            "[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes"
        ),
        RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes."),
        RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling cublasCreate(handle)"),
        cv2.error("OpenCV: error: (-4:Insufficient memory) Failed to allocate 9 bytes"),
    ],
    ids=str,
)
def test_out_of_memory(error: Exception) -> None:
    assert is_out_of_memory(error)
    assert failure_from(error).kind == "out-of-memory"


@pytest.mark.parametrize(
    "error",
    [RuntimeError("shape mismatch"), ValueError("out of memory"), OSError(errno.ENOSPC, "full")],
    ids=str,
)
def test_not_out_of_memory(error: Exception) -> None:
    assert not is_out_of_memory(error)


def test_our_own_sentences_are_kept() -> None:
    failure = failure_from(BadInputError("The mask is empty."))
    assert (failure.kind, failure.message) == ("bad-input", "The mask is empty.")


def test_a_full_disk_is_told_as_such() -> None:
    assert failure_from(OSError(errno.ENOSPC, "No space left on device")).kind == "storage"
