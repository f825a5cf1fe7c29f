"""The engine's thread: every job has one end, and none is left behind."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from engine.errors import BadModelError, Cancelled, Failure
from engine.messages import Repair
from gui.background import Background
from gui.engine_host import EngineHost
from gui.hole_layer import HoleLayer
from gui.picture import Picture
from gui.repair_task import Outcome, RepairTask
from tests.gui.support import WAIT_MS, DissolvingSession, gradient, rectangle


class Witness:
    """Writes down what a host signals, in order."""

    def __init__(self, host: EngineHost) -> None:
        self.names: list[str] = []
        self.values: list[object] = []
        host.started.connect(lambda: self._note("started", None))
        host.cancelled.connect(lambda: self._note("cancelled", None))
        for name in ("progress", "finished", "failed"):
            getattr(host, name).connect(lambda value, name=name: self._note(name, value))

    def _note(self, name: str, value: object) -> None:
        self.names.append(name)
        self.values.append(value)

    @property
    def ends(self) -> list[str]:
        return [name for name in self.names if name not in ("started", "progress")]


@pytest.fixture
def make_host(qtbot: QtBot) -> Iterator[Callable[..., EngineHost]]:
    hosts: list[EngineHost] = []

    def make(load: Callable[[], DissolvingSession]) -> EngineHost:
        hosts.append(EngineHost(load))
        return hosts[-1]

    yield make
    for host in hosts:
        host.shutdown()


def task() -> RepairTask:
    hole = HoleLayer.of(rectangle(60, 80, 10, 10, 30, 40))
    return RepairTask(Picture.of(gradient(60, 80)), hole)


def test_a_job_starts_shows_itself_and_finishes_once(qtbot: QtBot, make_host) -> None:
    host = make_host(DissolvingSession)
    witness = Witness(host)
    with qtbot.waitSignal(host.finished, timeout=WAIT_MS):
        host.start(task())
        assert host.busy
    assert witness.names[:2] == ["started", "progress"]
    assert witness.ends == ["finished"]
    assert isinstance(witness.values[-1], Outcome)
    assert not host.busy


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (BadModelError("old.pt is not a checkpoint: choose another."), "bad-model"),
        (RuntimeError("CUDA error: out of memory"), "out-of-memory"),
        (RuntimeError("mat1 and mat2 shapes cannot be multiplied"), "internal"),
        (ZeroDivisionError(), "internal"),
        (StopIteration(), "internal"),
    ],
)
def test_every_error_is_one_failure(qtbot: QtBot, make_host, error: Exception, kind: str) -> None:
    session = DissolvingSession(error=error)
    host = make_host(lambda: session)
    witness = Witness(host)
    with qtbot.waitSignal(host.failed, timeout=WAIT_MS):
        host.start(task())
    assert witness.ends == ["failed"]
    failure = witness.values[-1]
    assert isinstance(failure, Failure)
    assert failure.kind == kind
    assert "Traceback" in failure.detail
    assert session.closed.is_set()


def test_an_engine_that_cannot_be_loaded_is_a_failure_and_is_tried_again(qtbot: QtBot, make_host) -> None:
    tries = []

    def load() -> DissolvingSession:
        tries.append(1)
        if len(tries) == 1:
            raise ImportError("libtorch.so: cannot open shared object file")
        return DissolvingSession()

    host = make_host(load)
    with qtbot.waitSignal(host.failed, timeout=WAIT_MS):
        host.start(task())
    with qtbot.waitSignal(host.finished, timeout=WAIT_MS):
        host.start(task())
    with qtbot.waitSignal(host.finished, timeout=WAIT_MS):
        host.start(task())
    assert len(tries) == 2


def test_an_engine_that_is_being_loaded_is_loaded_anew_for_the_next_job(qtbot: QtBot, make_host) -> None:
    loading, gate, loaded = threading.Event(), threading.Event(), []

    def load() -> DissolvingSession:
        loaded.append(1)
        loading.set()
        assert gate.wait(10)
        return DissolvingSession()

    host = make_host(load)
    with qtbot.waitSignal(host.finished, timeout=WAIT_MS):
        host.start(task())
        assert loading.wait(10)
        host.reload()
        gate.set()
    with qtbot.waitSignal(host.finished, timeout=WAIT_MS):
        host.start(task())
    assert len(loaded) == 2


def test_what_is_prepared_comes_before_the_first_job(qtbot: QtBot, make_host) -> None:
    done: list[str] = []

    def load() -> DissolvingSession:
        done.append("loaded")
        return DissolvingSession()

    host = make_host(load)
    host.prepare(lambda: done.append("prepared"))
    with qtbot.waitSignal(host.finished, timeout=WAIT_MS):
        host.start(task())
    assert done == ["prepared", "loaded"]


def test_bad_input_is_told_before_the_engine_is_loaded(qtbot: QtBot, make_host) -> None:
    def load() -> DissolvingSession:
        raise AssertionError("too early")

    host = make_host(load)
    empty = RepairTask(Picture.of(gradient(60, 80)), HoleLayer((60, 80)))
    with qtbot.waitSignal(host.failed, timeout=WAIT_MS) as signal:
        host.start(empty)
    assert signal.args is not None
    assert "mask is empty" in signal.args[0].message


def test_cancelling_ends_the_job_within_one_step(qtbot: QtBot, make_host) -> None:
    session = DissolvingSession(steps=1000, gate=threading.Event())
    host = make_host(lambda: session)
    witness = Witness(host)
    host.start(task())
    host.cancel()
    with qtbot.waitSignal(host.cancelled, timeout=WAIT_MS):
        session.gate.set()
    assert witness.ends == ["cancelled"]
    assert session.taken <= 1
    assert session.closed.is_set() or session.taken == 0


def test_cancelling_in_the_middle_leaves_the_step_under_way_the_last(qtbot: QtBot, make_host) -> None:
    gate = threading.Event()
    session = DissolvingSession(steps=1000, gate=gate)
    host = make_host(lambda: session)
    with qtbot.waitSignal(host.progress, timeout=WAIT_MS):
        host.start(task())
        gate.set()
    gate.clear()
    time.sleep(0.05)  # the job now waits inside a step
    taken = session.taken
    host.cancel()
    with qtbot.waitSignal(host.cancelled, timeout=WAIT_MS):
        gate.set()
    assert session.taken <= taken + 1
    assert session.closed.is_set()


def test_shutting_down_in_the_middle_of_a_job_cancels_it(make_host, qtbot: QtBot) -> None:
    session = DissolvingSession(steps=10**6)
    host = make_host(lambda: session)
    witness = Witness(host)
    with qtbot.waitSignal(host.progress, timeout=WAIT_MS):
        host.start(task())
    host.shutdown()
    assert witness.ends == ["cancelled"]
    assert session.closed.is_set()


def test_two_jobs_in_a_row_share_the_session_and_end_once_each(qtbot: QtBot, make_host) -> None:
    host = make_host(DissolvingSession)
    witness = Witness(host)
    for _ in range(2):
        with qtbot.waitSignal(host.finished, timeout=WAIT_MS):
            host.start(task())
    assert witness.names.count("started") == 2
    assert witness.ends == ["finished", "finished"]


def test_there_is_one_job_at_a_time(qtbot: QtBot, make_host) -> None:
    host = make_host(DissolvingSession)
    with qtbot.waitSignal(host.finished, timeout=WAIT_MS):
        host.start(task())
        with pytest.raises(RuntimeError, match="a job is running"):
            host.start(task())


def test_a_window_that_does_not_keep_up_is_not_flooded(qtbot: QtBot, qapp, make_host) -> None:
    """However many steps a job takes, at most one frame waits for the window."""
    gate = threading.Event()
    session = DissolvingSession(steps=10**6, gate=gate)
    host = make_host(lambda: session)
    witness = Witness(host)
    host.start(task())
    gate.set()
    time.sleep(0.3)  # the window is busy with something else
    gate.clear()
    time.sleep(0.05)
    assert session.taken > 10
    qapp.processEvents()
    assert witness.names == ["started", "progress"]
    host.cancel()
    gate.set()


def test_background_work_ends_in_one_of_three_ways_in_order(qtbot: QtBot) -> None:
    background = Background("test")
    ends: list[object] = []

    def cancel() -> None:
        raise Cancelled

    for work in (lambda: 1, lambda: 1 // 0, cancel, lambda: 2):
        background.submit(work, ends.append, lambda f: ends.append(f.kind), lambda: ends.append("cancelled"))
    background.shutdown()
    assert ends == [1, "internal", "cancelled", 2]


def test_after_the_end_no_work_is_taken_not_even_by_what_the_last_leads_to(qtbot: QtBot) -> None:
    background = Background("test")
    ends: list[object] = []

    def again(outcome: object) -> None:
        ends.append(outcome)
        background.submit(lambda: 2, ends.append, pytest.fail)

    background.submit(lambda: 1, again, pytest.fail)
    background.shutdown()
    assert ends == [1]
    assert not background._thread.isRunning()


def test_what_comes_of_the_work_is_told_in_the_thread_that_asked(qtbot: QtBot) -> None:
    background = Background("test")
    threads: list[threading.Thread] = []
    background.submit(threading.current_thread, threads.append, pytest.fail)
    background.submit(lambda: None, lambda _: threads.append(threading.current_thread()), pytest.fail)
    background.shutdown()
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_the_request_reaches_the_session_complete_and_frozen(qtbot: QtBot, make_host) -> None:
    seen: list[Repair] = []

    class Session(DissolvingSession):
        def run(self, request):
            seen.append(request)
            return super().run(request)

    host = make_host(Session)
    with qtbot.waitSignal(host.finished, timeout=WAIT_MS):
        host.start(task())
    assert seen[0].hole.sum() == 20 * 30
    assert not seen[0].image.flags.writeable
    assert not seen[0].hole.flags.writeable
