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
from engine.methods.known import repair_known
from engine.methods.priors import Prior, load_prior

DEFAULT_PRIOR = "reweave-prior"

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
        self._priors: dict[str, Prior] = {}

    def run(self, request: Repair) -> Generator[Progress, None, Result]:
        """Carry out ``request``: yield progress, return the result. Closing the generator cancels.

        Raises a :class:`~engine.errors.ReweaveError` whose message can be shown as it is.
        """
        started = time.perf_counter()
        yield Progress("loading the model", 0, 1)
        prior = self._prior(request.model or DEFAULT_PRIOR)
        seed = secrets.randbits(32) if request.sampling.seed is None else request.sampling.seed
        for side in CORE_SIDES:
            try:
                generator = torch.Generator().manual_seed(seed)
                image, evaluations = yield from repair_known(request, prior, self.device, generator, side)
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
            else:
                seconds = time.perf_counter() - started
                return Result(
                    image=image,
                    hole=request.hole,
                    method=request.method,
                    seed=seed,
                    seconds=seconds,
                    evaluations=evaluations,
                    models=(prior.name,),
                    device=describe(self.device),
                )
            empty_cache(self.device)
        raise OutOfMemoryError(
            f"There is not enough memory on {describe(self.device)} for this repair, even in small pieces: "
            "close other programs, or repair on the CPU (--device cpu)."
        )

    def _prior(self, model: str) -> Prior:
        if model not in self._priors:
            self._priors[model] = load_prior(self.store, model, self.device)
        return self._priors[model]
