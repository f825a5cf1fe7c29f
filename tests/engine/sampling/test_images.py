from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.sampling.images import center_crop, to_tensor, to_uint8


def test_every_level_survives_the_way_there_and_back() -> None:
    pixels = np.arange(256, dtype=np.uint8).repeat(3).reshape(16, 16, 3)
    tensor = to_tensor(pixels)
    assert tensor.shape == (1, 3, 16, 16)
    assert (float(tensor.min()), float(tensor.max())) == (-1, 1)
    assert np.array_equal(to_uint8(tensor)[0].permute(1, 2, 0).numpy(), pixels)


def test_values_out_of_range_are_clamped() -> None:
    assert to_uint8(torch.tensor([-3.0, 3.0])).tolist() == [0, 255]
    assert to_uint8(torch.tensor([-3.0, 3.0]), truncate=True).tolist() == [0, 255]


@pytest.mark.parametrize("shape", [(100, 75), (32, 32), (20, 31), (257, 140)])
def test_center_crop_is_square_and_centred(shape: tuple[int, int]) -> None:
    pixels = np.zeros((*shape, 3), np.uint8)
    pixels[shape[0] // 2, :] = 255
    cropped = center_crop(pixels, 32)
    assert cropped.shape == (32, 32, 3)
    assert abs(int(cropped[:, 16, 0].argmax()) - 16) <= 1
