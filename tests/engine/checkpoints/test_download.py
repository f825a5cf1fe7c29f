"""Fetching from places that drop, cut, lie, redirect and answer with something else. None is a public one."""

from __future__ import annotations

import hashlib
import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from engine.checkpoints.download import TRIES, Wanted, download
from engine.errors import Cancelled, StorageError
from engine.messages import Progress
from engine.run import drive
from tests.engine.checkpoints.place import (
    Answer,
    Handler,
    Place,
    another,
    claiming,
    cut,
    from_elsewhere,
    packed,
    sent_to,
    serving,
    status,
    unmeasured,
    well,
    without_ranges,
)

CONTENT = np.random.default_rng(0).bytes(100_000)
DIGEST = hashlib.sha256(CONTENT).hexdigest()
SIZE = len(CONTENT)


@pytest.fixture
def part(tmp_path: Path) -> Path:
    return tmp_path / "file.pt"


def fetch(
    part: Path, *places: Place, size: int | None = SIZE, sha256: str | None = DIGEST, timeout: float = 5.0
) -> list[float]:
    """Fetch, and return the pauses that were made."""
    pauses: dict[int, float] = defaultdict(float)
    wanted = Wanted([place.url for place in places], size, sha256)

    def pause(seconds: float) -> None:
        pauses[sum(len(place.asked) for place in places)] += seconds

    digest = drive(download(wanted, part, timeout=timeout, pause=pause))
    assert part.read_bytes() == CONTENT
    assert digest == DIGEST
    return list(pauses.values())


def refused(part: Path, *places: Place, size: int | None = SIZE, sha256: str | None = DIGEST) -> str:
    with pytest.raises(StorageError) as caught:
        fetch(part, *places, size=size, sha256=sha256)
    return str(caught.value)


def test_a_file_is_fetched(part: Path) -> None:
    seen: list[Progress] = []
    with serving(CONTENT) as place:
        drive(download(Wanted([place.url], SIZE, DIGEST), part), seen.append)
    assert part.read_bytes() == CONTENT
    assert place.asked == [None]
    assert seen[-1].fraction == 1


@pytest.mark.parametrize("known", [True, False])
def test_a_dropped_line_is_resumed_where_it_broke(part: Path, known: bool) -> None:
    with serving(CONTENT, cut(30_000), cut(0), cut(30_000), well) as place:
        fetch(part, place, size=SIZE if known else None, sha256=DIGEST if known else None)
    assert place.asked == [None, "bytes=30000-", "bytes=30000-", "bytes=60000-"]


@pytest.mark.parametrize(
    "second", [without_ranges, from_elsewhere, status(416), status(503), packed, another]
)
def test_a_second_answer_that_does_not_continue_the_first_does_no_harm(part: Path, second: Answer) -> None:
    with serving(CONTENT, cut(30_000), second, well) as place, serving(CONTENT) as mirror:
        fetch(part, place, mirror)


def test_what_came_before_the_program_was_closed_is_kept(part: Path) -> None:
    cancel = threading.Event()

    def close_soon(progress: Progress) -> None:
        if progress.fraction > 0.2:
            cancel.set()

    with serving(CONTENT, cut(30_000), well) as place:
        job = download(Wanted([place.url], SIZE, DIGEST), part, pause=lambda seconds: None)
        with pytest.raises(Cancelled):
            drive(job, close_soon, cancel)
        assert part.stat().st_size
        fetch(part, place)
    assert place.asked[-1] == f"bytes={30_000}-"


def test_a_file_that_has_changed_meanwhile_is_fetched_anew(part: Path) -> None:
    def changed(handler: object, content: bytes) -> None:
        assert handler.headers["If-Range"] == '"one"'  # type: ignore[attr-defined]
        without_ranges(handler, content)  # type: ignore[arg-type]

    with serving(CONTENT, cut(30_000), changed) as place:
        fetch(part, place, size=None, sha256=None)


def test_remains_of_another_place_are_not_trusted_without_a_checksum(part: Path) -> None:
    part.write_bytes(b"remains of something")
    with serving(CONTENT) as place:
        fetch(part, place, size=None, sha256=None)
    assert place.asked == [None]


@pytest.mark.parametrize("remains", [b"wrong" * 1000, CONTENT + b"more", bytes(SIZE)])
def test_wrong_remains_are_thrown_away(part: Path, remains: bytes) -> None:
    part.write_bytes(remains)
    with serving(CONTENT) as place:
        fetch(part, place)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (another, "checksum"),
        (packed, "packed"),
        (claiming(SIZE + 10), f"{SIZE + 10:,} bytes instead of {SIZE:,}"),
        (claiming(SIZE - 10), f"{SIZE - 10:,} bytes instead of {SIZE:,}"),
        (unmeasured(2), "more than the file has"),
        (status(404), "answered 404"),
        (status(503), "answered 503"),
        (cut(0), "broke off"),
        (sent_to("http://example.org/file"), "not encrypted"),
        (sent_to("file:///etc/hostname"), "answered 302"),
        (sent_to("http://[/"), "address that is none"),
    ],
)
def test_a_place_that_lies_is_left_for_the_next(part: Path, answer: Answer, reason: str) -> None:
    with serving(CONTENT, answer) as bad, serving(CONTENT) as good:
        assert reason in refused(part, bad)
        fetch(part, bad, good)


@pytest.mark.parametrize(("claimed", "sentence"), [(SIZE + 10, "broke off after"), (SIZE - 10, "checksum")])
def test_a_lie_about_the_length_is_found_out_also_where_the_size_is_not_known(
    part: Path, claimed: int, sentence: str
) -> None:
    with serving(CONTENT, claiming(claimed)) as place:
        assert sentence in refused(part, place, size=None)
    assert len(place.asked) <= TRIES + 2


def test_a_redirect_is_followed_and_keeps_the_range(part: Path) -> None:
    with serving(CONTENT, cut(30_000), well) as target, serving(CONTENT, sent_to(target.url)) as place:
        fetch(part, place)
    assert target.asked == [None, "bytes=30000-"]


def test_redirects_in_a_circle_end(part: Path) -> None:
    with serving(CONTENT) as place:
        place.answers = [sent_to(place.url)]
        assert "answered 302" in refused(part, place)


def test_a_silent_place_is_given_up(part: Path) -> None:
    waiting = threading.Event()

    def silent(handler: object, content: bytes) -> None:
        waiting.wait(10)

    with serving(CONTENT, silent) as place, serving(CONTENT) as mirror:
        fetch(part, place, mirror, timeout=0.05)
        waiting.set()


@pytest.mark.parametrize("sent", [None, 0, 30_000])
def test_a_silent_place_does_not_hold_up_a_cancel(part: Path, sent: int | None) -> None:
    """Neither before its answer nor in the midst of it; what came before is kept."""
    cancel, over = threading.Event(), threading.Event()
    asked = 0.0

    def silent(handler: Handler, content: bytes) -> None:
        if sent is not None:
            handler.begin(200, Content_Length=len(content), ETag='"one"')
            handler.wfile.write(content[:sent])
            handler.wfile.flush()
        over.wait(20)

    def cancel_in_silence(progress: Progress) -> None:
        nonlocal asked
        if place.asked and _size_of(part) >= (sent or 0) and not asked:
            asked = time.monotonic()
            threading.Timer(0.1, cancel.set).start()

    with serving(CONTENT, silent) as place:
        job = download(Wanted([place.url], SIZE, DIGEST), part, timeout=20)
        with pytest.raises(Cancelled):
            drive(job, cancel_in_silence, cancel)
        answered = time.monotonic() - asked
        over.set()
    assert answered < 2
    assert _size_of(part) == (sent or 0)


def _size_of(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def test_nobody_there(part: Path) -> None:
    with serving(CONTENT) as place:
        pass
    assert "did not answer" in refused(part, place)


def test_pauses_grow_while_nothing_comes(part: Path) -> None:
    with serving(CONTENT, *[status(503)] * (TRIES - 1), well) as place:
        pauses = fetch(part, place)
    assert pauses == sorted(pauses)
    assert len(set(pauses)) == TRIES - 1


def test_a_line_that_is_not_encrypted_is_used_within_this_computer_only(part: Path) -> None:
    addresses: Sequence[str] = ["http://example.org/file", "ftp://example.org/file"]
    with pytest.raises(StorageError, match=r"example\.org .*not encrypted"):
        drive(download(Wanted(addresses), part))


def test_a_full_disk_is_told_before_anything_is_fetched(part: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 1000}))
    with serving(CONTENT) as place:
        assert "room" in refused(part, place)
    assert not part.exists()
