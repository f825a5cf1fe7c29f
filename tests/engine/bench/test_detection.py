"""The detection benchmark: its counting is right, and it runs from the command line."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.bench.detection import FILLINGS, Tally, cases_of
from engine.cli import main


def test_tallies_allow_outlines_to_be_off() -> None:
    hole = np.zeros((40, 40), bool)
    hole[10:20, 10:20] = True
    moved = np.roll(hole, 2, axis=1)
    tally = Tally()
    tally.add(moved, hole, np.zeros_like(hole), 1.0)
    assert tally.f1 == 1
    assert tally.iou == pytest.approx(80 / 120)
    tally.add(np.zeros_like(hole), hole, np.zeros_like(hole), 1.0)
    assert (tally.precision, tally.recall) == (1, 0.5)
    assert tally.flagged == 100 / 3200
    assert (tally.photos, tally.untouched) == (2, 1)


def test_undecided_pixels_are_not_counted() -> None:
    hole = np.zeros((20, 20), bool)
    found = ~hole
    tally = Tally()
    tally.add(found, hole, found, 1.0)
    assert tally.flagged == 0


@pytest.fixture
def folder(photo: Path) -> Path:
    (photo.parent / "photos").mkdir()
    photo.rename(photo.parent / "photos" / photo.name)
    (photo.parent / "scans").mkdir()
    image = np.full((40, 40, 3), 90, np.uint8)
    image[10:20, 10:20] = 255
    cv2.imwrite(str(photo.parent / "scans" / "film_input.png"), image)
    cv2.imwrite(str(photo.parent / "scans" / "film_mask.png"), np.uint8(255) * (image[..., 0] > 100))
    return photo.parent


def test_cases_are_the_same_on_every_run(folder: Path) -> None:
    file = folder / "photos" / "photo.png"
    once, again = list(cases_of(file, None)), list(cases_of(file, None))
    names = [case[0] for case in once]
    assert set(names) == {"undamaged photos", *FILLINGS, "flat holes, JPEG 90", "scratches of 2 px"}
    for (_, image, hole, _), (_, same_image, same_hole, _) in zip(once, again, strict=True):
        assert np.array_equal(image, same_image)
        assert np.array_equal(hole, same_hole)
    sound = once[0][1]
    for name, image, hole, _ in once[1:]:
        assert "JPEG" in name or np.array_equal(image[~hole], sound[~hole])


def test_the_command_prints_and_writes_the_table(
    folder: Path, bright_detector_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = folder / "report.md"
    command = [
        "bench",
        "--suite",
        "detection",
        "--photos",
        folder,
        "--scans",
        folder / "scans",
        "--report",
        report,
    ]
    assert main([str(o) for o in (*command, "--model", bright_detector_file, "--device", "cpu")]) == 0
    out = capsys.readouterr().out
    assert "| white holes |" in out
    assert "IoU 0.90" in out
    assert report.read_text() in out
    scores = {row["damage"]: row for row in json.loads(report.with_suffix(".json").read_text())}
    assert scores["film"]["iou"] == 1


def test_folders_without_what_is_needed_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["bench", "--suite", "detection", "--device", "cpu", "--photos"]
    assert main([*command, str(folder / "scans")]) == 2
    assert "photos/NAME.png" in capsys.readouterr().err
    assert main([*command, str(folder), "--scans", str(folder)]) == 2
    assert "NAME_input" in capsys.readouterr().err
    assert main([*command, str(folder), "--damage", str(folder)]) == 2
    assert "stencils" in capsys.readouterr().err
