"""Checkpoint archives made to harm: bombs, paths out of the archive, tensors that are none."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from engine.checkpoints.formats import read_weights
from engine.errors import BadModelError


@pytest.fixture
def checkpoint(tmp_path: Path) -> Path:
    path = tmp_path / "checkpoint.pt"
    torch.save({"a.weight": torch.zeros(1000), "b": torch.ones(3)}, path)
    return path


def rewritten(path: Path, change: Callable[[zipfile.ZipFile, zipfile.ZipFile], None]) -> Path:
    """Copy a checkpoint part by part into a new archive, and let ``change`` have its way with that."""
    target = path.with_name("rewritten.pt")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as archive:
        for part in source.infolist():
            archive.writestr(part.filename, source.read(part))
        change(source, archive)
    return target


def refused(path: Path) -> str:
    with pytest.raises(BadModelError) as caught:
        read_weights(path)
    assert path.name in str(caught.value)
    return str(caught.value)


def test_a_checkpoint_that_was_only_copied_is_read(checkpoint: Path) -> None:
    copy = rewritten(checkpoint, lambda source, archive: None)
    assert read_weights(copy).tensors.keys() == {"a.weight", "b"}


def test_packed_parts_are_refused(checkpoint: Path) -> None:
    def pack(source: zipfile.ZipFile, archive: zipfile.ZipFile) -> None:
        archive.writestr("checkpoint/data/9", bytes(10_000_000), zipfile.ZIP_DEFLATED)

    assert "unpack to more" in refused(rewritten(checkpoint, pack))


def test_parts_that_share_their_bytes_are_refused(checkpoint: Path) -> None:
    def repeat(source: zipfile.ZipFile, archive: zipfile.ZipFile) -> None:
        archive.writestr("checkpoint/data/9", bytes(100_000))
        archive.filelist.extend(archive.filelist[-1:] * 100)

    assert "unpack to more" in refused(rewritten(checkpoint, repeat))


@pytest.mark.parametrize(
    "name",
    ["checkpoint/../../evil", "../evil", "/etc/evil", "C:/evil", "checkpoint\\..\\evil", "//host/evil"],
)
def test_paths_that_lead_out_are_refused(checkpoint: Path, name: str) -> None:
    def stray(source: zipfile.ZipFile, archive: zipfile.ZipFile) -> None:
        archive.writestr(name, b"")

    assert "leads out" in refused(rewritten(checkpoint, stray))


def test_an_archive_of_a_checkpoint_says_what_to_do(tmp_path: Path, checkpoint: Path) -> None:
    path = tmp_path / "big-lama.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(checkpoint, "big-lama/models/best.ckpt")
    assert "unpack it" in refused(path)


@pytest.mark.parametrize(
    "tensor",
    [
        torch.zeros(1).expand(10**12),
        torch.zeros(4, 4).to_sparse(),
        torch.empty(10**12, device="meta"),
    ],
    ids=["larger than its file", "sparse", "without numbers"],
)
def test_tensors_that_are_none_are_refused(tmp_path: Path, tensor: torch.Tensor) -> None:
    path = tmp_path / "odd.pt"
    torch.save({"weight": tensor}, path)
    assert "no plain tensor" in refused(path)


def test_many_tensors_that_share_their_numbers_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "many.pt"
    numbers = torch.zeros(100_000, dtype=torch.half)
    torch.save({f"weight{index}": numbers.view(100, 1000) for index in range(3)}, path)
    assert "no plain tensor" in refused(path)


def test_a_checkpoint_that_holds_itself_is_refused(tmp_path: Path) -> None:
    endless: dict[str, object] = {}
    endless["state_dict"] = endless
    path = tmp_path / "endless.pt"
    torch.save(endless, path)
    assert "damaged" in refused(path)
