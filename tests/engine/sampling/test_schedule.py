from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import BadInputError
from engine.sampling.schedule import CLEAN, Schedule
from engine.sampling.spacing import space_timesteps

SCHEDULE = Schedule.linear(100)


def images(*shape: int, seed: int = 0) -> torch.Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


@given(st.sampled_from(["linear", "cosine"]), st.integers(20, 300), st.data())
def test_respacing_keeps_the_noise_of_the_kept_steps(kind: str, T: int, data: st.DataObject) -> None:
    schedule = getattr(Schedule, kind)(T)
    # A linear schedule of 20 steps ends in pure noise, after which there is nothing to keep.
    steps = sorted(data.draw(st.sets(st.integers(0, T - 2), min_size=2)))
    kept = schedule.respaced(steps)
    np.testing.assert_allclose(kept.alphas_cumprod, schedule.alphas_cumprod[steps], rtol=1e-10)
    assert kept.timestep_map.tolist() == steps
    assert kept.trained_steps == T
    again = kept.respaced(range(len(steps)))
    assert again.timestep_map.tolist() == steps


@given(st.integers(2, 1000), st.lists(st.integers(0, 60), min_size=1, max_size=4))
def test_spacing_takes_what_it_is_asked_for(T: int, counts: list[int]) -> None:
    spacing = ",".join(map(str, counts))
    if max(counts) > T // len(counts):
        return
    steps = space_timesteps(T, spacing)
    assert steps == sorted(set(steps))
    assert len(steps) == sum(counts)
    assert not steps or (steps[0] >= 0 and steps[-1] < T)
    if len(counts) == 1 and counts[0] > 1:
        assert (steps[0], steps[-1]) == (0, T - 1)


@given(st.integers(2, 500), st.integers(1, 500))
def test_strided_spacing_has_one_stride_or_is_refused(T: int, count: int) -> None:
    try:
        steps = space_timesteps(T, f"ddim{count}")
    except BadInputError:
        return
    assert len(steps) == count
    assert len(set(np.diff(steps))) <= 1


@pytest.mark.parametrize("spacing", ["11", "ddim7", "ten", "5,", "3,x", "-2", "ddim", "ddim0"])
def test_impossible_spacings_are_refused(spacing: str) -> None:
    with pytest.raises(BadInputError):
        space_timesteps(10, spacing)


def test_no_spacing_keeps_all() -> None:
    assert space_timesteps(7, "") == list(range(7))


@pytest.mark.parametrize("make", [lambda: Schedule.linear(19), lambda: SCHEDULE.respaced([5])])
def test_impossible_schedules_are_refused(make: object) -> None:
    with pytest.raises(BadInputError):
        make()  # type: ignore[operator]


def test_steps_outside_the_schedule_are_refused() -> None:
    with pytest.raises(BadInputError, match="between 0 and 99"):
        SCHEDULE.respaced([3, 100])


def test_tables_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="read-only"):
        SCHEDULE.betas[0] = 0.5


@given(st.integers(0, 99))
def test_noise_and_clean_image_are_each_others_inverse(level: int) -> None:
    x0, eps = images(1, 3, 4, 4), images(1, 3, 4, 4, seed=1)
    x = SCHEDULE.q_sample(x0, level, eps)
    torch.testing.assert_close(SCHEDULE.x0_from_eps(x, level, eps), x0, atol=1e-2, rtol=0)
    torch.testing.assert_close(SCHEDULE.eps_from_x0(x, level, x0), eps, atol=1e-4, rtol=0)


def test_every_image_may_have_its_own_level() -> None:
    x, z = images(3, 3, 4, 4), images(3, 3, 4, 4, seed=1)
    levels = torch.tensor([0, 40, 99])
    for name in ("q_sample", "x0_from_eps", "eps_from_x0"):
        together = getattr(SCHEDULE, name)(x, levels, z)
        apart = [getattr(SCHEDULE, name)(x[i : i + 1], int(levels[i]), z[i : i + 1]) for i in range(3)]
        torch.testing.assert_close(together, torch.cat(apart))


def test_posterior_of_one_step_is_the_tables() -> None:
    x0, x = images(1, 3, 4, 4), images(1, 3, 4, 4, seed=1)
    for level in (0, 1, 50, 99):
        table = SCHEDULE.posterior_mean_coef1[level] * x0 + SCHEDULE.posterior_mean_coef2[level] * x
        torch.testing.assert_close(SCHEDULE.posterior_mean(x0, x, level, level - 1), table)
        assert SCHEDULE.variance(level, level - 1) == pytest.approx(SCHEDULE.posterior_variance[level])


@given(st.integers(0, 99), st.integers(1, 100))
def test_posterior_of_any_jump_has_the_marginals_of_the_forward_process(start: int, length: int) -> None:
    end = max(start - length, CLEAN)
    one, zero = torch.ones(1, dtype=torch.float64), torch.zeros(1, dtype=torch.float64)
    of_x0 = float(SCHEDULE.posterior_mean(one, zero, start, end))
    of_x = float(SCHEDULE.posterior_mean(zero, one, start, end))
    before, after = SCHEDULE.alpha_bar(start), SCHEDULE.alpha_bar(end)
    assert of_x0 + of_x * before**0.5 == pytest.approx(after**0.5)
    assert of_x**2 * (1 - before) + SCHEDULE.variance(start, end) == pytest.approx(1 - after, abs=1e-12)


@given(st.integers(-1, 98), st.integers(1, 100))
def test_renoising_has_the_marginals_of_the_forward_process(start: int, length: int) -> None:
    end = min(start + length, 99)
    one, zero = torch.ones(1, dtype=torch.float64), torch.zeros(1, dtype=torch.float64)
    kept = float(SCHEDULE.renoise(one, start, end, zero))
    added = float(SCHEDULE.renoise(zero, start, end, one))
    before, after = SCHEDULE.alpha_bar(start), SCHEDULE.alpha_bar(end)
    assert kept * before**0.5 == pytest.approx(after**0.5)
    assert kept**2 * (1 - before) + added**2 == pytest.approx(1 - after)


def test_the_ends_are_the_clean_image_and_pure_noise() -> None:
    assert SCHEDULE.alpha_bar(CLEAN) == 1
    assert SCHEDULE.alpha_bar(len(SCHEDULE)) == 0
