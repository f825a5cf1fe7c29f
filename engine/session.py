"""A session: models loaded once, jobs run one after the other, on one device."""

from __future__ import annotations

import secrets
import time
from collections.abc import Generator
from pathlib import Path

import torch

from engine.checkpoints.store import Store
from engine.device import choose_device, describe, empty_cache
from engine.errors import OutOfMemoryError, is_out_of_memory
from engine.messages import Progress, Repair, Result
from engine.methods.blind import repair_blindly
from engine.methods.erase import Eraser, load_eraser, repair_by_erasing
from engine.methods.known import repair_known
from engine.methods.priors import Prior, load_prior
from engine.photo.pyramid import Array

DEFAULT_PRIOR = "reweave-prior"
DEFAULT_ERASER = "big-lama"

CORE_SIDES = (512, 256, 128)
"""Sides of a region's core in pixels, tried in order: each next one needs about a third of the memory."""


class Session:
    """Runs requests. Loading a model takes seconds, so keep one session for many jobs.

    ``device``: "auto", "cpu", "cuda" or "mps". ``models``: folder of the manifest, None for the one that
    is shipped. Raises DeviceError for a device that is not there.
    """

    def __init__(self, device: str = "auto", models: Path | None = None) -> None:
        self.device = choose_device(device)
        self.store = Store(models)
        self._models: dict[tuple[bool, str], Prior | Eraser] = {}

    def run(self, request: Repair) -> Generator[Progress, None, Result]:
        """Carry out ``request``: yield progress, return the result. Closing the generator cancels.

        Raises a :class:`~engine.errors.ReweaveError` whose message can be shown as it is.
        """
        started = time.perf_counter()
        yield Progress("loading the model", 0, 1)
        model = self._model(request)
        seed = secrets.randbits(32) if request.sampling.seed is None else request.sampling.seed
        for side in CORE_SIDES:
            try:
                image, evaluations = yield from self._repair(request, model, seed, side)
            except Exception as error:
                if not is_out_of_memory(error):
                    raise
            else:
                image.flags.writeable = False
                return Result(
                    image=image,
                    hole=request.hole,
                    method=request.method,
                    seed=seed,
                    seconds=time.perf_counter() - started,
                    evaluations=evaluations,
                    models=(model.name,),
                    device=describe(self.device),
                )
            empty_cache(self.device)
        elsewhere = "" if self.device.type == "cpu" else ", or choose the CPU as device"
        raise OutOfMemoryError(
            f"There is not enough memory on {describe(self.device)} for this repair, even in small pieces: "
            f"close other programs{elsewhere}."
        )

    def _repair(
        self, request: Repair, model: Prior | Eraser, seed: int, side: int
    ) -> Generator[Progress, None, tuple[Array, int]]:
        if isinstance(model, Eraser):
            return repair_by_erasing(request, model, self.device, side)
        method = repair_blindly if request.method == "blind" else repair_known
        return method(request, model, self.device, torch.Generator().manual_seed(seed), side)

    def _model(self, request: Repair) -> Prior | Eraser:
        """Load the model of a request, once."""
        erases = request.method in ("erase", "erode")
        name = request.model or (DEFAULT_ERASER if erases else DEFAULT_PRIOR)
        key = (erases, name)
        if key not in self._models:
            load = load_eraser if erases else load_prior
            self._models[key] = load(self.store, name, self.device)
        return self._models[key]
