"""``main.py --smoke-test``: is everything installed that a repair needs, and does it work together?"""

from __future__ import annotations

import numpy as np

from engine.errors import ReweaveError
from engine.messages import Repair, Result, Sampling
from engine.run import drive
from engine.session import Session

LARGEST_ERROR = 32
"""Mean error, in levels of 255, that the repair of a smooth picture must stay below."""


def repair_small_picture() -> Result:
    """Repair a smooth picture of 128 x 96 pixels with the shipped model.

    Raises a ReweaveError if that fails, changes a known pixel, or leaves the hole unlike the picture.
    """
    rows, columns = np.mgrid[0:96, 0:128]
    truth = np.dstack([rows * 2, columns, 255 - rows - columns]).astype(np.uint8)
    hole = abs(rows - columns) < 3
    damaged = np.where(hole[..., None], np.uint8(255), truth)
    result = drive(Session().run(Repair(damaged, hole, sampling=Sampling(seed=0))))
    error = np.abs(result.image.astype(int) - truth)
    if error[~hole].any() or error[hole].mean() > LARGEST_ERROR:
        raise ReweaveError("The smoke test failed: a repaired picture is wrong. Install the program anew.")
    return result
