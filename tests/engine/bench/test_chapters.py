"""All suites as one job: one progress, one journal, one report."""

import json
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.bench import suites
from engine.bench.chapters import in_turn
from engine.bench.suites import Round, Wanted
from engine.cli import main
from engine.messages import Progress
from engine.run import drive


def steps(count: int, result: str) -> Generator[Progress, None, str]:
    for step in range(1, count + 1):
        yield Progress(f"{result} {step}", step, count)
    return result


def test_the_progress_of_several_jobs_is_one() -> None:
    seen: list[Progress] = []
    assert drive(in_turn([steps(2, "a"), steps(1, "b")], [3.0, 1.0]), seen.append) == ["a", "b"]
    assert [p.fraction for p in seen] == [0.375, 0.75, 1.0]
    assert [p.stage for p in seen] == ["a 1", "a 2", "b 1"]


def test_what_takes_no_time_is_no_division_by_zero() -> None:
    assert drive(in_turn([steps(1, "a")], [0.0])) == ["a"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    ramp = np.repeat(np.linspace(0, 255, 48, dtype=np.uint8)[None], 40, axis=0)
    hole = np.zeros(ramp.shape, np.uint8)
    hole[10:20, 20:23] = 255
    for name in ("photos", "masks"):
        (tmp_path / name).mkdir()
    cv2.imwrite(str(tmp_path / "photos/a.png"), cv2.cvtColor(ramp, cv2.COLOR_GRAY2BGR))
    for kind in ("scratch", "large", "spots"):
        cv2.imwrite(str(tmp_path / f"masks/a_{kind}.png"), hole)
    return tmp_path


@pytest.fixture
def few_entrants(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the first two of each round: all would take a minute."""

    def shortened(name: str) -> None:
        plan = suites.SUITES[name]

        def planned(wanted: Wanted) -> list[Round]:
            rounds = plan(wanted)
            return [replace(r, cases=r.cases[:1], entrants=r.entrants[:2]) for r in rounds]

        monkeypatch.setitem(suites.SUITES, name, planned)

    for name in suites.SUITES:
        shortened(name)


@pytest.mark.usefixtures("few_entrants")
def test_one_run_measures_all_suites_and_goes_on(
    folder: Path, tiny_prior_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, sheets = folder / "report.md", folder / "sheets"
    command = ["bench", "--photos", folder, "--report", report, "--sheets", sheets, "--device", "cpu"]
    arguments = [str(option) for option in (*command, "--model", tiny_prior_file, "--methods", "known,telea")]
    assert main([*arguments, "--json"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    fractions = [event["fraction"] for event in events if event["event"] == "progress"]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1
    titles = ["Repair", "Enlargement, 2x", "Steps", "Inpainting", "Super resolution", "Detection"]
    scores = json.loads(report.with_suffix(".json").read_text())
    assert list(dict.fromkeys(score["chapter"] for score in scores)) == titles
    text = report.read_text()
    assert all(f"## {title}\n" in text for title in (*titles, "Beside the report"))
    assert {file.name for file in sheets.glob("*.png")} >= {"sheet-repair-large.png", "sheet-upscale-2x.png"}

    lines = report.with_suffix(".journal").read_text()
    assert main(arguments) == 0
    again = capsys.readouterr()
    assert f"{len(lines.splitlines())} results of an earlier run are at hand" in again.err
    assert report.with_suffix(".journal").read_text() == lines, "nothing was measured again"
