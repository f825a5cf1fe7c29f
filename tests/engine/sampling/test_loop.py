from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from engine.sampling.conditions import Condition
from engine.sampling.ddim import Ddim
from engine.sampling.ddpm import Ddpm
from engine.sampling.denoiser import Prediction, eps_denoiser, x0_denoiser
from engine.sampling.jumps import moves
from engine.sampling.loop import Step, sample
from engine.sampling.schedule import CLEAN, Schedule
from engine.sampling.spacing import space_timesteps
from engine.sampling.transition import Transition, seeded_noise
from tests.engine.sampling.gaussian import gaussian_denoiser

SCHEDULE = Schedule.linear(50)
LEVELS = [49, 30, 10, 25, 10, CLEAN]


def start(batch: int = 1) -> Tensor:
    return torch.randn(batch, 3, 8, 8, generator=torch.Generator().manual_seed(0))


def steps(seed: int = 1, calls: list[int] | None = None) -> Iterator[Step]:
    denoise = gaussian_denoiser(SCHEDULE)

    def counted(x: Tensor, level: int) -> Prediction:
        if calls is not None:
            calls.append(level)
        return denoise(x, level)

    noise = seeded_noise(torch.Generator().manual_seed(seed))
    return sample(start(), moves(LEVELS), counted, Ddpm(), SCHEDULE, noise)


def test_one_step_for_each_evaluation() -> None:
    calls: list[int] = []
    taken = list(steps(calls=calls))
    assert calls == [49, 30, 25, 10]
    assert [step.index for step in taken] == [0, 1, 2, 3]
    assert [step.level for step in taken] == [30, 10, 10, CLEAN]


def test_closing_ends_the_work_at_once() -> None:
    calls: list[int] = []
    walk = steps(calls=calls)
    next(walk)
    next(walk)
    walk.close()  # type: ignore[attr-defined]
    assert calls == [49, 30]
    assert next(walk, None) is None


def test_inference_mode_stays_inside() -> None:
    for step in steps():
        assert not torch.is_inference_mode_enabled()
        assert torch.is_grad_enabled()
        assert step.x.is_inference()


def test_a_seed_fixes_the_picture() -> None:
    first, again, other = ([step.x for step in steps(seed)][-1] for seed in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_noise_is_drawn_for_the_rule_first_then_by_conditions_in_their_order() -> None:
    order: list[str] = []

    def noise(like: Tensor) -> Tensor:
        order.append("rule or jump")
        return torch.zeros_like(like)

    def hook(name: str) -> Condition:
        def note(x: Tensor, step: Transition) -> Tensor:
            order.append(name)
            return x

        return Condition(note, note, note)

    walk = moves([3, 2, 3])
    conditions = [hook("a"), hook("b")]
    list(sample(start(), walk, gaussian_denoiser(SCHEDULE), Ddpm(), SCHEDULE, noise, conditions))
    assert order == ["rule or jump", *["a", "b"] * 3, "rule or jump"]


def test_a_batch_is_its_images_one_by_one() -> None:
    x = start(batch=3)
    denoise = gaussian_denoiser(SCHEDULE)
    together = list(sample(x, moves([40, 20, CLEAN]), denoise, Ddim(), SCHEDULE, torch.zeros_like))[-1].x
    for i in range(3):
        alone = list(
            sample(x[i : i + 1], moves([40, 20, CLEAN]), denoise, Ddim(), SCHEDULE, torch.zeros_like)
        )
        torch.testing.assert_close(together[i : i + 1], alone[-1].x)


def test_denoisers_of_both_kinds_agree_and_split_off_the_variance() -> None:
    schedule = SCHEDULE.respaced(space_timesteps(50, "10"))
    x, x0, v = start(2), torch.rand(2, 3, 8, 8) * 3 - 1.5, torch.rand(2, 3, 8, 8)
    eps = schedule.eps_from_x0(x, 4, x0)
    seen: list[Tensor] = []

    def network(answer: Tensor):  # type: ignore[no-untyped-def]
        def ask(x: Tensor, t: Tensor) -> Tensor:
            seen.append(t)
            return torch.cat([answer, v], dim=1)

        return ask

    by_eps = eps_denoiser(network(eps), schedule)(x, 4)
    by_x0 = x0_denoiser(network(x0), schedule, rescale_timesteps=True)(x, 4)
    torch.testing.assert_close(by_eps.x0, x0.clamp(-1, 1), atol=1e-4, rtol=0)
    torch.testing.assert_close(by_x0.x0, x0.clamp(-1, 1))
    assert by_eps.v is not None
    assert torch.equal(by_eps.v, v)
    step = int(schedule.timestep_map[4])
    assert seen[0].tolist() == [step, step]
    assert seen[1].tolist() == [step * 20.0, step * 20.0]
    unclipped = eps_denoiser(lambda x, t: eps, schedule, clip=False)(x, 4)
    torch.testing.assert_close(unclipped.x0, x0, atol=1e-4, rtol=0)
    assert unclipped.v is None


def test_labels_reach_a_class_conditional_network() -> None:
    labels = torch.tensor([3])
    got: list[Tensor] = []

    def network(x: Tensor, t: Tensor, y: Tensor) -> Tensor:
        got.append(y)
        return x

    eps_denoiser(network, SCHEDULE, labels=labels)(start(), 5)
    assert got == [labels]
