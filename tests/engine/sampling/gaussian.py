"""A world in which the best denoiser is known: every pixel is normal with one mean and deviation."""

from __future__ import annotations

from torch import Tensor

from engine.sampling.denoiser import Denoiser, Prediction
from engine.sampling.schedule import Schedule

MEAN, DEVIATION = 0.3, 0.2


def gaussian_denoiser(schedule: Schedule) -> Denoiser:
    """The posterior mean of x_0 given x."""

    def denoise(x: Tensor, level: int) -> Prediction:
        a = schedule.alpha_bar(level)
        return Prediction((DEVIATION**2 * a**0.5 * x + (1 - a) * MEAN) / (DEVIATION**2 * a + 1 - a))

    return denoise


def flow_end(schedule: Schedule, x: Tensor, level: int) -> Tensor:
    """Where the probability flow, which DDIM and DPM-Solver++ follow, takes ``x`` from ``level``."""
    a = schedule.alpha_bar(level)
    return MEAN + DEVIATION * (x - a**0.5 * MEAN) / (DEVIATION**2 * a + 1 - a) ** 0.5
