"""Noise schedules, respacing, jump schedules and single steps."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine.errors import BadInputError
from engine.sampling.ddim import Ddim
from engine.sampling.ddpm import Ddpm
from engine.sampling.denoiser import Denoiser, Prediction, eps_denoiser, x0_denoiser
from engine.sampling.jumps import Jumps, jump_times
from engine.sampling.schedule import CLEAN, Schedule
from engine.sampling.spacing import space_timesteps
from engine.sampling.transition import Transition
from tests.golden_checks.report import Array, Case

TABLE_RTOL = 1e-9
LOG_TABLE_ATOL = 1e-11
STEP_ATOL = 2e-5
STEP_RTOL = 2e-5
DDIM_ATOL = 5e-4


def schedule_named(kind: str, T: int, spacing: str = "") -> Schedule:
    """A schedule by the public tools' name for it, respaced if asked."""
    schedule = {"linear": Schedule.linear, "cosine": Schedule.cosine}[kind](T)
    return schedule.respaced(space_timesteps(T, spacing)) if spacing else schedule


def check_tables(case: Case) -> None:
    """All tables of one schedule, which the betas themselves identify."""
    betas = case.arrays["betas"]
    candidates = [schedule_named(kind, len(betas)) for kind in ("linear", "cosine")]
    schedule = min(candidates, key=lambda candidate: float(np.abs(candidate.betas - betas).max()))
    for name in case.arrays:
        _compare_table(case, name, schedule, name)


def check_respaced(case: Case) -> None:
    """Tables named ``<schedule>_<T>__<spacing, commas as _>__<table>``."""
    for name in case.arrays:
        start, spacing, table = name.split("__")
        kind, T = start.split("_")
        _compare_table(case, name, schedule_named(kind, int(T), spacing.replace("_", ",")), table)


def _compare_table(case: Case, name: str, schedule: Schedule, table: str) -> None:
    atol = LOG_TABLE_ATOL if "log" in table else 0.0
    case.npz.compare(name, getattr(schedule, table), case.arrays[name], atol, TABLE_RTOL)


def check_spacings(case: Case) -> None:
    """Which steps a spacing keeps, or that it is refused."""
    for entry in case.meta:
        T, spacing = entry["num_timesteps"], spacing_text(entry["section_counts"])
        name = f"{spacing!r} of {T}"
        try:
            steps: list[int] | None = space_timesteps(T, spacing)
        except BadInputError:
            steps = None
        case.json.require(name, steps, None if "raises" in entry else entry["timesteps"])
        if steps is not None and "count" in entry:
            case.json.require(f"{name} count", len(steps), entry["count"])


def spacing_text(section_counts: Any) -> str:
    if isinstance(section_counts, str):
        return section_counts
    counts = section_counts if isinstance(section_counts, list) else [section_counts]
    return ",".join(str(count) for count in counts)


def times_for(parameters: dict[str, Any]) -> list[int]:
    """The order of steps for RePaint's own parameter names."""
    kinds = [
        Jumps(parameters.get(f"jump{rank}_length", 1), parameters.get(f"jump{rank}_n_sample", 1))
        for rank in ("", 2, 3)
    ]
    return jump_times(
        parameters["t_T"],
        kinds,
        pairs=parameters.get("n_sample", 1) - 1,
        start_resampling=parameters.get("start_resampling"),
    )


def check_jumps(case: Case) -> None:
    """Orders of steps with their counts, turning points and digest."""
    for entry in case.meta:
        times = times_for(entry)
        name = ", ".join(f"{k} {v}" for k, v in entry.items() if "sample" in k or k in ("t_T", "jump_length"))
        ends = range(1, len(times) - 1)
        got = {
            "times": times,
            "length": len(times),
            "network_evaluations": int((np.diff(times) < 0).sum()),
            "undo_steps": int((np.diff(times) > 0).sum()),
            "turning_points": [
                times[0],
                *(times[k] for k in ends if (times[k] < times[k - 1]) != (times[k + 1] < times[k])),
                times[-1],
            ],
            "sha256_of_comma_joined": hashlib.sha256(",".join(map(str, times)).encode()).hexdigest(),
        }
        for key, value in got.items():
            if key in entry:
                case.json.require(f"{name}: {key}", value, entry[key])


def check_steps(case: Case) -> None:
    """Single steps from fixed network outputs, each image of the batch at its own level."""
    schedule = _schedule_of(case)
    arrays = case.arrays
    x, eps, v, noise, x0 = (torch.from_numpy(arrays[key]) for key in ("x", "eps", "v", "noise", "x0"))
    t = torch.from_numpy(arrays["t"])
    levels = [int(level) for level in t]
    means = [schedule.posterior_mean(x0[i], x[i], level, level - 1) for i, level in enumerate(levels)]
    losses: dict[str, Array] = {}
    got: dict[str, Tensor] = {
        "q_sample": schedule.q_sample(x0, t, noise),
        "q_posterior_mean": torch.stack(means),
        "pred_xstart_from_eps_unclipped": schedule.x0_from_eps(x, t, eps),
        "eps_from_xstart": schedule.eps_from_x0(x, t, x0),
    }
    for kind in ("learned_range", "fixed_small", "fixed_large"):
        rule = Ddpm("small" if kind == "fixed_small" else "large")
        output = torch.cat([eps, v], dim=1) if kind == "learned_range" else eps
        for clip in (0, 1):
            steps = Steps(schedule, x, levels, noise, output, partial(eps_denoiser, clip=bool(clip)))
            for name, value in steps.moments(rule).items():
                got[f"{kind}__clip{clip}__{name}"] = value
        got[f"{kind}__ddpm_sample"] = steps.sample(rule)
        got["ddim_reverse"] = steps.sample(Ddim(), move=1)
        for name in arrays:
            if name.startswith(f"{kind}__ddim_eta"):
                eta = float(name.rpartition("eta")[2])
                got[name] = steps.sample(Ddim(eta))
                losses[name] = steps.loss_of_reference(eta)
    steps = Steps(schedule, x, levels, noise, eps, x0_denoiser)
    for name, value in steps.moments(Ddpm()).items():
        got[f"predict_xstart_mode__{name}"] = value
    for name, value in got.items():
        if name in arrays:
            atol = DDIM_ATOL + losses.get(name, 0.0) if "ddim" in name else STEP_ATOL
            case.npz.compare(name, value, arrays[name], atol, STEP_RTOL)
    _check_seen_steps(case, schedule)


@dataclass(frozen=True)
class Steps:
    """The batch of a step file, taken one image at a time because a sampler has one level for all.

    ``output``: what the network answers for each image. ``adapt``: makes a denoiser of a network.
    """

    schedule: Schedule
    x: Tensor
    levels: list[int]
    noise: Tensor
    output: Tensor
    adapt: Callable[..., Denoiser]

    def sample(self, rule: Ddpm | Ddim, move: int = -1) -> Tensor:
        """The new x of each image, ``move`` levels from its own."""
        results = []
        for x, level, noise, prediction in self._images():
            z = noise if rule.stochastic else None
            step = Transition(self.schedule, 0, level, level + move, noise=lambda like: like, step_noise=z)
            results.append(rule(x, prediction, step))
        return torch.cat(results)

    def moments(self, rule: Ddpm) -> dict[str, Tensor]:
        """Mean and variance of each image's step, and its estimate of the clean image."""
        rows: list[dict[str, Tensor]] = []
        for x, level, _noise, prediction in self._images():
            log_variance = rule.log_variance(prediction.v, self.schedule, level, level - 1).expand_as(x)
            # The tools report the small variance of the last step as it is, 0, but its logarithm clipped.
            vanishing = prediction.v is None and rule.fixed == "small" and level - 1 == CLEAN
            rows.append(
                {
                    "mean": self.schedule.posterior_mean(prediction.x0, x, level, level - 1),
                    "log_variance": log_variance,
                    "variance": torch.zeros_like(x) if vanishing else log_variance.exp(),
                    "pred_xstart": prediction.x0,
                }
            )
        return {name: torch.cat([row[name] for row in rows]) for name in rows[0]}

    def loss_of_reference(self, eta: float) -> Array:
        """How far off the reference may be because it computes DDIM's factors in float32.

        It loses digits in 1 - A_t / A_{t-1}, and the random inputs of a step file multiply that by a
        noise estimate of several hundred where little noise is left.
        """
        losses = []
        for x, level, noise, prediction in self._images():
            eps = self.schedule.eps_from_x0(x, level, prediction.x0)
            (exact_eps, exact_z), (rough_eps, rough_z) = (
                _ddim_factors(self.schedule, level, eta, dtype) for dtype in (np.float64, np.float32)
            )
            losses.append(eps.abs() * abs(exact_eps - rough_eps) + noise.abs() * abs(exact_z - rough_z))
        return np.asarray(torch.cat(losses), np.float64)

    def _images(self) -> Iterator[tuple[Tensor, int, Tensor, Prediction]]:
        images = zip(self.x.split(1), self.levels, self.noise.split(1), self.output.split(1), strict=True)
        for x, level, noise, answer in images:
            denoiser = self.adapt(lambda _x, _t, answer=answer: answer, self.schedule)
            yield x, level, noise, denoiser(x, level)


def _ddim_factors(schedule: Schedule, level: int, eta: float, dtype: Any) -> tuple[float, float]:
    """DDIM's factors of eps and of the fresh noise (eqs. 12 and 16), in a precision."""
    one = dtype(1)
    before, after = (dtype(schedule.alpha_bar(end)) for end in (level, level - 1))
    sigma = dtype(eta) * np.sqrt((one - after) / (one - before)) * np.sqrt(one - before / after)
    return float(np.sqrt(max(one - after - sigma**2, dtype(0)))), float(sigma)


def _check_seen_steps(case: Case, schedule: Schedule) -> None:
    for name, rescale in (("t_seen_by_model", False), ("t_seen_by_model_rescaled", True)):
        if name not in case.arrays:
            continue
        seen: list[float] = []

        def network(x: Tensor, t: Tensor, seen: list[float] = seen) -> Tensor:
            seen.append(float(t))
            return x

        denoiser = eps_denoiser(network, schedule, rescale_timesteps=rescale)
        for level in case.arrays["t"]:
            denoiser(torch.zeros(1, 3, 2, 2), int(level))
        case.npz.compare(name, seen, case.arrays[name], rtol=1e-6)
    if "timestep_map" in case.arrays:
        case.npz.compare("timestep_map", schedule.timestep_map, case.arrays["timestep_map"])


def _schedule_of(case: Case) -> Schedule:
    match = re.search(r"(linear|cosine)_?(\d+)(?:_respaced_?(\w+))?", case.stem)
    if match is None:
        raise ValueError("the file's name does not say which schedule its steps belong to")
    kind, T, spacing = match[1], int(match[2]), (match[3] or "").replace("_", ",")
    if not spacing and "timestep_map" in case.arrays:
        return schedule_named(kind, T).respaced([int(t) for t in case.arrays["timestep_map"]])
    return schedule_named(kind, T, spacing)
