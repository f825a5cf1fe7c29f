"""DPM-Solver++ (2M): second order in few evaluations (Lu et al. 2022, arXiv:2211.01095, algorithm 2)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from torch import Tensor

from engine.sampling.denoiser import Prediction
from engine.sampling.schedule import CLEAN
from engine.sampling.transition import Transition


@dataclass(frozen=True)
class DpmSolver:
    """The multistep solver in terms of the clean image; deterministic.

    The second order comes from the estimate of the step before, at no further evaluation. Steps
    without one (the first, and each after a jump up) and the last, whose log-SNR is infinite, are of
    first order, which is DDIM. It keeps its promise on levels even in log-SNR
    (:func:`~engine.sampling.jumps.log_snr_levels`), not on even step numbers.
    """

    stochastic = False

    def __call__(self, x: Tensor, prediction: Prediction, step: Transition) -> Tensor:
        """Return x at ``step.end``."""
        schedule, x0 = step.schedule, prediction.x0
        if step.end == CLEAN:
            return x0
        h = schedule.half_log_snr(step.end) - schedule.half_log_snr(step.start)
        if step.previous is not None:
            ratio = h / (schedule.half_log_snr(step.start) - schedule.half_log_snr(step.previous.level))
            x0 = x0 + (ratio / 2) * (x0 - step.previous.x0)
        before, after = schedule.alpha_bar(step.start), schedule.alpha_bar(step.end)
        return x * math.sqrt((1 - after) / (1 - before)) - x0 * (math.sqrt(after) * math.expm1(-h))
