"""What ties a sample to a photo: hooks into the sampling loop.

Papers: ILVR, Choi et al. 2021 (arXiv:2108.02938); RePaint, Lugmayr et al. 2022 (arXiv:2201.09865); DDNM,
Wang et al. 2023 (arXiv:2212.00490); DiffPIR, Zhu et al. 2023 (arXiv:2305.08995).

Photos and references are float32 (B or 1, 3, H, W) in [-1, 1]; holes are float32 (B or 1, 1 or 3, H, W) in
[0, 1], where 1 = repair. All lie on the sample's device.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - the customary name

from engine.sampling.jumps import Move
from engine.sampling.lowpass import LowPass
from engine.sampling.transition import Transition

Hook: TypeAlias = Callable[[Tensor, Transition], Tensor]
ReferenceLevel: TypeAlias = Literal["t-1", "t"]


def _unchanged(image: Tensor, step: Transition) -> Tensor:
    return image


@dataclass(frozen=True)
class Condition:
    """Hooks that may change the network's input, its estimate of the clean image, or the new x."""

    on_input: Hook = _unchanged
    on_x0: Hook = _unchanged
    on_output: Hook = _unchanged


def ilvr(
    reference: Tensor, factor: int, range_t: int = 0, *, reference_level: ReferenceLevel = "t-1"
) -> Condition:
    """Hold the low frequencies of the sample to those of ``reference`` (ILVR algorithm 1).

    ``factor``: N of the low-pass filter. Applied to the steps that leave a level above ``range_t``.
    ``reference_level``: the paper noises the reference to the level of the new x, "t-1"; the public
    tool to the one before the step, "t".
    """
    low_pass = LowPass(factor)

    def refine(x: Tensor, step: Transition) -> Tensor:
        if step.start <= range_t:
            return x
        y = step.noised(reference.expand_as(x), _level(reference_level, step))
        return x + low_pass(y - x)

    return Condition(on_output=refine)


def known_region(
    photo: Tensor,
    hole: Tensor,
    *,
    reference_level: ReferenceLevel = "t-1",
    evaluations: int | None = None,
) -> Condition:
    """Make the known pixels of the new x the noised photo (RePaint eq. 8); the last step pastes them.

    ``reference_level``: as in :func:`ilvr`. ``evaluations``: stop after so many, None for never.
    """

    def merge(x: Tensor, step: Transition) -> Tensor:
        if evaluations is not None and step.index >= evaluations:
            return x
        return _merged(x, photo, hole, _level(reference_level, step), step)

    return Condition(on_output=merge)


def known_region_of_input(photo: Tensor, hole: Tensor) -> Condition:
    """Merge the noised photo into the network's input, as RePaint's public tool does.

    The first input is left alone, and the known pixels are never pasted back.
    """

    def merge(x: Tensor, step: Transition) -> Tensor:
        return x if step.index == 0 else _merged(x, photo, hole, step.start, step)

    return Condition(on_input=merge)


def null_space(photo: Tensor, hole: Tensor) -> Condition:
    """Put the known pixels into the estimate of the clean image (DDNM eq. 13 for a mask)."""
    return Condition(on_x0=lambda x0, step: hole * x0 + (1 - hole) * photo)


def same_averages(photo: Tensor, factor: int = 2) -> Condition:
    """Keep the means of ``factor`` x ``factor`` pixels those of ``photo``, see :func:`with_averages_of`."""
    return Condition(on_x0=lambda x0, step: with_averages_of(photo, x0, factor))


def with_averages_of(photo: Tensor, x0: Tensor, factor: int = 2) -> Tensor:
    """Move the means of ``factor`` x ``factor`` pixels to those of ``photo`` (DDNM eq. 13 for averages).

    A shrinks by averaging, A+ repeats pixels: x0 + A+ A (photo - x0). Both sides are multiples of ``factor``.
    """
    return x0 + F.interpolate(F.avg_pool2d(photo - x0, factor), scale_factor=factor, mode="nearest")


def weighted_null_space(photo: Tensor, hole: Tensor, strength: float = 1.0, sigma: float = 1e-3) -> Condition:
    """As :func:`null_space`, but trust the photo less where little noise is left (DiffPIR).

    ``strength``: lambda of the paper. ``sigma``: noise of the photo itself, more than 0, in its range of
    [-1, 1].
    """
    known = 1 - hole

    def weigh(x0: Tensor, step: Transition) -> Tensor:
        alpha_bar = step.schedule.alpha_bar(step.start)
        rho = strength * sigma**2 * alpha_bar / (1 - alpha_bar)
        return (known * photo + rho * x0) / (known + rho)

    return Condition(on_x0=weigh)


def course_project(
    photo: Tensor, hole: Tensor, T: int, *, shift: int, range_t: int
) -> tuple[list[Move], Condition]:
    """The walk and the condition of the course project's loop, for comparison with its numbers.

    Its loop counter runs from T - 1 to 0 while the step taken is ``shift`` lower, so the chain starts
    from pure noise at level T - 1 - shift and its last steps all repeat level 0. The photo is
    multiplied by the mask beforehand, noised to the level before the step, and let go once the
    counter has reached ``range_t``.
    """
    taken = [max(0, counter - shift) for counter in reversed(range(T))]
    condition = known_region(
        photo * (1 - hole), hole, reference_level="t", evaluations=max(0, T - 1 - range_t)
    )
    return [(level, level - 1) for level in taken], condition


def _level(reference_level: ReferenceLevel, step: Transition) -> int:
    return step.end if reference_level == "t-1" else step.start


def _merged(x: Tensor, photo: Tensor, hole: Tensor, level: int, step: Transition) -> Tensor:
    return hole * x + (1 - hole) * step.noised(photo.expand_as(x), level)
