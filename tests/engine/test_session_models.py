"""A session loads a model once, forgets it for another one of its kind, and sees that a file has changed."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from engine.errors import BadModelError
from engine.messages import Detect
from engine.run import drive
from engine.session import Session
from tests.engine.conftest import detector_file

IMAGE = np.full((24, 24, 3), 128, np.uint8)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A detector that takes grey for damage."""
    return detector_file(tmp_path, gain=9.0, level=-0.5)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """One that does not."""
    folder = tmp_path / "other"
    folder.mkdir()
    return detector_file(folder, gain=9.0, level=0.5)


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The models that are loaded, as they are."""
    from engine.checkpoints.store import Store

    names, load = [], Store.load

    def noted(self: Store, name: str, **kind: object) -> object:
        names.append(Path(name).parent.name)
        return load(self, name, **kind)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "load", noted)
    return names


def probability(session: Session, model: Path) -> float:
    """Return how sure the model is of its findings: 255 is certain."""
    return float(drive(session.run(Detect(IMAGE, str(model)))).probability.mean())


def test_a_model_is_loaded_once(model: Path, loaded: list[str]) -> None:
    session = Session("cpu")
    assert probability(session, model) == probability(session, model) > 128
    assert len(loaded) == 1


def test_a_file_that_was_exchanged_is_loaded_again(model: Path, other: Path) -> None:
    session = Session("cpu")
    assert probability(session, model) > 128
    shutil.copy(other, model)
    assert probability(session, model) < 128


def test_one_of_a_kind_is_kept(model: Path, other: Path, loaded: list[str]) -> None:
    session = Session("cpu")
    assert [probability(session, each) > 128 for each in (model, other, model)] == [True, False, True]
    assert len(loaded) == 3


def test_a_file_that_is_gone_is_told_and_the_session_goes_on(model: Path, other: Path) -> None:
    session = Session("cpu")
    probability(session, model)
    model.unlink()
    with pytest.raises(BadModelError, match="neither a file nor a listed model"):
        probability(session, model)
    assert probability(session, other) < 128
