from __future__ import annotations

import math

import numpy as np
import pytest
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from engine.metrics import detail, luma, psnr, ssim, ssim_map

RNG = np.random.default_rng(0)
TRUTH = RNG.integers(0, 256, (41, 33, 3), dtype=np.uint8)
REPAIRED = np.clip(TRUTH + RNG.normal(0, 20, TRUTH.shape), 0, 255).astype(np.uint8)
HOLE = np.zeros(TRUTH.shape[:2], bool)
HOLE[10:20, 5:12] = True


def test_they_are_scikit_images() -> None:
    assert psnr(TRUTH, REPAIRED) == pytest.approx(peak_signal_noise_ratio(TRUTH, REPAIRED))
    expected = structural_similarity(
        TRUTH,
        REPAIRED,
        channel_axis=-1,
        data_range=255,
        gaussian_weights=True,
        sigma=1.5,
        use_sample_covariance=False,
    )
    assert ssim(TRUTH, REPAIRED) == pytest.approx(expected)


def test_over_a_hole_only_its_pixels_count() -> None:
    elsewhere = REPAIRED.copy()
    elsewhere[30:] = 0
    assert psnr(TRUTH, elsewhere, HOLE) == psnr(TRUTH, REPAIRED, HOLE)
    assert ssim(TRUTH, elsewhere, HOLE) == pytest.approx(ssim(TRUTH, REPAIRED, HOLE))
    assert ssim(TRUTH, REPAIRED, HOLE) == pytest.approx(ssim_map(TRUTH, REPAIRED)[HOLE].mean())


def test_equal_pictures_are_perfect() -> None:
    assert psnr(TRUTH, TRUTH) == math.inf
    assert ssim(TRUTH, TRUTH) == pytest.approx(1)
    assert detail(TRUTH, TRUTH, HOLE) == 1


def test_sixteen_bit_pictures_need_their_own_range() -> None:
    wide_truth, wide_repaired = (p.astype(np.uint16) * 257 for p in (TRUTH, REPAIRED))
    assert psnr(wide_truth, wide_repaired, data_range=65535) == pytest.approx(psnr(TRUTH, REPAIRED))
    assert ssim(wide_truth, wide_repaired, data_range=65535) == pytest.approx(ssim(TRUTH, REPAIRED))


def test_detail_is_the_share_of_gradient_energy() -> None:
    half = (128 + (TRUTH.astype(float) - 128) / 2).astype(np.float64)
    assert detail(half, TRUTH, HOLE) == pytest.approx(0.25)
    flat = np.full_like(TRUTH, 128)
    assert detail(flat, TRUTH, HOLE) == 0
    assert detail(TRUTH, flat, HOLE) == math.inf
    assert detail(flat, flat, HOLE) == 1


@pytest.mark.parametrize("side", [1, 8, 10])
def test_a_picture_that_is_all_border_is_compared_as_a_whole(side: int) -> None:
    a = np.random.default_rng(0).integers(0, 255, (side, 20, 3)).astype(np.uint8)
    assert ssim(a, a) == pytest.approx(1)
    assert ssim(a, 255 - a) < 0.9


def test_luma_of_grey_is_itself() -> None:
    grey = np.full((4, 4, 3), 77, np.uint8)
    np.testing.assert_allclose(luma(grey), 77)
