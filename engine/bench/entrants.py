"""Who is measured: our methods with all their settings, and what people use today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np

from engine.bench.peers import PEERS, peer
from engine.bench.problems import Picture, Problem
from engine.messages import METHODS, ROUTE_SAMPLING, Enlarge, Method, Repair, Route, Sampling
from engine.photo.doubling import bicubic
from engine.photo.pyramid import from_unit, to_unit
from engine.run import drive
from engine.session import Session

Solve: TypeAlias = Callable[[Problem, Session], tuple[Picture, int]]
"""Returns the repaired picture and the network evaluations it took."""

DEFAULT_METHODS: tuple[Method, ...] = ("known", "erase")


@dataclass(frozen=True)
class Entrant:
    """``name``: what tables call it. ``settings``: all that its results depend on, besides the photo.

    ``is_peer``: none of ours, but what ours are compared with. ``cost``: about how many evaluations it takes.
    """

    name: str
    settings: str
    solve: Solve
    is_peer: bool = False
    cost: float = 1.0


def entrants_named(
    methods: Sequence[str], sampling: Sampling, model: str | None = None, eraser: str | None = None
) -> list[Entrant]:
    """Return our methods and peers by name; ``model``: what the diffusion methods use."""
    return [
        filling(name) if name in PEERS else _as_shipped(name, sampling, model, eraser) for name in methods
    ]


def _as_shipped(name: str, sampling: Sampling, model: str | None, eraser: str | None) -> Entrant:
    own = None if name in ("erase", "erode") else model
    return repairing(name, _method(name), sampling, own, eraser, texture=Repair.texture)


def method_names(text: str | None) -> list[str]:
    """Split "known,telea"; None means our default ones and all peers that are installed."""
    if text is None:
        return [*DEFAULT_METHODS, *(name for name, fill in PEERS.items() if fill.installed())]
    names = [name.strip() for name in text.split(",")]
    for name in names:
        if name not in METHODS:
            peer(name)
    return names


def repairing(
    name: str,
    method: Method,
    sampling: Sampling,
    model: str | None = None,
    eraser: str | None = None,
    ring: int = 1,
    texture: float = 0.0,
) -> Entrant:
    """Return one of our methods of repair; without ``texture`` only what sampler and network do is seen."""

    def solve(problem: Problem, session: Session) -> tuple[Picture, int]:
        request = Repair(problem.given, problem.hole, method, model, sampling, ring, eraser, texture=texture)
        result = drive(session.run(request))
        return np.asarray(result.image, np.uint8), result.evaluations

    cost = 1.0 if method in ("erase", "erode") else 1.0 + sampling.steps * sampling.jumps[1]
    return Entrant(name, f"{method} {sampling} {model} {eraser} {ring} {texture}", solve, cost=cost)


def enlarging(name: str, route: Route, sampling: Sampling | None = None, model: str | None = None) -> Entrant:
    """Return one of our routes of enlargement."""

    def solve(problem: Problem, session: Session) -> tuple[Picture, int]:
        result = drive(session.run(Enlarge(problem.given, route, model, sampling)))
        return np.asarray(result.image, np.uint8), result.evaluations

    cost = 2.0 + (sampling or ROUTE_SAMPLING[route]).steps
    return Entrant(name, f"{route} {sampling} {model}", solve, cost=cost)


def filling(name: str) -> Entrant:
    """Return a classical fill. Raises BadInputError for an unknown name, or one that is not installed."""
    fill = peer(name)
    return Entrant(name, "peer", lambda problem, _: (fill(problem.given, problem.hole), 0), is_peer=True)


def interpolating(name: str) -> Entrant:
    """Return "bicubic" or "lanczos" as a way to double a photo."""

    def solve(problem: Problem, _: Session) -> tuple[Picture, int]:
        if name == "bicubic":
            doubled = from_unit(bicubic(to_unit(problem.given)), np.dtype(np.uint8))
        else:
            height, width = problem.truth.shape[:2]
            doubled = cv2.resize(problem.given, (width, height), interpolation=cv2.INTER_LANCZOS4)
        return np.asarray(doubled, np.uint8), 0

    return Entrant(name, "peer", solve, is_peer=True)


def _method(name: str) -> Method:
    return next(known for known in METHODS if known == name)
