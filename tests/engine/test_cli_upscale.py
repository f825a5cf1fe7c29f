"""``main.py upscale`` as people and programs use it, with a real tiny model."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image as PilImage

from engine.cli import main
from engine.photo.formats import LARGEST_SIDE


def command(photo: Path, model: Path, *more: object) -> list[str]:
    return [str(option) for option in ("upscale", photo, "--model", model, "--device", "cpu", *more)]


def test_the_result_shrinks_back_to_the_photo(
    photo: Path, tiny_prior_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = photo.read_bytes()
    assert main(command(photo, tiny_prior_file)) == 0
    assert photo.read_bytes() == before
    target = photo.with_name("photo-enlarged.png")
    assert "192 x 144 pixels in" in capsys.readouterr().out
    large = cv2.imread(str(target))
    assert np.array_equal(cv2.resize(large, (96, 72), interpolation=cv2.INTER_AREA), cv2.imread(str(photo)))


def test_programs_are_told_in_json_and_steps_are_saved(
    photo: Path, tiny_prior_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = ("-o", tmp_path / "large.png", "--steps", 2, "--seed", 3, "--json", "--save-steps", tmp_path / "s")
    assert main(command(photo, tiny_prior_file, *more)) == 0
    event = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (event["event"], event["width"], event["height"], event["seed"]) == ("done", 192, 144, 3)
    assert event["evaluations"] == len(list((tmp_path / "s").iterdir())) == 4


@pytest.mark.parametrize("route", ["ilvr", "masked", "interleaved"])
def test_every_route_writes_a_photo(photo: Path, tiny_prior_file: Path, route: str) -> None:
    assert main(command(photo, tiny_prior_file, "--route", route, "--steps", 1)) == 0
    assert cv2.imread(str(photo.with_name("photo-enlarged.png"))).shape == (144, 192, 3)


def test_deep_greys_and_alpha_are_kept(tmp_path: Path, tiny_prior_file: Path) -> None:
    rng = np.random.default_rng(1)
    deep = rng.integers(0, 2**16, (20, 30), np.uint16)
    cv2.imwrite(str(tmp_path / "deep.tif"), deep)
    assert main(command(tmp_path / "deep.tif", tiny_prior_file)) == 0
    large = cv2.imread(str(tmp_path / "deep-enlarged.tif"), cv2.IMREAD_UNCHANGED)
    assert (large.dtype, large.shape) == (np.uint16, (40, 60))
    assert np.array_equal(large.reshape(20, 2, 30, 2).mean(axis=(1, 3)), deep)

    clear = rng.integers(0, 256, (20, 30, 4), np.uint8)
    cv2.imwrite(str(tmp_path / "clear.png"), clear)
    assert main(command(tmp_path / "clear.png", tiny_prior_file)) == 0
    large = cv2.imread(str(tmp_path / "clear-enlarged.png"), cv2.IMREAD_UNCHANGED)
    assert np.array_equal(large.reshape(20, 2, 30, 2, 4).mean(axis=(1, 3)), clear)


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_jpeg_keeps_its_metadata_and_states_its_new_size(
    tmp_path: Path, tiny_prior_file: Path, orientation: int
) -> None:
    path = tmp_path / "photo.jpg"
    exif = PilImage.Exif()
    exif[0x0112], exif[0x010F] = orientation, "Maker"
    exif.get_ifd(0x8769).update({0xA002: 40, 0xA003: 24})
    picture = PilImage.fromarray(np.random.default_rng(2).integers(0, 256, (24, 40, 3), np.uint8))
    picture.save(path, exif=exif, icc_profile=b"profile" * 20, dpi=(300, 300))
    assert main(command(path, tiny_prior_file)) == 0
    with PilImage.open(tmp_path / "photo-enlarged.jpg") as large:
        kept = large.getexif()
        assert large.size == (80, 48)
        assert (kept[0x0112], kept[0x010F]) == (orientation, "Maker")
        assert (kept.get_ifd(0x8769)[0xA002], kept.get_ifd(0x8769)[0xA003]) == (80, 48)
        assert large.info["icc_profile"] == b"profile" * 20
        assert large.info["dpi"] == (300, 300)
        shrunk = np.asarray(large.reduce(2), np.float64)
    with PilImage.open(path) as small:
        assert np.abs(shrunk - np.asarray(small, np.float64)).mean() < 6


def test_existing_output_is_kept_unless_told(
    photo: Path, tiny_prior_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "kept.png"
    target.write_bytes(b"precious")
    assert main(command(photo, tiny_prior_file, "-o", target)) == 2
    assert "--overwrite" in capsys.readouterr().err
    assert target.read_bytes() == b"precious"
    assert main(command(photo, tiny_prior_file, "-o", photo)) == 2
    assert main(command(photo, tiny_prior_file, "-o", target, "--overwrite")) == 0
    assert cv2.imread(str(target)).shape == (144, 192, 3)


def test_a_second_enlargement_gets_a_name_of_its_own(photo: Path, tiny_prior_file: Path) -> None:
    for _ in range(2):
        assert main(command(photo, tiny_prior_file)) == 0
    assert photo.with_name("photo-enlarged-2.png").exists()


def test_too_little_memory_is_told_with_what_fits(
    photo: Path, tiny_prior_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("engine.methods.enlarge.free_memory", lambda: 4 * 48 * 36 * 16)
    assert main(command(photo, tiny_prior_file)) == 2
    assert "at most 48 x 36 would fit" in capsys.readouterr().err
    assert not photo.with_name("photo-enlarged.png").exists()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--route", "magic"], "Bad usage"),
        (["--route", "ilvr", "--steps", "0"], "steps of the route ilvr"),
        (["--low-pass", "3"], "low-pass"),
        (["-o", "nowhere/large.png"], "nowhere"),
        (["-o", "large.bmp"], "large.bmp"),
        (["-o", "large.webp"], "at most 150 pixels a side, not 192"),
        (["--model", "nosuchmodel"], "nosuchmodel"),
        (["--device", "quantum"], "no device called"),
    ],
    ids=str,
)
def test_bad_input_gets_one_sentence_and_writes_nothing(
    photo: Path,
    tiny_prior_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(LARGEST_SIDE, "WebP", 150)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert main(command(photo, tiny_prior_file, *options)) == 2
    assert sentence in capsys.readouterr().err.strip().splitlines()[-1]
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
