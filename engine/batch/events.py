"""What a batch is told and what it tells. Needs numpy only, like :mod:`engine.messages`.

A batch is a generator of :data:`Event` that returns a :class:`Summary`
(:func:`engine.batch.run.run_batch`); the command line and an editor consume the same one.

Photos are named by their path below the input folder, with slashes, as ``os.fsdecode`` gives it: bytes that
are no UTF-8 come as lone surrogates, which JSON carries both ways.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from engine.errors import Failure
from engine.messages import Method, Sampling

Clean = Literal["copy", "skip"]
CLEAN: tuple[Clean, ...] = ("copy", "skip")

State = Literal["repaired", "copied", "skipped", "failed"]
"""What became of a photo. Without damage it is "copied" or "skipped", as was asked."""

Trouble = Literal["no-mask", "two-masks", "same-output", "size-mismatch", "unreadable", "exists", "storage"]


@dataclass(frozen=True)
class Recipe:
    """All that decides what a repaired photo looks like, besides the photo and its mask.

    ``sensitivity``: of finding damage, in [0, 1]; None where masks are given. ``detector``: a model's name or
    file, None for our own. ``sampling.seed``: of the whole run, from which each photo's own derives; None
    takes that of the run which is resumed, or draws one. The rest is as in :class:`engine.messages.Repair`.
    """

    sensitivity: float | None = None
    detector: str | None = None
    method: Method = "known"
    model: str | None = None
    eraser: str | None = None
    ring: int = 1
    feather: int = 0
    texture: float = 1.0
    sampling: Sampling = field(default_factory=Sampling)
    clean: Clean = "copy"


@dataclass(frozen=True)
class Batch:
    """Repair the photos in ``source`` into ``target``.

    ``masks``: folder that holds a mask of each photo's stem, in the same subfolder; None to find the damage.
    ``overwrite``: replace what was in ``target`` before. ``restart``: forget what earlier runs have done.
    ``workers``: processes that repair side by side; with 1 the work is done in this one. ``cluster``: address
    of a Ray cluster, "auto" for the one that this computer belongs to, "local" for a new one on it, None for
    none. ``only``: the photos to work on; None for all.
    """

    source: Path
    target: Path
    masks: Path | None = None
    recipe: Recipe = field(default_factory=Recipe)
    recursive: bool = False
    overwrite: bool = False
    restart: bool = False
    workers: int = 1
    device: str = "auto"
    cluster: str | None = None
    only: frozenset[str] | None = None


@dataclass(frozen=True)
class Item:
    """A photo to work on. ``mask``: below the folder of masks. ``output``: below the output folder.

    ``stamps``: sizes and times of photo and mask as they were planned, see :func:`engine.batch.plan.stamp`.
    ``replace``: whether ``output`` may take the place of a file that is there. ``corrected``: the mask is one
    that somebody has corrected (:mod:`engine.batch.correction`), and ``mask`` is None.
    """

    photo: str
    mask: str | None
    output: str
    stamps: str
    replace: bool = False
    corrected: bool = False


@dataclass(frozen=True)
class Finished:
    """A photo that an earlier run has finished."""

    item: Item


class Task(NamedTuple):
    """An item with the seed it is repaired with."""

    item: Item
    seed: int


@dataclass(frozen=True)
class Problem:
    """Why a photo, or a folder that could not be listed, will not be worked on: one sentence."""

    photo: str
    trouble: Trouble
    message: str


@dataclass(frozen=True)
class Note:
    """Something worth knowing that is no failure."""

    message: str


@dataclass(frozen=True)
class Planning:
    """The plan is being made; ``files`` have been looked at."""

    files: int


@dataclass(frozen=True)
class Planned:
    """The plan is complete: ``todo`` photos to work on, ``finished`` by earlier runs, ``problems`` told.

    ``others``: files that are no photos, by their names. ``seed``: of the run.
    """

    todo: int
    finished: int
    problems: int
    others: int
    seed: int


@dataclass(frozen=True)
class Step:
    """Work on ``photo`` is ``fraction`` done, in [0, 1]."""

    photo: str
    stage: str
    fraction: float


@dataclass(frozen=True)
class Outcome:
    """What became of a photo. ``failure`` is there if, and only if, it failed.

    ``pixels``: how many were repaired. ``staged``: name of the finished file until it gets its place, None if
    there is no file.
    """

    item: Item
    state: State
    seed: int
    seconds: float = 0.0
    pixels: int = 0
    staged: str | None = None
    notes: tuple[str, ...] = ()
    failure: Failure | None = None


Event: TypeAlias = Item | Finished | Problem | Note | Planning | Planned | Step | Outcome


@dataclass(frozen=True)
class Summary:
    """Counts of photos at the end. ``failed`` includes the problems of the plan."""

    repaired: int
    copied: int
    skipped: int
    failed: int
    finished_before: int
    seconds: float
    journal: Path
