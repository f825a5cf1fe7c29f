"""What step rules and conditions know about the step they take part in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import torch
from torch import Tensor

from engine.sampling.schedule import CLEAN, Schedule

NoiseSource: TypeAlias = Callable[[Tensor], Tensor]
"""Draws standard normal noise of the shape, type and device of its argument."""


def seeded_noise(generator: torch.Generator) -> NoiseSource:
    """Noise from a CPU ``generator``, moved after drawing: one seed, one picture on every device."""

    def draw(like: Tensor) -> Tensor:
        return torch.randn(like.shape, generator=generator).to(like.dtype).to(like.device)

    return draw


class Estimate(NamedTuple):
    """The clean image as estimated at a level."""

    level: int
    x0: Tensor


@dataclass(frozen=True, eq=False)
class Transition:
    """The reverse step from level ``start`` down to level ``end``.

    ``index``: network evaluations before this one. ``step_noise``: the step rule's noise, None for a
    deterministic rule. ``noise``: where conditions draw theirs. ``previous``: the estimate of the step
    before, None at the first one and after a jump up.
    """

    schedule: Schedule
    index: int
    start: int
    end: int
    noise: NoiseSource
    step_noise: Tensor | None = None
    previous: Estimate | None = None

    def noised(self, x0: Tensor, level: int) -> Tensor:
        """``x0`` with fresh noise of ``level``; without any at the clean level."""
        return x0 if level == CLEAN else self.schedule.q_sample(x0, level, self.noise(x0))
