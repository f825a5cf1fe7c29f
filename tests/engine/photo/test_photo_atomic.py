"""Whatever happens while a photo is written, the old file or nothing stands at its place."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest

from engine.errors import BadInputError, StorageError
from engine.photo import atomic
from engine.photo.atomic import write_atomically
from engine.photo.files import check_target, read_photo, write_mask, write_photo
from tests.engine.photo.sample_files import jpeg_bytes, picture, png_bytes

OLD = b"what was there"


def put(data: bytes) -> Callable[[BinaryIO], None]:
    return lambda file: file.write(data) and None


def test_a_new_file_appears_and_nothing_else(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", put(b"new"))
    assert (tmp_path / "a").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_an_existing_file_needs_permission(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(OLD)
    with pytest.raises(StorageError, match=r"exists already: .*--overwrite"):
        write_atomically(tmp_path / "a", put(b"new"))
    assert (tmp_path / "a").read_bytes() == OLD
    write_atomically(tmp_path / "a", put(b"new"), overwrite=True)
    assert (tmp_path / "a").read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 1


def test_somebody_else_may_be_quicker(tmp_path: Path) -> None:
    def slow(file: BinaryIO) -> None:
        file.write(b"new")
        (tmp_path / "a").write_bytes(OLD)

    with pytest.raises(StorageError, match="exists already"):
        write_atomically(tmp_path / "a", slow)
    assert (tmp_path / "a").read_bytes() == OLD
    assert len(list(tmp_path.iterdir())) == 1


def test_without_hard_links_a_rename_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    write_atomically(tmp_path / "a", put(b"new"))
    assert (tmp_path / "a").read_bytes() == b"new"
    with pytest.raises(StorageError, match="exists already"):
        write_atomically(tmp_path / "a", put(b"newer"))


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EROFS, "read-only"), (errno.EIO, "Input/output error")],
)
def test_a_failing_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, words: str
) -> None:
    old = tmp_path / "a.jpg"
    old.write_bytes(jpeg_bytes(picture()))
    before = old.read_bytes()
    photo = read_photo(old)

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(StorageError, match=words) as caught:
        write_photo(photo, photo.image, old, overwrite=True)
    assert "a.jpg" in str(caught.value)
    assert old.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.jpg"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, ValueError])
def test_an_interruption_passes_through_and_cleans_up(tmp_path: Path, error: type[BaseException]) -> None:
    def interrupted(file: BinaryIO) -> None:
        file.write(b"half")
        raise error

    (tmp_path / "a").write_bytes(OLD)
    with pytest.raises(error):
        write_atomically(tmp_path / "a", interrupted, overwrite=True)
    assert (tmp_path / "a").read_bytes() == OLD
    assert len(list(tmp_path.iterdir())) == 1


def test_a_killed_process_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(OLD)
    script = (
        "import os, sys; from pathlib import Path; from engine.photo.atomic import write_atomically\n"
        "def die(file): file.write(b'half'); file.flush(); os._exit(9)\n"
        "write_atomically(Path(sys.argv[1]), die, overwrite=True)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "a")], check=False)
    assert done.returncode == 9
    assert (tmp_path / "a").read_bytes() == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="limits of this kind are POSIX")
def test_a_real_write_that_runs_out_of_room(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(
        png_bytes(np.random.default_rng(0).integers(0, 256, (200, 200, 3), np.uint8))
    )
    script = (
        "import resource, signal, sys; from engine.errors import StorageError\n"
        "from engine.photo.files import read_photo, write_photo\n"
        "photo = read_photo(sys.argv[1]); signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))\n"
        "try: write_photo(photo, photo.image, sys.argv[2])\n"
        "except StorageError as error: print(error)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "a.png"), str(tmp_path / "b.png")]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "b.png" in printed
    assert "larger than this disk allows" in printed
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


def test_impossible_targets_are_told_before_any_work(tmp_path: Path) -> None:
    def never(file: BinaryIO) -> None:
        raise AssertionError("no work is to be done")

    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(OLD)
    for path, words in {
        tmp_path / "folder": "is a folder",
        tmp_path / "missing" / "a": "folder does not exist",
        tmp_path / "file" / "a": "part of its path is a file",
        tmp_path / ("n" * 256): "name is too long",
        tmp_path / ("n/" * 3000): "too long|does not exist",
        tmp_path / "zero\0byte": "was not saved",
    }.items():
        for overwrite in (False, True):
            with pytest.raises(StorageError, match=words):
                write_atomically(path, never, overwrite=overwrite)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX")
def test_folders_and_files_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(OLD)
    monkeypatch.setattr(os, "access", lambda *_: False)  # as root, everything is allowed
    with pytest.raises(StorageError, match="write-protected"):
        write_atomically(tmp_path / "a", put(b"new"), overwrite=True)
    monkeypatch.undo()

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(atomic, "open", denied, raising=False)
    with pytest.raises(StorageError, match="may not be written to"):
        write_atomically(tmp_path / "b", put(b"new"))


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX")
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(OLD)
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    write_atomically(tmp_path / "link", put(b"new"), overwrite=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "real").stat().st_mode) == 0o640
    write_atomically(tmp_path / "fresh", put(b"new"))
    (tmp_path / "ordinary").write_bytes(b"")
    assert (tmp_path / "fresh").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


def test_the_source_is_safe(tmp_path: Path) -> None:
    source = tmp_path / "a.png"
    source.write_bytes(png_bytes(picture()))
    (tmp_path / "same.png").hardlink_to(source)
    photo = read_photo(source)
    for name in ("a.png", "same.png", "./a.png"):
        with pytest.raises(StorageError, match="exists already"):
            write_photo(photo, photo.image, tmp_path / name)
    image = photo.image.copy()
    image[0, 0] = 0
    write_photo(photo, image, source, overwrite=True)
    assert np.array_equal(read_photo(source).image, image)
    assert np.array_equal(read_photo(tmp_path / "same.png").image, picture())


def test_a_target_is_checked_without_being_touched(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png_bytes(picture(channels=4)))
    photo = read_photo(tmp_path / "a.png")
    for name, words in {"b.jpg": "transparency", "b.xyz": "end it with", "a.png": "exists already"}.items():
        with pytest.raises((BadInputError, StorageError), match=words):
            check_target(photo, tmp_path / name)
    check_target(photo, tmp_path / "a.png", overwrite=True)
    check_target(photo, tmp_path / "b.tif")
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


def test_a_file_read_in_part_is_never_written_over(tmp_path: Path) -> None:
    source = tmp_path / "a.png"
    source.write_bytes(png_bytes(picture(), animated=True))
    photo = read_photo(source)
    assert "animated" in photo.notes[0]
    with pytest.raises(StorageError, match="holds more than the picture"):
        write_photo(photo, photo.image, source, overwrite=True)
    write_photo(photo, photo.image, tmp_path / "b.png")


def test_a_wrongly_named_photo_keeps_its_format_in_place(tmp_path: Path) -> None:
    source = tmp_path / "a.jpg"
    source.write_bytes(png_bytes(picture()))
    photo = read_photo(source)
    assert "in truth a PNG" in photo.notes[0]
    write_photo(photo, photo.image, source, overwrite=True)
    assert source.read_bytes().startswith(b"\x89PNG")


def test_masks_are_written_with_the_same_care(tmp_path: Path) -> None:
    hole = np.zeros((5, 7), bool)
    with pytest.raises(BadInputError, match=r"end it with \.png"):
        write_mask(hole, tmp_path / "a.jpg")
    write_mask(hole, tmp_path / "a.png")
    with pytest.raises(StorageError, match="exists already"):
        write_mask(hole, tmp_path / "a.png")
    write_mask(hole, tmp_path / "a.png", overwrite=True)
