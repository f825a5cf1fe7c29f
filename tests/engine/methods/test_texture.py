"""Borrowed texture: what it adds, where it adds nothing, and that it never copies from a hole."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.errors import BadInputError
from engine.messages import NO_ERASER, Hole, Image, Progress, Repair, Sampling
from engine.methods.texture import DEEP, PATCH, _known_detail, _sources, textured
from engine.run import Job, drive
from engine.session import Session

SIDE = 192


def shaded(side: int = SIDE) -> Image:
    """A grey ramp from left to right."""
    ramp = np.linspace(60, 180, side)
    return np.repeat(np.broadcast_to(ramp, (side, side))[..., None], 3, axis=2).astype(np.uint8)


def woven(side: int = SIDE) -> Image:
    """The ramp with fine grey grain on it."""
    grain = np.random.default_rng(0).normal(0, 14, (side, side, 1))
    return np.clip(shaded(side) + grain, 0, 255).astype(np.uint8)


def square(side: int = SIDE, width: int = 70) -> Hole:
    hole = np.zeros((side, side), bool)
    first = (side - width) // 2
    hole[first : first + width, first : first + width] = True
    return hole


def smoothly_repaired(photo: Image, hole: Hole) -> Image:
    smooth = shaded(len(photo)).astype(photo.dtype) * (257 if photo.dtype == np.uint16 else 1)
    return np.where(hole[..., None], smooth, photo)


def lay(photo: Image, hole: Hole, repaired: Image, texture: float = 1.0) -> Image:
    return drive(textured(Repair(photo, hole, texture=texture), done_already(repaired), 0.1))[0]


def done_already(repaired: Image) -> Job[tuple[Image, int]]:
    yield Progress("repairing", 1, 1)
    return repaired.copy(), 1


def grain_of(picture: Image, where: Hole) -> float:
    values = picture[..., 0].astype(np.float32)
    return float((values - cv2.GaussianBlur(values, (0, 0), 3))[where].std())


def deep(hole: Hole, pixels: float) -> Hole:
    return cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE) > pixels


def test_a_smooth_repair_gets_the_grain_of_the_photo_and_keeps_its_shading() -> None:
    photo, hole = woven(), square()
    repaired = smoothly_repaired(photo, hole)
    laid = lay(photo, hole, repaired)
    middle = deep(hole, 1.5 * DEEP)
    assert grain_of(repaired, middle) < 1
    assert 0.7 < grain_of(laid, middle) / grain_of(photo, ~hole) < 1.2
    before, after = (cv2.GaussianBlur(p.astype(np.float32), (0, 0), 10) for p in (repaired, laid))
    assert np.abs(after - before)[middle].max() < 4


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_known_pixels_and_the_rim_stay_bit_for_bit_and_grey_stays_grey(dtype: type) -> None:
    photo = woven().astype(dtype) * (257 if dtype is np.uint16 else 1)
    hole = square()
    repaired = smoothly_repaired(photo, hole)
    laid = lay(photo, hole, repaired)
    rim = ~deep(hole, DEEP / 2)
    assert laid.dtype == dtype
    assert np.array_equal(laid[rim], repaired[rim])
    assert np.array_equal(laid[..., 0], laid[..., 1])
    assert np.array_equal(laid[..., 0], laid[..., 2])


def test_a_share_of_the_texture_is_a_share_of_its_grain() -> None:
    photo, hole = woven(), square()
    repaired = smoothly_repaired(photo, hole)
    full, half = (grain_of(lay(photo, hole, repaired, share), deep(hole, 20)) for share in (1.0, 0.5))
    assert half == pytest.approx(full / 2, rel=0.1)


def test_a_smooth_sky_gets_none() -> None:
    photo, hole = shaded(), square()
    laid = lay(photo, hole, photo)
    assert np.abs(laid.astype(int) - photo).max() <= 1


@pytest.mark.parametrize(
    ("hole", "texture"),
    [(square(width=16), 1.0), (square(), 0.0), (~square(width=PATCH), 1.0)],
    ids=["thin", "switched off", "nothing to borrow from"],
)
def test_where_there_is_nothing_to_do_nothing_is_done(hole: Hole, texture: float) -> None:
    photo = woven()
    repaired = smoothly_repaired(photo, hole)
    assert np.array_equal(lay(photo, hole, repaired, texture), repaired)


def test_rough_ground_is_not_taken_for_the_smooth_sky_of_the_same_grey() -> None:
    photo = np.full((SIDE, SIDE, 3), 128, np.uint8)
    photo[SIDE // 2 :] += np.random.default_rng(0).integers(-24, 25, (SIDE // 2, SIDE, 1)).astype(np.uint8)
    hole = np.zeros((SIDE, SIDE), bool)
    hole[SIDE // 2 + 2 : -40, 20:-20] = True
    ground = ~hole & (np.arange(SIDE)[:, None] > SIDE // 2)
    repaired = np.where(hole[..., None], np.uint8(128), photo)
    assert grain_of(lay(photo, hole, repaired), deep(hole, 15)) > 0.5 * grain_of(photo, ground)


def test_texture_reaches_the_border_of_the_photo() -> None:
    photo, hole = woven(200), np.zeros((200, 200), bool)
    hole[150:, 140:] = True
    laid = lay(photo, hole, smoothly_repaired(photo, hole))
    corner = np.zeros_like(hole)
    corner[-8:, -40:] = True
    assert grain_of(laid, corner) > 0.6 * grain_of(photo, ~hole)


def any_hole() -> st.SearchStrategy[Hole]:
    """Holes of 150 x 130 pixels: blots, bridges, borders, and now and then next to nothing that is known."""

    def make(seed: int, share: float, cells: int) -> Hole:
        coarse = np.random.default_rng(seed).random((cells, cells)).astype(np.float32)
        return cv2.resize(coarse, (150, 130)) < share

    return st.builds(make, st.integers(0, 1000), st.floats(0.05, 0.95), st.integers(2, 12))


@settings(max_examples=40, deadline=None)
@given(hole=any_hole(), seed=st.integers(0, 9))
def test_any_hole_is_textured_inside_alone(hole: Hole, seed: int) -> None:
    assume(hole.any() and not hole.all())
    photo = np.random.default_rng(seed).integers(0, 256, (*hole.shape, 3), np.uint8)
    repaired = np.where(hole[..., None], np.uint8(100), photo)
    laid = lay(photo, hole, repaired)
    rim = ~deep(hole, DEEP / 2)
    assert np.array_equal(laid[rim], repaired[rim])


def test_a_hole_that_is_deep_nowhere_beside_a_deep_one_stays_as_it_is() -> None:
    photo, hole = woven(600), square(600)
    hole[20:36, :] = True
    repaired = smoothly_repaired(photo, hole)
    laid = lay(photo, hole, repaired)
    assert np.array_equal(laid[:36], repaired[:36])
    assert not np.array_equal(laid, repaired)


@settings(max_examples=25, deadline=None)
@given(hole=any_hole())
def test_no_patch_is_taken_from_a_hole(hole: Hole) -> None:
    shading, flat = np.zeros((*hole.shape, 3), np.float32), np.zeros(hole.shape, np.float32)
    found = _sources(shading, flat, flat, _known_detail(hole))
    for y, x in found.corners if found else ():
        assert 0 <= y <= hole.shape[0] - PATCH
        assert 0 <= x <= hole.shape[1] - PATCH
        assert not hole[y : y + PATCH, x : x + PATCH].any()


@pytest.mark.parametrize("texture", [-0.1, 1.1])
def test_an_impossible_share_is_refused(texture: float) -> None:
    with pytest.raises(BadInputError, match="texture must be between 0"):
        Repair(woven(), square(), texture=texture)


def test_a_repair_by_our_own_networks_ends_with_texture_and_shows_it(tiny_prior_file: Path) -> None:
    photo, hole, seen = woven(), square(), list[Progress]()

    def repair(texture: float) -> Image:
        sampling = Sampling(steps=0, seed=1)
        request = Repair(photo, hole, "known", str(tiny_prior_file), sampling, 1, NO_ERASER, 0, texture)
        return drive(Session("cpu").run(request), seen.append).image

    plain = repair(0)
    assert not [progress for progress in seen if progress.stage == "adding texture"]
    seen.clear()
    laid = repair(1)
    fractions = [progress.fraction for progress in seen[1:]]
    last = seen[-1]
    assert fractions == sorted(fractions)
    assert (last.stage, last.fraction) == ("adding texture", 1)
    assert last.preview is not None
    top, left, bottom, right = last.preview.box
    assert np.array_equal(last.preview.pixels, laid[top:bottom, left:right])
    assert grain_of(laid, deep(hole, 20)) > grain_of(plain, deep(hole, 20))
