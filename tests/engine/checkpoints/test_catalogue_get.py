"""Fetching listed models: what comes is proved before it is installed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from engine.checkpoints.store import Store
from engine.errors import BadInputError, BadModelError, StorageError
from engine.models import ModelInfo
from engine.run import drive
from tests.engine.checkpoints.conftest import Make
from tests.engine.checkpoints.place import another, cut, serving, status, well
from tests.engine.checkpoints.small import ADM, LAMA


def test_a_listed_model_is_fetched_over_a_bad_line_and_used(make: Make, adm_file: Path) -> None:
    content = adm_file.read_bytes()
    with serving(content, another) as bad, serving(content, cut(1000), well) as good:
        entry = ADM | {"urls": [bad.url, good.url], "sha256": hashlib.sha256(content).hexdigest()}
        catalogue = make(tiny=entry | {"file": "tiny.pt", "size": len(content)})
        record = drive(catalogue.get("tiny"))
    assert Store(catalogue.folder, catalogue.library).load("tiny", "prior").sha256 == record.sha256
    assert not list(catalogue.library.folder.glob(".downloads/*"))


def test_what_is_fetched_without_a_checksum_is_judged_by_its_contents(make: Make, adm_file: Path) -> None:
    with serving(adm_file.read_bytes()) as place:
        catalogue = make(tiny=ADM | {"urls": [place.url]}, big=LAMA | {"urls": [place.url]})
        drive(catalogue.get("tiny"))
        with pytest.raises(BadModelError, match="not big"):
            drive(catalogue.get("big"))
    assert catalogue.library.records().keys() == {"tiny"}


def test_a_page_in_place_of_the_file_is_refused_and_not_kept(make: Make) -> None:
    with serving(b"<html>Please log in</html>") as place:
        catalogue = make(tiny=ADM | {"urls": [place.url]})
        for _ in range(2):
            with pytest.raises(BadModelError, match="not a model file"):
                drive(catalogue.get("tiny"))
    assert place.asked == [None, None]


def test_no_byte_is_fetched_before_the_licence_is_accepted(make: Make, adm_file: Path) -> None:
    with serving(adm_file.read_bytes()) as place:
        catalogue = make(tiny=ADM | {"urls": [place.url], "restricted": True, "licence": "research only"})
        with pytest.raises(BadInputError, match=r"research only.*--accept-licence"):
            drive(catalogue.get("tiny"))
        assert not place.asked
        told = []

        def accepts(model: ModelInfo) -> bool:
            told.append((model.name, model.licence, len(place.asked)))
            return True

        drive(catalogue.get("tiny", accepts=accepts))
    assert told == [("tiny", "research only", 0)]


def test_what_a_broken_off_transfer_has_left_is_told_and_can_be_given_up(make: Make, adm_file: Path) -> None:
    content = adm_file.read_bytes()
    with serving(content, cut(1000), status(404)) as place:
        catalogue = make(tiny=ADM | {"urls": [place.url]}, other=LAMA)
        with pytest.raises(StorageError, match="404"):
            drive(catalogue.get("tiny"))
    assert {info.name: info.fetched for info in catalogue.infos()} == {"tiny": 1000, "other": 0}
    catalogue.forget("tiny")
    catalogue.forget("other")
    assert [info.fetched for info in catalogue.infos()] == [0, 0]
    assert not list(catalogue.library.folder.glob(".downloads/*"))


def test_a_model_is_fetched_by_one_at_a_time(make: Make, adm_file: Path) -> None:
    with serving(adm_file.read_bytes()) as place:
        catalogue = make(tiny=ADM | {"urls": [place.url]})
        first = catalogue.get("tiny")
        next(first)
        with pytest.raises(StorageError, match="fetched already"):
            drive(catalogue.get("tiny"))
        drive(first)
    assert not list(catalogue.library.folder.glob(".downloads/*"))


def test_where_no_address_is_known_the_page_is_named(make: Make) -> None:
    with pytest.raises(BadInputError, match=r"example\.org"):
        drive(make(tiny=ADM).get("tiny"))
    with pytest.raises(BadInputError, match="no model 'teeny'"):
        drive(make(tiny=ADM).get("teeny"))
