"""What a run finds that was killed, or lost its power, between any two steps of the one before."""

import json
import os
from pathlib import Path

import pytest

from engine.batch.events import Batch, Item, Outcome, Recipe
from engine.batch.workplace import Workplace, workplace
from engine.errors import BadInputError, Failure, StorageError
from engine.messages import Sampling

NAME = "photo.png"


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    (tmp_path / "in").mkdir()
    return Batch(tmp_path / "in", tmp_path / "out", recipe=Recipe(sampling=Sampling(seed=1)))


def staged(place: Workplace, photo: str = NAME, content: bytes = b"repaired") -> Outcome:
    """Do what a worker does: write the file, then tell of it."""
    (place.staging / "ab12.png").write_bytes(content)
    return Outcome(Item(photo, None, photo, "1@2"), "repaired", 5, staged="ab12.png")


def files(batch: Batch) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in batch.target.iterdir() if path.is_file()}


def test_killed_before_the_journal_knew(batch: Batch) -> None:
    with workplace(batch) as place:
        staged(place)
    with workplace(batch) as place:
        assert place.journal.records == {}
        assert not os.listdir(place.staging)
    assert files(batch) == {}


def test_killed_when_the_journal_knew_but_the_file_had_no_place_yet(batch: Batch) -> None:
    with workplace(batch) as place:
        outcome = staged(place)
        place.journal.add(outcome, "8@9")
        (place.staging / "ab12.png").rename(batch.target / "kept")  # from the end of this run
    (batch.target / "kept").rename(place.staging / "ab12.png")
    with workplace(batch) as place:
        assert set(place.journal.records) == {NAME}
        assert not os.listdir(place.staging)
    assert files(batch) == {NAME: b"repaired"}


def test_killed_when_the_file_had_both_names(batch: Batch) -> None:
    with workplace(batch) as place:
        place.deliver(staged(place))
    os.link(batch.target / NAME, place.staging / "ab12.png")
    with workplace(batch) as place:
        assert not os.listdir(place.staging)
        assert set(place.journal.records) == {NAME}
    assert files(batch) == {NAME: b"repaired"}
    assert '"failed"' not in place.journal.path.read_text()


def test_somebody_elses_file_stays_and_the_photo_is_done_again(batch: Batch) -> None:
    with workplace(batch) as place:
        (batch.target / NAME).write_bytes(b"theirs")
        outcome = place.deliver(staged(place))
        assert outcome.failure is not None
        assert "something else has appeared" in outcome.failure.message
        assert not os.listdir(place.staging)
    with workplace(batch) as place:
        assert NAME not in place.journal.records
    assert files(batch) == {NAME: b"theirs"}


def test_a_failure_of_a_changed_photo_leaves_its_old_output_ours(batch: Batch) -> None:
    with workplace(batch) as place:
        place.deliver(staged(place))
        changed = Outcome(Item(NAME, None, NAME, "3@4"), "failed", 5, failure=Failure("bad-input", "why"))
        place.deliver(changed)
    with workplace(batch) as place:
        assert place.journal.records[NAME].stamps == "1@2"


@pytest.mark.parametrize("kept", [1, 40, -2, -1])
def test_a_torn_last_line_costs_its_photo_only(kept: int, batch: Batch) -> None:
    with workplace(batch) as place:
        place.deliver(staged(place, "first.png"))
        before = place.journal.path.stat().st_size
        place.deliver(staged(place, "second.png"))
    path = place.journal.path
    whole = path.read_bytes()
    path.write_bytes(whole[:before] + whole[before:][:kept])
    with workplace(batch) as place:
        torn = kept != -1  # without its end of line it is whole all the same
        assert set(place.journal.records) == {"first.png"} | (set() if torn else {"second.png"})
        place.deliver(staged(place, "third.png"))
    with workplace(batch) as place:
        assert "third.png" in place.journal.records


def test_a_journal_of_which_nothing_is_left_begins_anew(batch: Batch) -> None:
    with workplace(batch) as place:
        place.journal.begin()
        path = place.journal.path
    path.write_bytes(path.read_bytes()[:10])
    with workplace(batch) as place:
        place.journal.begin()
        assert json.loads(path.read_text())["reweave-batch"] == 1


def test_settings_bind_only_once_a_photo_is_finished(batch: Batch) -> None:
    with workplace(batch):
        pass
    other = Batch(batch.source, batch.target, recipe=Recipe(model="another", sampling=Sampling(seed=1)))
    with workplace(other) as place:
        place.deliver(staged(place))
    with pytest.raises(BadInputError, match=r"other settings \(model\)"), workplace(batch):
        pass


def test_the_seed_of_the_run_is_kept(batch: Batch) -> None:
    unseeded = Batch(batch.source, batch.target)
    with workplace(unseeded) as place:
        seed = place.journal.seed
        place.deliver(staged(place))
    with workplace(unseeded) as place:
        assert place.journal.seed == seed


def test_an_output_folder_reached_through_a_link_stays_where_it_is(batch: Batch, tmp_path: Path) -> None:
    with workplace(batch) as place:
        (batch.target / "album").symlink_to(batch.source)
        outcome = place.deliver(staged(place, "album/photo.png"))
        assert outcome.failure is not None
        assert "leads elsewhere" in outcome.failure.message
    assert not os.listdir(batch.source)


def test_two_runs_at_once_are_refused(batch: Batch) -> None:
    with workplace(batch), pytest.raises(StorageError, match="Another batch"), workplace(batch):
        pass
    with workplace(batch):
        pass
