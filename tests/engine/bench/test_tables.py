"""The benchmark's table, on a small photo with a real tiny prior."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.bench.sheets import SIDE, TITLE, Sheets
from engine.bench.tables import Contest, Score, find_cases, gain, markdown, measure, method_names
from engine.errors import BadInputError, StorageError
from engine.messages import NO_ERASER, Sampling
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
    contest = Contest(["known", "telea"], Sampling(steps=1, seed=1), str(tiny_prior_file), NO_ERASER)
    sheets = Sheets(tmp_path / "sheets")
    run = measure(cases, contest, Session("cpu"), sheets)
    scores = drive(run)
    assert [s.method for s in scores] == ["known", "telea"]
    assert scores[0].psnr > 35  # an untrained prior leaves the biharmonic fill, which is right on a ramp
    assert scores[0].evaluations > 0
    (sheet,) = sheets.write()
    assert sheet.name == "sheet-scratch.png"
    drawn = cv2.imread(str(sheet))
    assert drawn.shape == (SIDE + TITLE, SIDE * 4, 3)  # damaged, known, telea, as it was
    assert (drawn[TITLE : TITLE + 40, 3 * SIDE : 3 * SIDE + 48] == ramp[..., None]).all()
    assert (drawn[TITLE : TITLE + 40, :48][hole > 0] == 255).all()


def test_sheets_need_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="choose another"):
        Sheets(tmp_path / "file" / "sheets")
