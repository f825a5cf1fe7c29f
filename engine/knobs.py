"""Which settings make a difference to which method or route. Light enough for the editor.

Settings are called as the fields of :class:`~engine.messages.Sampling` and :class:`~engine.messages.Repair`;
KNOBS.md says what they are called elsewhere.
"""

from __future__ import annotations

from typing import TypeAlias

from engine.messages import Method, Route, Sampling

Way: TypeAlias = Method | Route

WALK = frozenset({"steps", "respacing", "sampler", "start", "range_t", "low_pass", "jumps", "eta", "seed"})
"""What a walk from noise to a picture depends on."""

USED: dict[Way, frozenset[str]] = {
    "known": WALK | {"model", "eraser", "merge", "feather", "texture"},
    "erase": frozenset({"model", "feather", "texture"}),
    "erode": frozenset({"model", "ring", "feather"}),
    "blind": WALK | {"model", "feather"},
    "exact": WALK | {"model"},
    "ilvr": WALK | {"model"},
    "masked": WALK | {"model", "merge"},
    "interleaved": WALK | {"model", "merge"},
}
"""Settings that can make a difference at all."""

WITHOUT_STEPS: dict[Way, frozenset[str]] = {
    "known": frozenset({"steps", "seed", "model", "eraser", "feather", "texture"}),
    "exact": frozenset({"steps", "model"}),
}
"""The same with 0 steps: our own prior's expectation, which "known" asks for from noise."""

HELD_ALWAYS = ("blind", "ilvr")
"""Ways that are nothing but ILVR, so that something is always held."""


def effective(way: Way, sampling: Sampling) -> frozenset[str]:
    """Return the settings that make a difference to ``way`` while the others are those of ``sampling``."""
    if not sampling.steps and way in WITHOUT_STEPS:
        return WITHOUT_STEPS[way]
    idle = set()
    if sampling.respacing:
        idle.add("steps")
    if sampling.sampler != "ddim":
        idle.add("eta")
    if not sampling.low_pass and way not in HELD_ALWAYS:
        idle.add("range_t")
    return USED[way] - idle
