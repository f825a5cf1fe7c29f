"""Loading checkpoints of every kind, good and bad, synthesised small."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import tempfile
import types
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import save_file
from torch import nn

from engine.checkpoints.architectures import ARCHITECTURES, declared_schedule
from engine.checkpoints.formats import read_weights, sniff
from engine.checkpoints.shelf import file_digest
from engine.checkpoints.store import Store
from engine.errors import BadModelError
from engine.networks.adm_unet import AdmConfig, AdmUnet
from engine.networks.lama import LamaConfig, LamaGenerator
from engine.networks.prior_unet import PriorConfig, PriorUNet

TINY = AdmConfig(32, 1, (1.0, 1.0, 2.0), (2,), num_head_channels=16)
TINY_LAMA = LamaConfig(base_width=4, downsamplings=2, blocks=1, ratio=0.75, max_width=16)
DECLARED = {
    "image_size": 32,
    "num_head_channels": 16,
    "use_new_attention_order": False,
    "noise_schedule": "linear",
    "diffusion_steps": 100,
    "rescale_timesteps": False,
}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return listed(tmp_path / "models")


def listed(folder: Path, **models: dict[str, Any]) -> Store:
    """A store whose manifest lists ``models``."""
    folder.mkdir(exist_ok=True)
    lines = []
    for name, fields in models.items():
        defaults = {"title": name, "kind": "prior", "architecture": "adm-unet", "licence": "-", "page": "-"}
        fields = defaults | fields
        settings = fields.pop("settings", {})
        lines.append(f"[models.{name}]")
        lines += [f"{key} = {json.dumps(value)}" for key, value in fields.items()]
        lines.append(f"[models.{name}.settings]")
        lines += [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
    (folder / "models.toml").write_text("\n".join(lines))
    return Store(folder)


def tiny_adm() -> AdmUnet:
    torch.manual_seed(0)
    return AdmUnet(TINY)


def refused(store: Store, path: Path, **options: Any) -> str:
    """The sentence with which ``path`` is refused, which names the file."""
    with pytest.raises(BadModelError) as caught:
        store.load(path, **options)
    sentence = str(caught.value)
    assert path.name in sentence
    return sentence


# Containers.


@pytest.mark.parametrize(
    ("wrap", "prefix"),
    [
        (dict, ""),
        (lambda state: {"state_dict": state, "epoch": 3}, "module."),
        (lambda state: {"model": {"ema": state}}, ""),
    ],
)
def test_torch_files_load_whatever_they_are_wrapped_in(
    store: Store, tmp_path: Path, wrap: Any, prefix: str
) -> None:
    network = tiny_adm()
    state = {prefix + name: value for name, value in network.state_dict().items()}
    path = tmp_path / "renamed.bin"
    torch.save(wrap(state), path)
    model = store.load(path, settings=DECLARED)
    x, t = torch.randn(1, 3, 16, 16), torch.tensor([50])
    assert model.architecture == "adm-unet"
    assert torch.equal(model.network(x, t), network.eval()(x, t))
    assert not model.network.training
    assert not any(p.requires_grad for p in model.network.parameters())


def test_half_precision_safetensors_load_as_float32(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "half.pt"
    save_file({name: value.half() for name, value in tiny_adm().state_dict().items()}, path)
    model = store.load(path, settings=DECLARED)
    assert {p.dtype for p in model.network.parameters()} == {torch.float32}


def test_our_own_prior_carries_its_configuration(store: Store, tmp_path: Path) -> None:
    network = PriorUNet(PriorConfig((8, 16), 1, 16))
    path = tmp_path / "own.safetensors"
    described = {"architecture": "prior", "config": network.config.to_dict(), "training": {}}
    save_file(network.state_dict(), path, metadata={"reweave": json.dumps(described)})
    model = store.load(path, kind="prior")
    assert model.architecture == "prior"
    assert isinstance(model.network, PriorUNet)
    assert model.network.config == network.config


def test_lightning_checkpoint_gives_the_generator_only(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generator = LamaGenerator(TINY_LAMA)
    module = types.ModuleType("pytorch_lightning.callbacks")
    exec("class ModelCheckpoint:\n    def __init__(self):\n        self.best = 1", module.__dict__)
    package = types.ModuleType("pytorch_lightning")
    package.callbacks = module  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pytorch_lightning", package)
    monkeypatch.setitem(sys.modules, "pytorch_lightning.callbacks", module)
    state = {f"generator.{name}": value for name, value in generator.state_dict().items()}
    state["discriminator.model.0.weight"] = torch.zeros(2)
    path = tmp_path / "best.ckpt"
    callbacks = {module.ModelCheckpoint: module.ModelCheckpoint()}
    torch.save({"state_dict": state, "callbacks": callbacks, "epoch": 1}, path)
    monkeypatch.undo()
    model = store.load(path, kind="eraser")
    assert set(model.network.state_dict()) == set(generator.state_dict())
    assert "pytorch_lightning" not in sys.modules


class Exporter(nn.Module):
    """Like the wrapper that public TorchScript exports of LaMa were made with."""

    def __init__(self, generator: nn.Module) -> None:
        super().__init__()
        self.model = nn.Module()
        self.model.generator = generator
        self.generator = generator

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.generator(x)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::torch.jit.TracerWarning")
def test_torchscript_is_read_as_weights_of_our_own_network(tmp_path: Path) -> None:
    generator = LamaGenerator(TINY_LAMA).eval()
    path = tmp_path / "lama.pt"
    torch.jit.trace(Exporter(generator), torch.rand(1, 4, 16, 16)).save(path)
    assert sniff(path) == "torchscript"
    model = listed(tmp_path / "a").load(path, kind="eraser")
    x = torch.rand(1, 4, 32, 32)
    assert isinstance(model.network, LamaGenerator)
    assert torch.allclose(model.network(x), generator(x), atol=1e-6)


# Refusals.


class Harmful:
    """Runs a command when unpickled without care."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.mark),)


def test_a_pickle_with_code_is_refused_and_not_run(store: Store, tmp_path: Path) -> None:
    mark, path = tmp_path / "ran", tmp_path / "harmful.pt"
    torch.save({"state_dict": tiny_adm().state_dict(), "extra": Harmful(mark)}, path)
    assert "run code" in refused(store, path)
    assert not mark.exists()


def test_a_legacy_pickle_is_refused_and_not_run(store: Store, tmp_path: Path) -> None:
    mark, path = tmp_path / "ran", tmp_path / "old.pt"
    torch.save({"extra": Harmful(mark)}, path, _use_new_zipfile_serialization=False)
    assert "old pickle format" in refused(store, path)
    assert not mark.exists()


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 a photo", b"GIF89a", b"{}"])
def test_what_is_no_checkpoint_is_refused(store: Store, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "photo.pt"
    path.write_bytes(content)
    assert "not a model file" in refused(store, path)


@pytest.mark.parametrize("form", ["safetensors", "torch"])
def test_a_truncated_file_is_refused(store: Store, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"cut.{form}"
    state = tiny_adm().state_dict()
    save_file(state, path) if form == "safetensors" else torch.save(state, path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert "damaged or incomplete" in refused(store, path)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["safetensors", "torch"]), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4))))
def test_whatever_bytes_are_wrong_the_answer_is_a_sentence(
    form: str, edits: list[tuple[float, bytes]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "edited"
        state = {"a.weight": torch.zeros(2), "b": torch.ones(3)}
        save_file(state, path) if form == "safetensors" else torch.save({"state_dict": state}, path)
        content = bytearray(path.read_bytes())
        for place, replacement in edits:
            start = int(place * len(content))
            content[start : start + len(replacement)] = replacement
        path.write_bytes(content)
        with contextlib.suppress(BadModelError):
            assert isinstance(read_weights(path).tensors, dict)


def test_a_checkpoint_without_weights_is_refused(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "numbers.pt"
    torch.save({"epoch": 4}, path)
    assert "no network weights" in refused(store, path)


def test_an_unknown_network_is_named_by_its_keys(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "other.safetensors"
    save_file({"encoder.weight": torch.zeros(2)}, path)
    assert "encoder.weight" in refused(store, path)


def test_a_variant_is_refused_with_the_differing_keys(store: Store, tmp_path: Path) -> None:
    state = tiny_adm().state_dict()
    state["surprise.weight"] = torch.zeros(1)
    del state["out.0.bias"]
    state["out.2.bias"] = torch.zeros(5)
    path = tmp_path / "variant.safetensors"
    save_file(state, path)
    sentence = refused(store, path, settings=DECLARED)
    assert all(name in sentence for name in ("surprise.weight", "out.0.bias", "out.2.bias"))


def test_a_network_lacking_what_shows_its_shape_is_refused(store: Store, tmp_path: Path) -> None:
    state = tiny_adm().state_dict()
    del state["input_blocks.1.0.in_layers.2.weight"]
    path = tmp_path / "holey.safetensors"
    save_file(state, path)
    assert "does not fit" in refused(store, path, settings=DECLARED)


@pytest.mark.parametrize("absent", sorted(DECLARED))
def test_what_weights_do_not_show_is_asked_for(store: Store, tmp_path: Path, absent: str) -> None:
    path = tmp_path / "prior.safetensors"
    save_file(tiny_adm().state_dict(), path)
    settings = {name: value for name, value in DECLARED.items() if name != absent}
    assert absent in refused(store, path, settings=settings)


def test_heads_that_cannot_be_are_refused(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "prior.safetensors"
    save_file(tiny_adm().state_dict(), path)
    with pytest.raises(BadModelError, match="num_head_channels"):
        store.load(path, settings=DECLARED | {"num_head_channels": 12})


@pytest.mark.parametrize("text", ["not json", "[]", '{"architecture": "prior"}', '{"architecture": 3}'])
def test_a_spoiled_description_is_refused(store: Store, tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.safetensors"
    save_file({"enter.weight": torch.zeros(1)}, path, metadata={"reweave": text})
    refused(store, path)


def test_a_model_of_another_kind_is_refused(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "eraser.safetensors"
    save_file(LamaGenerator(TINY_LAMA).state_dict(), path)
    assert "prior" in refused(store, path, kind="prior")


# The manifest.


def test_a_listed_model_is_found_verified_and_configured(tmp_path: Path) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    save_file(tiny_adm().state_dict(), folder / "tiny.safetensors")
    entry = {
        "file": "tiny.safetensors",
        "sha256": file_digest(folder / "tiny.safetensors"),
        "settings": DECLARED,
    }
    store = listed(folder, tiny=entry)
    model = store.load("tiny")
    assert (model.name, model.kind) == ("tiny", "prior")
    assert len(declared_schedule(model.settings)) == 100
    copy = tmp_path / "copy of it.bin"
    copy.write_bytes((folder / "tiny.safetensors").read_bytes())
    assert store.load(copy).name == "tiny"


def test_a_checksum_mismatch_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    save_file(tiny_adm().state_dict(), folder / "tiny.safetensors")
    store = listed(folder, tiny={"file": "tiny.safetensors", "sha256": "0" * 64, "settings": DECLARED})
    with pytest.raises(BadModelError, match=r"tiny\.safetensors is not the published tiny"):
        store.load("tiny")


def test_an_absent_model_says_where_to_get_it(tmp_path: Path) -> None:
    store = listed(tmp_path / "models", tiny={"file": "tiny.pt", "page": "https://example.org/tiny"})
    with pytest.raises(BadModelError, match=r"example\.org/tiny.*tiny\.pt"):
        store.load("tiny")
    with pytest.raises(BadModelError, match=r"'tinny' is neither a file nor a listed model.*tiny"):
        store.load("tinny")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[models.x]\ntitle = ", "cannot be read"),
        ('[models.x]\nkind = "prior"', "incomplete"),
        ('[models.x]\nkind = "other"', "kind of x"),
        ('[models.x]\nkind = "prior"\ncolour = 1', "colour"),
        ('[models.x]\nkind = "prior"\nsettings = "absent"', "absent"),
    ],
)
def test_a_wrong_manifest_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "models.toml").write_text(text)
    with pytest.raises(BadModelError, match=problem):
        Store(tmp_path)


def test_the_shipped_manifest_is_complete() -> None:
    known = {architecture.name: architecture.kind for architecture in ARCHITECTURES}
    for entry in Store().entries.values():
        assert known[entry.architecture] == entry.kind
        assert entry.sha256 is None or len(entry.sha256) == 64
        if entry.architecture == "adm-unet":
            assert declared_schedule(entry.settings)
            assert {"num_head_channels", "num_heads"} & entry.settings.keys()
