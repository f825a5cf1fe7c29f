"""Tiles cover a length, overlap only their neighbours, and their weights add up to one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.photo.tiles import plan_spans


@given(st.integers(1, 3000), st.sampled_from([(128, 64), (256, 64), (512, 64)]))
def test_weights_add_up_to_one_everywhere(length: int, sizes: tuple[int, int]) -> None:
    core, margin = sizes
    spans = plan_spans(length, core, margin)
    total = np.zeros(length)
    for span in spans:
        assert 0 <= span.start < span.stop <= length
        assert span.start % margin == 0
        assert span.stop - span.start <= 1.5 * core + 2 * margin
        total[span.start : span.stop] += span.weights()
    assert np.allclose(total, 1)
    for before, after in zip(spans, spans[2:], strict=False):
        assert before.stop <= after.start


def test_the_outermost_pixels_of_a_tile_do_not_count() -> None:
    middle = plan_spans(1536, 512, 64)[1]
    weights = middle.weights()
    assert not weights[:32].any()
    assert not weights[-32:].any()
    assert (weights[96:-96] == 1).all()
    assert (np.diff(weights[:96]) >= 0).all()
