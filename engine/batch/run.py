"""A batch from beginning to end, as one generator of events."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING

from engine.batch.events import (
    Batch,
    Event,
    Finished,
    Item,
    Outcome,
    Planned,
    Planning,
    Problem,
    Recipe,
    Step,
    Summary,
    Task,
)
from engine.batch.plan import Other, plan
from engine.batch.workplace import Workplace, workplace
from engine.checkpoints.shelf import Shelf
from engine.errors import BadInputError, BadModelError, DeviceError, Failure, ReweaveError, StorageError
from engine.models import DEFAULTS, models_needed
from engine.photo.sources import shown

if TYPE_CHECKING:
    from engine.session import Session

FILES_BETWEEN_SIGNS = 1000
Crew = Generator[Step | Outcome | Failure, None, None]


def run_batch(batch: Batch, session: Callable[[], Session] | None = None) -> Generator[Event, None, Summary]:
    """Carry out ``batch``: yield what is planned and every problem, then :class:`Planned`, then the work;
    return the summary.

    Nothing is repaired, and nothing of earlier runs forgotten, before ``Planned`` has been taken: the
    generator may wait there, or be closed. Closing it cancels; what is finished then stays finished, and the
    same batch goes on from there. ``session``: called when the work begins, for one whose models are used
    where this process does the work. A photo that fails is told as an Outcome.
    Raises BadInputError, StorageError, BadModelError or DeviceError for what concerns all photos.
    """
    started = time.monotonic()
    batch = _checked(batch)
    with workplace(batch) as place, tempfile.TemporaryFile("w+", encoding="ascii") as spool:
        counts: Counter[type] = Counter()
        for found in plan(batch, place.journal.records):
            counts[type(found)] += 1
            if isinstance(found, Item):
                spool.write(json.dumps(asdict(found)) + "\n")
            if not isinstance(found, Other):
                yield found
            if sum(counts.values()) % FILES_BETWEEN_SIGNS == 0:
                yield Planning(sum(counts.values()))
        todo, finished, problems = counts[Item], counts[Finished], counts[Problem]
        if not todo + finished + problems:
            raise BadInputError(
                "There are no photos in {folder}: name another folder."
                if batch.recursive
                else "There are no photos in {folder}: name another or add --recursive for those in it.",
                folder=shown(batch.source),
            )
        if todo:
            place.journal.bind(_weights(batch.recipe))
        yield Planned(todo, finished, problems, counts[Other], place.journal.seed)
        place.journal.begin()
        place.journal.records.clear()
        outcomes: Counter[str] = Counter(failed=problems)
        if todo:
            yield from _work(batch, place, _items(spool), todo, outcomes, session)
        return Summary(
            outcomes["repaired"],
            outcomes["copied"],
            outcomes["skipped"],
            outcomes["failed"],
            finished,
            time.monotonic() - started,
            place.journal.path,
        )


def seed_of(run: int, photo: str) -> int:
    """The seed, in [0, 2**31), of ``photo``, its path below the input folder, in a run of seed ``run``.

    It depends on nothing else, so one photo can be repaired again alone.
    """
    digest = hashlib.blake2b(os.fsencode(f"{run}/{photo}"), digest_size=4).digest()
    return int.from_bytes(digest) >> 1


def _weights(recipe: Recipe) -> dict[str, str]:
    """The SHA-256, by name or file, of the models that ``recipe`` needs. Raises BadModelError."""
    names = models_needed(recipe.method, recipe.model, recipe.eraser)
    if recipe.sensitivity is not None:
        names = (*names, recipe.detector or DEFAULTS["detector"])
    shelf = Shelf()
    return {name: shelf.locate(name).sha256 for name in names}


def _work(
    batch: Batch,
    place: Workplace,
    items: Iterator[Item],
    count: int,
    outcomes: Counter[str],
    session: Callable[[], Session] | None,
) -> Iterator[Event]:
    tasks = (Task(item, seed_of(place.journal.seed, item.photo)) for item in items)
    with closing(_crew(batch, tasks, count, session)) as crew:
        for told in crew:
            if isinstance(told, Outcome):
                _stop_if_all_would_fail(batch, told.failure)
                told = place.deliver(told)
                outcomes[told.state] += 1
            if isinstance(told, Failure):
                raise _error(told)
            yield told


def _crew(batch: Batch, tasks: Iterator[Task], count: int, session: Callable[[], Session] | None) -> Crew:
    workers = min(batch.workers, count)
    if batch.cluster is not None:
        from engine.batch.cluster import ray_crew

        return ray_crew(batch, tasks, workers)
    if workers > 1:
        from engine.batch.crew import process_crew

        return process_crew(batch, tasks, workers)
    from engine.batch.worker import Worker, pipeline  # torch takes seconds to import

    return pipeline(Worker(batch, session and session()), tasks)


def _items(spool: IO[str]) -> Iterator[Item]:
    spool.seek(0)
    for line in spool:
        yield Item(**json.loads(line))


def _stop_if_all_would_fail(batch: Batch, failure: Failure | None) -> None:
    """Raise ``failure`` if it is not about one photo. A worker writes into our own folder only."""
    if failure is None:
        return
    for folder in (batch.source, batch.target, batch.masks):
        if folder is not None and not folder.is_dir():
            raise BadInputError(
                "The folder {folder} is no longer there: bring it back, then start again.",
                folder=shown(folder),
            )
    if failure.kind in ("bad-model", "no-device", "storage"):
        raise _error(failure)


def _error(failure: Failure) -> ReweaveError:
    kinds = {"bad-model": BadModelError, "no-device": DeviceError, "storage": StorageError}
    return kinds.get(failure.kind, ReweaveError)(failure.message)


def _checked(batch: Batch) -> Batch:
    """Return ``batch`` with resolved folders. Raises BadInputError if they cannot be used together."""
    source = _folder(batch.source)
    masks = None if batch.masks is None else _folder(batch.masks)
    target = _resolved(batch.target)
    if target.exists() and not target.is_dir():
        raise BadInputError("{target} is a file: name a folder for the output.", target=shown(batch.target))
    for folder in (source, masks):
        if folder is not None and folder.is_relative_to(target):
            raise BadInputError(
                "{folder} is in the output folder {target}, which could overwrite its files: choose another.",
                folder=shown(folder),
                target=shown(batch.target),
            )
    if masks == source:
        raise BadInputError(
            "{source} holds photos and masks: put the masks into a folder of their own.",
            source=shown(batch.source),
        )
    if batch.workers < 1:
        raise BadInputError("There must be at least one worker, not {workers}.", workers=batch.workers)
    return replace(batch, source=source, target=target, masks=masks)


def _folder(path: Path) -> Path:
    folder = _resolved(path)
    if not folder.exists():
        raise BadInputError("The folder {path} does not exist: check its name.", path=shown(path))
    if not folder.is_dir():
        raise BadInputError("{path} is a file: name a folder.", path=shown(path))
    return folder


def _resolved(path: Path) -> Path:
    try:
        return path.resolve(strict=False)
    except (OSError, RuntimeError, ValueError) as error:
        raise BadInputError(
            "{path} leads nowhere ({reason}): name another folder.", path=shown(path), reason=error
        ) from error
