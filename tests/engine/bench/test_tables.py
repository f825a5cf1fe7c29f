"""The tables: means, gains over peers, what is missing."""

import json
import math
from pathlib import Path

import pytest

from engine.bench.scores import Score, plain, score_of
from engine.bench.tables import check_report, gain, markdown, rows, write_report
from engine.errors import BadInputError


def score(method: str, psnr: float, kind: str = "scratch", *, peer: bool = False) -> Score:
    return Score(method, kind, "photo", psnr, 0.9, 0.8, 35.0, 0.95, 0.0, None, 1.0, 1, 512.0, peer)


def test_gain_is_over_the_best_peer_of_the_run() -> None:
    scores = [
        score("known", 29.0),
        score("telea", 25.0, peer=True),
        score("biharmonic", 27.5, peer=True),
        score("biharmonic", 20.0, "text", peer=True),
    ]
    assert gain(scores, "known", "scratch") == pytest.approx(1.5)
    assert gain(scores[:1], "known", "scratch") is None
    assert gain(scores, "known", "large") is None
    text = markdown(scores)
    assert "| known | +1.50 | – |" in text
    assert "| known | 29.00 / 0.900 / 0.80 | – | 1.00 | 1 | 512 |" in text
    assert "best peer" not in markdown(scores[:1])


def test_missing_weights_are_told() -> None:
    text = markdown([score("known", 29.0)])
    assert "LPIPS is left out: its weights are not installed" in text
    assert "35.00 / 0.9500 / –" in text


def test_enlargements_have_no_hole() -> None:
    text = markdown([score("exact", 32.0, "2x"), score("bicubic", 31.0, "2x", peer=True)])
    assert "whole photo" not in text
    assert "| exact | +1.00 |" in text


def test_scores_survive_json(tmp_path: Path) -> None:
    perfect = score("known", math.inf)
    assert score_of(json.loads(json.dumps(plain(perfect)))) == perfect
    write_report("text", rows([perfect]), tmp_path / "report.md")
    assert json.loads((tmp_path / "report.json").read_text())[0]["psnr"] == "inf"


def test_a_report_is_markdown(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"end with \.md"):
        check_report(tmp_path / "report.txt")
