"""One worker of a batch: a session whose models stay loaded, with a reader and a writer thread around it."""

from __future__ import annotations

import os
import secrets
import time
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from engine.batch.events import Batch, Outcome, State, Step, Task
from engine.batch.places import found_mask_of, mask_of, staging_of
from engine.errors import failure_from
from engine.findings import grown
from engine.messages import Detect, Hole, Image, Photo, Progress, Repair
from engine.photo.atomic import write_bytes_atomically
from engine.photo.files import read_mask, read_photo, write_mask, write_photo
from engine.photo.formats import WRITABLE
from engine.photo.sources import load
from engine.session import Session


@dataclass(frozen=True, eq=False)
class Loaded:
    """A photo that has been read. ``hole``: None where the damage is still to be found."""

    task: Task
    photo: Photo
    hole: Hole | None


@dataclass(frozen=True, eq=False)
class Mended:
    """A photo that has been repaired; ``image`` is None if it is without damage. ``hole``: what was."""

    loaded: Loaded
    image: Image | None
    hole: Hole
    seconds: float


class Worker:
    """Carries out a batch's tasks in three steps, which may run in threads of their own.

    Each raises what the engine raises. ``session``: one whose models are loaded already; else there will be a
    new one, which raises DeviceError for a device that is not there.
    """

    def __init__(self, batch: Batch, session: Session | None = None) -> None:
        self.batch = batch
        self.session = session or Session(batch.device)

    def read(self, task: Task) -> Loaded:
        """Read the photo and its mask."""
        photo = read_photo(self.batch.source / task.item.photo)
        mask = mask_of(self.batch, task.item)
        return Loaded(task, photo, None if mask is None else read_mask(mask, photo.image.shape))

    def repair(self, loaded: Loaded) -> Generator[Progress, None, Mended]:
        """Find the damage, where it is not given, and repair it."""
        recipe, image, hole = self.batch.recipe, loaded.photo.image, loaded.hole
        started = time.perf_counter()
        if hole is None:
            found = yield from self.session.run(Detect(image, recipe.detector, recipe.sensitivity or 0.0))
            hole = grown(found.hole) if found.hole.any() else found.hole
        if not hole.any():
            return Mended(loaded, None, hole, time.perf_counter() - started)
        sampling = replace(recipe.sampling, seed=loaded.task.seed)
        request = Repair(
            image,
            hole,
            recipe.method,
            recipe.model,
            sampling,
            recipe.ring,
            recipe.eraser,
            recipe.feather,
            recipe.texture,
        )
        result = yield from self.session.run(request)
        return Mended(loaded, result.image, hole, time.perf_counter() - started)

    def write(self, mended: Mended) -> Outcome:
        """Write the result into the staging folder, in the photo's own format; a sound photo as it is."""
        photo, task = mended.loaded.photo, mended.loaded.task
        state: State = "repaired"
        if mended.image is None:
            state = "copied" if self.batch.recipe.clean == "copy" else "skipped"
        if mended.loaded.hole is None:
            self._keep_found(task.item.photo, mended.hole)
        pixels = int(mended.hole.sum())
        outcome = Outcome(task.item, state, task.seed, mended.seconds, pixels, notes=photo.notes)
        if state == "skipped":
            return outcome
        name = f"{secrets.token_hex(8)}{PurePosixPath(task.item.output).suffix}"
        staged = staging_of(self.batch) / name
        if mended.image is None and photo.origin.format in WRITABLE:
            write_bytes_atomically(staged, load(photo.path))
            return replace(outcome, staged=name)
        notes = write_photo(photo, photo.image if mended.image is None else mended.image, staged)
        return replace(outcome, staged=name, notes=photo.notes + notes)

    def _keep_found(self, photo: str, hole: Hole) -> None:
        """Keep the mask that was found, for whoever wants to see or correct it."""
        staged = staging_of(self.batch) / f"{secrets.token_hex(8)}.png"  # what a kill leaves is cleared there
        write_mask(hole, staged)
        kept = found_mask_of(self.batch, photo)
        kept.parent.mkdir(exist_ok=True)
        os.replace(staged, kept)


def failed(task: Task, error: BaseException) -> Outcome:
    """The outcome of ``task`` where a step of it has raised ``error``."""
    return Outcome(task.item, "failed", task.seed, failure=failure_from(error))


def pipeline(worker: Worker, tasks: Iterator[Task]) -> Generator[Step | Outcome, None, None]:
    """Carry out ``tasks``: while a photo is repaired in this thread, the next is read and the last written.

    Ends each task in one outcome, whatever happens to it. ``tasks`` is iterated in the reader's thread. At
    most three photos are in memory.
    """

    def next_read() -> Loaded | Outcome | None:
        task = next(tasks, None)
        try:
            return None if task is None else worker.read(task)
        except Exception as error:  # noqa: BLE001 - a failed photo is passed over
            assert task is not None
            return failed(task, error)

    def written(mended: Mended) -> Outcome:
        try:
            return worker.write(mended)
        except Exception as error:  # noqa: BLE001
            return failed(mended.loaded.task, error)

    def finished() -> Iterator[Outcome]:
        while writing and writing[0].done():
            yield writing.popleft().result()

    with ThreadPoolExecutor(1, "reader") as reader, ThreadPoolExecutor(1, "writer") as writer:
        reading = reader.submit(next_read)
        writing: deque[Future[Outcome]] = deque()
        while True:
            while not reading.done():
                awaited: list[Future[Any]] = [reading, *writing]
                wait(awaited, return_when=FIRST_COMPLETED)
                yield from finished()
            loaded = reading.result()
            if loaded is None:
                break
            reading = reader.submit(next_read)
            if isinstance(loaded, Outcome):
                yield loaded
                continue
            for told in _repaired(worker, loaded):
                if isinstance(told, Mended):
                    if writing:
                        yield writing.popleft().result()
                    writing.append(writer.submit(written, told))
                else:
                    yield told
                    yield from finished()
        for last in writing:
            yield last.result()


def _repaired(worker: Worker, loaded: Loaded) -> Generator[Step | Outcome | Mended, None, None]:
    """Repair ``loaded``; yield steps and at the end the result, or how it failed."""
    job = worker.repair(loaded)
    photo = loaded.task.item.photo
    try:
        while True:
            progress = next(job)
            yield Step(photo, progress.stage, progress.fraction)
    except StopIteration as stop:
        yield stop.value
    except Exception as error:  # noqa: BLE001
        yield failed(loaded.task, error)
    finally:
        job.close()
