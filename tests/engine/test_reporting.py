"""How the command line speaks where it is heard badly, or not at all."""

import io
import os
import sys
from pathlib import Path

import pytest

from engine.errors import StorageError
from engine.reporting import Meter, Reporter


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def ascii_stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="ascii")


def test_names_are_told_in_any_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    out = ascii_stream()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", ascii_stream())
    reporter = Reporter()
    reporter.done("grüße \udcff \x1b[31m.png")
    assert out.buffer.getvalue() == b"gr\\xfc\\xdfe \\udcff \\x1b[31m.png\n"  # type: ignore[attr-defined]
    assert reporter.bar == ("#", ".")


def test_streams_may_be_closed_from_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    reporter = Reporter()
    reporter.note("unheard")
    reporter.done("unheard")
    Meter(reporter).show(0.5, "unheard")


def test_a_reader_may_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        Reporter().done("unheard")
        Reporter().done("still unheard")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_an_outcome_that_cannot_be_told_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    with open("/dev/full", "w", encoding="utf-8") as out:
        monkeypatch.setattr(sys, "stdout", out)
        with pytest.raises(StorageError):
            Reporter().done("a result")


def test_a_bar_never_wraps_and_is_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("COLUMNS", "40")
    meter = Meter(Reporter())
    meter.show(0.5, "a stage of a very long name indeed")
    meter.close()
    drawn = terminal.getvalue().split("\r")
    assert drawn[0] == ""
    assert len(drawn[1]) == 39
    assert drawn[2:] == [" " * 39, ""]


def test_work_that_goes_on_is_timed_from_where_it_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [0.0]
    monkeypatch.setattr("engine.reporting.time.monotonic", lambda: now[0])
    meter = Meter(Reporter())
    meter.go_on_from(0.8)
    now[0] = 10.0
    meter.show(0.9, "training")
    assert "10 s left" in capsys.readouterr().err
