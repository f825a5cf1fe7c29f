"""Batches with a real, tiny model: what comes out, what is told, and what a second run does."""

import json
import os
import signal
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.batch.command import Teller
from engine.batch.events import Batch, Event, Outcome, Planned, Recipe
from engine.batch.run import run_batch, seed_of
from engine.cli import main
from engine.errors import BadInputError, StorageError
from engine.lock import locked
from engine.messages import Sampling
from tests.engine.batch.folders import folders, outputs, picture, read, run, scratch, write


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def photos(lines: list[dict[str, object]]) -> dict[object, dict[str, object]]:
    return {line["photo"]: line for line in lines if line["event"] == "photo"}


def test_structure_formats_and_known_pixels_are_kept(tmp_path: Path, tiny_prior_file: Path) -> None:
    names = ["a.png", "b.tif", "deep/er/c.png", "deep/d.bmp"]
    source, masks, out = folders(tmp_path, names)
    (source / "notes.txt").write_text("no photo")
    before = outputs(source)
    assert run(source, out, "--masks", masks, "--recursive", "--model", tiny_prior_file) == 0
    assert sorted(outputs(out)) == ["a.png", "b.tif", "deep/d.png", "deep/er/c.png"]
    for name, output in zip(names, ("a.png", "b.tif", "deep/er/c.png", "deep/d.png"), strict=True):
        old, new = read(source / name), read(out / output)
        assert np.array_equal(old[scratch() == 0], new[scratch() == 0])
        assert (old[scratch() > 0] != new[scratch() > 0]).any()
    assert outputs(source) == before
    assert not os.listdir(out / ".reweave-batch" / "staging")


def test_metadata_go_along(tmp_path: Path, tiny_prior_file: Path) -> None:
    source, masks, out = folders(tmp_path, ["a.png"])
    exif = Image.Exif()
    exif[0x010E] = "Aunt Ada, 1931"
    Image.fromarray(picture(1)[..., ::-1]).save(source / "a.jpg", exif=exif, quality=90)
    (source / "a.png").unlink()
    assert run(source, out, "--masks", masks, "--model", tiny_prior_file) == 0
    with Image.open(out / "a.jpg") as saved:
        assert saved.getexif()[0x010E] == "Aunt Ada, 1931"


def test_a_photo_repaired_alone_with_its_seed_is_the_same(
    tmp_path: Path, tiny_prior_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, masks, out = folders(tmp_path, ["a.png", "b.png"])
    model = ["--model", str(tiny_prior_file)]
    assert run(source, out, "--masks", masks, *model, "--seed", 7, "--json") == 0
    lines = photos(told(capsys))
    assert {line["seed"] for line in lines.values()} == {seed_of(7, "a.png"), seed_of(7, "b.png")}
    alone = ["repair", source / "b.png", "--mask", masks / "b.png", "-o", tmp_path / "b.png", *model]
    seed = ["--seed", lines["b.png"]["seed"], "--device", "cpu", "--steps", 1, "--eraser", "none"]
    assert main([str(part) for part in (*alone, *seed)]) == 0
    assert (tmp_path / "b.png").read_bytes() == (out / "b.png").read_bytes()


def test_processes_give_what_one_process_gives(tmp_path: Path, tiny_prior_file: Path) -> None:
    source, masks, out = folders(tmp_path, [f"{number}.png" for number in range(5)])
    options = ["--masks", masks, "--model", tiny_prior_file, "--seed", 1]
    assert run(source, out, *options) == 0
    assert run(source, tmp_path / "many", *options, "--workers", 2) == 0
    assert outputs(tmp_path / "many") == outputs(out)


def test_a_second_run_does_only_what_is_new_changed_or_missing(
    tmp_path: Path, tiny_prior_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, masks, out = folders(tmp_path, ["kept.png", "changed.png", "missing.png"])
    options = [source, out, "--masks", masks, "--model", tiny_prior_file, "--json"]
    assert run(*options) == 0
    before = outputs(out)
    assert run(*options) == 0
    wider = scratch()
    wider[5:10, 5:10] = 255
    write(masks / "changed.png", wider)
    (out / "missing.png").unlink()
    write(source / "new.png", picture(9))
    write(masks / "new.png", scratch())
    capsys.readouterr()
    assert run(*options) == 0
    lines = told(capsys)
    assert set(photos(lines)) == {"changed.png", "missing.png", "new.png"}
    assert lines[-1]["finished_before"] == 1
    after = outputs(out)
    assert after["kept.png"] == before["kept.png"]
    assert after["missing.png"] == before["missing.png"]  # the run's seed was kept
    assert after["changed.png"] != before["changed.png"]
    assert run(*options) == 0
    assert not photos(told(capsys))


def test_an_output_that_somebody_has_changed_is_not_replaced(
    tmp_path: Path, tiny_prior_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, masks, out = folders(tmp_path, ["a.png"])
    options = [source, out, "--masks", masks, "--model", tiny_prior_file]
    assert run(*options) == 0
    (out / "a.png").write_bytes(b"retouched")
    wider = scratch()
    wider[5:10, 5:10] = 255
    write(masks / "a.png", wider)
    assert run(*options) == 1
    assert "exists already" in capsys.readouterr().err
    assert (out / "a.png").read_bytes() == b"retouched"
    assert run(*options, "--overwrite") == 0
    assert (out / "a.png").read_bytes() != b"retouched"


@pytest.mark.parametrize("clean", ["copy", "skip"])
def test_photos_without_damage_are_copied_or_skipped(
    clean: str,
    tmp_path: Path,
    tiny_prior_file: Path,
    bright_detector_file: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    source, _, out = folders(tmp_path, [])
    damaged = picture(1) // 2
    damaged[10:14, 10:30] = 255
    write(source / "damaged.png", damaged)
    for name in ("sound.jpg", "sound.bmp"):
        write(source / "more" / name if name == "sound.bmp" else source / name, picture(2) // 2)
    options = ["--detect", "--detector", bright_detector_file, "--model", tiny_prior_file, "--recursive"]
    assert run(source, out, *options, "--clean", clean, "--json") == 0
    lines = told(capsys)
    expected = {"damaged.png"} | ({"sound.jpg", "more/sound.png"} if clean == "copy" else set())
    assert set(outputs(out)) == expected
    if clean == "copy":
        assert (out / "sound.jpg").read_bytes() == (source / "sound.jpg").read_bytes()
        assert np.array_equal(read(out / "more" / "sound.png"), read(source / "more" / "sound.bmp"))
    assert lines[-1]["repaired"] == 1
    assert run(source, out, *options, "--clean", clean, "--json") == 0
    assert not photos(told(capsys))


def test_problems_are_told_before_work_and_failures_do_not_stop_it(
    tmp_path: Path, tiny_prior_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["cut.png", "good.png", "nomask.png", "size.png", "twin.png", "taken.png", "z-last.png"]
    source, masks, out = folders(tmp_path, names)
    (masks / "nomask.png").unlink()
    write(masks / "size.png", scratch((20, 20)))
    write(source / "twin.bmp", picture(1))
    write(out / "taken.png", picture(2))
    (source / "text.jpg").write_text("no photo")
    (source / "phone.heic").write_bytes(b"\0\0\0\x18ftypheic")
    (source / "nothing.png").touch()
    whole = (source / "cut.png").read_bytes()
    (source / "cut.png").write_bytes(whole[: len(whole) // 2])
    assert run(source, out, "--masks", masks, "--model", tiny_prior_file, "--json") == 1
    lines = told(capsys)
    problems = {line["photo"]: line["trouble"] for line in lines if line["event"] == "problem"}
    assert problems == {
        "nomask.png": "no-mask",
        "size.png": "size-mismatch",
        "twin.png": "same-output",
        "twin.bmp": "same-output",
        "taken.png": "exists",
        "text.jpg": "unreadable",
        "phone.heic": "unreadable",
        "nothing.png": "unreadable",
    }
    events = [line["event"] for line in lines if line["event"] != "progress"]
    assert events == ["problem"] * 8 + ["planned"] + ["photo"] * 3 + ["done"]
    states = {name: line["state"] for name, line in photos(lines).items()}
    assert states == {"cut.png": "failed", "good.png": "repaired", "z-last.png": "repaired"}
    assert lines[-1]["failed"] == 9
    assert all(str(line["message"]).count(". ") == 0 for line in lines if line["event"] == "problem")


def test_strange_names_pass_through_journal_and_back(
    tmp_path: Path, tiny_prior_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["with space.png", "new\nline.png", "é" * 125 + "x.png"]
    if sys.platform == "linux":
        names.append(os.fsdecode(b"latin-\xe9\xff.png"))
    assert max(len(os.fsencode(name)) for name in names) == 255
    source, masks, out = folders(tmp_path, names)
    options = [source, out, "--masks", masks, "--model", tiny_prior_file, "--json"]
    assert run(*options) == 0
    assert set(photos(told(capsys))) == set(names) == set(outputs(out))
    assert run(*options) == 0
    assert told(capsys)[-1]["finished_before"] == len(names)


def test_links_that_lead_in_circles_are_told_and_not_followed(
    tmp_path: Path, tiny_prior_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, masks, out = folders(tmp_path, ["deep/a.png"])
    (source / "deep" / "up").symlink_to(source)
    (source / "self.png").symlink_to(source / "self.png")
    assert run(source, out, "--masks", masks, "--recursive", "--model", tiny_prior_file, "--json") == 1
    lines = told(capsys)
    assert [line["photo"] for line in lines if line["event"] == "problem"] == ["self.png"]
    assert "is a link to a folder" in str(next(line for line in lines if line["event"] == "note")["message"])
    assert set(outputs(out)) == {"deep/a.png"}


def test_an_output_folder_inside_the_input_is_not_taken_for_photos(
    tmp_path: Path, tiny_prior_file: Path
) -> None:
    source, _masks, _out = folders(tmp_path, ["a.png"])
    (tmp_path / "masks").rename(source / "masks")
    out = source / "out"
    options = [source, out, "--masks", source / "masks", "--recursive", "--model", tiny_prior_file]
    assert run(*options) == 0
    assert run(*options) == 0
    assert set(outputs(out)) == {"a.png"}


def test_only_one_batch_at_a_time_writes_into_a_folder(
    tmp_path: Path, tiny_prior_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, masks, out = folders(tmp_path, ["a.png"])
    options = [source, out, "--masks", masks, "--model", tiny_prior_file]
    (out / ".reweave-batch").mkdir(parents=True)
    with locked(out / ".reweave-batch" / "lock", "held"):
        assert run(*options) == 2
        assert "Another batch is writing" in capsys.readouterr().err
    assert run(*options) == 0


def test_other_settings_are_refused_until_told_to_begin_anew(
    tmp_path: Path, tiny_prior_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, masks, out = folders(tmp_path, ["a.png"])
    options = [source, out, "--masks", masks, "--model", tiny_prior_file]
    assert run(*options) == 0
    before = outputs(out)
    assert run(*options, "--start", 700) == 2
    assert "other settings (sampling)" in capsys.readouterr().err
    assert outputs(out) == before
    assert run(*options, "--start", 700, "--restart", "--overwrite") == 0
    assert outputs(out) != before


def test_a_batch_does_not_go_on_with_other_weights_of_the_same_name(
    tmp_path: Path, tiny_prior_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, masks, out = folders(tmp_path, ["a.png"])
    model = tmp_path / "model.safetensors"
    model.write_bytes(tiny_prior_file.read_bytes())
    options = [source, out, "--masks", masks, "--model", model]
    assert run(*options) == 0
    before = outputs(out)
    write(source / "b.png", picture(2))
    write(masks / "b.png", scratch())
    model.write_bytes(tiny_prior_file.read_bytes()[:-1] + b"\1")
    assert run(*options) == 2
    assert "other weights of " in (told := capsys.readouterr().err)
    assert "model.safetensors" in told
    assert outputs(out) == before
    model.write_bytes(tiny_prior_file.read_bytes())
    assert run(*options) == 0
    assert outputs(out).keys() == {"a.png", "b.png"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere", "out", "--masks", "masks"], "does not exist"),
        (["in/a.png", "out", "--masks", "masks"], "is a file"),
        (["in", "in", "--masks", "masks"], "in the output folder"),
        (["in/deep", "in", "--masks", "masks"], "in the output folder"),
        (["in", "masks", "--masks", "masks"], "in the output folder"),
        (["in", "out", "--masks", "in"], "folder of their own"),
        (["in", "in/a.png/out", "--masks", "masks"], "Nothing can be written"),
        (["masks/empty", "out", "--masks", "in"], "no photos"),
        (["in", "out", "--masks", "masks", "--workers", "0"], "at least one worker"),
        (["in", "out", "--masks", "masks", "--sensitivity", "1"], "about --detect"),
        (["in", "out", "--masks", "masks", "--model", "no-such-model"], "no-such-model"),
        (["in", "out", "--masks", "masks", "--device", "quantum"], "no device called"),
    ],
    ids=str,
)
def test_what_concerns_all_photos_is_one_sentence(
    arguments: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folders(tmp_path, ["a.png", "deep/b.png"])
    (tmp_path / "masks" / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["batch", *arguments]) == 2
    said = capsys.readouterr().err.strip().splitlines()
    assert sentence in said[-1]
    assert "Traceback" not in "".join(said)
    assert set(outputs(tmp_path / "out")) == set()


def test_a_folder_that_vanishes_stops_the_run_in_one_sentence(tmp_path: Path, tiny_prior_file: Path) -> None:
    source, masks, out = folders(tmp_path, [f"{number}.png" for number in range(6)])
    recipe = Recipe(model=str(tiny_prior_file), eraser="none", sampling=Sampling(steps=1))
    batch = run_batch(Batch(source, out, masks, recipe, device="cpu"))
    assert isinstance(next(event for event in batch if isinstance(event, Outcome)), Outcome)
    source.rename(tmp_path / "gone")
    with pytest.raises(BadInputError, match=r"The folder .* no longer there"):
        list(batch)
    (tmp_path / "gone").rename(source)
    again = list(run_batch(Batch(source, out, masks, recipe, device="cpu")))
    assert next(event for event in again if isinstance(event, Planned)).finished >= 1
    assert len(outputs(out)) == 6


def test_interrupting_keeps_what_is_finished(
    tmp_path: Path, tiny_prior_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source, masks, out = folders(tmp_path, [f"{number}.png" for number in range(4)])
    options = [source, out, "--masks", masks, "--model", tiny_prior_file, "--seed", 4]
    tell = Teller.tell

    def tell_and_interrupt(teller: Teller, event: Event) -> None:
        tell(teller, event)
        if isinstance(event, Outcome) and event.item.photo == "1.png":
            signal.raise_signal(signal.SIGINT)

    with monkeypatch.context() as patch:
        patch.setattr(Teller, "tell", tell_and_interrupt)
        assert run(*options) == 130
    assert "goes on from there" in capsys.readouterr().err
    assert {"0.png", "1.png"} <= set(outputs(out))
    assert not os.listdir(out / ".reweave-batch" / "staging")
    assert run(*options, "--json") == 0
    assert told(capsys)[-1]["finished_before"] >= 2
    assert run(source, tmp_path / "calm", *options[2:]) == 0
    assert outputs(out) == outputs(tmp_path / "calm")


def test_a_full_disk_stops_the_run(tmp_path: Path, tiny_prior_file: Path) -> None:
    source, masks, out = folders(tmp_path, ["a.png", "b.png"])
    recipe = Recipe(model=str(tiny_prior_file), eraser="none", sampling=Sampling(steps=1))
    batch = run_batch(Batch(source, out, masks, recipe, device="cpu"))
    next(event for event in batch if isinstance(event, Planned))
    (out / ".reweave-batch" / "staging").rmdir()  # where a worker cannot write, no photo can be saved
    with pytest.raises(StorageError, match="was not saved"):
        list(batch)
