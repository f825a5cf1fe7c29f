"""Requests are complete, frozen, and refused with a sentence when they cannot be carried out."""

import numpy as np
import pytest

from engine.errors import BadInputError
from engine.messages import Progress, Repair, Sampling, frozen_image

IMAGE = np.zeros((20, 30, 3), np.uint8)
HOLE = np.zeros((20, 30), bool)
HOLE[5:9, 5:9] = True


def test_a_request_keeps_its_own_copy() -> None:
    image, hole = IMAGE.copy(), HOLE.copy()
    request = Repair(image, hole)
    image[:] = 9
    hole[:] = False
    assert not request.image.any()
    assert request.hole.sum() == 16
    with pytest.raises(ValueError, match="read-only"):
        request.image[0, 0, 0] = 1


def test_frozen_arrays_are_not_copied_again() -> None:
    frozen = frozen_image(IMAGE.copy())
    assert frozen_image(frozen) is frozen
    view = np.zeros((20, 60, 3), np.uint8)[:, ::2]
    assert frozen_image(view).flags.c_contiguous


def test_a_read_only_view_of_writable_pixels_is_copied() -> None:
    owner = np.zeros((20, 30, 3), np.uint8)
    view = owner[:]
    view.flags.writeable = False
    frozen = frozen_image(view)
    owner[:] = 7
    assert not frozen.any()


@pytest.mark.parametrize(
    ("image", "hole", "sentence"),
    [
        (IMAGE, np.zeros((20, 30), bool), "empty"),
        (IMAGE, np.ones((20, 30), bool), "whole photo"),
        (IMAGE, np.zeros((30, 20), bool), "20 x 30 pixels but the photo is 30 x 20"),
        (IMAGE.astype(np.float32), HOLE, "8 or 16 bit RGB"),
        (IMAGE[..., 0], HOLE, "8 or 16 bit RGB"),
    ],
)
def test_impossible_repairs(image: np.ndarray, hole: np.ndarray, sentence: str) -> None:
    with pytest.raises(BadInputError, match=sentence):
        Repair(image, hole)


@pytest.mark.parametrize(
    "settings",
    [
        {"steps": -1},
        {"steps": 1001},
        {"sampler": "euler"},
        {"start": 1000},
        {"low_pass": 3},
        {"range_t": -1},
        {"jumps": (20, 2)},
        {"jumps": (1, 0)},
        {"eta": 1.5},
        {"seed": -1},
    ],
    ids=str,
)
def test_impossible_sampling_names_what_is_allowed(settings: dict[str, object]) -> None:
    with pytest.raises(BadInputError, match=r"between|one of"):
        Sampling(**settings)  # type: ignore[arg-type]


def test_fraction_prefers_the_share_of_work() -> None:
    assert Progress("x", 1, 4).fraction == 0.25
    assert Progress("x", 1, 4, share=0.9).fraction == 0.9
    assert Progress("x", 0, 0).fraction == 0
