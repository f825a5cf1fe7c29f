"""The repair pipeline with a real, tiny, seeded network."""

import threading

import numpy as np
import pytest
import torch

from engine.errors import BadInputError, Cancelled
from engine.messages import Progress, Repair, Sampling
from engine.methods.blind import repair_blindly
from engine.methods.erase import Eraser
from engine.methods.known import repair_known
from engine.methods.priors import EpsPrior, HoleAwarePrior, Prior
from engine.methods.regional import preview_of
from engine.networks.lama import LamaConfig, LamaGenerator
from engine.networks.prior_unet import PriorConfig, PriorUNet
from engine.run import drive
from engine.sampling.schedule import Schedule

CPU = torch.device("cpu")
QUICK = Sampling(steps=3, seed=0)


@pytest.fixture(scope="module")
def prior() -> Prior:
    torch.manual_seed(0)
    network = PriorUNet(PriorConfig(channels=(8, 8, 8, 8), blocks=1, embedding=16))
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.05)
    return HoleAwarePrior("tiny", network.eval().requires_grad_(False))


def photo(dtype: type = np.uint8, height: int = 90, width: int = 131) -> np.ndarray:
    rng = np.random.default_rng(4)
    return rng.integers(0, np.iinfo(dtype).max, (height, width, 3), endpoint=True).astype(dtype)


def wide_and_thin(height: int = 90, width: int = 131) -> np.ndarray:
    hole = np.zeros((height, width), bool)
    hole[20:60, 30:75] = True
    hole[:, 110:112] = True
    hole[80:, 100:] = True
    return hole


def repaired(prior: Prior, image: np.ndarray, hole: np.ndarray, sampling: Sampling = QUICK, seed: int = 1):
    job = repair_known(
        Repair(image, hole, sampling=sampling), prior, CPU, torch.Generator().manual_seed(seed)
    )
    return drive(job)[0]


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("merge", ["null-space", "x_t"])
def test_known_pixels_are_bit_identical_and_hole_pixels_are_not(
    prior: Prior, dtype: type, merge: str
) -> None:
    image, hole = photo(dtype), wide_and_thin()
    result = repaired(prior, image, hole, Sampling(steps=3, merge=merge))  # type: ignore[arg-type]
    assert result.dtype == dtype
    assert np.array_equal(result[~hole], image[~hole])
    assert (result[hole] != image[hole]).mean() > 0.9


def test_what_lies_in_the_hole_does_not_matter(prior: Prior) -> None:
    image, hole = photo(), wide_and_thin()
    painted = image.copy()
    painted[hole] = 255
    assert np.array_equal(repaired(prior, image, hole), repaired(prior, painted, hole))


def test_grey_stays_grey(prior: Prior) -> None:
    image = np.repeat(photo()[..., :1], 3, axis=2)
    result = repaired(prior, image, wide_and_thin())
    assert (result[..., 0] == result[..., 1]).all()
    assert (result[..., 1] == result[..., 2]).all()


def test_one_seed_one_picture(prior: Prior) -> None:
    image, hole = photo(), wide_and_thin()
    first = repaired(prior, image, hole, seed=7)
    assert np.array_equal(first, repaired(prior, image, hole, seed=7))
    assert not np.array_equal(first, repaired(prior, image, hole, seed=8))


@pytest.mark.parametrize("sampler", ["ddim", "ddpm", "dpm++"])
@pytest.mark.parametrize("low_pass", [0, 1, 4])
def test_every_sampler_and_low_pass_runs(prior: Prior, sampler: str, low_pass: int) -> None:
    image, hole = photo(), wide_and_thin()
    sampling = Sampling(steps=2, sampler=sampler, low_pass=low_pass)  # type: ignore[arg-type]
    assert np.array_equal(repaired(prior, image, hole, sampling)[~hole], image[~hole])


def test_progress_rises_to_the_end_and_previews_show_the_hole_only(prior: Prior) -> None:
    image, hole = photo(), wide_and_thin()
    seen: list[Progress] = []
    job = repair_known(
        Repair(image, hole, sampling=Sampling(steps=4, jumps=(2, 2)), texture=0),
        prior,
        CPU,
        torch.Generator(),
    )
    _, evaluations = drive(job, seen.append)
    fractions = [progress.fraction for progress in seen]
    assert fractions == sorted(fractions)
    assert fractions[-1] == pytest.approx(1)
    assert [progress.step for progress in seen] == list(range(1, evaluations + 1))
    assert seen[-1].total == evaluations
    for progress in seen:
        assert progress.preview is not None
        top, left, bottom, right = progress.preview.box
        known = ~hole[top:bottom, left:right]
        assert np.array_equal(progress.preview.pixels[known], image[top:bottom, left:right][known])


def test_cancel_within_one_step(prior: Prior) -> None:
    cancel, steps = threading.Event(), []

    def stop_at_two(progress: Progress) -> None:
        steps.append(progress.step)
        if len(steps) == 2:
            cancel.set()

    job = repair_known(Repair(photo(), wide_and_thin()), prior, CPU, torch.Generator())
    with pytest.raises(Cancelled):
        drive(job, stop_at_two, cancel)
    assert len(steps) == 2


def test_the_request_is_not_changed(prior: Prior) -> None:
    image, hole = photo(), wide_and_thin()
    request = Repair(image, hole, sampling=QUICK)
    drive(repair_known(request, prior, CPU, torch.Generator()))
    assert np.array_equal(request.image, image)
    assert np.array_equal(request.hole, hole)


def test_a_plain_noise_predicting_network_works_through_conditions_alone() -> None:
    image, hole = photo(), wide_and_thin()
    network = torch.nn.Conv2d(3, 3, 3, padding=1)
    prior = EpsPrior("eps", _TimeBlind(network), Schedule.linear(), multiple_of=32)
    result = repaired(prior, image, hole)
    assert np.array_equal(result[~hole], image[~hole])


def test_coarser_scales_and_no_steps_take_the_expectation_only(prior: Prior) -> None:
    image, hole = photo(), wide_and_thin()
    seen: list[Progress] = []
    job = repair_known(Repair(image, hole, sampling=QUICK, texture=0), prior, CPU, torch.Generator())
    drive(job, seen.append)
    stages = [p.stage for p in seen]
    each = 1 + QUICK.steps
    assert stages == ["sketching at 1/4 size"] + ["sketching at 1/2 size"] * each + ["repairing"] * each
    quick = repair_known(Repair(image, hole, sampling=Sampling(steps=0)), prior, CPU, torch.Generator())
    assert drive(quick)[1] == 3


def test_it_begins_from_the_fill_of_an_eraser(prior: Prior) -> None:
    image, hole = photo(), wide_and_thin()
    network = LamaGenerator(LamaConfig(base_width=8, downsamplings=1, blocks=1, corrects=True))
    eraser = Eraser("tiny", network.eval().requires_grad_(False))

    def filled_first() -> np.ndarray:
        request = Repair(image, hole, sampling=QUICK)
        return drive(repair_known(request, prior, CPU, torch.Generator().manual_seed(1), eraser=eraser))[0]

    classical = repaired(prior, image, hole)
    # An untrained eraser corrects nothing; its fill differs from the classical one by rounding only.
    untrained = np.abs(filled_first().astype(int) - classical)
    assert np.median(untrained) == 0
    assert untrained.mean() < 1
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    trained = filled_first()
    assert (trained[hole] != classical[hole]).mean() > 0.9
    assert np.array_equal(trained[~hole], image[~hole])


def test_a_prior_without_expectation_needs_a_step() -> None:
    prior = EpsPrior("eps", _TimeBlind(torch.nn.Conv2d(3, 3, 3, padding=1)), Schedule.linear(), 32)
    with pytest.raises(BadInputError, match="eps needs at least 1 step"):
        repaired(prior, photo(), wide_and_thin(), Sampling(steps=0))
    with pytest.raises(BadInputError, match="blind"):
        Repair(photo(), wide_and_thin(), method="blind", sampling=Sampling(steps=0))


def test_inference_mode_does_not_leak(prior: Prior) -> None:
    job = repair_known(Repair(photo(), wide_and_thin(), sampling=QUICK), prior, CPU, torch.Generator())
    next(job)
    assert torch.is_grad_enabled()
    assert not torch.is_inference_mode_enabled()
    job.close()


@pytest.mark.parametrize("size", [(3, 3), (1, 9), (8, 200)])
def test_tiny_photos(prior: Prior, size: tuple[int, int]) -> None:
    image, hole = photo(np.uint8, *size), np.zeros(size, bool)
    hole[0, 1] = True
    assert np.array_equal(repaired(prior, image, hole)[~hole], image[~hole])


def test_almost_everything_is_hole(prior: Prior) -> None:
    image, hole = photo(), np.ones((90, 131), bool)
    hole[0, 0] = False
    assert np.array_equal(repaired(prior, image, hole)[0, 0], image[0, 0])


class _TimeBlind(torch.nn.Module):
    def __init__(self, network: torch.nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, x: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
        return self.network(x)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_preview_shows_the_estimate_in_the_hole_only(dtype: type) -> None:
    image = np.random.default_rng(0).integers(0, np.iinfo(dtype).max, (30, 40, 3)).astype(dtype)
    hole = np.zeros((30, 40), bool)
    hole[10:20, 12:30] = True
    values = np.full((11, 13, 3), 1, np.float32)  # of a region at a third of the size, a little too large
    preview = preview_of(Repair(image, hole), (2, 3, 35, 42), values)
    assert preview.box == (2, 3, 30, 40)
    inside = hole[2:, 3:]
    assert (preview.pixels[inside] == 255).all()
    assert np.array_equal(preview.pixels[~inside], (image[2:, 3:] >> (8 * (image.itemsize - 1)))[~inside])


@pytest.mark.parametrize("method", ["known", "blind"])
def test_respacing_takes_the_place_of_steps(prior: Prior, method: str) -> None:
    image, hole = photo(), np.zeros((90, 131), bool)
    hole[30:34, 20:90] = True
    sampling = Sampling(respacing="10", start=500)  # keeps 0, 111, 222, 333, 444 of those up to 500
    request = Repair(image, hole, method, sampling=sampling)  # type: ignore[arg-type]
    work = {"known": repair_known, "blind": repair_blindly}[method]
    _, evaluations = drive(work(request, prior, CPU, torch.Generator().manual_seed(0), 512))
    assert evaluations == 5 + (method == "known")  # and the expectation it begins with


def test_impossible_spacings_are_refused_before_any_work() -> None:
    with pytest.raises(BadInputError, match="ask for at most 1000"):
        Sampling(respacing="1001")
    with pytest.raises(BadInputError, match='write "250"'):
        Sampling(respacing="often")
    with pytest.raises(BadInputError, match="start higher"):
        Sampling(respacing="0,10", start=300)
    with pytest.raises(BadInputError, match="jump length must be between 1 and 25"):
        Sampling(respacing="25", start=100, jumps=(26, 2))
    Sampling(respacing="25", start=100, jumps=(10, 2))


def test_a_spacing_of_high_timesteps_alone_repairs_wide_holes_too(prior: Prior) -> None:
    sampling = Sampling(respacing="0,10", start=600, seed=0)  # keeps 500 and 555: finer scales begin at 300
    request = Repair(photo(), wide_and_thin(), sampling=sampling, texture=0.0)
    image, _ = drive(repair_known(request, prior, CPU, torch.Generator().manual_seed(0)))
    assert (image[~request.hole] == request.image[~request.hole]).all()
