"""Batches killed with SIGKILL, in processes of their own; tests/soak/batch_kills.py does it at length."""

import sys
from pathlib import Path

import pytest

from tests.soak.batch_kills import soak


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="links and SIGKILL")
def test_a_batch_killed_three_times_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    soak(tmp_path, photos=30, kills=3, seed=5)
