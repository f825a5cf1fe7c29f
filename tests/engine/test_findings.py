"""From probabilities to masks and findings, without any network."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy import ndimage

from engine.errors import BadInputError
from engine.findings import SMALLEST, findings, grown, mask_from_probability, thresholds

maps = arrays(np.uint8, array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=24))


@given(maps, st.floats(0, 1))
def test_hysteresis_equals_labelling(probability: np.ndarray, sensitivity: float) -> None:
    member, certain = thresholds(sensitivity)
    labels, count = ndimage.label(probability >= member, np.ones((3, 3)))
    wanted = np.zeros(probability.shape, bool)
    for piece in range(1, count + 1):
        inside = labels == piece
        wanted |= inside & bool(inside.sum() >= SMALLEST and probability[inside].max() >= certain)
    assert np.array_equal(mask_from_probability(probability, sensitivity), wanted)


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


def test_a_doubtful_piece_is_dropped_and_a_sure_one_kept_whole() -> None:
    probability = np.zeros((9, 20), np.uint8)
    probability[3:6, 2:8] = 150
    probability[3:6, 11:18] = 150
    probability[4, 12] = 255
    hole = mask_from_probability(probability)
    assert not hole[:, :10].any()
    assert hole[3:6, 11:18].all()


@pytest.mark.parametrize("sensitivity", [-0.1, 1.1, float("nan")])
def test_other_sensitivities_are_refused(sensitivity: float) -> None:
    with pytest.raises(BadInputError, match="between 0 and 1"):
        mask_from_probability(np.zeros((2, 2), np.uint8), sensitivity)


def test_grown_adds_a_rim_within_the_photo() -> None:
    hole = np.zeros((5, 5), bool)
    hole[0, 0] = True
    assert grown(hole).sum() == 3
    assert grown(hole, 0) is hole
