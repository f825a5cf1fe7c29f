"""The one loop that drives jobs: one end each, cancel between steps, cleaning up."""

import threading
import time
from collections.abc import Generator

import pytest

from engine.errors import BadInputError, Cancelled, OutOfMemoryError, failure_from, is_out_of_memory
from engine.messages import Progress
from engine.run import drive, timed


def job(log: list[str], fail: Exception | None = None) -> Generator[Progress, None, str]:
    try:
        for step in range(3):
            log.append(f"step {step}")
            yield Progress("work", step + 1, 3)
        if fail:
            raise fail
        return "result"
    finally:
        log.append("closed")


def test_result_and_progress() -> None:
    log: list[str] = []
    seen: list[Progress] = []
    assert drive(job(log), seen.append) == "result"
    assert [progress.fraction for progress in seen] == [1 / 3, 2 / 3, 1]
    assert log[-1] == "closed"


def test_cancel_closes_the_job_before_it_is_told() -> None:
    log: list[str] = []
    cancel = threading.Event()
    with pytest.raises(Cancelled):
        drive(job(log), lambda progress: cancel.set(), cancel)
    assert log == ["step 0", "closed"]


def test_errors_pass_through() -> None:
    log: list[str] = []
    with pytest.raises(RuntimeError, match="CUDA error"):
        drive(job(log, RuntimeError("CUDA error: an illegal memory access")))
    assert log[-1] == "closed"


def test_failures_are_text() -> None:
    assert failure_from(BadInputError("Say what to do.")).message == "Say what to do."
    assert failure_from(BadInputError("x")).kind == "bad-input"
    assert failure_from(OutOfMemoryError("x")).kind == "out-of-memory"
    assert failure_from(MemoryError()).kind == "out-of-memory"
    assert failure_from(RuntimeError("CUDA out of memory. Tried to allocate")).kind == "out-of-memory"
    assert failure_from(OSError(28, "No space left on device")).kind == "storage"
    internal = failure_from(ZeroDivisionError("division by zero"))
    assert internal.kind == "internal"
    assert "ZeroDivisionError" in internal.detail


def test_not_every_runtime_error_is_memory() -> None:
    assert not is_out_of_memory(RuntimeError("CUDA error: device-side assert triggered"))
    assert not is_out_of_memory(ValueError("out of memory"))


def test_a_pause_is_no_part_of_the_seconds() -> None:
    def slow() -> Generator[Progress, None, str]:
        for step in range(3):
            time.sleep(0.02)
            yield Progress("work", step + 1, 3)
        return "result"

    result, seconds = drive(timed(slow()), lambda progress: time.sleep(0.3))
    assert result == "result"
    assert 0.06 <= seconds < 0.9


def test_a_timed_job_is_closed() -> None:
    log: list[str] = []
    timed_job = timed(job(log))
    next(timed_job)
    timed_job.close()
    assert log == ["step 0", "closed"]
