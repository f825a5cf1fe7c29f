"""Which of the trained timesteps a sampler keeps. Needs the standard library only."""

from __future__ import annotations

import math

from engine.errors import BadInputError


def space_timesteps(T: int, spacing: str) -> list[int]:
    """Which of ``T`` steps a sampler keeps, ascending, in the notation of the public checkpoints' tools.

    ``"250"``: evenly spaced, both ends included. ``"100,50,25"``: the same in each of three equal
    sections, the first the least noisy. ``"ddim50"``: every s-th step from 0, for the smallest stride s
    that gives 50. ``""``: all. Raises :class:`BadInputError` where that cannot be done.
    """
    if not spacing:
        return list(range(T))
    if spacing.startswith("ddim"):
        return _strided_steps(T, _count(spacing.removeprefix("ddim"), spacing))
    counts = [_count(part, spacing) for part in spacing.split(",")]
    steps: set[int] = set()
    begin = 0
    for number, count in enumerate(counts):
        length = T // len(counts) + (number < T % len(counts))
        if count > length:
            raise BadInputError(
                "The spacing {spacing!r} asks for {count} of {length} steps: ask for at most {length}.",
                spacing=spacing,
                count=count,
                length=length,
            )
        stride = (length - 1) / (count - 1) if count > 1 else 1.0
        position = 0.0
        for _ in range(count):
            # Adding up, rather than multiplying, rounds as the public tools do.
            steps.add(begin + round(position))
            position += stride
        begin += length
    return sorted(steps)


def _strided_steps(T: int, count: int) -> list[int]:
    for stride in range(1, T):
        if math.ceil(T / stride) == count:
            return list(range(0, T, stride))
    raise BadInputError(
        "No whole stride takes {count} of {length} steps: choose another number.", count=count, length=T
    )


def _count(text: str, spacing: str) -> int:
    if not text.strip().isdecimal():
        raise BadInputError(
            'The spacing {spacing!r} is not one: write "250", "100,50,25" or "ddim50".', spacing=spacing
        )
    return int(text)
