"""LaMa in one pass and ring by ring, and the blind experiment, with real tiny networks."""

import numpy as np
import pytest
import torch

from engine.messages import Progress, Repair, Sampling
from engine.methods.blind import repair_blindly
from engine.methods.erase import Eraser, repair_by_erasing, rim
from engine.methods.priors import HoleAwarePrior
from engine.networks.lama import LamaConfig, LamaGenerator
from engine.networks.prior_unet import PriorConfig, PriorUNet
from engine.photo.fill import classical_fill
from engine.photo.pyramid import to_unit
from engine.run import drive

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def eraser() -> Eraser:
    torch.manual_seed(0)
    network = LamaGenerator(LamaConfig(base_width=8, blocks=1))
    return Eraser("tiny", network.eval().requires_grad_(False))


def photo_and_hole(dtype: type = np.uint8) -> tuple[np.ndarray, np.ndarray]:
    image = np.random.default_rng(1).integers(0, np.iinfo(dtype).max, (70, 90, 3)).astype(dtype)
    hole = np.zeros((70, 90), bool)
    hole[20:29, 30:50] = True
    hole[60:, 80:] = True
    return image, hole


@pytest.mark.parametrize("method", ["erase", "erode"])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_only_the_hole_changes(eraser: Eraser, method: str, dtype: type) -> None:
    image, hole = photo_and_hole(dtype)
    request = Repair(image, hole, method=method, ring=2)  # type: ignore[arg-type]
    result, _ = drive(repair_by_erasing(request, eraser, CPU, 512))
    assert result.dtype == dtype
    assert np.array_equal(result[~hole], image[~hole])
    assert (result[hole] != image[hole]).mean() > 0.5


@pytest.mark.parametrize(("ring", "passes"), [(1, 10), (2, 5), (3, 4), (64, 1)])
def test_erosion_takes_a_pass_for_each_ring(eraser: Eraser, ring: int, passes: int) -> None:
    image, hole = photo_and_hole()
    hole[20:29, 30:50] = False  # left: a corner of 10 px, known on two sides only
    seen: list[Progress] = []
    request = Repair(image, hole, method="erode", ring=ring)
    _, evaluations = drive(repair_by_erasing(request, eraser, CPU, 512), seen.append)
    assert evaluations == passes
    assert seen[-1].fraction == pytest.approx(1)


def test_an_untrained_eraser_that_corrects_leaves_the_classical_fill() -> None:
    torch.manual_seed(0)
    network = LamaGenerator(LamaConfig(base_width=8, downsamplings=2, blocks=1, corrects=True))
    eraser = Eraser("tiny", network.eval().requires_grad_(False))
    image, hole = photo_and_hole()
    hole[60:, 80:] = False  # left: a hole that is not wide
    image[hole] = 255  # what was in the hole is not looked at
    result, evaluations = drive(repair_by_erasing(Repair(image, hole, method="erase"), eraser, CPU, 512))
    filled = classical_fill(to_unit(image), hole)
    assert evaluations == 1
    assert np.abs(to_unit(result) - filled)[hole].mean() < 0.01


def test_an_eraser_that_corrects_sketches_wide_holes_first() -> None:
    torch.manual_seed(0)
    network = LamaGenerator(LamaConfig(base_width=8, downsamplings=2, blocks=1, corrects=True))
    eraser = Eraser("tiny", network.eval().requires_grad_(False))
    image, hole = photo_and_hole()
    hole[15:60, 30:80] = True
    seen: list[Progress] = []
    result, _ = drive(repair_by_erasing(Repair(image, hole, method="erase"), eraser, CPU, 512), seen.append)
    assert [p.stage for p in seen] == [
        "sketching at 1/4 size",
        "sketching at 1/2 size",
        "repairing",
        "adding texture",
    ]
    assert seen[-1].fraction == pytest.approx(1)
    assert np.array_equal(result[~hole], image[~hole])


def test_rim_is_what_touches_the_known() -> None:
    hole = np.zeros((9, 9), bool)
    hole[2:7, 2:7] = True
    ring = rim(hole, hole, 1)
    assert ring.sum() == 16
    assert not ring[3:6, 3:6].any()
    corner = np.zeros((9, 9), bool)
    corner[5:, 5:] = True
    assert not rim(corner, corner, 1)[6:, 6:].any()


def test_blind_repair_pastes_the_hole_only() -> None:
    torch.manual_seed(0)
    network = PriorUNet(PriorConfig(channels=(8, 8), blocks=1, embedding=16)).eval().requires_grad_(False)
    image, hole = photo_and_hole()
    request = Repair(image, hole, method="blind", sampling=Sampling(steps=3, start=900, low_pass=2))
    job = repair_blindly(request, HoleAwarePrior("tiny", network), CPU, torch.Generator().manual_seed(0), 512)
    result, evaluations = drive(job)
    assert np.array_equal(result[~hole], image[~hole])
    assert evaluations % 3 == 0


@pytest.mark.parametrize("largest_core", [512, 16])
def test_erosion_leaves_no_damage_where_a_hole_is_cut_into_regions(eraser: Eraser, largest_core: int) -> None:
    image = np.full((90, 120, 3), 255, np.uint8)
    hole = np.zeros((90, 120), bool)
    hole[20:70, 20:100] = True
    image[~hole] = 30  # the network's own colours are far from white
    result, _ = drive(repair_by_erasing(Repair(image, hole, "erode", ring=2), eraser, CPU, largest_core))
    assert (result[hole] < 250).all()
