"""The benchmark on small photos with a real tiny prior: every suite, its journal and its sheets."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.bench.entrants import Entrant, entrants_named, method_names
from engine.bench.journal import Journal
from engine.bench.measure import Extras, measure
from engine.bench.peers import PEERS, Peer
from engine.bench.problems import DOUBLED, Case, Problem, cut_out, find_cases, find_small_cases
from engine.bench.project import looping
from engine.bench.sheets import SIDE, TITLE, Sheets
from engine.bench.suites import SUITES, Wanted
from engine.cli import main
from engine.errors import BadInputError, StorageError
from engine.messages import NO_ERASER, Sampling
from engine.run import drive
from engine.session import Session

RAMP = np.repeat(np.linspace(0, 255, 48, dtype=np.uint8)[None], 40, axis=0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("photos", "masks"):
        (tmp_path / name).mkdir()
    hole = np.zeros(RAMP.shape, np.uint8)
    hole[10:20, 20:23] = 255
    cv2.imwrite(str(tmp_path / "photos/a.png"), cv2.cvtColor(RAMP, cv2.COLOR_GRAY2BGR))
    for kind in ("scratch", "large", "spots"):
        cv2.imwrite(str(tmp_path / f"masks/a_{kind}.png"), hole)
    return tmp_path


def scratches(folder: Path) -> list[Case]:
    return [case for case in find_cases(folder) if case.kind == "scratch"]


def test_methods_are_ours_or_the_peers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert method_names("known, telea") == ["known", "telea"]
    assert {"known", "biharmonic"} <= set(method_names(None))
    with pytest.raises(BadInputError, match=r"'magic'.*erode.*telea"):
        method_names("known,magic")
    monkeypatch.setenv("PATH", "/nowhere")
    assert "gmic" not in method_names(None)
    with pytest.raises(BadInputError, match="install it"):
        method_names("gmic")


@pytest.mark.skipif(not PEERS["gmic"].installed(), reason="gmic is not installed")
def test_gmic_fills_the_hole_and_nothing_else(folder: Path) -> None:
    problem = scratches(folder)[0].load()
    filled = PEERS["gmic"](problem.given, problem.hole)
    assert np.array_equal(filled[~problem.hole], problem.given[~problem.hole])
    assert np.abs(filled.astype(int) - problem.truth)[problem.hole].mean() < 20


def test_a_folder_is_measured(folder: Path, tiny_prior_file: Path) -> None:
    entrants = entrants_named(["known", "telea"], Sampling(steps=1, seed=1), str(tiny_prior_file), NO_ERASER)
    sheets = Sheets(folder / "sheets")
    scores = drive(measure(scratches(folder), entrants, Session("cpu"), Extras(sheets)))
    assert [s.method for s in scores] == ["known", "telea"]
    assert scores[0].psnr > 35  # an untrained prior leaves the biharmonic fill, which is right on a ramp
    assert scores[0].psnr_whole > scores[0].psnr
    assert scores[0].evaluations > 0
    assert scores[0].drift == 0
    assert [s.is_peer for s in scores] == [False, True]
    assert scores[0].megabytes is None or scores[0].megabytes > 50
    (sheet,) = sheets.write()
    assert sheet.name == "sheet-scratch.png"
    drawn = cv2.imread(str(sheet))
    assert drawn.shape == (SIDE + TITLE, SIDE * 4, 3)  # damaged, known, telea, as it was
    assert (drawn[TITLE : TITLE + 40, 3 * SIDE : 3 * SIDE + 48] == RAMP[..., None]).all()
    assert (drawn[TITLE : TITLE + 40, :48][scratches(folder)[0].load().hole] == 255).all()


def test_sheets_need_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="choose another"):
        Sheets(tmp_path / "file" / "sheets")


def test_a_stopped_run_goes_on(folder: Path) -> None:
    """What the journal has is not done again; other settings, other models and cut lines are."""
    solved: list[str] = []

    def entrant(name: str, settings: str = "") -> Entrant:
        def solve(problem: Problem, session: Session) -> tuple[np.ndarray, int]:
            solved.append(name)
            return problem.truth, 3

        return Entrant(name, settings, solve)

    def run(names: list[Entrant], versions: str = "1") -> list[str]:
        solved.clear()
        extras = Extras(journal=Journal(folder / "report.journal", versions))
        scores = drive(measure(scratches(folder), names, Session("cpu"), extras))
        assert [score.psnr for score in scores] == [np.inf] * len(names)
        return list(solved)

    assert run([entrant("a")]) == ["a"]
    assert run([entrant("a"), entrant("b")]) == ["b"]
    assert run([entrant("a", "other")]) == ["a"]
    assert run([entrant("a")], versions="2") == ["a"]
    text = (folder / "report.journal").read_text()
    (folder / "report.journal").write_text(text.splitlines()[0] + '\n{"key": "cut sho')
    assert run([entrant("a"), entrant("b")]) == ["b"]
    assert run([entrant("a"), entrant("b")]) == []


def test_a_journal_that_cannot_be_written_is_told(folder: Path) -> None:
    journal = Journal(folder / "nowhere" / "report.journal", "")
    entrant = entrants_named(["telea"], Sampling())[0]
    with pytest.raises(StorageError, match="choose another place"):
        drive(measure(scratches(folder), [entrant], Session("cpu"), Extras(journal=journal)))


def test_small_photos_are_averages_of_the_truth(folder: Path) -> None:
    (case,) = find_small_cases(folder, 24)
    problem = case.load()
    assert case.kind == DOUBLED
    assert problem.truth.shape == (24, 24, 3)
    assert problem.given.shape == (12, 12, 3)
    assert problem.hole.all()
    assert np.abs(problem.truth.reshape(12, 2, 12, 2, 3).mean((1, 3)) - problem.given).max() <= 1
    with pytest.raises(BadInputError, match=r"NAME\.png"):
        find_small_cases(folder / "masks", 24)


def test_a_piece_is_cut_where_the_damage_is(folder: Path) -> None:
    problem = cut_out(scratches(folder)[0], 16).load()
    assert problem.hole.shape == (16, 16)
    assert problem.hole.sum() == 30


def test_the_projects_loop_lets_known_pixels_drift(folder: Path, tiny_prior_file: Path) -> None:
    model, session = str(tiny_prior_file), Session("cpu")
    entrants = [looping("released", model, released=True), looping("held", model, released=False)]
    released, held = drive(measure(scratches(folder), entrants, session))
    assert released.drift > 1
    assert held.drift == 0


@pytest.mark.parametrize(("suite", "rounds"), [("repair", 1), ("upscale", 1), ("steps", 1), ("report", 2)])
def test_every_suite_can_be_planned(folder: Path, suite: str, rounds: int) -> None:
    planned = SUITES[suite](Wanted(folder))
    assert len(planned) == rounds
    for round_ in planned:
        names = [entrant.name for entrant in round_.entrants]
        assert len(set(names)) == len(names)
        assert len({entrant.settings for entrant in round_.entrants if not entrant.is_peer}) > 1
        assert round_.cases


def test_the_command_enlarges_and_writes_a_report(
    folder: Path, tiny_prior_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = folder / "report.md"
    command = ["bench", "--suite", "upscale", "--photos", folder, "--report", report, "--device", "cpu"]
    assert main([str(o) for o in (*command, "--model", tiny_prior_file)]) == 0
    out = capsys.readouterr().out
    assert "| exact |" in out
    assert "| bicubic |" in out
    assert report.read_text() in out
    assert main([str(o) for o in (*command, "--model", tiny_prior_file)]) == 0
    again = capsys.readouterr()
    assert "6 results of an earlier run are at hand" in again.out + again.err


def test_who_stops_a_run_is_told_that_it_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(image: np.ndarray, hole: np.ndarray) -> np.ndarray:
        raise KeyboardInterrupt

    monkeypatch.setitem(PEERS, "biharmonic", Peer(stopped))
    command = ["bench", "--suite", "repair", "--photos", str(folder), "--device", "cpu"]
    command += ["--methods", "telea,biharmonic"]
    assert main([*command, "--report", str(folder / "report.md")]) == 130
    assert "the same command goes on from there" in capsys.readouterr().err
    assert len((folder / "report.journal").read_text().splitlines()) == 1
    assert main(command) == 130
    assert "goes on" not in capsys.readouterr().err


def test_a_piece_has_scores_of_its_own(folder: Path) -> None:
    """One journal serves all suites, some of which cut the photos."""
    whole = scratches(folder)[0]
    extras = Extras(journal=Journal(folder / "report.journal", "1"))
    telea = entrants_named(["telea"], Sampling())
    drive(measure([whole], telea, Session("cpu"), extras))
    assert extras.unsolved(whole, telea) == []
    assert extras.unsolved(cut_out(whole, 16), telea) == telea


def test_a_stopped_run_goes_on_with_its_sheets(folder: Path) -> None:
    case, telea = scratches(folder)[0], entrants_named(["telea", "navier-stokes"], Sampling())

    def run() -> Extras:
        extras = Extras(Sheets(folder / "sheets"), Journal(folder / "report.journal", "1"))
        drive(measure([case], telea, Session("cpu"), extras))
        return extras

    first, again = run(), run()
    assert again.unsolved(case, telea) == []
    assert [file.read_bytes() for file in first.sheets.write()] == [
        file.read_bytes() for file in again.sheets.write("repair")
    ]
    for row in (folder / "sheets" / "rows").iterdir():
        row.unlink()
    assert again.unsolved(case, telea) == telea, "their pictures are wanted"
