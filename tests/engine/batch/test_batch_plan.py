"""Planning: what headers tell, and how little memory a large tree takes."""

import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.batch.events import Batch, Item, Problem
from engine.batch.plan import plan
from engine.photo.files import read_photo
from engine.photo.headers import read_header
from tests.engine.batch.folders import folders, picture, run


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_header_tells_the_size_of_the_upright_photo(suffix: str, orientation: int, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / f"a.{suffix}"
    Image.fromarray(picture(1)).save(path, exif=exif)
    assert read_header(path).shape == read_photo(path).image.shape[:2]
    assert read_header(path).shape == ((48, 36) if orientation >= 5 else (36, 48))


def test_a_mask_drawn_on_the_unturned_photo_is_told(tmp_path: Path) -> None:
    source, masks, out = folders(tmp_path, ["a.png"])
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(picture(1)).save(source / "a.png", exif=exif)
    (problem,) = plan(Batch(source, out, masks), {})
    assert "48 x 36" in problem.message  # type: ignore[union-attr]
    assert "36 x 48" in problem.message  # type: ignore[union-attr]


def test_sixteen_bit_and_rare_tiffs_are_left_to_their_own_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    Image.fromarray(np.zeros((5, 7), np.uint16)).save(path)
    assert read_header(path).shape == (5, 7)
    path.write_bytes(path.read_bytes()[:60])
    assert read_header(path).shape in (None, (5, 7))


def test_memory_does_not_grow_with_the_tree(tmp_path: Path) -> None:
    def peak(folders_of_ten: int) -> float:
        root = tmp_path / str(folders_of_ten)
        source, masks, out = folders(root, [f"{n // 10}/{n}.png" for n in range(10 * folders_of_ten)])
        batch = Batch(source, out, masks, recursive=True)
        assert sum(isinstance(found, Item) for found in plan(batch, {})) == 10 * folders_of_ten
        tracemalloc.start()
        for _ in plan(batch, {}):
            pass
        largest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return largest

    assert peak(30) < 1.5 * peak(3)


def test_places_where_nothing_can_be_saved_are_told_in_the_plan(tmp_path: Path) -> None:
    source, masks, out = folders(tmp_path, ["a.png", "file/b.png", "link/c.png", "free/d.png"])
    (out / "a.png").mkdir(parents=True)
    (out / "file").touch()
    (out / "link").symlink_to(source)
    found = list(plan(Batch(source, out, masks, recursive=True, overwrite=True), {}))
    assert [item.photo for item in found if isinstance(item, Item)] == ["free/d.png"]
    told = {problem.photo: problem.message for problem in found if isinstance(problem, Problem)}
    assert "not an ordinary file" in told["a.png"]
    assert "is not a folder" in told["file/b.png"]
    assert "leads elsewhere" in told["link/c.png"]


def test_only_the_folder_itself_unless_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, masks, out = folders(tmp_path, ["deep/a.png"])
    assert run(source, out, "--masks", masks) == 2
    assert "add --recursive" in capsys.readouterr().err


def test_hidden_files_are_no_photos(tmp_path: Path) -> None:
    source, masks, out = folders(tmp_path, ["a.png", "._a.png", ".trash/b.png"])
    found = list(plan(Batch(source, out, masks, recursive=True), {}))
    assert [item.photo for item in found if isinstance(item, Item)] == ["a.png"]
    assert len(found) == 1
