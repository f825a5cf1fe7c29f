"""A batch's own folder in its output folder: lock, journal, and finished files that wait for their places.

A photo is written to the staging folder first, whole and synchronised. Then the journal says so, and then the
file is moved to its place, which is one step of the file system. Whenever a run is killed, the next one finds
either a staged file that the journal knows, and moves it, or one that it does not know, and deletes it.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from engine.batch.events import Batch, Item, Outcome
from engine.batch.journal import Journal
from engine.batch.places import FOLDER, staging_of
from engine.batch.plan import stamp
from engine.errors import Failure, Sentence, StorageError
from engine.lock import locked
from engine.photo.atomic import put_in_place
from engine.photo.sources import shown


class Workplace:
    """What :func:`workplace` opens. ``journal`` and ``staging`` belong to the run that holds it."""

    def __init__(self, batch: Batch, folder: Path) -> None:
        self.batch = batch
        self.staging = staging_of(batch)
        self.journal = Journal(
            folder / "journal.jsonl", batch.source, batch.recipe, secrets.randbits(31), batch.restart
        )

    def deliver(self, outcome: Outcome) -> Outcome:
        """Write ``outcome`` down and put its file into its place; return it as it came to be.

        Raises StorageError if nothing can be written any more.
        """
        staged = outcome.staged and self.staging / outcome.staged
        self.journal.add(outcome, stamp(staged) if staged else "")
        if not staged:
            return outcome
        message = self._place(staged, outcome.item.output, outcome.item.replace)
        if message:
            outcome = self._failed(outcome, message)
        with contextlib.suppress(OSError):
            staged.unlink(missing_ok=True)
        return outcome

    def settle(self) -> None:
        """Finish what a killed run was about to place; delete what it was still writing."""
        names = set(os.listdir(self.staging))
        for line in list(self.journal.staged(names)) if names else []:
            message = self._place(self.staging / line["staged"], line["output"], line["replace"])
            if message:
                self.journal.records.pop(line["photo"], None)
                item = Item(line["photo"], None, line["output"], line["stamps"])
                self._failed(Outcome(item, "failed", line["seed"]), message)
        for name in names:
            (self.staging / name).unlink(missing_ok=True)

    def _place(self, staged: Path, output: str, overwrite: bool) -> str | None:
        """Give ``staged`` its place; return a sentence if that cannot be done."""
        target = self.batch.target / output
        message = None
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.parent.resolve().is_relative_to(self.batch.target):
                put_in_place(staged, target, overwrite)
            else:
                message = Sentence(
                    "{path} was not saved: its folder is a link that leads elsewhere, remove it.",
                    path=shown(target),
                )
        except FileExistsError:
            if not (target.exists() and target.samefile(staged)):  # else killed between two of its steps
                message = Sentence(
                    "{path} was not saved: something else has appeared there, move it.", path=shown(target)
                )
        except OSError as error:
            message = Sentence(
                "{path} was not saved ({reason}): see to its folder, then start again.",
                path=shown(target),
                reason=error.strerror,
            )
        return message

    def _failed(self, outcome: Outcome, message: str) -> Outcome:
        failed = replace(outcome, state="failed", staged=None, failure=Failure("storage", message))
        self.journal.add(failed)
        return failed


@contextmanager
def workplace(batch: Batch) -> Iterator[Workplace]:
    """Open ``batch.target`` for one run, and tidy up before and after it.

    Raises StorageError if it cannot be written to or another run holds it, BadInputError for a journal of
    other settings.
    """
    folder = batch.target / FOLDER
    try:
        staging_of(batch).mkdir(parents=True, exist_ok=True)
        (folder / "lock").touch()
    except OSError as error:
        raise StorageError(
            "Nothing can be written into {target} ({reason}): choose another output folder.",
            target=shown(batch.target),
            reason=error.strerror,
        ) from error
    busy = Sentence(
        "Another batch is writing into {target}: wait for it, or choose another folder.",
        target=shown(batch.target),
    )
    with locked(folder / "lock", busy):
        place = Workplace(batch, folder)
        try:
            place.settle()
            yield place
        finally:
            # Where the disk has gone, what went wrong is told already.
            with contextlib.suppress(OSError, StorageError):
                place.settle()
            place.journal.close()
