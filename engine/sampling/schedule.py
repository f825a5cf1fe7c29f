"""Noise schedules: the tables of a diffusion process, its closed forms, and how steps are left out.

A *level* says how much noise an image carries. Level i in 0..T-1 is the state x_i of the papers with the
step counted from zero; level -1 is the clean image and level T pure noise. DDPM is Ho et al. 2020
(arXiv:2006.11239), improved DDPM is Nichol & Dhariwal 2021 (arXiv:2102.09672).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.errors import BadInputError

Table: TypeAlias = npt.NDArray[np.float64]
Level: TypeAlias = int | Tensor
"""One level for the whole batch, or an int64 tensor (B,) with one for each image."""

CLEAN = -1
"""The level of an image without noise."""

COSINE_OFFSET = 0.008
LARGEST_BETA = 0.999


@dataclass(frozen=True, eq=False)
class Schedule:
    """T steps of noise as float64 tables of shape (T,).

    ``betas``: variance added by each step. ``timestep_map``: the step number the network was trained
    with, for each level (the levels themselves unless steps were left out). ``trained_steps``: T of
    the schedule the network was trained with.
    """

    betas: Table
    timestep_map: npt.NDArray[np.int64]
    trained_steps: int

    def __post_init__(self) -> None:
        if self.betas.ndim != 1 or len(self.betas) < 2:
            raise BadInputError("A noise schedule needs at least two steps.")
        if not ((self.betas > 0) & (self.betas <= 1)).all():
            raise BadInputError(
                "A noise schedule of {count} steps would add more than all noise in one step: use "
                "more steps (at least 20 for a linear one).",
                count=len(self.betas),
            )
        for array in (self.betas, self.timestep_map):
            array.flags.writeable = False

    @classmethod
    def from_betas(cls, betas: npt.ArrayLike) -> Schedule:
        """A schedule of all the steps in ``betas``, shape (T,), each in (0, 1]."""
        table = np.array(betas, dtype=np.float64)
        return cls(table, np.arange(len(table)), len(table))

    @classmethod
    def linear(cls, T: int = 1000) -> Schedule:
        """Betas evenly from 1e-4 to 0.02 at T = 1000, scaled by 1000 / T (DDPM section 4)."""
        return cls.from_betas(np.linspace(0.1 / T, 20 / T, T))

    @classmethod
    def cosine(cls, T: int = 1000) -> Schedule:
        """Betas whose alphas_cumprod fall as a squared cosine (improved DDPM eq. 17)."""
        u = np.arange(T + 1) / T
        f = np.cos((u + COSINE_OFFSET) / (1 + COSINE_OFFSET) * np.pi / 2) ** 2
        return cls.from_betas(np.minimum(1 - f[1:] / f[:-1], LARGEST_BETA))

    def respaced(self, steps: Sequence[int]) -> Schedule:
        """Keep only the levels in ``steps``, with the noise at each of them unchanged.

        The new betas are 1 - A_k / A_{k-1} over the kept steps (improved DDPM section 4).
        """
        kept = np.array(sorted(set(steps)), dtype=np.int64)
        if len(kept) and not (kept[0] >= 0 and kept[-1] < len(self)):
            raise BadInputError("Steps to keep must lie between 0 and {last}.", last=len(self) - 1)
        alphas_cumprod = self.alphas_cumprod[kept]
        betas = 1 - alphas_cumprod / np.concatenate(([1.0], alphas_cumprod[:-1]))
        return Schedule(betas, self.timestep_map[kept], self.trained_steps)

    def __len__(self) -> int:
        return len(self.betas)

    # Tables, in the papers' names. A table may be infinite where a step leaves no signal at all.

    @cached_property
    def alphas_cumprod(self) -> Table:
        """A_t, the product of 1 - beta up to t: the share of signal variance left (DDPM eq. 4)."""
        return np.cumprod(1 - self.betas, dtype=np.float64)

    @cached_property
    def alphas_cumprod_prev(self) -> Table:
        """A_{t-1}, with A_{-1} = 1."""
        return self._padded[:-2]

    @cached_property
    def alphas_cumprod_next(self) -> Table:
        """A_{t+1}, with A_T = 0."""
        return self._padded[2:]

    @cached_property
    def sqrt_alphas_cumprod(self) -> Table:
        """Factor of the clean image in x_t."""
        return np.sqrt(self.alphas_cumprod)

    @cached_property
    def sqrt_one_minus_alphas_cumprod(self) -> Table:
        """Factor of the noise in x_t."""
        return np.sqrt(1 - self.alphas_cumprod)

    @cached_property
    def log_one_minus_alphas_cumprod(self) -> Table:
        """Logarithm of the noise variance in x_t."""
        return np.log(1 - self.alphas_cumprod)

    @cached_property
    def sqrt_recip_alphas_cumprod(self) -> Table:
        """Factor of x_t in the estimate of x_0."""
        with np.errstate(divide="ignore"):
            return np.sqrt(1 / self.alphas_cumprod)

    @cached_property
    def sqrt_recipm1_alphas_cumprod(self) -> Table:
        """Factor of the noise in the estimate of x_0."""
        with np.errstate(divide="ignore"):
            return np.sqrt(1 / self.alphas_cumprod - 1)

    @cached_property
    def posterior_variance(self) -> Table:
        """Variance of q(x_{t-1} | x_t, x_0) (DDPM eq. 7)."""
        return self.betas * (1 - self.alphas_cumprod_prev) / (1 - self.alphas_cumprod)

    @cached_property
    def posterior_log_variance_clipped(self) -> Table:
        """Its logarithm, with the second value also in the place of the first, which would be -inf."""
        return np.log(np.concatenate((self.posterior_variance[1:2], self.posterior_variance[1:])))

    @cached_property
    def posterior_mean_coef1(self) -> Table:
        """Factor of x_0 in the mean of q(x_{t-1} | x_t, x_0) (DDPM eq. 7)."""
        return self.betas * np.sqrt(self.alphas_cumprod_prev) / (1 - self.alphas_cumprod)

    @cached_property
    def posterior_mean_coef2(self) -> Table:
        """Factor of x_t in that mean."""
        return (1 - self.alphas_cumprod_prev) * np.sqrt(1 - self.betas) / (1 - self.alphas_cumprod)

    @cached_property
    def _padded(self) -> Table:
        return np.concatenate(([1.0], self.alphas_cumprod, [0.0]))

    # Closed forms. x, x0, eps and noise have one shape (B, C, H, W); x0 is in [-1, 1].

    def alpha_bar(self, level: int) -> float:
        """A at ``level`` in -1..T: 1 for the clean image, 0 for pure noise."""
        return float(self._padded[level + 1])

    def half_log_snr(self, level: int) -> float:
        """Log of signal over sigma at ``level`` in 0..T-1: lambda of DPM-Solver."""
        alpha_bar = self.alpha_bar(level)
        return 0.5 * math.log(alpha_bar / (1 - alpha_bar))

    def q_sample(self, x0: Tensor, level: Level, noise: Tensor) -> Tensor:
        """Noise ``x0`` to ``level``: sqrt(A) x0 + sqrt(1 - A) noise (DDPM eq. 4)."""
        alpha_bar = self._alpha_bars(level, x0)
        return _as(x0, alpha_bar**0.5) * x0 + _as(x0, (1 - alpha_bar) ** 0.5) * noise

    def x0_from_eps(self, x: Tensor, level: Level, eps: Tensor) -> Tensor:
        """The clean image that ``x`` at ``level`` would come from by the noise ``eps`` (DDPM eq. 15)."""
        alpha_bar = self._alpha_bars(level, x)
        return _as(x, alpha_bar**-0.5) * x - _as(x, (1 / alpha_bar - 1) ** 0.5) * eps

    def eps_from_x0(self, x: Tensor, level: Level, x0: Tensor) -> Tensor:
        """The noise that makes ``x`` at ``level`` from ``x0``; the inverse of :meth:`x0_from_eps`."""
        alpha_bar = self._alpha_bars(level, x)
        return (x - _as(x, alpha_bar**0.5) * x0) / _as(x, (1 - alpha_bar) ** 0.5)

    def beta(self, start: int, end: int) -> float:
        """Variance added from level ``end`` up to ``start`` > ``end``: 1 - A_start / A_end."""
        return 1 - self.alpha_bar(start) / self.alpha_bar(end)

    def variance(self, start: int, end: int) -> float:
        """Variance of q(x_end | x_start, x_0), ``end`` < ``start`` (DDPM eq. 7 for any two levels)."""
        return self.beta(start, end) * (1 - self.alpha_bar(end)) / (1 - self.alpha_bar(start))

    def posterior_mean(self, x0: Tensor, x: Tensor, start: int, end: int) -> Tensor:
        """Mean of q(x_end | x_start = x, x_0), ``end`` < ``start`` (DDPM eq. 7 for any two levels)."""
        before, after = self.alpha_bar(start), self.alpha_bar(end)
        beta = self.beta(start, end)
        return x0 * (beta * math.sqrt(after) / (1 - before)) + x * (
            (1 - after) * math.sqrt(1 - beta) / (1 - before)
        )

    def renoise(self, x: Tensor, start: int, end: int, noise: Tensor) -> Tensor:
        """Take ``x`` from level ``start`` up to the noisier level ``end`` (DDPM eq. 2)."""
        beta = self.beta(end, start)
        return x * math.sqrt(1 - beta) + noise * math.sqrt(beta)

    def _alpha_bars(self, level: Level, like: Tensor) -> float | Tensor:
        """A as a float, or in float64 on the CPU with one value for each image of ``like``."""
        if isinstance(level, int):
            return self.alpha_bar(level)
        return torch.from_numpy(self._padded)[level.cpu() + 1].view(-1, *[1] * (like.ndim - 1))


def _as(image: Tensor, factor: float | Tensor) -> float | Tensor:
    """Bring a float64 ``factor`` to an image's type and device, in this order: not all have float64."""
    return factor.to(image.dtype).to(image.device) if isinstance(factor, Tensor) else factor
