"""A session: models loaded once, jobs run one after the other, on one device."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias, TypeVar, cast, overload

import torch

from engine.checkpoints.store import Store
from engine.device import choose_device, describe, empty_cache
from engine.errors import OutOfMemoryError, is_out_of_memory
from engine.findings import mask_from_probability
from engine.messages import Detect, Enlarge, Enlarged, Found, Progress, Repair, Result
from engine.methods.blind import repair_blindly
from engine.methods.detect import DamageFinder, find_damage, load_finder
from engine.methods.enlarge import check_memory, enlarge
from engine.methods.erase import Eraser, load_eraser, repair_by_erasing
from engine.methods.known import repair_known
from engine.methods.priors import Prior, load_prior
from engine.models import DEFAULTS, models_needed
from engine.photo.feather import feathered
from engine.photo.pyramid import Array
from engine.run import Job, timed

CORE_SIDES = (512, 256, 128)
"""Sides of a region's core in pixels, tried in order: each next one needs about a third of the memory."""

TILE_SIDES = (1536, 768, 384)
"""The same for the tiles in which damage is looked for."""

UNTIMED = 0.0
"""In place of a result's seconds, until :meth:`Session.run` knows them."""

T = TypeVar("T")
Work: TypeAlias = Callable[[int], Generator[Progress, None, T]]
"""A job, given the largest side its pieces may have."""

M = TypeVar("M", Prior, Eraser, DamageFinder)

Stamp: TypeAlias = tuple[Path, int, int]
"""A file, when it was changed (ns), and its bytes: other weights have another one."""


class Session:
    """Runs requests. Loading a model takes seconds, so keep one session for many jobs.

    ``device``: "auto", "cpu", "cuda" or "mps". ``models``: folder of the manifest, None for the one that
    is shipped. Raises DeviceError for a device that is not there.
    """

    def __init__(self, device: str = "auto", models: Path | None = None) -> None:
        self.device = choose_device(device)
        self.store = Store(models)
        self._models: dict[str, tuple[Stamp, object]] = {}

    @overload
    def run(self, request: Repair) -> Generator[Progress, None, Result]: ...
    @overload
    def run(self, request: Detect) -> Generator[Progress, None, Found]: ...
    @overload
    def run(self, request: Enlarge) -> Generator[Progress, None, Enlarged]: ...
    def run(self, request: Repair | Detect | Enlarge) -> Generator[Progress, None, Result | Found | Enlarged]:
        """Carry out ``request``: yield progress, return the result. Closing the generator cancels.

        Raises a :class:`~engine.errors.ReweaveError` whose message can be shown as it is.
        """
        try:
            result, seconds = yield from timed(self._job(request))
        finally:
            empty_cache(self.device)  # other programs want the memory of a job that has ended
        return replace(result, seconds=seconds)

    def _job(self, request: Repair | Detect | Enlarge) -> Job[Result | Found | Enlarged]:
        match request:
            case Repair():
                return self._repair(request)
            case Detect():
                return self._detect(request)
            case Enlarge():
                return self._enlarge(request)

    def _repair(self, request: Repair) -> Generator[Progress, None, Result]:
        yield Progress("loading the model", 0, 1)
        seed = secrets.randbits(32) if request.sampling.seed is None else request.sampling.seed
        work, models = self._method(request, seed)
        repaired, evaluations = yield from self._in_memory("repairing", work, CORE_SIDES)
        image = feathered(request.image, repaired, request.hole, request.feather)
        image.flags.writeable = False
        return Result(
            image=image,
            hole=request.hole,
            method=request.method,
            seed=seed,
            seconds=UNTIMED,
            evaluations=evaluations,
            models=models,
            device=describe(self.device),
        )

    def _method(self, request: Repair, seed: int) -> tuple[Work[tuple[Array, int]], tuple[str, ...]]:
        """Load what ``request`` needs; return the work, told how large its regions may be, and the models."""
        device = self.device
        named, *others = models_needed(request.method, request.model, request.eraser)
        if request.method in ("erase", "erode"):
            eraser = self._loaded(load_eraser, named)
            return lambda side: repair_by_erasing(request, eraser, device, side), (eraser.name,)
        prior = self._loaded(load_prior, named)

        def noise() -> torch.Generator:
            return torch.Generator().manual_seed(seed)

        if request.method == "blind":
            return lambda side: repair_blindly(request, prior, device, noise(), side), (prior.name,)
        filler = self._loaded(load_eraser, others[0]) if others else None
        models = (prior.name,) if filler is None else (prior.name, filler.name)
        return lambda side: repair_known(request, prior, device, noise(), side, filler), models

    def _detect(self, request: Detect) -> Generator[Progress, None, Found]:
        yield Progress("loading the model", 0, 1)
        finder = self._loaded(load_finder, request.model or DEFAULTS["detector"])
        probability = yield from self._in_memory(
            "looking for damage",
            lambda side: find_damage(request, finder, self.device, side),
            TILE_SIDES,
        )
        hole = mask_from_probability(probability, request.sensitivity)
        for array in (hole, probability):
            array.flags.writeable = False
        return Found(
            hole=hole,
            probability=probability,
            seconds=UNTIMED,
            model=finder.name,
            device=describe(self.device),
        )

    def _enlarge(self, request: Enlarge) -> Generator[Progress, None, Enlarged]:
        check_memory(request.image)
        yield Progress("loading the model", 0, 1)
        prior = self._loaded(load_prior, request.model or DEFAULTS["prior"])
        seed = secrets.randbits(32) if request.walk.seed is None else request.walk.seed
        image, evaluations = yield from self._in_memory(
            "enlarging", lambda side: enlarge(request, prior, self.device, seed, side), CORE_SIDES
        )
        image.flags.writeable = False
        return Enlarged(
            image=image,
            route=request.route,
            seed=seed,
            seconds=UNTIMED,
            evaluations=evaluations,
            models=(prior.name,),
            device=describe(self.device),
        )

    def _in_memory(self, stage: str, work: Work[T], sides: Sequence[int]) -> Generator[Progress, None, T]:
        """Do ``work``, which is told how large its pieces may be, with the largest that memory allows.

        Where it begins, a progress of nothing done says so: from there the time left can be told.
        """
        for side in sides:
            yield Progress(stage, 0, 1)
            try:
                return (yield from work(side))
            except Exception as error:
                if not is_out_of_memory(error):
                    raise
            empty_cache(self.device)
        if self.device.type == "cpu":
            raise OutOfMemoryError(
                "There is not enough memory for this photo, even in small pieces: close other programs."
            )
        raise OutOfMemoryError(
            "There is not enough memory on {device} for this photo, even in small pieces: close other "
            "programs, or choose the CPU as device.",
            device=describe(self.device),
        )

    def _loaded(self, load: Callable[[Store, str, torch.device], M], name: str) -> M:
        """Load a model, unless it is the last one of its kind and its file is as it was.

        One of each kind is kept: large ones would not fit into memory beside one another.
        """
        stamp = _stamp(self.store.file(name))
        kept, model = self._models.pop(load.__name__, (None, None))
        if stamp is None or kept != stamp:
            del model  # before another one needs its memory
            model = load(self.store, name, self.device)
        if stamp is not None:
            self._models[load.__name__] = stamp, model
        return cast("M", model)


def _stamp(path: Path) -> Stamp | None:
    try:
        state = path.stat()
    except OSError:
        return None  # what is wrong with it is told when it is loaded
    return path, state.st_mtime_ns, state.st_size
