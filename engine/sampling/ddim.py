"""DDIM: implicit sampling with a chosen share of fresh noise (Song et al. 2021, arXiv:2010.02502)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from torch import Tensor

from engine.sampling.denoiser import Prediction
from engine.sampling.transition import Transition


@dataclass(frozen=True)
class Ddim:
    """``eta`` in [0, 1]: 0 is deterministic, 1 is ancestral sampling with the small variance (eq. 16)."""

    eta: float = 0.0

    @property
    def stochastic(self) -> bool:
        """Whether a step uses noise."""
        return self.eta > 0

    def __call__(self, x: Tensor, prediction: Prediction, step: Transition) -> Tensor:
        """Return x at ``step.end``, which without noise may also be the higher level (eq. 12)."""
        schedule, x0 = step.schedule, prediction.x0
        eps = schedule.eps_from_x0(x, step.start, x0)
        after = schedule.alpha_bar(step.end)
        sigma = self.eta * math.sqrt(schedule.variance(step.start, step.end)) if self.eta else 0.0
        x = x0 * math.sqrt(after) + eps * math.sqrt(max(1 - after - sigma**2, 0.0))
        return x if step.step_noise is None else x + sigma * step.step_noise
