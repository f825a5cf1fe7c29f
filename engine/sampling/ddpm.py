"""Ancestral sampling: draw from the reverse step's own distribution (DDPM algorithm 2)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor

from engine.sampling.denoiser import Prediction
from engine.sampling.schedule import CLEAN, Schedule
from engine.sampling.transition import Transition


@dataclass(frozen=True)
class Ddpm:
    """``fixed`` is the variance for networks that do not learn it (DDPM section 3.2).

    "large" is beta, what the public checkpoints without a learned variance use; "small" is that of
    q(x_{t-1} | x_t, x_0).
    """

    fixed: Literal["large", "small"] = "large"
    stochastic = True

    def __call__(self, x: Tensor, prediction: Prediction, step: Transition) -> Tensor:
        """Return a draw of x at ``step.end``, or its mean where there is no noise to draw with."""
        mean = step.schedule.posterior_mean(prediction.x0, x, step.start, step.end)
        if step.end == CLEAN or step.step_noise is None:
            return mean
        log_variance = self.log_variance(prediction.v, step.schedule, step.start, step.end)
        return mean + torch.exp(0.5 * log_variance) * step.step_noise

    def log_variance(self, v: Tensor | None, schedule: Schedule, start: int, end: int) -> Tensor:
        """Log variance of the reverse step: learned (improved DDPM eq. 15) if there is a ``v``, else fixed.

        The lower bound vanishes where ``end`` is the clean image; that of the next higher step stands
        in for it, as in the public tools.
        """
        if end == CLEAN:
            above = min(start + 1, len(schedule) - 1)
            lower = math.log(schedule.variance(above, above - 1))
        else:
            lower = math.log(schedule.variance(start, end))
        upper = math.log(schedule.beta(start, end))
        if v is not None:
            share = (v + 1) / 2
            return share * upper + (1 - share) * lower
        return torch.tensor(lower if self.fixed == "small" or end == CLEAN else upper)
