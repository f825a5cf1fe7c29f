"""The same work on a Ray cluster: each worker is an actor, on whichever machine has room.

All machines hold this program, its models, the input, the masks and the output under the same paths. Only
the process that was started writes the journal and moves finished files, so what happens to a machine costs
no more than in :mod:`engine.batch.crew`.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from engine.batch.crew import AHEAD, Member
from engine.batch.events import Batch, Outcome, Task
from engine.batch.worker import Worker, failed
from engine.errors import BadInputError, Failure
from engine.run import drive

ROOT = Path(__file__).parents[2]


def ray_crew(batch: Batch, tasks: Iterator[Task], count: int) -> Generator[Outcome | Failure, None, None]:
    """Carry out ``tasks`` with ``count`` actors on the cluster ``batch.cluster``; closing it ends them.

    Raises BadInputError where Ray is not installed or the cluster cannot be reached.
    """
    ray = _connected(batch.cluster or "auto")
    suspects: deque[Task] = deque()
    kind = "GPU" if batch.device != "cpu" and ray.cluster_resources().get("GPU") else "CPU"
    room = int(ray.cluster_resources().get(kind, 1))  # an actor beyond it would wait for ever
    members = [_Actor(ray, batch, kind) for _ in range(min(count, room))]
    try:
        while True:
            for member in members:
                member.feed(tasks, suspects)
            awaited = {answer: member for member in members for answer in member.answers}
            if not awaited:
                return
            (answer, *_), _ = ray.wait(list(awaited))
            member = awaited[answer]
            try:
                outcome: Outcome = ray.get(answer)
            except ray.exceptions.RayError:  # the actor, or its machine, is gone
                yield from member.bury(suspects)
                continue
            member.answers.remove(answer)
            member.done(outcome)
            yield outcome
    finally:
        for member in members:
            member.end()
        ray.shutdown()


class Mender:
    """An actor: a worker that may be called from as many threads as it has photos at a time."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.worker: Worker | None = None
        self.turn = threading.Lock()

    def mend(self, task: Task) -> Outcome:
        """Carry out ``task``; one photo is repaired at a time, while others are read and written."""
        try:
            with self.turn:
                self.worker = worker = self.worker or Worker(self.batch)
            loaded = worker.read(task)
            with self.turn:
                mended = drive(worker.repair(loaded))
            return worker.write(mended)
        except Exception as error:  # noqa: BLE001 - a failed photo is passed over
            return failed(task, error)


class _Actor(Member):
    """A worker on the cluster. ``answers``: Ray's references to the outcomes to come."""

    def __init__(self, ray: Any, batch: Batch, kind: str) -> None:
        super().__init__()
        self.ray, self.batch = ray, batch
        self.hired = ray.remote(
            num_cpus=1, num_gpus=int(kind == "GPU"), max_concurrency=AHEAD, scheduling_strategy="SPREAD"
        )(Mender)
        self.answers: list[Any] = []
        self.actor: Any = None

    def send(self, task: Task) -> None:
        if self.actor is None:
            self.actor = self.hired.remote(self.batch)
        self.answers.append(self.actor.mend.remote(task))

    def end(self) -> None:
        if self.actor is not None:
            self.ray.kill(self.actor)
        self.actor, self.answers = None, []


def _connected(address: str) -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is sent to anybody
    try:
        import ray
    except ImportError as error:
        raise BadInputError(
            "Ray is not installed here: install the extra reweave[cluster], or work with --workers alone."
        ) from error
    try:
        ray.init(
            address,
            include_dashboard=False if address == "local" else None,
            log_to_driver=False,
            logging_level="ERROR",
            runtime_env={"env_vars": {"PYTHONPATH": str(ROOT)}},
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise BadInputError(
            f"The Ray cluster {address!r} cannot be reached: start it, or check its address."
        ) from error
    return ray
