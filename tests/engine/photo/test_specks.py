"""Dust is found on smooth ground; what is busy, large, rare, or known better already is left alone."""

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from engine.findings import mask_from_probability
from engine.photo.specks import LIKELY, with_specks

Levels = npt.NDArray[np.uint8]
LEAST = 255 * LIKELY[0] - 1


def ground(height: int = 300, width: int = 400, noise: float = 2.0) -> Levels:
    """Return a soft gradient with a little grain."""
    rng = np.random.default_rng(0)
    rows, columns = np.mgrid[:height, :width]
    smooth = 90 + 40 * rows / height + 30 * columns / width + rng.normal(0, noise, (height, width))
    return np.repeat(np.clip(smooth, 0, 255).astype(np.uint8)[..., None], 3, 2)


def dusty(photo: Levels, count: int, size: int = 2, step: int = 60) -> tuple[Levels, npt.NDArray[np.bool_]]:
    """Return ``photo`` with specks on a grid, every second one dark, and where they are."""
    photo, where = photo.copy(), np.zeros(photo.shape[:2], bool)
    across = photo.shape[1] // 30 - 1
    for index in range(count):
        top, left = 20 + 30 * (index // across), 20 + 30 * (index % across)
        box = np.s_[top : top + size, left : left + 2 * size]
        photo[box] = np.clip(photo[box].astype(int) + (step if index % 2 else -step), 0, 255)
        where[box] = True
    return photo, where


def nothing(photo: Levels) -> Levels:
    return np.zeros(photo.shape[:2], np.uint8)


def test_dust_is_found_to_the_pixel_and_its_soft_edge() -> None:
    photo, where = dusty(ground(), 60)
    found = with_specks(nothing(photo), photo)
    assert (found[where] >= LEAST).mean() > 0.97
    near = cv2.dilate(where.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    assert not found[~near].any()
    assert found.max() == round(255 * LIKELY[1])


def test_faint_dust_is_less_likely_than_plain_dust() -> None:
    means = []
    for step in (60, 18):
        photo, where = dusty(ground(), 10, step=step)
        means.append(with_specks(nothing(photo), photo)[where].mean())
    assert means[0] > means[1] > 0


def test_among_many_specks_those_with_company_count_too() -> None:
    cluster = np.ix_((270, 271, 275, 276), (300, 301, 305, 306))
    found = []
    for count in (3, 60):
        photo, where = dusty(ground(), count)
        assert not where[cluster].any()
        photo[cluster] = 250
        found.append(with_specks(nothing(photo), photo)[cluster].all())
    assert found == [False, True]


def test_sixteen_bits_are_as_good_as_eight() -> None:
    photo, _ = dusty(ground(), 60)
    deep = photo.astype(np.uint16) * 257
    assert np.array_equal(with_specks(nothing(photo), photo), with_specks(nothing(photo), deep))


@pytest.mark.parametrize("count", [0, 2])
def test_a_photo_with_hardly_a_speck_has_none(count: int) -> None:
    photo, _ = dusty(ground(), count)
    assert not with_specks(nothing(photo), photo).any()


def test_grain_is_no_dust() -> None:
    photo = ground(noise=14)
    assert not with_specks(nothing(photo), photo).any()


def test_texture_and_outlines_are_no_dust() -> None:
    photo = ground()
    photo[40:200, 60:260:12, :] //= 3  # bars
    photo[220:260:8, 100:300:8] = 255  # a grid of points, close to one another
    cv2.putText(photo, "1912", (280, 120), cv2.FONT_HERSHEY_SIMPLEX, 1, (20, 20, 20), 2)
    assert not with_specks(nothing(photo), photo).any()


def test_spots_that_are_wide_are_left_to_the_detector() -> None:
    photo, _ = dusty(ground(), 30, size=9)
    assert not with_specks(nothing(photo), photo).any()


def test_what_is_thought_likelier_stays_as_it_is() -> None:
    photo, where = dusty(ground(), 60)
    known = np.where(where, np.uint8(250), np.uint8(3))
    assert np.array_equal(with_specks(known, photo), known)


def test_dust_of_a_large_photo_is_larger() -> None:
    photo, where = dusty(cv2.resize(ground(), (4500, 3000)), 900, size=5)
    probability = with_specks(nothing(photo), photo)
    assert mask_from_probability(probability, 0.75)[where].mean() > 0.9
    assert not mask_from_probability(probability, 0.5).any()


def test_dust_is_taken_by_the_right_half_of_the_slider() -> None:
    photo, where = dusty(ground(), 60)
    probability = with_specks(nothing(photo), photo)
    assert mask_from_probability(probability, 0.75)[where].mean() > 0.9
    assert not mask_from_probability(probability, 0.5).any()


@pytest.mark.parametrize("shape", [(1, 1), (3, 700), (12, 12)])
def test_any_size_is_looked_at(shape: tuple[int, int]) -> None:
    photo = np.full((*shape, 3), 200, np.uint8)
    assert with_specks(nothing(photo), photo).shape == shape
