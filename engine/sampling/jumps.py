"""Walks over the levels of a schedule: straight down, in few steps, or with jumps back up.

A walk is a list of moves (start, end): down is a network evaluation, up adds noise. Most walks are
lists of levels, and :func:`moves` pairs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from engine.errors import BadInputError
from engine.sampling.schedule import CLEAN, Schedule

Move: TypeAlias = tuple[int, int]
"""(level before, level after)."""


def moves(levels: Iterable[int]) -> list[Move]:
    """The walk that visits ``levels`` in order."""
    return list(pairwise(levels))


def even_levels(start: int, evaluations: int) -> list[int]:
    """Levels from ``start`` down to the clean image in ``evaluations`` even steps.

    At most start + 1 are possible; where more are asked for, every level is visited once.
    """
    count = min(evaluations, start + 1)
    return [round((start + 1) * (count - k) / count) - 1 for k in range(count + 1)]


def log_snr_levels(schedule: Schedule, start: int, evaluations: int) -> list[int]:
    """Levels from ``start`` down to the clean image, even in the logarithm of signal over noise.

    They grow denser towards the clean image, which few-step solvers want (DPM-Solver, Lu et al. 2022,
    arXiv:2206.00927); level 0 is evaluated last. At most start + 1 are possible.
    """
    count = min(evaluations, start + 1)
    table = np.array([schedule.half_log_snr(level) for level in range(start + 1)])
    levels = [start]
    for k in range(1, count):
        wanted = table[start] + (table[0] - table[start]) * k / (count - 1)
        nearest = int(np.abs(table - wanted).argmin())
        levels.append(min(max(nearest, count - 1 - k), levels[-1] - 1))
    return [*levels, CLEAN]


@dataclass(frozen=True)
class Jumps:
    """At every ``length``-th step go back up ``length`` steps, ``repeats`` - 1 times (RePaint sec. 4.2)."""

    length: int
    repeats: int

    def __post_init__(self) -> None:
        if self.length < 1 or self.repeats < 1:
            raise BadInputError("Jumps need a length and a number of repeats of at least 1.")


def jump_times(
    T: int,
    jumps: Sequence[Jumps],
    *,
    pairs: int = 0,
    start_resampling: int | None = None,
) -> list[int]:
    """RePaint's order of ``T`` steps: from T - 1 down to -1, with jumps up (arXiv:2201.09865, sec. 4.2).

    ``jumps``: from coarse to fine; the jumps left at each step of a finer kind are renewed whenever a
    coarser one is made. ``pairs``: single steps up and down again after every step but the first two.
    ``start_resampling``: no jump may lead above it and no pair be made from above it.
    """
    limit = T if start_resampling is None else start_resampling
    fine_to_coarse = tuple(reversed(jumps))
    left = [_all_jumps(T, kind) for kind in fine_to_coarse]
    times: list[int] = []
    t = T
    while t > 0:
        t -= 1
        times.append(t)
        if t + 1 < T - 1 and t <= limit:
            times.extend([t + 1, t] * pairs)
        for rank, kind in enumerate(fine_to_coarse):
            if left[rank].get(t, 0) and t <= limit - kind.length:
                left[rank][t] -= 1
                times.extend(range(t + 1, t + kind.length + 1))
                t += kind.length
                left[:rank] = [_all_jumps(T, finer) for finer in fine_to_coarse[:rank]]
    return [*times, CLEAN]


def jumping_levels(levels: Sequence[int], jumps: Jumps) -> list[int]:
    """Walk descending ``levels``, which end at the clean image, with jumps counted in their steps."""
    ascending = list(reversed(levels))
    return [ascending[t + 1] for t in jump_times(len(levels) - 1, [jumps])]


def _all_jumps(T: int, kind: Jumps) -> dict[int, int]:
    return dict.fromkeys(range(0, T - kind.length, kind.length), kind.repeats - 1)
