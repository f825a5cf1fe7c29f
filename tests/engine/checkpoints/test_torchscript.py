"""Reading TorchScript's tensors: what an archive asks to be run or made is never done."""

from __future__ import annotations

import os
import pickle
import zipfile
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from engine.checkpoints.formats import read_weights, sniff
from engine.checkpoints.torchscript import evaluate, read_torchscript
from engine.errors import BadModelError

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


class Twice(nn.Module):
    """Reaches one layer by two names, and has a list, a text and numbers beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.first = self.second = nn.Conv2d(3, 4, 3)
        self.halves = nn.Linear(4, 4).half()
        self.register_buffer("counts", torch.arange(6).reshape(2, 3).T)
        self.sizes = [1, 2, 3]
        self.called = "twice"

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.first(x) * len(self.sizes) * len(self.called)


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "twice.pt"
    torch.jit.script(Twice()).save(path)
    return path


def with_modules(script: Path, data: bytes) -> Path:
    """Return a copy of an archive in which the modules are described by ``data``."""
    path = script.with_name("other.pt")
    with zipfile.ZipFile(script) as source, zipfile.ZipFile(path, "w") as archive:
        for part in source.infolist():
            content = data if part.filename.endswith("/data.pkl") else source.read(part)
            archive.writestr(part.filename, content)
    return path


def refused(path: Path) -> str:
    with pytest.raises(BadModelError, match=path.name) as caught:
        read_weights(path)
    return str(caught.value)


def no_storage(reference: tuple[Any, ...]) -> torch.Tensor:
    raise AssertionError(reference)


def test_the_tensors_are_those_that_torch_itself_reads(script: Path) -> None:
    expected = torch.jit.load(script).state_dict()
    tensors = read_torchscript(script)
    assert tensors.keys() == expected.keys()
    for name, value in tensors.items():
        assert value.dtype == expected[name].dtype
        assert torch.equal(value, expected[name])


def test_numbers_come_in_single_precision(script: Path) -> None:
    assert sniff(script) == "torchscript"
    weights = read_weights(script).tensors
    assert weights["halves.weight"].dtype == torch.float32
    assert weights["counts"].dtype == torch.int64


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_what_a_pickle_asks_to_be_run_is_not_run(script: Path, tmp_path: Path, protocol: int) -> None:
    mark = tmp_path / "mark"

    class Harmful:
        def __reduce__(self) -> Any:
            return os.mkdir, (str(mark),)

    data = pickle.dumps({"weight": Harmful()}, protocol)
    refused(with_modules(script, data))
    pickle.loads(data)  # which does run it
    assert mark.exists()


def test_what_would_be_called_or_made_is_an_empty_dictionary() -> None:
    called = b"\x80\x02cos\nsystem\nX\x04\x00\x00\x00true\x85R."
    made = b"\x80\x02cbuiltins\nobject\n)\x81}X\x01\x00\x00\x00aK\x07sb."
    assert evaluate(called, no_storage) == {}
    assert evaluate(made, no_storage) == {"a": 7}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b".",
        b"\x80\x02",
        b"\x80\x02}",
        b"\x80\x02N.",  # nothing
        b"\x80\x02]q\x00h\x00a.",  # a list in itself
        b"\x80\x02}r\xff\xff\xff\x7fs.",
        b"\x80\x02}(K\x01u.",  # a name without a value
        b"\x80\x02(i__main__\nX\n.",
        b"\x80\x02t.",
        b"\x80\x02}]K\x01s.",  # a name that can be none
        b"\x8a\xff" + bytes(100),
    ],
)
def test_nonsense_is_told_as_damage(script: Path, data: bytes) -> None:
    assert "damaged" in (sentence := refused(with_modules(script, data))) or "no network" in sentence


def test_modules_within_themselves_and_deep_ones_come_to_an_end(script: Path) -> None:
    itself = b"\x80\x02}q\x00X\x01\x00\x00\x00ah\x00s."
    deep = b"\x80\x02" + 10_000 * b"}X\x01\x00\x00\x00a" + b"}" + 10_000 * b"s" + b"."
    assert "no network weights" in refused(with_modules(script, itself))
    assert "damaged" in refused(with_modules(script, deep))


def test_a_tensor_that_reaches_beyond_its_numbers_is_refused(script: Path) -> None:
    with zipfile.ZipFile(script) as archive:
        data = archive.read("twice/data.pkl")
    shape = b"K\x04K\x03K\x03K\x03"  # marked, of four numbers: the convolution's
    assert data.count(shape) == 1
    assert "damaged" in refused(with_modules(script, data.replace(shape, b"K\xffK\x03K\x03K\x03")))


def test_packed_numbers_are_refused(script: Path) -> None:
    path = script.with_name("packed.pt")
    with zipfile.ZipFile(script) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in source.infolist():
            archive.writestr(part.filename, source.read(part))
    assert "unpack to more" in refused(path)
