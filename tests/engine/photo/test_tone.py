"""Toned photos stay toned, colourful ones stay as they are painted."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.photo.tone import LUMA, tone_of

SEPIA = np.array([0.10, 0.0, -0.14], np.float32)
SHAPE = (40, 50)
NOWHERE = np.zeros(SHAPE, bool)


def toned(tint: np.ndarray, seed: int = 0) -> np.ndarray:
    grey = np.random.default_rng(seed).uniform(-0.9, 0.8, SHAPE).astype(np.float32)[..., None]
    return grey + tint * (1 - grey**2)


def test_a_painted_green_becomes_the_sepia_around_it() -> None:
    photo = toned(SEPIA)
    tone = tone_of(photo, NOWHERE)
    assert tone is not None
    green = photo + np.array([-0.1, 0.1, -0.1], np.float32)
    off = np.abs(green - toned(SEPIA)).mean()
    kept = tone.kept(green)
    assert np.allclose(kept @ LUMA, green @ LUMA, atol=0.02)
    chroma = kept - (kept @ LUMA)[..., None]
    expected = photo - (photo @ LUMA)[..., None]
    assert np.abs(chroma - expected).mean() < off / 4


def test_usual_colours_are_left_alone() -> None:
    photo = toned(SEPIA)
    tone = tone_of(photo, NOWHERE)
    assert tone is not None
    moved = np.abs(tone.kept(photo) - photo)
    assert np.quantile(moved, 0.9) < 0.01


def test_a_colourful_photo_sets_no_narrow_bounds() -> None:
    photo = np.random.default_rng(1).uniform(-0.9, 0.9, (*SHAPE, 3)).astype(np.float32)
    tone = tone_of(photo, NOWHERE)
    assert tone is not None
    other = np.random.default_rng(2).uniform(-0.9, 0.9, (*SHAPE, 3)).astype(np.float32)
    assert np.abs(tone.kept(other) - other).mean() < 0.02


def test_what_lies_in_the_hole_says_nothing() -> None:
    photo, hole = toned(SEPIA), NOWHERE.copy()
    hole[10:30, 10:30] = True
    daubed = photo.copy()
    daubed[hole] = (1, -1, 1)
    for field in ("luma", "lowest", "highest"):
        assert np.array_equal(getattr(tone_of(photo, hole), field), getattr(tone_of(daubed, hole), field))


def test_too_few_known_pixels_say_nothing() -> None:
    assert tone_of(toned(SEPIA), np.ones(SHAPE, bool)) is None


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**31))
def test_brightness_is_kept_and_the_range_not_left(seed: int) -> None:
    tone = tone_of(toned(SEPIA, seed), NOWHERE)
    assert tone is not None
    painted = np.random.default_rng(seed).uniform(-0.6, 0.6, (9, 7, 3)).astype(np.float32)
    kept = tone.kept(painted)
    assert np.abs(kept).max() <= 1
    assert kept @ LUMA == pytest.approx(painted @ LUMA, abs=1e-5)
