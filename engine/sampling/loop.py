"""The one sampling loop. A method is a walk over levels, a step rule and conditions; never another loop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import torch
from torch import Tensor

from engine.sampling.conditions import Condition
from engine.sampling.denoiser import Denoiser, Prediction
from engine.sampling.jumps import Move
from engine.sampling.schedule import Schedule
from engine.sampling.transition import Estimate, NoiseSource, Transition


class StepRule(Protocol):
    """How x gets from one level to any lower one: DDPM, DDIM or DPM-Solver++."""

    @property
    def stochastic(self) -> bool:
        """Whether the rule uses :attr:`Transition.step_noise`."""

    def __call__(self, x: Tensor, prediction: Prediction, step: Transition) -> Tensor:
        """Return x at ``step.end``."""


@dataclass(frozen=True, eq=False)
class Step:
    """The state after a network evaluation.

    ``index``: evaluations before this one. ``level``: where ``x`` is now. ``x``: the sample, ``x0``:
    the estimate of the clean image behind it, both (B, 3, H, W).
    """

    index: int
    level: int
    x: Tensor
    x0: Tensor


@torch.inference_mode()
def sample(
    x: Tensor,
    walk: Iterable[Move],
    denoiser: Denoiser,
    rule: StepRule,
    schedule: Schedule,
    noise: NoiseSource,
    conditions: Sequence[Condition] = (),
) -> Iterator[Step]:
    """Walk ``x`` from the first level of ``walk`` to its last, yielding once for each evaluation.

    ``x``: float32 (B, 3, H, W) at the walk's first level; for the highest levels that is plain noise.
    ``noise`` is drawn from in a fixed order, so that a seed fixes the picture: for each evaluation the
    rule's noise if it is stochastic (even where the last step has no use for it), then what conditions
    draw, in their order; for each jump up, its noise. Closing the generator ends the work.
    """
    index = 0
    previous: Estimate | None = None
    for start, end in walk:
        if end > start:
            x = schedule.renoise(x, start, end, noise(x))
            previous = None
            continue
        step_noise = noise(x) if rule.stochastic else None
        step = Transition(schedule, index, start, end, noise, step_noise, previous)
        for condition in conditions:
            x = condition.on_input(x, step)
        prediction = denoiser(x, start)
        for condition in conditions:
            prediction = replace(prediction, x0=condition.on_x0(prediction.x0, step))
        x = rule(x, prediction, step)
        for condition in conditions:
            x = condition.on_output(x, step)
        yield Step(index, end, x, prediction.x0)
        previous = Estimate(start, prediction.x0)
        index += 1
