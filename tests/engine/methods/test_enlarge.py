"""Super resolution with a real, tiny, seeded network."""

import threading
from dataclasses import replace

import cv2
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.checkpoints.store import Store
from engine.errors import BadInputError, Cancelled
from engine.messages import ROUTE_SAMPLING, ROUTES, Enlarge, Progress, Route, Sampling
from engine.methods.enlarge import enlarge
from engine.methods.priors import EpsPrior, HoleAwarePrior, Prior, load_prior
from engine.models import DEFAULTS
from engine.networks.prior_unet import PriorConfig, PriorUNet
from engine.photo.doubling import doubled
from engine.run import drive
from engine.sampling.placed_noise import placed_noise
from engine.sampling.schedule import Schedule

CPU = torch.device("cpu")


def tiny(std: float) -> Prior:
    torch.manual_seed(0)
    network = PriorUNet(PriorConfig(channels=(8, 8, 8, 8), blocks=1, embedding=16))
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=std)
    return HoleAwarePrior("tiny", network.eval().requires_grad_(False))


@pytest.fixture(scope="module")
def prior() -> Prior:
    return tiny(0.05)


def photo(dtype: type = np.uint8, height: int = 30, width: int = 43) -> np.ndarray:
    rng = np.random.default_rng(4)
    return rng.integers(0, np.iinfo(dtype).max, (height, width, 3), endpoint=True).astype(dtype)


def enlarged(
    prior: Prior, image: np.ndarray, route: Route = "exact", seed: int = 1, side: int = 512, **knobs
):
    sampling = replace(ROUTE_SAMPLING[route], **knobs)
    return drive(enlarge(Enlarge(image, route, sampling=sampling), prior, CPU, seed, side))[0]


def averaged(image: np.ndarray) -> np.ndarray:
    height, width = image.shape[0] // 2, image.shape[1] // 2
    return image.reshape(height, 2, width, 2, 3).astype(np.float64).mean(axis=(1, 3))


@pytest.mark.parametrize("knobs", [{}, {"steps": 2}, {"steps": 2, "low_pass": 2, "sampler": "ddpm"}], ids=str)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_the_exact_route_averages_back_to_the_photo(prior: Prior, dtype: type, knobs: dict) -> None:
    image = photo(dtype)
    result = enlarged(prior, image, **knobs)
    assert result.dtype == dtype
    assert np.array_equal(averaged(result), image)
    assert (result != doubled(image)).mean() > 0.1, "the network had no say"


@settings(max_examples=12, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from(ROUTES))
def test_photos_of_any_size_are_enlarged(height: int, width: int, route: Route) -> None:
    image = photo(height=height, width=width)
    result = enlarged(tiny(0.05), image, route, steps=1)
    assert result.shape == (2 * height, 2 * width, 3)
    if route == "exact":
        assert np.array_equal(averaged(result), image)


@pytest.mark.parametrize("route", ROUTES)
def test_grey_stays_grey(prior: Prior, route: Route) -> None:
    result = enlarged(prior, np.repeat(photo()[..., :1], 3, axis=2), route, steps=2)
    assert (result == result[..., :1]).all()


def smooth(height: int, width: int) -> np.ndarray:
    y, x = np.mgrid[:height, :width]
    ramp = 40 + 120 * (x / width) + 60 * (y / height)
    return np.repeat(np.round(ramp)[..., None], 3, axis=2).astype(np.uint8)


@pytest.mark.parametrize(("route", "knobs"), [("exact", {}), ("exact", {"steps": 3}), ("ilvr", {"steps": 3})])
def test_no_border_of_a_tile_or_a_piece_shows(prior: Prior, route: Route, knobs: dict) -> None:
    image = smooth(200, 230)  # 2 x 2 pieces of 2 x 2 tiles
    whole = enlarged(prior, image, route, **knobs).astype(int)
    tiled = enlarged(prior, image, route, side=128, **knobs).astype(int)
    assert np.abs(whole - tiled).max() <= 1


@pytest.mark.parametrize("steps", [0, 2])
def test_a_gradient_has_no_step_above_one_grey_level(steps: int) -> None:
    prior = load_prior(Store(), DEFAULTS["prior"], CPU)
    ramp = np.round(np.linspace(40, 120, 230)).astype(np.uint8)  # 2 pieces, each of 2 tiles
    tiled = enlarged(prior, np.repeat(np.tile(ramp, (24, 1))[..., None], 3, axis=2), side=128, steps=steps)
    columns = np.diff(tiled.mean(axis=(0, 2)))  # a border shows as a step of a whole column
    assert np.abs(columns).max() <= 1


def test_the_sample_is_whole_and_only_the_network_sees_tiles() -> None:
    seen: list[tuple[int, ...]] = []

    def network(x: torch.Tensor, steps: torch.Tensor) -> torch.Tensor:
        seen.append(tuple(x.shape[2:]))
        return 0.1 * x

    request = Enlarge(smooth(150, 170), sampling=Sampling(steps=2, start=150, low_pass=2))
    prior = EpsPrior("public", network, Schedule.linear(), multiple_of=32)
    shown: list[Progress] = []
    _, evaluations = drive(enlarge(request, prior, CPU, 1, 128), shown.append)
    assert [p.preview.box for p in shown if p.preview] == [(0, 0, 300, 340)] * 2, "one piece"
    assert evaluations == 2
    assert len(seen) > 2 * evaluations
    assert max(max(shape) for shape in seen) <= 128 * 1.5 + 2 * 64


def test_masked_and_interleaved_keep_what_they_know(prior: Prior) -> None:
    image = photo()
    assert np.array_equal(enlarged(prior, image, "interleaved", steps=2)[::2, ::2], image)
    size = (2 * image.shape[1], 2 * image.shape[0])
    bicubic = cv2.resize(image.astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
    known = np.clip(np.round(bicubic), 0, 255)[::2, ::2]
    assert np.abs(enlarged(prior, image, "masked", steps=2)[::2, ::2] - known).max() <= 1


def test_ilvr_holds_the_low_frequencies(prior: Prior) -> None:
    image = smooth(30, 40)
    result = enlarged(prior, image, "ilvr", steps=3, start=999)
    inner = averaged(averaged(result.astype(np.float64))[1:-1, 1:-1])
    assert np.abs(inner - averaged(image[1:-1, 1:-1])).max() < 12


def test_one_seed_one_picture(prior: Prior) -> None:
    image = photo()
    first = enlarged(prior, image, "masked", seed=7)
    assert np.array_equal(first, enlarged(prior, image, "masked", seed=7))
    assert (first != enlarged(prior, image, "masked", seed=8)).any()


def test_overlapping_parts_draw_the_same_noise() -> None:
    whole = placed_noise(5, 0, 0)
    part = placed_noise(5, 64, 128)
    for _ in range(2):
        a, b = whole(torch.empty(1, 3, 200, 264)), part(torch.empty(1, 3, 136, 130))
        assert torch.equal(a[..., 64:, 128:258], b[..., :130])
    assert not torch.equal(whole(torch.empty(1, 3, 64, 64)), placed_noise(5, 0, 0)(torch.empty(1, 3, 64, 64)))


def test_progress_previews_and_cancelling(prior: Prior) -> None:
    request = Enlarge(photo(), sampling=Sampling(steps=3, low_pass=0))
    seen: list[Progress] = []
    _, evaluations = drive(enlarge(request, prior, CPU, 0), seen.append)
    assert evaluations == len(seen) == seen[-1].total == 5
    assert seen[-1].fraction == 1
    assert all(p.preview is not None and p.preview.pixels.shape == (60, 86, 3) for p in seen)
    cancel = threading.Event()

    def stop(progress: Progress) -> None:
        seen.append(progress)
        cancel.set()

    seen.clear()
    with pytest.raises(Cancelled):
        drive(enlarge(request, prior, CPU, 0), stop, cancel)
    assert len(seen) == 1


def test_public_networks_work_by_conditions_alone() -> None:
    prior = EpsPrior("public", lambda x, t: 0.1 * x, Schedule.linear(), multiple_of=32)
    image = photo()
    assert np.array_equal(averaged(enlarged(prior, image, steps=3)), image)
    with pytest.raises(BadInputError, match="at least 1 step"):
        enlarged(prior, image)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"route": "magic"}, "route must be one of exact"),
        ({"route": "ilvr", "sampling": Sampling(steps=0)}, "steps of the route ilvr"),
        ({"route": "ilvr", "sampling": Sampling(low_pass=0)}, "low-pass factor of the route ilvr"),
    ],
    ids=str,
)
def test_impossible_requests_are_refused(change: dict, sentence: str) -> None:
    with pytest.raises(BadInputError, match=sentence):
        Enlarge(photo(), **change)


def test_a_photo_too_large_to_double_is_told_what_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.messages.LARGEST_ENLARGED", 4000)
    with pytest.raises(BadInputError, match=r"Twice 43 x 30 .* at most 37 x 26 fit"):
        Enlarge(photo())
    assert Enlarge(photo(height=26, width=37)).walk == ROUTE_SAMPLING["exact"]
