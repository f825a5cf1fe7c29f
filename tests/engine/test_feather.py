"""The soft rim of a repair: what it leaves alone, bit for bit, how it blends, and how it is asked for."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.batch.events import Batch, Recipe
from engine.batch.run import run_batch
from engine.cli import main
from engine.errors import BadInputError
from engine.messages import NO_ERASER, Hole, Image, Method, Repair, Sampling
from engine.photo.feather import feathered, rim_weights
from engine.run import drive
from engine.session import Session

SIZE = (72, 96)


def noise(dtype: type, seed: int = 0) -> Image:
    rng = np.random.default_rng(seed)
    return rng.integers(0, np.iinfo(dtype).max, (*SIZE, 3), endpoint=True).astype(dtype)


def disc(radius: int = 20, centre: tuple[int, int] = (48, 36)) -> Hole:
    return cv2.circle(np.zeros(SIZE, np.uint8), centre, radius, 1, -1).astype(bool)


def repair(model: Path, image: Image, method: Method = "known", feather: int = 0) -> Image:
    """Repair a disc with a real, tiny network."""
    sampling = Sampling(steps=1, seed=3)
    request = Repair(image, disc(), method, str(model), sampling, 1, NO_ERASER, feather)
    return drive(Session("cpu").run(request)).image


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("method", ["known", "blind"])
def test_only_the_rim_is_blended(tiny_prior_file: Path, dtype: type, method: Method) -> None:
    image, hole, width = noise(dtype), disc(), 5
    hard, soft = (repair(tiny_prior_file, image, method, feather) for feather in (0, width))
    depth = cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    rim, deep = hole & (depth < width + 1), depth >= width + 1
    assert soft.dtype == dtype
    assert np.array_equal(soft[~hole], image[~hole])
    assert np.array_equal(soft[deep], hard[deep])
    share = (depth[rim] / (width + 1))[:, None]
    expected = image[rim] + share * (hard[rim].astype(float) - image[rim])
    assert np.abs(soft[rim] - expected).max() <= 0.51
    assert (soft[rim] != hard[rim]).any()


@pytest.mark.parametrize("method", ["known", "blind"])
def test_what_is_shown_last_is_what_comes_out(tiny_prior_file: Path, method: Method) -> None:
    """A step that is taken as the result has the rim that the result would have had."""
    image, seen = noise(np.uint8), []
    request = Repair(image, disc(), method, str(tiny_prior_file), Sampling(steps=3, seed=3), 1, NO_ERASER, 9)
    result = drive(Session("cpu").run(request), seen.append).image
    previews = [progress.preview for progress in seen if progress.preview is not None]
    assert len(previews) > 1
    top, left, bottom, right = previews[-1].box
    assert np.array_equal(previews[-1].pixels, result[top:bottom, left:right])


def test_all_16_bits_take_part() -> None:
    dark, bright = np.zeros((*SIZE, 3), np.uint16), np.full((*SIZE, 3), 65535, np.uint16)
    for photo, repaired in ((dark, bright), (bright, dark)):
        blended = feathered(photo, repaired, disc(), 3)
        assert {16384, 49151} & set(np.unique(blended).tolist())
        assert np.array_equal(repaired, np.full_like(repaired, repaired[0, 0, 0]))


def test_without_a_feather_nothing_is_touched() -> None:
    repaired = noise(np.uint8, seed=1)
    assert feathered(noise(np.uint8), repaired, disc(), 0) is repaired


@given(st.integers(1, 30), st.integers(1, 40), st.integers(-10, 100))
def test_weights_grow_inwards_and_never_reach_out(width: int, radius: int, column: int) -> None:
    hole = disc(radius, (column, 36))
    weights = rim_weights(hole, width)
    assert not weights[~hole].any()
    assert ((weights[hole] > 0) & (weights[hole] <= 1)).all()
    depth = cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    along = weights[hole][np.argsort(depth[hole], kind="stable")]
    assert (np.diff(along) >= 0).all()
    assert (weights[depth >= width + 1] == 1).all()


def test_the_border_of_the_photo_is_no_rim() -> None:
    hole = np.zeros(SIZE, bool)
    hole[:, :40] = True
    weights = rim_weights(hole, 4)
    assert (weights[:, :35] == 1).all()
    repaired = noise(np.uint8, seed=1)
    blended = feathered(noise(np.uint8), repaired, hole, 4)
    assert np.array_equal(blended[:, :35], repaired[:, :35])


@pytest.mark.parametrize("width", [-1, 101])
def test_an_impossible_width_is_refused(width: int) -> None:
    with pytest.raises(BadInputError, match="feather must be between 0 and 100"):
        Repair(noise(np.uint8), disc(), feather=width)


def test_command_line_and_batch_feather_alike(tiny_prior_file: Path, tmp_path: Path) -> None:
    image, source, masks = noise(np.uint8), tmp_path / "photos", tmp_path / "masks"
    source.mkdir()
    masks.mkdir()
    cv2.imwrite(str(source / "photo.png"), image)
    cv2.imwrite(str(masks / "photo.png"), disc().astype(np.uint8) * 255)
    one, model = tmp_path / "one.png", str(tiny_prior_file)
    arguments = f"repair {source}/photo.png --mask {masks}/photo.png -o {one} --model {model} --eraser none "
    assert main(f"{arguments} --device cpu --steps 1 --seed 3 --feather 6".split()) == 0
    soft = cv2.imread(str(one))
    assert main(f"{arguments} --device cpu --steps 1 --seed 3 --overwrite".split()) == 0
    hard = cv2.imread(str(one))
    assert np.array_equal(soft[~disc()], image[~disc()])
    blended = feathered(image, hard, disc(), 6)
    assert np.array_equal(soft, blended)
    assert not np.array_equal(soft, hard)

    recipe = Recipe(model=model, eraser=NO_ERASER, feather=6, sampling=Sampling(steps=1, seed=3))
    drive(run_batch(Batch(source, tmp_path / "out", masks, recipe, device="cpu")))
    made = cv2.imread(str(next((tmp_path / "out").glob("*.png"))))
    deep = rim_weights(disc(), 6) == 1
    assert np.array_equal(made[~disc()], image[~disc()])
    assert (
        np.abs(made[disc() & ~deep].astype(int) - image[disc() & ~deep]).mean()
        < np.abs(made[deep].astype(int) - image[deep]).mean()
    )
