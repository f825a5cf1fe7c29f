"""From probabilities to masks and findings, without any network."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy import ndimage

from engine.errors import BadInputError
from engine.findings import (
    BRIGHT,
    CERTAIN,
    KINDS,
    RIM,
    WIDE,
    findings,
    grown,
    mask_from_probability,
    thresholds,
    wear,
)

maps = arrays(np.uint8, array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=24))


def sure_pieces(kind: str, part: np.ndarray, probability: np.ndarray, sure: float) -> np.ndarray:
    labels, count = ndimage.label(part, np.ones((3, 3)))
    kept = np.zeros(part.shape, bool)
    for piece in range(1, count + 1):
        inside = labels == piece
        kept |= inside & bool(int(inside.sum()) in KINDS[kind].pixels and probability[inside].mean() >= sure)
    return kept


@given(maps, st.floats(0, 1))
def test_parts_are_judged_as_morphology_and_labelling_do(probability: np.ndarray, sensitivity: float) -> None:
    core = probability >= KINDS["wide"].core
    square = np.ones((WIDE, WIDE))
    inside = ndimage.binary_erosion(core, square, border_value=1)
    wide = ndimage.binary_dilation(inside, square) & core
    thin = (probability >= KINDS["thin"].core) & ~wide & (probability < CERTAIN)
    dot = (probability >= KINDS["dot"].core) & (probability < CERTAIN)
    worn = wear(sure_pieces("thin", thin, probability, BRIGHT).mean())
    member, sure = thresholds(sensitivity, worn)
    kept = np.zeros(probability.shape, bool)
    for kind, part in (("wide", wide), ("thin", thin), ("dot", dot)):
        kept |= sure_pieces(kind, part, probability, sure[kind])
    near = ndimage.binary_dilation(kept, iterations=RIM) if kept.any() else kept
    wanted = near & (probability >= member) | (probability == CERTAIN)
    assert np.array_equal(mask_from_probability(probability, sensitivity), wanted)


def test_a_dot_with_a_soft_rim_is_found() -> None:
    probability = np.zeros((200, 200), np.uint8)
    probability[10:14, 10:14] = 250
    probability[10:14:3, 10:14:3] = 170  # its corners
    assert mask_from_probability(probability).sum() == 16
    probability[11:13, 11:13] = 205
    assert not mask_from_probability(probability).any()


def test_a_doubtful_mark_is_found_among_many_sure_ones_only() -> None:
    probability = np.zeros((200, 200), np.uint8)
    probability[10:13, 10:40] = 225
    assert not mask_from_probability(probability).any()
    probability[50:190:20, 20:180] = 252
    assert mask_from_probability(probability)[10:13, 10:40].all()
    assert not mask_from_probability(probability, 0.0)[10:13].any()


def test_a_scratch_is_found_across_a_dim_cloud() -> None:
    probability = np.zeros((60, 80), np.uint8)
    probability[20:45, 10:70] = 200
    probability[:, 38:41] = 250
    hole = mask_from_probability(probability)
    assert hole[:, 38:41].mean() > 0.5
    assert hole.sum() < 60 * 9


@given(maps, st.floats(0, 1), st.floats(0, 1))
def test_more_sensitive_only_adds(probability: np.ndarray, one: float, other: float) -> None:
    less, more = (mask_from_probability(probability, s) for s in sorted((one, other)))
    assert not (less & ~more).any()


@given(arrays(bool, array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=24)))
def test_findings_are_the_pieces(hole: np.ndarray) -> None:
    probability = np.where(hole, 200, 0).astype(np.uint8)
    listed = findings(hole, probability)
    labels, count = ndimage.label(hole, np.ones((3, 3)))
    boxes = {(y.start, x.start, y.stop, x.stop) for y, x in ndimage.find_objects(labels)}
    assert len(listed) == count
    assert {finding.box for finding in listed} == boxes
    assert [f.pixels for f in listed] == sorted(np.bincount(labels.ravel())[1:], reverse=True)
    assert all(finding.confidence == pytest.approx(200 / 255) for finding in listed)


def test_a_dim_piece_is_dropped_and_a_bright_one_kept_with_its_rim() -> None:
    probability = np.zeros((200, 200), np.uint8)  # so large that one bright piece is no wear
    probability[3:6, 2:8] = 200
    probability[4, 3] = 254
    probability[2:7, 10:19] = 160
    probability[3:6, 11:18] = 250
    hole = mask_from_probability(probability)
    assert not hole[:, :9].any()
    assert hole[2:7, 10:19].all()


def test_what_is_certain_is_kept_whatever_surrounds_it() -> None:
    probability = np.full((20, 20), 185, np.uint8)
    probability[5, 5:8] = CERTAIN
    assert np.array_equal(mask_from_probability(probability), probability == CERTAIN)


@pytest.mark.parametrize("sensitivity", [-0.1, 1.1, float("nan")])
def test_other_sensitivities_are_refused(sensitivity: float) -> None:
    with pytest.raises(BadInputError, match="between 0 and 1"):
        mask_from_probability(np.zeros((2, 2), np.uint8), sensitivity)


def test_grown_adds_a_rim_within_the_photo() -> None:
    hole = np.zeros((5, 5), bool)
    hole[0, 0] = True
    assert grown(hole).sum() == 3
    assert grown(hole, 0) is hole
