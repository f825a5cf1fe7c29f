from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.mirror import mirrored
from engine.sampling.lowpass import LowPass, down_matrix, up_matrix

FACTORS = st.sampled_from([1, 2, 4, 8, 16, 32, 64])


def noise(height: int, width: int) -> torch.Tensor:
    return torch.randn(1, 3, height, width, generator=torch.Generator().manual_seed(0))


def test_one_is_the_identity() -> None:
    image = noise(17, 9)
    assert torch.equal(LowPass(1)(image), image)


@given(st.integers(1, 70), st.integers(1, 70), FACTORS)
def test_any_size_keeps_its_shape_and_its_flat_areas(height: int, width: int, factor: int) -> None:
    flat = torch.full((1, 3, height, width), 0.7)
    torch.testing.assert_close(LowPass(factor)(flat), flat)
    assert LowPass(factor)(noise(height, width)).shape == (1, 3, height, width)


@pytest.mark.parametrize("factor", [2, 4, 8, 16])
def test_low_frequencies_pass_and_high_ones_do_not(factor: int) -> None:
    position = torch.arange(64.0)
    slow = torch.cos(2 * torch.pi * (position + 0.5) / 64 / 2).expand(1, 1, 64, 64)
    fast = ((-1.0) ** position).expand(1, 1, 64, 64)
    low_pass = LowPass(factor)
    assert (low_pass(slow) - slow).abs().max() < 0.05
    assert low_pass(fast)[..., 16:-16].abs().max() < 0.05


@pytest.mark.parametrize("factor", [2, 4, 8, 16])
def test_a_second_pass_changes_far_less_than_the_first(factor: int) -> None:
    image, low_pass = noise(64, 48), LowPass(factor)
    once = low_pass(image)
    first, second = (once - image).norm(), (low_pass(once) - once).norm()
    assert second < 0.35 * first


@given(st.integers(2, 60), st.sampled_from([2, 4, 8]))
def test_a_side_that_is_no_multiple_is_mirrored_before_and_cropped_after(length: int, factor: int) -> None:
    small = -(-length // factor)
    index = mirrored(np.arange(small * factor), length)
    image = noise(1, length)[..., 0, :]
    padded = image[..., torch.from_numpy(index)]
    long = small * factor
    operator = torch.from_numpy(up_matrix(long, factor) @ down_matrix(long, factor))
    expected = (padded @ operator.T)[..., :length]
    own = torch.from_numpy(up_matrix(length, factor) @ down_matrix(length, factor))
    torch.testing.assert_close(image @ own.T, expected, atol=1e-5, rtol=1e-5)


def test_mirroring_repeats_the_edge() -> None:
    assert mirrored([-3, -2, -1, 0, 1, 2, 3, 4, 5, 6], 3).tolist() == [2, 1, 0, 0, 1, 2, 2, 1, 0, 0]
