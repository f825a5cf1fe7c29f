"""One meaning for every network: given x at a level, an estimate of the clean image.

Samplers and conditions know only :class:`Prediction`, never what a network was trained to predict.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import torch
from torch import Tensor

from engine.sampling.schedule import Schedule


@dataclass(frozen=True, eq=False)
class Prediction:
    """What a network says about x at a level.

    ``x0``: the clean image, (B, 3, H, W). ``v``: for networks with a learned variance, where it lies
    between its bounds, -1 for the lower and 1 for the upper (improved DDPM eq. 15), same shape.
    The noise is not kept: clipping and conditions change ``x0``, and
    :meth:`Schedule.eps_from_x0` then gives the noise that agrees with it.
    """

    x0: Tensor
    v: Tensor | None = None


Denoiser: TypeAlias = Callable[[Tensor, int], Prediction]
"""Called with x (B, 3, H, W) and its level in the schedule."""

Network: TypeAlias = Callable[..., Tensor]
"""Called with x, the trained step numbers (B,) and, if it has classes, the labels (B,)."""


def eps_denoiser(
    network: Network,
    schedule: Schedule,
    *,
    clip: bool = True,
    rescale_timesteps: bool = False,
    labels: Tensor | None = None,
) -> Denoiser:
    """Adapt a network that predicts the noise, such as every ADM U-Net.

    ``clip``: clamp the estimate to [-1, 1]. ``rescale_timesteps``: number the steps as if there were
    1000 of them. ``labels``: int64 (B,) for a class-conditional network.
    """
    ask = _ask(network, schedule, rescale_timesteps, labels)

    def denoise(x: Tensor, level: int) -> Prediction:
        eps, v = ask(x, level)
        x0 = schedule.x0_from_eps(x, level, eps)
        return Prediction(x0.clamp(-1, 1) if clip else x0, v)

    return denoise


def x0_denoiser(
    network: Network,
    schedule: Schedule,
    *,
    clip: bool = True,
    rescale_timesteps: bool = False,
    labels: Tensor | None = None,
) -> Denoiser:
    """Adapt a network that predicts the clean image; the options are those of :func:`eps_denoiser`."""
    ask = _ask(network, schedule, rescale_timesteps, labels)

    def denoise(x: Tensor, level: int) -> Prediction:
        x0, v = ask(x, level)
        return Prediction(x0.clamp(-1, 1) if clip else x0, v)

    return denoise


def _ask(
    network: Network, schedule: Schedule, rescale_timesteps: bool, labels: Tensor | None
) -> Callable[[Tensor, int], tuple[Tensor, Tensor | None]]:
    """Evaluate the network and split off the variance, which it has if it doubles the channels."""
    classes = () if labels is None else (labels,)

    def ask(x: Tensor, level: int) -> tuple[Tensor, Tensor | None]:
        step: int | float = int(schedule.timestep_map[level])
        if rescale_timesteps:
            step = step * (1000.0 / schedule.trained_steps)
        output = network(x, torch.full((len(x),), step, device=x.device), *classes)
        channels = x.shape[1]
        return (output, None) if output.shape[1] == channels else (output[:, :channels], output[:, channels:])

    return ask
