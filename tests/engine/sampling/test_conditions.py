from __future__ import annotations

import pytest
import torch
from torch import Tensor

from engine.sampling.conditions import (
    Condition,
    course_project,
    ilvr,
    known_region,
    known_region_of_input,
    null_space,
    weighted_null_space,
)
from engine.sampling.ddim import Ddim
from engine.sampling.ddpm import Ddpm
from engine.sampling.dpm import DpmSolver
from engine.sampling.jumps import Jumps, even_levels, jumping_levels, moves
from engine.sampling.loop import Step, StepRule, sample
from engine.sampling.lowpass import LowPass
from engine.sampling.schedule import Schedule
from engine.sampling.transition import Transition, seeded_noise
from tests.engine.sampling.gaussian import gaussian_denoiser

SCHEDULE = Schedule.linear()
RULES = [Ddpm(), Ddim(), Ddim(0.7), DpmSolver()]


def images(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


PHOTO = images(1, 3, 16, 24, seed=9).clamp(-1, 1)
HOLE = torch.zeros(1, 1, 16, 24)
HOLE[..., 4:10, 6:15] = 1
KNOWN = (HOLE == 0).expand_as(PHOTO)


def run(
    *conditions: Condition, rule: StepRule | None = None, levels: list[int] | None = None, batch: int = 1
) -> list[Step]:
    noise = seeded_noise(torch.Generator().manual_seed(3))
    walk = moves(levels or even_levels(999, 12))
    x = images(batch, 3, 16, 24)
    rule = rule or Ddim()
    return list(sample(x, walk, gaussian_denoiser(SCHEDULE), rule, SCHEDULE, noise, conditions))


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("condition", [null_space, known_region])
def test_known_pixels_end_as_the_photo_itself(rule: StepRule, condition: object) -> None:
    steps = run(condition(PHOTO, HOLE), rule=rule)  # type: ignore[operator]
    assert torch.equal(steps[-1].x[KNOWN], PHOTO[KNOWN])
    assert not torch.equal(steps[-1].x[~KNOWN], PHOTO[~KNOWN])


def test_known_pixels_hold_through_jumps_and_for_a_batch() -> None:
    levels = jumping_levels(even_levels(600, 9), Jumps(3, 2))
    steps = run(null_space(PHOTO, HOLE), rule=Ddpm(), levels=levels, batch=2)
    assert all(torch.equal(image[KNOWN[0]], PHOTO[0][KNOWN[0]]) for image in steps[-1].x)


def test_the_public_repaint_merge_does_not_paste_back() -> None:
    steps = run(known_region_of_input(PHOTO, HOLE), rule=Ddpm())
    assert not torch.equal(steps[-1].x[KNOWN], PHOTO[KNOWN])


def test_known_pixels_carry_the_noise_of_their_level_on_the_way() -> None:
    steps = run(known_region(PHOTO, HOLE), rule=Ddpm(), batch=64)
    for step in steps[:-1]:
        alpha_bar = SCHEDULE.alpha_bar(step.level)
        noise = (step.x - alpha_bar**0.5 * PHOTO)[:, KNOWN[0]]
        assert float(noise.std()) == pytest.approx((1 - alpha_bar) ** 0.5, rel=0.03)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("factor", [1, 2, 4, 8])
def test_ilvr_to_the_end_gives_the_references_low_frequencies(rule: StepRule, factor: int) -> None:
    steps = run(ilvr(PHOTO, factor, range_t=-1), rule=rule)
    low_pass = LowPass(factor)
    # phi is not quite a projection, so the sample's own low frequencies return by its small defect.
    difference = low_pass(steps[-1].x - PHOTO)
    without = low_pass(run(rule=rule)[-1].x - PHOTO)
    assert difference.abs().mean() < 0.25 * without.abs().mean()
    if factor == 1:
        torch.testing.assert_close(steps[-1].x, PHOTO, atol=1e-6, rtol=0)


def test_ilvr_is_the_papers_update() -> None:
    x = images(1, 3, 16, 24)
    drawn: list[Tensor] = []

    def noise(like: Tensor) -> Tensor:
        drawn.append(images(*like.shape, seed=20))
        return drawn[-1]

    low_pass = LowPass(4)
    for level, option in ((299, "t-1"), (300, "t")):
        step = Transition(SCHEDULE, 0, 300, 299, noise)
        refined = ilvr(PHOTO, 4, reference_level=option).on_output(x, step)  # type: ignore[arg-type]
        y = SCHEDULE.q_sample(PHOTO, level, drawn[-1])
        torch.testing.assert_close(refined, x - low_pass(x) + low_pass(y), atol=1e-5, rtol=1e-5)


def test_ilvr_lets_go_below_range_t() -> None:
    x = images(1, 3, 16, 24)
    condition = ilvr(PHOTO, 4, range_t=300)
    noise = seeded_noise(torch.Generator())
    assert torch.equal(condition.on_output(x, Transition(SCHEDULE, 0, 300, 200, noise)), x)
    assert not torch.equal(condition.on_output(x, Transition(SCHEDULE, 0, 301, 200, noise)), x)


def test_a_trusted_photo_weighs_as_the_plain_merge_does() -> None:
    x0 = images(1, 3, 16, 24)
    step = Transition(SCHEDULE, 0, 500, 400, torch.randn_like)
    plain = null_space(PHOTO, HOLE).on_x0(x0, step)
    trusted = weighted_null_space(PHOTO, HOLE, sigma=1e-4).on_x0(x0, step)
    doubted = weighted_null_space(PHOTO, HOLE, sigma=1e3).on_x0(x0, step)
    torch.testing.assert_close(trusted, plain, atol=1e-5, rtol=0)
    torch.testing.assert_close(doubted, x0, atol=1e-2, rtol=0)


def test_the_course_projects_walk_starts_low_and_repeats_its_last_step() -> None:
    walk, _ = course_project(PHOTO, HOLE, 12, shift=5, range_t=4)
    assert [start for start, _ in walk] == [6, 5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0]
    assert walk[-1] == walk[-2] == (0, -1)


def test_conditions_combine() -> None:
    steps = run(ilvr(PHOTO, 4), null_space(PHOTO, HOLE), rule=Ddim(), levels=even_levels(400, 10))
    assert len(steps) == 10
    assert torch.isfinite(steps[-1].x).all()
    assert torch.equal(steps[-1].x0[KNOWN], PHOTO[KNOWN])
