"""The catalogue of models off the GUI thread: listed, fetched, added and removed, one job at a time."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from engine.errors import Cancelled, Failure
from engine.messages import Progress
from engine.models import ModelInfo
from engine.run import drive
from gui.background import Background

Accepts = Callable[[ModelInfo], bool]


class Installed(Protocol):
    """What a job that installs a model ends with."""

    @property
    def name(self) -> str:
        """What the model is called."""


class Catalogue(Protocol):
    """The models there are; everything may take long, and raises errors of engine.errors."""

    def infos(self) -> list[ModelInfo]:
        """Return every model there is."""

    def get(self, name: str, *, accepts: Accepts) -> Generator[Progress, None, Installed]:
        """Fetch a listed model; an interrupted transfer goes on where it was."""

    def add(self, path: Path, *, name: str | None, accepts: Accepts) -> Generator[Progress, None, Installed]:
        """Take in a file, whatever it is called; ``name``: of the listed model that it should be."""

    def forget(self, name: str) -> None:
        """Delete what an interrupted transfer has left."""

    def remove(self, name: str) -> object:
        """Delete a model that was added."""


@dataclass(frozen=True)
class Errand:
    """What is being done: ``subject`` is the name of a model, or of the file that is added."""

    kind: Literal["get", "add", "remove"]
    subject: str


class ModelHost(QObject):
    """Does one errand at a time. ``errand``: the one that runs, or ran last; ``busy``: whether it runs.

    Signals: ``listed`` (list of ModelInfo) after :meth:`refresh` and after every errand. Of an errand:
    ``begun``; then ``progress`` (Progress) and ``licence_asked`` (ModelInfo; :meth:`answer` is awaited); then
    one of ``finished`` (name of the model), ``failed`` (Failure) and ``cancelled``.
    """

    listed = Signal(object)
    begun = Signal()
    progress = Signal(object)
    licence_asked = Signal(object)
    finished = Signal(str)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, load: Callable[[], Catalogue], parent: QObject | None = None) -> None:
        """``load`` gives the catalogue; called in the other thread, when it is first needed."""
        super().__init__(parent)
        self._load = load
        self._catalogue: Catalogue | None = None
        self._background = Background("models", self)
        self.errand: Errand | None = None
        self.busy = False
        self._cancel = threading.Event()
        self._discard = False
        self._closing = False
        self._on_its_way = threading.Event()
        self._answers: queue.SimpleQueue[bool] = queue.SimpleQueue()

    def refresh(self) -> None:
        """List the models anew."""
        self._background.submit(lambda: self._ready().infos(), self.listed.emit, self.failed.emit)

    def get(self, name: str) -> None:
        """Fetch a listed model."""
        self._begin(Errand("get", name), lambda catalogue: catalogue.get(name, accepts=self._accepts))

    def add(self, path: Path, name: str | None = None) -> None:
        """Take in a file; ``name``: of the listed model that it should be, None to find out."""
        self._begin(
            Errand("add", name or path.name),
            lambda catalogue: catalogue.add(path, name=name, accepts=self._accepts),
        )

    def remove(self, name: str) -> None:
        """Delete a model that was added."""

        def work() -> str:
            self._ready().remove(name)
            return name

        self._submit(Errand("remove", name), work)

    def forget(self, name: str) -> None:
        """Delete what an interrupted transfer has left."""
        self._background.submit(lambda: self._ready().forget(name), lambda _: None, self.failed.emit)
        self.refresh()

    def answer(self, accepted: bool) -> None:
        """Say whether the licence that was asked about is accepted."""
        self._answers.put(accepted)

    def cancel(self, discard: bool = False) -> None:
        """End the errand after the step it is in; ``discard``: and what a transfer has fetched goes."""
        self._discard = discard
        self._cancel.set()

    def shutdown(self) -> None:
        """Cancel, wait for the step to end, and end the thread."""
        self._closing = True
        self.cancel()
        self.answer(False)
        self._background.shutdown()

    def _begin(
        self, errand: Errand, job: Callable[[Catalogue], Generator[Progress, None, Installed]]
    ) -> None:
        self._submit(errand, lambda: drive(job(self._ready()), self._post, self._cancel).name)

    def _submit(self, errand: Errand, work: Callable[[], str]) -> None:
        if self.busy:
            raise RuntimeError("an errand is being done")
        self.errand, self.busy, self._discard = errand, True, False
        self._cancel = threading.Event()
        self._on_its_way.clear()
        self.begun.emit()
        self._background.submit(
            work, partial(self._end, self.finished), partial(self._end, self.failed), self._end_cancelled
        )

    def _end(self, signal: SignalInstance, outcome: str | Failure) -> None:
        self.busy = False
        signal.emit(outcome)
        self.refresh()

    def _end_cancelled(self) -> None:
        self.busy = False
        self.cancelled.emit()
        if self._discard and self.errand is not None and self.errand.kind == "get":
            self.forget(self.errand.subject)
        else:
            self.refresh()

    def _ask(self, model: ModelInfo) -> None:
        if not self._closing:
            self.licence_asked.emit(model)

    # In the other thread

    def _ready(self) -> Catalogue:
        if self._catalogue is None:
            self._catalogue = self._load()
        return self._catalogue

    def _accepts(self, model: ModelInfo) -> bool:
        """Ask the user, and wait. Raises Cancelled where the answer is no: there is nothing to tell then."""
        self._background.post(partial(self._ask, model))
        if not self._answers.get():
            raise Cancelled
        return True

    def _post(self, progress: Progress) -> None:
        """Show a step, unless the one before has not been shown yet."""
        if not self._on_its_way.is_set():
            self._on_its_way.set()
            self._background.post(partial(self._show, progress))

    def _show(self, progress: Progress) -> None:
        self._on_its_way.clear()
        self.progress.emit(progress)
