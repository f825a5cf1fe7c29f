"""Devices that are not there are refused in a sentence; what a device keeps for a job is given back."""

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.device import choose_device, free_memory, inference_dtype, present
from engine.errors import DeviceError
from engine.messages import NO_ERASER, Repair
from engine.session import Session


def test_cpu_is_always_there() -> None:
    assert choose_device("cpu") == torch.device("cpu")
    assert inference_dtype(torch.device("cpu")) in (torch.float32, torch.bfloat16)


def test_auto_prefers_an_accelerator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert choose_device("auto").type == "cuda"
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    assert choose_device("auto").type == "cpu"


def test_what_is_there_is_told_the_best_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)
    assert present() == ("mps", "cpu")


def test_a_device_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(DeviceError, match="no usable cuda"):
        choose_device("cuda")
    with pytest.raises(DeviceError, match="no device called 'tpu'"):
        choose_device("tpu")


def test_a_number_that_no_device_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    assert choose_device("cuda:1") == torch.device("cuda", 1)
    with pytest.raises(DeviceError, match="no device cuda:2: they are numbered from cuda:0 to cuda:1"):
        choose_device("cuda:2")
    with pytest.raises(DeviceError, match="no device cpu:1"):
        choose_device("cpu:1")


def test_free_memory_is_told_in_bytes_or_not_at_all() -> None:
    free = free_memory()
    assert free is None or 2**20 < free < 2**50


def test_a_cancelled_job_gives_cached_memory_back(
    tiny_prior_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_back: list[torch.device] = []
    monkeypatch.setattr("engine.session.empty_cache", given_back.append)
    hole = np.zeros((40, 40), bool)
    hole[10:14, 10:14] = True
    request = Repair(np.full((40, 40, 3), 99, np.uint8), hole, model=str(tiny_prior_file), eraser=NO_ERASER)
    job = Session("cpu").run(request)
    next(job)
    assert not given_back
    job.close()
    assert given_back == [torch.device("cpu")]
