from __future__ import annotations

import pytest
import torch
from torch import Tensor

from engine.sampling.ddim import Ddim
from engine.sampling.ddpm import Ddpm
from engine.sampling.denoiser import Prediction
from engine.sampling.dpm import DpmSolver
from engine.sampling.jumps import even_levels, log_snr_levels, moves
from engine.sampling.loop import StepRule, sample
from engine.sampling.schedule import CLEAN, Schedule
from engine.sampling.transition import Transition, seeded_noise
from tests.engine.sampling.gaussian import DEVIATION, MEAN, flow_end, gaussian_denoiser

SCHEDULE = Schedule.linear()
RULES = [Ddpm(), Ddpm("small"), Ddim(), Ddim(1.0), DpmSolver()]


def images(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def no_noise(like: Tensor) -> Tensor:
    raise AssertionError("a deterministic rule drew noise")


def walked(x: Tensor, rule: StepRule, levels: list[int], seed: int = 0) -> Tensor:
    noise = seeded_noise(torch.Generator().manual_seed(seed)) if rule.stochastic else no_noise
    steps = list(sample(x, moves(levels), gaussian_denoiser(SCHEDULE), rule, SCHEDULE, noise))
    return steps[-1].x


def transition(start: int, end: int, z: Tensor | None) -> Transition:
    return Transition(SCHEDULE, 0, start, end, no_noise, z)


@pytest.mark.parametrize("rule", [Ddim(), DpmSolver()])
def test_deterministic_rules_draw_nothing_and_repeat(rule: StepRule) -> None:
    x = images(1, 3, 8, 8)
    levels = even_levels(999, 8)
    assert torch.equal(walked(x, rule, levels), walked(x, rule, levels))


@pytest.mark.parametrize(
    ("start", "end"), [(999, 998), (500, 120), (40, 39), (1, 0), (0, CLEAN), (30, CLEAN)]
)
def test_ancestral_sampling_with_the_small_variance_is_ddim_with_all_its_noise(start: int, end: int) -> None:
    x, x0, z = (images(1, 3, 8, 8, seed=seed) for seed in range(3))
    step = transition(start, end, z)
    prediction = Prediction(x0)
    torch.testing.assert_close(
        Ddim(1.0)(x, prediction, step), Ddpm("small")(x, prediction, step), atol=2e-5, rtol=1e-4
    )


@pytest.mark.parametrize("rule", RULES)
def test_the_last_step_returns_the_estimate_itself(rule: StepRule) -> None:
    x, x0, z = (images(1, 3, 8, 8, seed=seed) for seed in range(3))
    for start in (0, 57, 999):
        step = transition(start, CLEAN, z if rule.stochastic else None)
        assert torch.equal(rule(x, Prediction(x0), step), x0)


def test_learned_variance_lies_between_its_bounds() -> None:
    v = torch.tensor([-1.0, 0.0, 1.0])
    low, middle, high = Ddpm().log_variance(v, SCHEDULE, 500, 400)
    assert low == pytest.approx(float(Ddpm("small").log_variance(None, SCHEDULE, 500, 400)))
    assert high == pytest.approx(float(Ddpm("large").log_variance(None, SCHEDULE, 500, 400)))
    assert middle == pytest.approx(float(low + high) / 2)


def test_the_second_order_solver_needs_fewer_steps() -> None:
    """On the exact denoiser the only error left is the solver's."""
    x = images(1, 3, 16, 16)
    exact = flow_end(SCHEDULE, x, 999)

    def error(rule: StepRule, steps: int) -> float:
        levels = log_snr_levels(SCHEDULE, 999, steps)
        return float((walked(x, rule, levels) - exact).abs().mean())

    assert error(DpmSolver(), 10) < error(Ddim(), 10) / 5
    assert error(DpmSolver(), 10) < error(Ddim(), 40)
    assert error(DpmSolver(), 80) < error(DpmSolver(), 20) / 4
    assert error(Ddim(), 80) == pytest.approx(error(Ddim(), 20) / 4, rel=0.2)


@pytest.mark.parametrize(
    ("rule", "steps"),
    [(Ddpm(), 200), (Ddpm("small"), 200), (Ddim(), 200), (Ddim(0.5), 200), (DpmSolver(), 40)],
)
def test_every_rule_draws_from_the_distribution_it_was_told(rule: StepRule, steps: int) -> None:
    samples = walked(images(8, 3, 32, 32), rule, log_snr_levels(SCHEDULE, 999, steps), seed=1)
    assert float(samples.mean()) == pytest.approx(MEAN, abs=0.01)
    assert float(samples.std()) == pytest.approx(DEVIATION, rel=0.05)


def test_a_jump_up_forgets_the_estimate_before_it() -> None:
    """A multistep rule must not extrapolate across added noise."""
    seen: list[object] = []

    class Watching(DpmSolver):
        def __call__(self, x: Tensor, prediction: Prediction, step: Transition) -> Tensor:
            seen.append(step.previous and step.previous.level)
            return super().__call__(x, prediction, step)

    walk = moves([300, 200, 100, 200, 100, CLEAN])
    noise = seeded_noise(torch.Generator())
    list(sample(images(1, 3, 4, 4), walk, gaussian_denoiser(SCHEDULE), Watching(), SCHEDULE, noise))
    assert seen == [None, 300, None, 200]
