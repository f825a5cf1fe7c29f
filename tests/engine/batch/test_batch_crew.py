"""Workers that die: their photos go to others, and only a photo that brings its process down twice fails."""

import contextlib
import importlib.util
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.batch.crew import process_crew
from engine.batch.events import Batch, Event, Item, Outcome, Recipe, Step, Summary, Task
from engine.batch.places import staging_of
from engine.batch.plan import plan
from engine.batch.run import run_batch
from engine.errors import BadInputError, BadModelError
from engine.messages import Sampling
from tests.engine.batch.folders import folders, outputs, picture, scratch, write

LARGE = 500, 600
NAMES = [f"{number}.png" for number in range(8)]
RAY = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="the extra [cluster] is not installed"
)


def batch_of(root: Path, model: Path, **more: object) -> Batch:
    source, masks, out = folders(root, NAMES)
    recipe = Recipe(model=str(model), eraser="none", sampling=Sampling(steps=1, seed=3))
    return Batch(source, out, masks, recipe, device="cpu", workers=2, **more)  # type: ignore[arg-type]


def driven(batch: Batch) -> Iterator[Event | Summary]:
    """Yield the events and at last the summary."""
    job = run_batch(batch)
    while True:
        try:
            yield next(job)
        except StopIteration as stop:
            yield stop.value
            return


def make_large(batch: Batch, name: str) -> None:
    """Let the photo ``name`` take long enough to be caught at work."""
    assert batch.masks is not None
    write(batch.source / name, picture(5, LARGE))
    write(batch.masks / name, scratch(LARGE))


def actors() -> list[int]:
    """The processes of Ray's actors on the cluster that this process has started."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            named = (folder / "cmdline").read_bytes().startswith(b"ray::Mender")
            if named and parent(parent(int(folder.name))) == os.getpid():
                found.append(int(folder.name))
    return found


def parent(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


def kill_workers() -> None:
    for process in multiprocessing.active_children():
        if process.pid is not None:
            os.kill(process.pid, signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_photo_fails_only_if_its_process_dies_twice(tmp_path: Path, tiny_prior_file: Path) -> None:
    batch = batch_of(tmp_path, tiny_prior_file)
    make_large(batch, "5.png")
    staging_of(batch).mkdir(parents=True)
    tasks = (Task(found, 1) for found in plan(batch, {}) if isinstance(found, Item))
    deaths = 0
    outcomes: dict[str, str] = {}
    for event in process_crew(batch, tasks, 1):
        if isinstance(event, Step) and event.photo == "5.png" and deaths < 2:
            kill_workers()
            deaths += 1
        if isinstance(event, Outcome):
            assert event.item.photo not in outcomes
            outcomes[event.item.photo] = event.state
            if event.failure:
                assert '"5.png" was ended by the system' in event.failure.message
    assert deaths == 2
    assert outcomes == {name: "failed" if name == "5.png" else "repaired" for name in NAMES}
    assert not multiprocessing.active_children()


def test_what_keeps_every_worker_from_its_work_is_told_once(tmp_path: Path) -> None:
    with pytest.raises(BadModelError, match="no-such-model"):
        list(run_batch(batch_of(tmp_path, Path("no-such-model"))))
    assert not multiprocessing.active_children()


@RAY
@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.filterwarnings("ignore")  # what Ray warns of is not ours
def test_a_cluster_goes_on_when_a_worker_is_killed(tmp_path: Path, tiny_prior_file: Path) -> None:
    import ray

    batch = batch_of(tmp_path, tiny_prior_file, cluster="local")
    for name in NAMES[3:]:
        make_large(batch, name)
    workers: list[int] = []
    summary = None
    for event in driven(batch):
        if isinstance(event, Outcome) and len(workers) < 2:
            workers = actors()
            if len(workers) == 2:
                os.kill(max(workers), signal.SIGKILL)  # the one that has begun last, with photos left
        summary = event
    assert len(workers) == 2
    assert isinstance(summary, Summary)
    assert (summary.repaired, summary.failed) == (8, 0)
    assert set(outputs(tmp_path / "out")) == set(NAMES)
    assert not ray.is_initialized()


@pytest.mark.skipif(importlib.util.find_spec("ray") is not None, reason="Ray is installed")
def test_a_missing_ray_is_told(tmp_path: Path, tiny_prior_file: Path) -> None:
    with pytest.raises(BadInputError, match=r"reweave\[cluster\]"):
        list(run_batch(batch_of(tmp_path, tiny_prior_file, cluster="auto")))


@RAY
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_is_not_there_is_told(tmp_path: Path, tiny_prior_file: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be reached"):
        list(run_batch(batch_of(tmp_path, tiny_prior_file, cluster="auto")))
