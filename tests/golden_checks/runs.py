"""Low-pass filter, and whole sampling runs with every noise array supplied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from engine.sampling.conditions import Condition, course_project, ilvr, known_region_of_input
from engine.sampling.ddpm import Ddpm
from engine.sampling.denoiser import Denoiser, eps_denoiser, x0_denoiser
from engine.sampling.jumps import Move, moves
from engine.sampling.loop import Step, sample
from engine.sampling.lowpass import LowPass, down_matrix, up_matrix
from engine.sampling.schedule import Schedule
from tests.golden_checks.networks import adm_network
from tests.golden_checks.report import Array, Case
from tests.golden_checks.schedules import schedule_named, spacing_text, times_for
from tests.golden_checks.weights import check_weights

RUN_TOLERANCE = {"atol": 2e-4, "rtol": 1e-4}
PHI_ATOL = 1e-5
EPS_VARIATION = 1e-5
"""What rounding changes in a network's output from machine to machine; an unclamped estimate of the clean
image multiplies it by up to sqrt(1 / A - 1), which is 157 at the noisiest of 1000 steps."""


def check_phi(case: Case) -> None:
    """``<operation>_<image>_N<factor>`` and the matrices of one axis."""
    arrays = case.arrays
    for name in arrays:
        match = re.fullmatch(r"(.+)_N(\d+)", name)
        if match is None:
            continue
        factor = int(match[2])
        low_pass = LowPass(factor)
        operation, _, image = match[1].partition("_")
        got: Any
        if operation == "matrix":
            long = max(arrays[name].shape)
            got = down_matrix(long, factor) if image == "down" else up_matrix(long, factor)
        elif operation == "update":
            x, noisy = torch.from_numpy(arrays["xprime"]), torch.from_numpy(arrays["noisy"])
            got = x + low_pass(noisy - x)
        elif operation in ("down", "phi") and image in arrays:
            original = torch.from_numpy(arrays[image])
            got = low_pass.down(original) if operation == "down" else low_pass(original)
        else:
            continue
        case.npz.compare(name, got, arrays[name], atol=PHI_ATOL)


@dataclass
class Run:
    """A golden run's parts, and its noise in the recorded order."""

    schedule: Schedule
    denoiser: Denoiser
    rule: Ddpm
    noise: Iterator[Tensor]
    seen: list[float]

    def steps(self, walk: Sequence[Move], conditions: Sequence[Condition]) -> list[Step]:
        """All steps of the run, from its first noise."""
        start = next(self.noise)
        draw = self.noise
        return list(
            sample(start, walk, self.denoiser, self.rule, self.schedule, lambda like: next(draw), conditions)
        )


def _run(case: Case) -> Run:
    meta, arrays = case.meta, case.arrays
    network = adm_network(meta["model_config"], meta.get("weight_salt", ""))
    check_weights(case.json, network, meta)
    diffusion = meta["diffusion_config"]
    spacing = spacing_text(diffusion.get("timestep_respacing", ""))
    schedule = schedule_named(diffusion["noise_schedule"], diffusion["diffusion_steps"], spacing)
    seen: list[float] = []

    def watched(x: Tensor, t: Tensor, *labels: Tensor) -> Tensor:
        seen.append(float(t[0]))
        return network(x, t, *labels)

    adapt = x0_denoiser if diffusion.get("predict_xstart") else eps_denoiser
    denoiser = adapt(
        watched,
        schedule,
        clip=meta.get("clip_denoised", True),
        rescale_timesteps=diffusion.get("rescale_timesteps", False),
        labels=torch.from_numpy(arrays["y"]) if "y" in arrays else None,
    )
    rule = Ddpm("small" if diffusion.get("sigma_small") else "large")
    return Run(schedule, denoiser, rule, iter(torch.from_numpy(arrays["noise"])), seen)


def check_ilvr(case: Case) -> None:
    """The public ILVR tool's loop, which noises its reference to the level before the step."""
    meta, run = case.meta, _run(case)
    T = len(run.schedule)
    conditions = []
    if meta["down_N"]:
        reference = torch.from_numpy(case.arrays["ref"])
        conditions = [ilvr(reference, meta["down_N"], meta["range_t"], reference_level="t")]
    steps = run.steps(moves(range(T - 1, -2, -1)), conditions)
    _compare_run(case, run, steps, range(T))
    if "refined_step_indices" in meta:
        refined = [i for i in reversed(range(T)) if conditions and i > meta["range_t"]]
        case.json.require("refined_step_indices", refined, meta["refined_step_indices"])


def check_course_project(case: Case) -> None:
    """The course project's masked loop, with its shifted start."""
    meta, arrays, run = case.meta, case.arrays, _run(case)
    photo, known = torch.from_numpy(arrays["ref"]), torch.from_numpy(arrays["mask"])
    T = len(run.schedule)
    walk, condition = course_project(photo, 1 - known, T, shift=meta["t_shift"], range_t=meta["range_t"])
    steps = run.steps(walk, [condition])
    _compare_run(case, run, steps, range(T))
    if "ref_masked" in arrays:
        case.npz.compare("ref_masked", photo * known, arrays["ref_masked"], atol=1e-6)
    if "t_index" in arrays:
        case.npz.compare("t_index", [start for start, _ in walk], arrays["t_index"])
    if "merged_loop_indices" in meta:
        merged = [i for i in reversed(range(T)) if i > meta["range_t"]]
        case.json.require("merged_loop_indices", merged, meta["merged_loop_indices"])


def check_repaint(case: Case) -> None:
    """RePaint's public tool: resampling jumps, and the merge before the network."""
    meta, arrays, run = case.meta, case.arrays, _run(case)
    times = times_for(meta["schedule_jump_params"])
    walk = moves(times)
    photo, known = torch.from_numpy(arrays["gt"]), torch.from_numpy(arrays["gt_keep_mask"])
    steps = run.steps(walk, [known_region_of_input(photo, 1 - known)])
    if "times" in meta:
        case.json.require("times", times, meta["times"])
    if "operations" in meta:
        operations = [["reverse" if end < start else "undo", start, end] for start, end in walk]
        case.json.require("operations", operations, meta["operations"])
    if "network_evaluations" in meta:
        case.json.require("network_evaluations", len(steps), meta["network_evaluations"])
    _compare_run(case, run, steps, [k for k, (start, end) in enumerate(walk) if end < start], len(walk))
    _compare_undos(case, run.schedule, walk)
    key = "final_max_abs_diff_to_gt_in_known_region"
    if key in meta:
        off = (steps[-1].x - photo).abs()[(known == 1).expand_as(photo)].max()
        case.json.compare(key, off, meta[key], **_tolerance(case))


def _compare_run(
    case: Case, run: Run, steps: list[Step], places: Sequence[int], operations: int | None = None
) -> None:
    """Compare the state after each evaluation, which is entry ``places[k]`` of the trajectory."""
    arrays, tolerance = case.arrays, _tolerance(case)
    operations = operations or len(places)
    states = {place: step.x for place, step in zip(places, steps, strict=True)}
    for name in arrays:
        if name.startswith("trajectory"):
            offset = operations - len(arrays[name]) if "last" in name else 0
            kept = [k for k in range(len(arrays[name])) if k + offset in states]
            got = torch.stack([states[k + offset] for k in kept])
            case.npz.compare(name, got, arrays[name][kept], **tolerance)
    if "pred_xstart" in arrays:
        estimates = torch.stack([step.x0 for step in steps])
        gain = run.schedule.sqrt_recipm1_alphas_cumprod[[step.level + 1 for step in steps]]
        atol = tolerance["atol"] + EPS_VARIATION * gain.reshape(-1, *[1] * (estimates.ndim - 1))
        case.npz.compare("pred_xstart", estimates, arrays["pred_xstart"], atol, tolerance["rtol"])
    if "last_pred_xstart" in arrays:
        case.npz.compare("last_pred_xstart", steps[-1].x0, arrays["last_pred_xstart"], **tolerance)
    case.npz.compare("sample", steps[-1].x, arrays["sample"], **tolerance)
    if "t_seen_by_model" in arrays:
        case.npz.compare("t_seen_by_model", run.seen, arrays["t_seen_by_model"], rtol=1e-6)
    if "timestep_map" in arrays:
        case.npz.compare("timestep_map", run.schedule.timestep_map, arrays["timestep_map"])
    case.npz.require("noise left over", sum(1 for _ in run.noise), 0)
    if "noise_draw_order" in case.meta:
        case.json.require("noise_draw_order", len(case.meta["noise_draw_order"]), len(arrays["noise"]))


def _compare_undos(case: Case, schedule: Schedule, walk: list[Move]) -> None:
    """Each jump up by itself, from the recorded state before it and its recorded noise."""
    trajectory: Array | None = case.arrays.get("trajectory")
    if trajectory is None or len(trajectory) != len(walk):
        return
    used, first = 1, True
    for k, (start, end) in enumerate(walk):
        if end > start:
            before, noise = (
                torch.from_numpy(array) for array in (trajectory[k - 1], case.arrays["noise"][used])
            )
            got = schedule.renoise(before, start, end, noise)
            case.npz.compare(f"undo to {end}", got, trajectory[k], **_tolerance(case))
            used += 1
        else:
            used += 1 if first else 2
            first = False


def _tolerance(case: Case) -> dict[str, float]:
    tolerance: dict[str, float] = RUN_TOLERANCE | case.meta.get("recommended_tolerance", {})
    return {name: tolerance[name] for name in ("atol", "rtol")}
