"""Calls that take long, made beside a job."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

import pytest

from engine.checkpoints.errands import PATIENCE, Errands
from engine.messages import Progress
from engine.run import Job, drive

R = TypeVar("R")
MEANWHILE = Progress("waiting", 0, 1)


def run(*calls: Callable[[], R]) -> Job[list[R]]:
    answers = []
    with Errands() as errands:
        for call in calls:
            answers.append((yield from errands.call(call, MEANWHILE)))
    return answers


def test_calls_are_made_one_after_the_other_in_another_thread() -> None:
    threads = drive(run(threading.get_ident, threading.get_ident))
    assert threads[0] == threads[1] != threading.get_ident()


@pytest.mark.parametrize("error", [TimeoutError("slow"), KeyError("a")])
def test_an_error_arrives_where_the_call_was_asked_for(error: Exception) -> None:
    def fail() -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        drive(run(fail))
    assert caught.value is error


def test_a_job_goes_on_while_it_waits() -> None:
    seen: list[Progress] = []
    answered = threading.Event()

    def tell(progress: Progress) -> None:
        seen.append(progress)
        answered.set()

    assert drive(run(lambda: answered.wait(10)), tell) == [True]
    assert seen == [MEANWHILE]


def test_what_is_held_is_closed_by_the_last_call_that_uses_it_and_nobody_waits_for_that() -> None:
    done, over, closed = threading.Event(), threading.Event(), threading.Event()

    def slow() -> None:
        over.wait(10)
        if not closed.is_set():
            done.set()

    begin = time.monotonic()
    with Errands() as errands:
        errands.held.callback(closed.set)
        job = errands.call(slow, MEANWHILE)
        next(job)
        job.close()
    assert time.monotonic() - begin < 2 * PATIENCE + 1
    assert not closed.is_set()
    over.set()
    assert closed.wait(10)
    assert done.is_set()
