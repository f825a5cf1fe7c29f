"""The benchmark's table, on a small photo with a real tiny prior."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.bench.tables import Score, find_cases, gain, markdown, measure, method_names
from engine.errors import BadInputError
from engine.messages import Sampling
from engine.run import drive
from engine.session import Session


def score(method: str, psnr: float, kind: str = "scratch") -> Score:
    return Score(method, kind, "photo", psnr, 0.9, 0.8, 1.0, 1)


def test_gain_is_over_the_best_peer_of_the_run() -> None:
    scores = [score("known", 29.0), score("telea", 25.0), score("biharmonic", 27.5)]
    assert gain(scores, "known", "scratch") == pytest.approx(1.5)
    assert gain(scores[:1], "known", "scratch") is None
    assert gain(scores, "known", "large") is None
    assert "| known | +1.50 |" in markdown(scores)
    assert "best peer" not in markdown(scores[:1])


def test_methods_are_ours_or_the_peers() -> None:
    assert method_names("known, telea") == ["known", "telea"]
    assert {"known", "biharmonic"} <= set(method_names(None))
    with pytest.raises(BadInputError, match=r"'magic'.*erode.*telea"):
        method_names("known,magic")


def test_a_folder_is_measured(tmp_path: Path, tiny_prior_file: Path) -> None:
    for folder in ("photos", "masks"):
        (tmp_path / folder).mkdir()
    ramp = np.repeat(np.linspace(0, 255, 48, dtype=np.uint8)[None], 40, axis=0)
    hole = np.zeros((40, 48), np.uint8)
    hole[10:20, 20:23] = 255
    cv2.imwrite(str(tmp_path / "photos/a.png"), cv2.cvtColor(ramp, cv2.COLOR_GRAY2BGR))
    cv2.imwrite(str(tmp_path / "masks/a_scratch.png"), hole)
    cases = find_cases(tmp_path)
    run = measure(cases, ["known", "telea"], Session("cpu"), Sampling(steps=1, seed=1), str(tiny_prior_file))
    scores = drive(run)
    assert [s.method for s in scores] == ["known", "telea"]
    assert scores[0].psnr > 35  # an untrained prior leaves the biharmonic fill, which is right on a ramp
    assert scores[0].evaluations > 0
