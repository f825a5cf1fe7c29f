"""Masks corrected by hand: they count from then on, and their photos are repaired again."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.batch.correction import correct_mask, mask_used
from engine.batch.events import Batch, Event, Finished, Item, Outcome, Planned, Problem, Recipe
from engine.batch.plan import plan
from engine.batch.run import run_batch
from engine.messages import Sampling
from engine.photo.files import read_mask
from engine.session import Session
from tests.engine.batch.folders import SIDES, folders, outputs, picture, read, write


def hole_at(top: int) -> np.ndarray:
    hole = np.zeros(SIDES, bool)
    hole[top : top + 4, 4:12] = True
    return hole


def batch_of(tmp_path: Path, names: list[str], model: Path, **options: object) -> Batch:
    source, masks, out = folders(tmp_path, names)
    recipe = Recipe(model=str(model), eraser="none", sampling=Sampling(steps=1))
    return replace(Batch(source, out, masks, recipe, device="cpu"), **options)  # type: ignore[arg-type]


def done(events: list[Event]) -> set[str]:
    return {event.item.photo for event in events if isinstance(event, Outcome) and event.state != "failed"}


def test_a_photo_is_repaired_again_alone_with_its_corrected_mask(
    tmp_path: Path, tiny_prior_file: Path
) -> None:
    batch = batch_of(tmp_path, ["a.png", "deep/b.png", "deep/c.png"], tiny_prior_file, recursive=True)
    list(run_batch(batch))
    before, given = outputs(batch.target), outputs(batch.masks)
    correct_mask(batch, "deep/b.png", hole_at(4))
    events = list(run_batch(replace(batch, only=frozenset({"deep/b.png"}))))
    assert done(events) == {"deep/b.png"}
    assert next(event for event in events if isinstance(event, Planned)).todo == 1
    after = outputs(batch.target)
    assert {name for name in after if after[name] != before[name]} == {"deep/b.png"}
    old, new = read(batch.source / "deep/b.png"), read(batch.target / "deep/b.png")
    assert ((old != new).any(axis=2) <= hole_at(4)).all()
    assert outputs(batch.masks) == given
    again = list(run_batch(batch))  # the whole run goes on from there
    assert not done(again)
    assert sum(isinstance(event, Finished) for event in again) == 3


def test_a_correction_counts_though_the_editor_ended_before_the_repair(
    tmp_path: Path, tiny_prior_file: Path
) -> None:
    batch = batch_of(tmp_path, ["a.png", "b.png"], tiny_prior_file)
    list(run_batch(batch))
    correct_mask(batch, "a.png", hole_at(4))
    assert done(list(run_batch(batch))) == {"a.png"}


def test_a_photo_without_a_mask_can_be_given_one(tmp_path: Path, tiny_prior_file: Path) -> None:
    batch = batch_of(tmp_path, ["a.png"], tiny_prior_file)
    assert batch.masks is not None
    (batch.masks / "a.png").unlink()
    (problem,) = plan(batch, {})
    assert isinstance(problem, Problem)
    assert mask_used(batch, "a.png", None) is None
    correct_mask(batch, "a.png", hole_at(4))
    assert done(list(run_batch(batch))) == {"a.png"}


def test_the_mask_that_was_used_can_be_looked_at(tmp_path: Path, tiny_prior_file: Path) -> None:
    batch = batch_of(tmp_path, ["a.png"], tiny_prior_file)
    (item,) = plan(batch, {})
    assert isinstance(item, Item)
    assert mask_used(batch, "a.png", item) == batch.masks / "a.png"  # type: ignore[operator]
    correct_mask(batch, "a.png", hole_at(4))
    used = mask_used(batch, "a.png", item)
    assert used is not None
    assert np.array_equal(read_mask(used, SIDES), hole_at(4))


def test_found_masks_are_kept_and_corrections_go_before_them(
    tmp_path: Path, tiny_prior_file: Path, bright_detector_file: Path
) -> None:
    batch = batch_of(tmp_path, [], tiny_prior_file, masks=None)
    batch = replace(batch, recipe=replace(batch.recipe, sensitivity=0.5, detector=str(bright_detector_file)))
    damaged = picture(1) // 2
    damaged[10:14, 10:30] = 255
    write(batch.source / "a.png", damaged)
    assert done(list(run_batch(batch))) == {"a.png"}
    used = mask_used(batch, "a.png", None)
    assert used is not None
    found = read_mask(used, SIDES)
    assert found[10:14, 10:30].all()
    assert np.array_equal((read(batch.target / "a.png") != damaged).any(axis=2) <= found, np.ones(SIDES))
    correct_mask(batch, "a.png", hole_at(4))
    assert done(list(run_batch(batch))) == {"a.png"}
    assert (read(batch.target / "a.png")[10:14, 12:30] == 255).all()
    assert done(list(run_batch(batch))) == set()


def test_only_what_is_asked_for_is_planned_and_rivals_are_still_seen(tmp_path: Path) -> None:
    source, masks, out = folders(tmp_path, ["a.png", "b.png", "c.png", "twin.png"])
    write(source / "twin.bmp", picture(1))
    only = frozenset({"a.png", "twin.png", "gone.png", "deep/d.png"})
    found = list(plan(Batch(source, out, masks, only=only), {}))
    assert [item.photo for item in found if isinstance(item, Item)] == ["a.png"]
    problems = {problem.photo: problem.trouble for problem in found if isinstance(problem, Problem)}
    assert problems == {"twin.png": "same-output", "gone.png": "unreadable", "deep": "unreadable"}


def test_beginning_anew_forgets_nothing_before_the_plan_is_accepted(
    tmp_path: Path, tiny_prior_file: Path
) -> None:
    batch = batch_of(tmp_path, ["a.png"], tiny_prior_file)
    list(run_batch(batch))
    journal = batch.target / ".reweave-batch" / "journal.jsonl"
    before = journal.read_text()
    looked = run_batch(replace(batch, restart=True, overwrite=True))
    assert isinstance([next(looked) for _ in range(2)][-1], Planned)
    looked.close()
    assert journal.read_text() == before
    assert done(list(run_batch(replace(batch, restart=True, overwrite=True)))) == {"a.png"}
    assert len([line for line in map(json.loads, journal.read_text().splitlines()) if "photo" in line]) == 1


def test_the_models_of_a_session_are_used(tmp_path: Path, tiny_prior_file: Path) -> None:
    batch = batch_of(tmp_path, ["a.png"], tiny_prior_file)
    asked: list[Session] = []

    def session() -> Session:
        asked.append(Session("cpu"))
        return asked[0]

    job = run_batch(batch, session)
    while not isinstance(next(job), Planned):
        assert not asked
    assert done(list(job)) == {"a.png"}
    assert len(asked) == 1


@pytest.mark.parametrize("photo", ["a.png", "new\nline.png", "é" * 125 + ".png"])
def test_names_of_all_kinds_have_corrections(photo: str, tmp_path: Path) -> None:
    batch = Batch(tmp_path, tmp_path / "out")
    correct_mask(batch, photo, hole_at(4))
    assert mask_used(batch, photo, None) is not None
