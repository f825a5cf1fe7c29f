"""DPM-Solver++ (2M): second order in few evaluations (Lu et al. 2022, arXiv:2211.01095, algorithm 2)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from torch import Tensor

from engine.sampling.denoiser import Prediction
from engine.sampling.schedule import CLEAN, Schedule
from engine.sampling.transition import Transition


@dataclass(frozen=True)
class DpmSolver:
    """The multistep solver in terms of the clean image; deterministic.

    The second order comes from the estimate of the step before, at no further evaluation. Steps
    without one (the first, and each after a jump up) and the last, whose log-SNR is infinite, are of
    first order, which is DDIM.
    """

    stochastic = False

    def __call__(self, x: Tensor, prediction: Prediction, step: Transition) -> Tensor:
        """Return x at ``step.end``."""
        schedule, x0 = step.schedule, prediction.x0
        if step.end == CLEAN:
            return x0
        h = _half_log_snr(schedule, step.end) - _half_log_snr(schedule, step.start)
        if step.previous is not None:
            ratio = h / (_half_log_snr(schedule, step.start) - _half_log_snr(schedule, step.previous.level))
            x0 = x0 + (ratio / 2) * (x0 - step.previous.x0)
        before, after = schedule.alpha_bar(step.start), schedule.alpha_bar(step.end)
        return x * math.sqrt((1 - after) / (1 - before)) - x0 * (math.sqrt(after) * math.expm1(-h))


def _half_log_snr(schedule: Schedule, level: int) -> float:
    """Lambda of the paper: log of signal over sigma."""
    alpha_bar = schedule.alpha_bar(level)
    return 0.5 * math.log(alpha_bar / (1 - alpha_bar))
