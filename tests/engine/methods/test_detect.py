"""Finding damage in photos of any size and depth, with a tiny network and with the shipped one."""

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.checkpoints.manifest import SHIPPED
from engine.errors import BadInputError, BadModelError
from engine.findings import mask_from_probability
from engine.messages import Detect, Found, Image
from engine.methods.detect import DamageFinder, find_damage, plan_tiles
from engine.run import drive
from engine.session import Session
from tests.engine.networks.test_detector import network

CPU = torch.device("cpu")


@pytest.fixture
def finder(monkeypatch: pytest.MonkeyPatch) -> DamageFinder:
    # bf16 rounds by the shape of what it multiplies, and so tells the tiles apart.
    monkeypatch.setattr("engine.methods.detect.inference_dtype", lambda _: torch.float32)
    return DamageFinder("tiny", network())


def noise(height: int, width: int, dtype: type = np.uint8) -> Image:
    top = np.iinfo(dtype).max
    return np.random.default_rng(0).integers(0, top, (height, width, 3), dtype)


@pytest.mark.parametrize("shape", [(150, 200), (33, 170), (1, 1), (7, 300)])
def test_tiles_agree_with_the_whole(finder: DamageFinder, shape: tuple[int, int]) -> None:
    request = Detect(noise(*shape))
    whole = drive(find_damage(request, finder, CPU, 4096))
    tiled = drive(find_damage(request, finder, CPU, 48))
    assert whole.shape == shape
    assert np.abs(whole.astype(int) - tiled).max() <= 1
    assert len(np.unique(whole)) > 1 or shape == (1, 1)


def test_tiles_cover_every_pixel_once() -> None:
    count = np.zeros((100, 333), int)
    for top, left, bottom, right in plan_tiles(count.shape, 64, 16):
        assert top % 16 == left % 16 == 0
        assert bottom - top <= 64
        assert right - left <= 64
        count[top:bottom, left:right] += 1
    assert (count == 1).all()


def test_a_photo_and_its_mirror_image_are_seen_alike(finder: DamageFinder) -> None:
    image = noise(64, 96)
    mirrored = np.ascontiguousarray(image[:, ::-1])
    one, other = (drive(find_damage(Detect(i), finder, CPU, 512)) for i in (image, mirrored))
    assert np.abs(one.astype(int) - other[:, ::-1]).max() <= 1
    assert not np.array_equal(one, one[:, ::-1])


def test_depth_does_not_matter(finder: DamageFinder) -> None:
    image = noise(64, 64)
    deep = image.astype(np.uint16) * 257
    shallow, same = (drive(find_damage(Detect(i), finder, CPU, 512)) for i in (image, deep))
    assert np.array_equal(shallow, same)


def test_spoilt_weights_are_told(finder: DamageFinder) -> None:
    torch.nn.init.constant_(finder.network.leave.weight, torch.nan)
    with pytest.raises(BadModelError, match="spoilt"):
        drive(find_damage(Detect(noise(32, 32)), finder, CPU, 512))


def test_a_session_finds_with_a_file(bright_detector_file: Path) -> None:
    found: Found = drive(Session("cpu").run(Detect(noise(40, 50), str(bright_detector_file), 0.7)))
    assert found.hole.shape == found.probability.shape == (40, 50)
    assert not found.hole.flags.writeable
    assert np.array_equal(found.hole, mask_from_probability(found.probability, 0.7))


def test_requests_are_checked(tiny_prior_file: Path) -> None:
    with pytest.raises(BadInputError, match="sensitivity"):
        Detect(noise(8, 8), sensitivity=2)
    with pytest.raises(BadModelError, match="needed"):
        drive(Session("cpu").run(Detect(noise(8, 8), str(tiny_prior_file))))


@pytest.mark.skipif(not (SHIPPED / "reweave-detector.safetensors").is_file(), reason="not shipped yet")
def test_the_shipped_model_finds_a_black_block_and_nothing_in_a_smooth_picture() -> None:
    rows, columns = np.mgrid[0:160, 0:200]
    smooth = np.dstack([60 + rows * 0.7, 80 + columns * 0.5, 200 - rows * 0.4]).astype(np.uint8)
    session = Session("cpu")
    assert not drive(session.run(Detect(smooth))).hole.any()
    block = np.zeros(smooth.shape[:2], bool)
    block[50:90, 60:130] = True
    damaged = np.where(block[..., None], np.uint8(0), smooth)
    hole = drive(session.run(Detect(damaged))).hole
    assert (hole & block).sum() / (hole | block).sum() > 0.9


def test_nothing_is_found_in_the_margins_of_a_scan(finder: DamageFinder) -> None:
    scan = np.full((96, 128, 3), 255, np.uint8)
    scan[:, 32:] = np.random.default_rng(0).integers(40, 200, (96, 96, 3))
    found = drive(find_damage(Detect(scan), finder, CPU, 1024))
    assert not found[:, :32].any()
    assert found[:, 32:].any()
