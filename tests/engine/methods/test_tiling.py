"""Tiles inside a step: estimates agree with the whole, tiles without damage cost nothing, no border shows."""

import threading
from collections.abc import Generator

import numpy as np
import pytest
import torch

from engine.errors import Cancelled
from engine.messages import Progress, Repair, Sampling
from engine.methods.known import repair_known
from engine.methods.priors import Guide, load_prior
from engine.methods.tiling import denoiser_for
from engine.models import DEFAULTS
from engine.run import drive
from engine.sampling.denoiser import Denoiser, Prediction
from engine.sampling.schedule import Schedule
from engine.session import Session


class PointwisePrior:
    """Mixes x and the fill, pixel by pixel: tiles and whole must agree exactly."""

    name, multiple_of, refines = "pointwise", 16, False
    schedule = Schedule.linear()

    def __init__(self) -> None:
        self.evaluated: list[tuple[int, ...]] = []

    def denoiser(self, guide: Guide) -> Denoiser:
        def denoise(x: torch.Tensor, level: int) -> Prediction:
            self.evaluated.append(tuple(x.shape[2:]))
            return Prediction(guide.fill + guide.hole * x, guide.hole * x)

        return denoise


def guide_with_hole(height: int, width: int, box: tuple[int, int, int, int]) -> Guide:
    top, left, bottom, right = box
    spread = torch.zeros(1, 1, height, width)
    spread[..., top:bottom, left:right] = 0.3
    return Guide(torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(0)), spread)


@pytest.mark.parametrize("box", [(10, 20, 480, 600), (0, 0, 512, 640), (200, 250, 300, 260)])
@pytest.mark.parametrize("samples", [1, 2])
def test_tiles_agree_with_the_whole(box: tuple[int, int, int, int], samples: int) -> None:
    guide, prior = guide_with_hole(512, 640, box), PointwisePrior()
    x = torch.randn(samples, 3, 512, 640, generator=torch.Generator().manual_seed(1))
    whole, tiled = prior.denoiser(guide)(x, 5), denoiser_for(prior, guide, 128)(x, 5)
    assert torch.allclose(tiled.x0, whole.x0, atol=1e-6)
    assert tiled.v is not None
    assert torch.allclose(tiled.v, whole.v, atol=1e-6)
    assert max(max(shape) for shape in prior.evaluated[1:]) <= 128 * 1.5 + 2 * 64


def test_tiles_without_damage_are_not_evaluated() -> None:
    guide, prior = guide_with_hole(512, 640, (30, 30, 60, 60)), PointwisePrior()
    denoiser_for(prior, guide, 128)(torch.zeros(1, 3, 512, 640), 5)
    assert len(prior.evaluated) == 1


def test_a_step_of_several_tiles_is_cancelled_between_two() -> None:
    guide, prior = guide_with_hole(512, 640, (0, 0, 512, 640)), PointwisePrior()
    cancel = threading.Event()

    def job() -> Generator[Progress, None, None]:
        denoise = denoiser_for(prior, guide, 128)
        yield Progress("repairing", 0, 1)
        cancel.set()  # as another thread would, while the step goes on
        denoise(torch.zeros(1, 3, 512, 640), 5)

    with pytest.raises(Cancelled):
        drive(job(), cancel=cancel)
    assert prior.evaluated == []
    denoiser_for(prior, guide, 128)(torch.zeros(1, 3, 512, 640), 5)  # later jobs are not cancelled by it
    assert len(prior.evaluated) > 1


def test_a_small_region_is_evaluated_in_one_piece() -> None:
    guide, prior = guide_with_hole(256, 256, (30, 30, 60, 60)), PointwisePrior()
    denoiser_for(prior, guide, 128)(torch.zeros(1, 3, 256, 256), 5)
    assert prior.evaluated == [(256, 256)]


def test_no_border_shows_in_a_smooth_sky() -> None:
    """The shipped prior over a wide hole in a gradient, in nine tiles: no row or column steps visibly."""
    session = Session("cpu")
    prior = load_prior(session.store, DEFAULTS["prior"], session.device)
    rows, columns = np.mgrid[0:352, 0:352] / 352
    sky = np.dstack([100 + 60 * rows, 130 + 50 * columns, 200 - 60 * rows]).round().astype(np.uint8)
    hole = np.zeros(sky.shape[:2], bool)
    hole[32:320, 32:320] = True
    request = Repair(sky, hole, sampling=Sampling(steps=3))
    seed = torch.Generator().manual_seed(1)
    repaired, _ = drive(repair_known(request, prior, session.device, seed, 128))
    inside = repaired[34:318, 34:318].astype(float).mean(axis=2)
    for axis in (0, 1):
        steps = np.abs(np.diff(inside, axis=axis).mean(axis=1 - axis))
        assert steps.max() <= 1
