"""Several workers, each a process of its own. What kills a process costs one photo, not the run.

A worker is sent a few photos ahead, so that it can read while it repairs. When it dies, any of the photos it
had may be the reason: they are suspects, and each is tried once more, alone, after all others.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import queue
import signal
import threading
import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from typing import Any

from engine.batch.events import Batch, Outcome, Step, Task
from engine.batch.worker import Worker, pipeline
from engine.errors import Failure, ReweaveError, Sentence, failure_from
from engine.photo.sources import shown

AHEAD = 3
"""Photos a worker has at a time: one being read, one being repaired, one being written."""
SECONDS_BETWEEN_STEPS = 0.2
VAIN_STARTS = 3
"""Processes in a row that may end before they have begun."""
READY = "ready"


def process_crew(
    batch: Batch, tasks: Iterator[Task], count: int
) -> Generator[Step | Outcome | Failure, None, None]:
    """Carry out ``tasks`` with ``count`` processes; closing the generator ends them.

    Yields a Failure if a worker cannot begin for a reason that it can tell, and raises ReweaveError if
    workers end without telling one.
    """
    suspects: deque[Task] = deque()
    members = [_Process(batch, number, count) for number in range(count)]
    vain = 0
    try:
        while True:
            for member in members:
                member.feed(tasks, suspects)
            busy = [member for member in members if member.tasks]
            if not busy:
                return
            spoken = wait([member.connection for member in busy])
            for member in (member for member in busy if member.connection in spoken):
                told = member.told()
                if told is None:
                    vain += not member.ready
                    yield from member.bury(suspects)
                elif told == READY:
                    vain, member.ready = 0, True
                else:
                    if isinstance(told, Outcome):
                        member.done(told)
                    yield told
            if vain >= VAIN_STARTS:
                raise ReweaveError(
                    "Worker processes end as soon as they begin: there may be too little memory for so many, "
                    "so start again with fewer --workers."
                )
    finally:
        for member in members:
            member.end()


class Member(ABC):
    """A worker as seen from outside. ``tasks``: those it has, by photo. ``alone``: it has one, a suspect."""

    def __init__(self) -> None:
        self.tasks: dict[str, Task] = {}
        self.alone = False

    @abstractmethod
    def send(self, task: Task) -> None:
        """Hand it ``task``, and start it if it has not been."""

    @abstractmethod
    def end(self) -> None:
        """End it, at once; it can be started again."""

    def feed(self, tasks: Iterator[Task], suspects: deque[Task]) -> None:
        """Send it as many of ``tasks`` as it may have; when there are no more, one of ``suspects``."""
        while not self.alone and len(self.tasks) < AHEAD and (task := next(tasks, None)):
            self._give(task)
        if not self.tasks and suspects:
            self.alone = True
            self._give(suspects.popleft())

    def done(self, outcome: Outcome) -> None:
        """Note that it has carried out a task."""
        del self.tasks[outcome.item.photo]
        self.alone = False

    def bury(self, suspects: deque[Task]) -> Iterator[Outcome]:
        """After its death, suspect its photos; one that it had alone has failed."""
        tasks, alone = list(self.tasks.values()), self.alone
        self.tasks, self.alone = {}, False
        self.end()
        if not alone:
            suspects.extend(tasks)
            return
        for task in tasks:
            sentence = Sentence(
                "The process that worked on {photo} was ended by the system, twice: there may "
                "be too little memory for it, so close other programs or use fewer --workers.",
                photo=shown(task.item.photo),
            )
            yield Outcome(task.item, "failed", task.seed, failure=Failure("out-of-memory", sentence))

    def _give(self, task: Task) -> None:
        self.tasks[task.item.photo] = task
        self.send(task)


class _Process(Member):
    """Worker ``number`` of ``count`` as a process, which is started when there is work for it."""

    def __init__(self, batch: Batch, number: int, count: int) -> None:
        super().__init__()
        self.arguments = batch, number, count
        self.ready = False
        self.process: Any = None
        self.connection: Any = None

    def send(self, task: Task) -> None:
        if self.process is None:
            context = multiprocessing.get_context("spawn")  # a forked CUDA or OpenMP does not work
            self.connection, theirs = context.Pipe()
            self.process = context.Process(target=_work, args=(theirs, *self.arguments), daemon=True)
            self.process.start()
            theirs.close()
        with contextlib.suppress(OSError):  # it has died, which its silence will tell
            self.connection.send(task)

    def told(self) -> Any:
        """What it has sent; None if it has died."""
        try:
            return self.connection.recv()
        except (EOFError, OSError):
            return None

    def end(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.process.close()
            self.connection.close()
        self.process, self.ready = None, False


def _work(connection: Connection, batch: Batch, number: int, count: int) -> None:
    """What a worker process does: it ends with the process that started it, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches all; who started us decides
    inbox: queue.SimpleQueue[Task] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, inbox), daemon=True).start()
    try:
        worker = Worker(replace(batch, device=_share_of_device(batch.device, number, count)))
    except Exception as error:  # noqa: BLE001 - the boundary of the process
        connection.send(failure_from(error))
        return
    connection.send(READY)
    last = "", 0.0
    for event in pipeline(worker, iter(inbox.get, None)):
        now = time.monotonic()
        if isinstance(event, Step):
            if event.photo == last[0] and now - last[1] < SECONDS_BETWEEN_STEPS:
                continue
            last = event.photo, now
        connection.send(event)


def _receive(connection: Connection, inbox: queue.SimpleQueue[Task]) -> None:
    try:
        while True:
            inbox.put(connection.recv())
    except (EOFError, OSError):
        os._exit(1)  # nobody is there any more to whom work would matter


def _share_of_device(device: str, number: int, count: int) -> str:
    """The device of worker ``number`` of ``count``: the next GPU, or a share of the CPU's threads."""
    import torch

    if device in ("auto", "cuda") and torch.cuda.device_count() > 1:
        return f"cuda:{number % torch.cuda.device_count()}"
    torch.set_num_threads(max(1, torch.get_num_threads() // count))
    return device
