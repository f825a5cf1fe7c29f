"""The folder of a user's own models: removing, spoiled records, names that lead elsewhere, leftovers."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from engine.checkpoints.catalogue import Catalogue
from engine.checkpoints.library import Library, user_folder
from engine.checkpoints.manifest import Entry
from engine.errors import BadInputError, StorageError
from engine.run import drive
from tests.engine.checkpoints.conftest import Make
from tests.engine.checkpoints.small import ADM


def test_a_removed_model_is_gone(make: Make, adm_file: Path) -> None:
    catalogue = make(tiny=ADM)
    drive(catalogue.add(adm_file))
    catalogue.remove("tiny")
    assert not list(catalogue.library.folder.iterdir())
    with pytest.raises(BadInputError, match="No model called 'tiny'"):
        catalogue.remove("tiny")


@pytest.mark.parametrize("name", ["../listed/models", "reweave-prior"])
def test_only_what_was_added_can_be_removed(library: Library, name: str) -> None:
    with pytest.raises(BadInputError):
        Catalogue(library=library).remove(name)


@pytest.mark.parametrize("spoiled", ["", "[]", "{}", '{"entry": {"id": "tiny"}}', "\x00"])
def test_a_spoiled_record_disturbs_nothing(make: Make, adm_file: Path, spoiled: str) -> None:
    catalogue = make(tiny=ADM)
    catalogue.library.folder.mkdir()
    (catalogue.library.folder / "tiny.json").write_text(spoiled)
    assert [listing.path for listing in catalogue.listings()] == [None]
    drive(catalogue.add(adm_file))
    assert [listing.origin for listing in catalogue.listings()] == ["installed"]


def test_a_record_cannot_lead_out_of_the_folder(library: Library, adm_file: Path) -> None:
    entry = Entry("mine", "mine", "prior", "adm-unet", "-", "-")
    with library.staging("x") as staged:
        staged.write_bytes(b"")
        library.install(staged, entry, "0" * 64, ".pt")
    file = library.folder / "mine.json"
    file.write_text(file.read_text().replace('"mine.pt"', json.dumps(str(adm_file))))
    assert not library.records()


def test_what_a_killed_program_left_is_cleared_up_after_a_day(make: Make, adm_file: Path) -> None:
    catalogue = make(tiny=ADM)
    for name, age in ((".incoming-old", 25 * 3600), (".incoming-new", 3600)):
        place = catalogue.library.folder / name
        place.mkdir(parents=True)
        os.utime(place, (time.time() - age,) * 2)
    drive(catalogue.add(adm_file))
    assert [place.name for place in catalogue.library.folder.glob(".incoming-*")] == [".incoming-new"]


def test_where_nothing_can_be_written_that_is_said(make: Make, adm_file: Path) -> None:
    catalogue = make(tiny=ADM)
    catalogue.library.folder.write_text("a file stands here")
    with pytest.raises(StorageError, match="REWEAVE_MODELS"):
        drive(catalogue.add(adm_file))


def test_the_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REWEAVE_MODELS", str(tmp_path))
    assert user_folder() == tmp_path
    monkeypatch.delenv("REWEAVE_MODELS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("sys.platform", "linux")
    assert user_folder() == tmp_path / "data" / "reweave" / "models"
