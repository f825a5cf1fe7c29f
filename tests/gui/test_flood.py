"""Similar colours and connected pieces, against scipy and the definition."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import ndimage

from gui.flood import connected, flood, piece_near, similar
from gui.region import Region
from tests.gui.support import gradient, rectangle

bitmaps = arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 12)))


def whole(region: Region, shape: tuple[int, int]) -> np.ndarray:
    hole = np.zeros(shape, bool)
    top, left, bottom, right = region.box
    hole[top:bottom, left:right] = region.bits
    return hole


@given(bitmaps, st.booleans(), st.randoms(use_true_random=False))
def test_a_piece_is_what_the_textbook_calls_connected(bits: np.ndarray, corners: bool, random) -> None:
    pixels = np.argwhere(bits)
    if not len(pixels):
        return
    pixel = tuple(random.choice(pixels.tolist()))
    labels, _ = ndimage.label(bits, np.ones((3, 3)) if corners else None)
    piece = connected(bits, pixel, corners)
    assert np.array_equal(whole(piece, bits.shape), labels == labels[pixel])
    assert piece.bits.any(axis=1)[[0, -1]].all()  # the box is no larger than needed
    assert piece.bits.any(axis=0)[[0, -1]].all()


def test_a_spiral_is_one_piece() -> None:
    bits = np.zeros((41, 41), bool)
    for k in range(0, 20, 2):
        bits[k, k : 41 - k] = bits[k : 41 - k, 40 - k] = bits[40 - k, k : 41 - k] = True
        bits[k + 2 : 41 - k, k] = True
        bits[k + 2, k : k + 3] = True
    assert np.array_equal(whole(connected(bits, (0, 0)), bits.shape), bits)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("tolerance", [0, 1, 24, 255])
def test_similar_means_every_channel_within_the_tolerance(dtype: type, tolerance: int) -> None:
    image = gradient(40, 50, dtype)
    scale = np.iinfo(dtype).max // 255
    difference = np.abs(image.astype(int) - image[20, 25].astype(int)).max(axis=2)
    assert np.array_equal(similar(image, (20, 25), tolerance), difference <= tolerance * scale)


def test_a_flood_stays_within_its_shore_unless_told_otherwise() -> None:
    image = np.zeros((30, 40, 3), np.uint8)
    image[5:10, 5:10] = image[20:25, 30:35] = 200
    here = rectangle(30, 40, 5, 5, 10, 10)
    both = here | rectangle(30, 40, 20, 30, 25, 35)
    assert np.array_equal(whole(flood(image, (7, 7), 10), (30, 40)), here)
    assert np.array_equal(whole(flood(image, (7, 7), 10, contiguous=False), (30, 40)), both)


def test_a_click_beside_a_thin_piece_meets_the_nearest() -> None:
    bits = rectangle(30, 40, 5, 5, 6, 35) | rectangle(30, 40, 20, 5, 22, 35)
    near = piece_near(bits, (8, 10), 4)
    assert near is not None
    assert near.box == (5, 5, 6, 35)
    assert piece_near(bits, (13, 10), 4) is None
    assert piece_near(bits, (-2, 10), 4) is None
    far = piece_near(bits, (-2, 10), 7)
    assert far is not None
    assert far.box == (5, 5, 6, 35)
