"""Damage that is laid over photos: its label is what a person would see, its kinds keep to their promises."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import BadInputError
from engine.training.damaging import (
    HELD_OUT,
    INVISIBLE,
    KINDS,
    TRAINED,
    VISIBLE,
    Damager,
    Layer,
    aged,
    damaged,
    scanned,
)
from engine.training.data import PhotoRef
from engine.training.stencils import Stencils, find_stencils, is_held_out

SIDE = 64
seeds = st.integers(0, 2**32 - 1)


@pytest.fixture(scope="module")
def stencils(tmp_path_factory: pytest.TempPathFactory) -> Stencils:
    folder = tmp_path_factory.mktemp("stencils") / "damage_overlays"
    folder.mkdir()
    alpha = np.zeros((80, 80), np.uint8)
    cv2.line(alpha, (10, 20), (70, 60), 255, 3)
    cv2.imwrite(str(folder / "scratch-001.png"), np.dstack([alpha] * 4))
    cv2.imwrite(str(folder / "lint-001.png"), alpha)
    return Stencils(find_stencils(folder.parent))


def smooth_photo(rng: np.random.Generator) -> np.ndarray:
    small = rng.random((4, 4, 3), np.float32)
    return np.asarray(cv2.resize(small, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR))


@settings(deadline=None, max_examples=60)
@given(seeds, st.sampled_from(sorted({*KINDS, "stencil"})))
def test_the_label_is_the_visible_change(stencils: Stencils, seed: int, kind: str) -> None:
    rng = np.random.default_rng(seed)
    photo = smooth_photo(rng)
    layers = Damager(stencils, (kind,)).draw(rng, kind, photo)
    example = damaged(photo, layers)
    change = np.abs(example.image - photo).max(axis=2)
    sound = ~example.hole & ~example.undecided
    assert change[sound].max(initial=0) < len(layers) * INVISIBLE + 0.03  # a smoothed photo decides
    assert not (example.hole & example.undecided).any()
    assert 0 <= example.image.min() <= example.image.max() <= 1 + 1e-6


def test_a_hiding_mark_is_painted_over_whole() -> None:
    photo = np.zeros((SIDE, SIDE, 3), np.float32)
    photo[:, :20] = 1
    block = np.zeros((SIDE, SIDE), np.float32)
    block[10:50, 10:50] = 1
    example = damaged(photo, [Layer(block, np.ones(3, np.float32))])
    assert np.array_equal(example.hole, block > 0)


def test_faint_marks_are_left_undecided() -> None:
    photo = np.full((SIDE, SIDE, 3), 0.5, np.float32)
    faint = np.full((SIDE, SIDE), (VISIBLE + INVISIBLE), np.float32)  # half of it is the change
    example = damaged(photo, [Layer(faint, np.ones(3, np.float32))])
    assert not example.hole.any()
    assert example.undecided.all()


@settings(deadline=None, max_examples=30)
@given(seeds)
def test_ageing_and_scanning_keep_shape_and_range(seed: int) -> None:
    rng = np.random.default_rng(seed)
    photo = scanned(rng, aged(rng, smooth_photo(rng)))
    assert photo.shape == (SIDE, SIDE, 3)
    assert photo.dtype == np.float32
    assert 0 <= photo.min() <= photo.max() <= 1


def test_what_is_held_out_is_not_trained_on(stencils: Stencils) -> None:
    assert not set(HELD_OUT) & set(TRAINED)
    assert set(TRAINED) - {"stencil"} == set(KINDS) - set(HELD_OUT)
    assert [is_held_out(ref) for ref in stencils.refs] == [True, False]


def test_bad_stencils_are_named(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="no damage stencils"):
        find_stencils(tmp_path)
    empty = tmp_path / "dirt-001.png"
    empty.touch()
    broken = Stencils([PhotoRef("dirt-001.png", empty, 0, 0)])
    with pytest.raises(BadInputError, match="dirt-001"):
        broken.opacity(np.random.default_rng(0), SIDE)
