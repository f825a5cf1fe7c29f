"""Adding, fetching and removing models: what a file is, is seen in its contents."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from engine.checkpoints.catalogue import Catalogue
from engine.checkpoints.library import Record
from engine.checkpoints.matching import declared_shapes
from engine.checkpoints.store import Store
from engine.errors import BadInputError, BadModelError
from engine.networks.detector import Detector, DetectorConfig
from engine.run import drive
from engine.training.command import write_model
from tests.engine.checkpoints.conftest import Make
from tests.engine.checkpoints.small import ADM, LAMA, adm_weights, lama

KEYS = Path(__file__).parent / "keys"
GOLDEN = Path(__file__).parents[2] / "golden"


def add(catalogue: Catalogue, path: Path, **options: Any) -> Record:
    return drive(catalogue.add(path, **options))


def refused(catalogue: Catalogue, path: Path, **options: Any) -> str:
    """The sentence with which a file is refused; nothing of it may be left behind."""
    with pytest.raises((BadModelError, BadInputError)) as caught:
        add(catalogue, path, **options)
    assert not catalogue.library.records()
    assert not list(catalogue.library.folder.glob("**/*"))
    return str(caught.value)


def store_of(catalogue: Catalogue) -> Store:
    return Store(catalogue.folder, catalogue.library)


# The list.


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        (
            GOLDEN / "adm_unet/uncond_256_keys.json",
            ["imagenet-256", "lsun-bedroom", "lsun-cat", "lsun-horse"],
        ),
        (GOLDEN / "adm_unet/repaint_celeba256_places256_keys.json", ["repaint-celeba", "repaint-places"]),
        (GOLDEN / "adm_unet/repaint_inet256_classcond_keys.json", ["imagenet-256-classes"]),
        (KEYS / "adm_256_light.json", ["celebahq-p2", "ffhq-p2", "ffhq-baseline", "ffhq-ilvr"]),
        (GOLDEN / "lama/big_lama_keys.json", ["big-lama", "big-lama-checkpoint"]),
    ],
)
def test_listed_models_are_declared_as_the_public_key_lists_have_them(keys: Path, names: list[str]) -> None:
    state = json.loads(keys.read_text())["state_dict"]
    for name in names:
        entry = Store().listed[name]
        assert declared_shapes(entry) == {key: tuple(shape) for key, shape, _ in state["keys"]}
        assert entry.parameters == state["num_parameters"]


def test_public_models_say_what_they_are_good_for_and_what_they_cost() -> None:
    for listing in Catalogue().listings():
        entry = listing.entry
        assert entry.good_for
        assert entry.licence
        assert entry.bytes_to_expect or entry.id == "reweave-detector"
        assert entry.restricted == any(word in entry.licence for word in ("NC", "non-comm", "not stated"))
        assert all(url.startswith("https://") for url in entry.urls)


# Files of the user's.


@pytest.mark.parametrize("link", [False, True])
def test_a_renamed_file_is_recognised_by_what_is_in_it(make: Make, adm_file: Path, link: bool) -> None:
    catalogue = make(tiny=ADM, other=LAMA)
    record = add(catalogue, adm_file, link=link)
    assert record.entry.id == "tiny"
    assert record.sha256 == hashlib.sha256(adm_file.read_bytes()).hexdigest()
    path = catalogue.library.path(record)
    assert path.read_bytes() == adm_file.read_bytes()
    assert (path.stat().st_ino == adm_file.stat().st_ino) == link
    model = store_of(catalogue).load("tiny", "prior")
    assert model.settings == ADM["settings"]


def test_across_disks_a_link_leads_to_the_file(
    make: Make, adm_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other_disk(*_arguments: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", other_disk)
    catalogue = make(tiny=ADM)
    record = add(catalogue, adm_file, link=True)
    assert catalogue.library.path(record).resolve() == adm_file.resolve()
    adm_file.unlink()
    assert not catalogue.library.records()


@pytest.mark.parametrize(
    ("name", "chosen"), [(None, "download-3"), ("second", "second"), ("my-own", "my-own")]
)
def test_a_file_that_may_be_any_of_several_keeps_its_name_or_is_told_which(
    make: Make, adm_file: Path, name: str | None, chosen: str
) -> None:
    catalogue = make(first=ADM | {"licence": "free"}, second=ADM)
    record = add(catalogue, adm_file, name=name)
    assert record.entry.id == chosen
    assert store_of(catalogue).load(chosen).settings == ADM["settings"]
    assert ("first, second" in record.entry.licence) == (chosen != "second")


def test_the_published_name_tells_models_of_one_shape_apart(make: Make, adm_file: Path) -> None:
    catalogue = make(first=ADM | {"file": "first.pt"}, second=ADM | {"file": adm_file.name})
    assert add(catalogue, adm_file).entry.id == "second"


def test_a_published_checksum_decides(make: Make, adm_file: Path) -> None:
    digest = hashlib.sha256(adm_file.read_bytes()).hexdigest()
    catalogue = make(first=ADM | {"file": adm_file.name}, second=ADM | {"sha256": digest})
    assert add(catalogue, adm_file).entry.id == "second"


def test_without_the_published_checksum_a_file_is_not_the_published_one(make: Make, adm_file: Path) -> None:
    catalogue = make(tiny=ADM | {"sha256": "0" * 64})
    assert "checksum is not the published one" in refused(catalogue, adm_file, name="tiny")
    record = add(catalogue, adm_file)
    assert record.entry.id == "download-3"
    assert store_of(catalogue).load("download-3").settings == ADM["settings"]


def test_an_unlisted_network_needs_what_its_weights_do_not_show(make: Make, adm_file: Path) -> None:
    listed = {**ADM, "settings": {**ADM["settings"], "num_res_blocks": 2}}  # type: ignore[dict-item]
    catalogue = make(other=listed)
    sentence = refused(catalogue, adm_file)
    assert "nearest is other" in sentence
    assert "missing" in sentence
    assert "--set num_head_channels=VALUE" in sentence
    record = add(catalogue, adm_file, settings=ADM["settings"])
    assert store_of(catalogue).load(record.entry.id).settings == ADM["settings"]


def test_a_lama_needs_nothing_but_itself(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "Läma Größe.safetensors"
    save_file(lama().state_dict(), path)
    record = add(make(tiny=ADM), path)
    assert record.entry.id == "l-ma-gr-e"
    assert record.entry.kind == "eraser"


def test_a_lightning_checkpoint_is_recognised(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "renamed"
    state = {f"generator.{name}": value for name, value in lama().state_dict().items()}
    state["discriminator.model.0.weight"] = torch.zeros(2)
    torch.save({"state_dict": state, "epoch": 1}, path)
    catalogue = make(big=LAMA)
    assert add(catalogue, path).entry.id == "big"
    assert store_of(catalogue).load("big", "eraser").network.state_dict().keys() == lama().state_dict().keys()


class Exporter(nn.Module):
    """Like the wrapper that public TorchScript exports of LaMa were made with."""

    def __init__(self) -> None:
        super().__init__()
        self.model = nn.Module()
        self.model.generator = self.generator = lama()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        result: torch.Tensor = self.generator(x)
        return result


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::torch.jit.TracerWarning")
def test_renamed_torchscript_is_recognised_by_its_tensors(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "renamed"
    torch.jit.trace(Exporter(), torch.rand(1, 4, 16, 16)).save(path)
    catalogue = make(big=LAMA, tiny=ADM)
    record = add(catalogue, path)
    assert record.entry.id == "big"
    model = store_of(catalogue).load("big", "eraser")
    assert model.network.state_dict().keys() == lama().state_dict().keys()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_torchscript_of_another_network_is_refused(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "other.pt"
    torch.jit.script(nn.Linear(2, 2)).save(path)
    assert "other.pt" in (sentence := refused(make(big=LAMA), path))
    assert "LaMa" in sentence
    assert sentence.count(". ") == 0


def test_our_own_kinds_of_network_are_taken_too(make: Make, tmp_path: Path) -> None:
    config = DetectorConfig(channels=(8, 8), fine=4, blocks=1)
    path = write_model(tmp_path / "trained.safetensors", "detector", config.to_dict(), Detector(config), {})
    catalogue = make(finder={"kind": "detector", "architecture": "detector"})
    assert add(catalogue, path).entry.id == "finder"
    assert add(catalogue, path, name="second-one").entry.id == "second-one"


# Refusals.


def test_what_fits_nothing_is_compared_with_what_is_nearest(make: Make, tmp_path: Path) -> None:
    weights = adm_weights()
    del weights["time_embed.0.weight"]
    weights["surprise"] = torch.zeros(1)
    path = tmp_path / "odd.safetensors"
    save_file(weights, path)
    sentence = refused(make(tiny=ADM, other=LAMA), path)
    assert "odd.safetensors" in sentence
    assert "Nearest is tiny" in sentence
    assert "time_embed.0.weight missing" in sentence
    assert "surprise unexpected" in sentence


def test_a_file_is_not_taken_for_what_it_is_not(make: Make, adm_file: Path) -> None:
    small = {**ADM, "settings": {**ADM["settings"], "num_channels": 64}}  # type: ignore[dict-item]
    catalogue = make(tiny=ADM, wider=small, eraser=LAMA)
    assert "of another shape" in refused(catalogue, adm_file, name="wider")
    assert "ADM U-Net" in refused(catalogue, adm_file, name="eraser")


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_numbers_that_are_none_are_refused(make: Make, tmp_path: Path, value: float) -> None:
    weights = adm_weights()
    weights["out.2.weight"].flatten()[3] = value
    path = tmp_path / "broken.pt"
    torch.save(weights, path)
    assert "out.2.weight" in refused(make(tiny=ADM), path)


@pytest.mark.parametrize("name", ["none", "", "../up", "Big", "a b", "x" * 65, ".hidden"])
def test_a_name_that_is_none_is_refused(make: Make, adm_file: Path, name: str) -> None:
    assert "cannot be called" in refused(make(tiny=ADM), adm_file, name=name)


def test_paths_that_lead_to_no_file_are_refused(make: Make, tmp_path: Path) -> None:
    catalogue = make(tiny=ADM)
    assert "not there" in refused(catalogue, tmp_path / "absent.pt")
    assert "folder" in refused(catalogue, tmp_path)
    assert refused(catalogue, Path("nul\0character"))


def test_a_model_is_not_replaced_unasked(make: Make, adm_file: Path) -> None:
    catalogue = make(tiny=ADM)
    add(catalogue, adm_file)
    with pytest.raises(BadInputError, match="tiny already: remove"):
        add(catalogue, adm_file)


def test_a_licence_that_restricts_is_shown_and_accepted_first(make: Make, adm_file: Path) -> None:
    catalogue = make(tiny=ADM | {"restricted": True, "licence": "research only"})
    assert "research only, https://example.org" in refused(catalogue, adm_file)
    assert "research only" in refused(catalogue, adm_file, name="mine")
    add(catalogue, adm_file, accepts=lambda _: True)
    assert store_of(catalogue).load("tiny").name == "tiny"
    assert store_of(catalogue).load(adm_file).name == "tiny"


def test_what_lies_beside_the_program_does_not_accept_a_licence(make: Make, adm_file: Path) -> None:
    catalogue = make(tiny=ADM | {"restricted": True, "licence": "research only", "file": "tiny.pt"})
    (catalogue.folder / "tiny.pt").write_bytes(adm_file.read_bytes())
    with pytest.raises(BadModelError, match=r"research only.*--accept-licence"):
        store_of(catalogue).load("tiny")


def test_a_file_that_changes_after_it_was_added_is_refused(make: Make, adm_file: Path) -> None:
    catalogue = make(tiny=ADM)
    path = catalogue.library.path(add(catalogue, adm_file))
    with path.open("r+b") as file:
        file.seek(-1, os.SEEK_END)
        file.write(b"x")
    with pytest.raises(BadModelError, match="has changed"):
        store_of(catalogue).load("tiny")
