"""Repairs that are to follow the one that runs: painted meanwhile, each begun from what is there then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from gui.boxes import slices
from gui.document import Document
from gui.hole_layer import HoleLayer
from gui.recipe import Recipe
from gui.watch import Watch


@dataclass(frozen=True, eq=False)
class Order:
    """A repair to be made: of what, with what, and in how many variants to choose from."""

    hole: HoleLayer
    recipe: Recipe
    variants: int = 1


class RepairQueue(QObject):
    """Begins orders one after the other. Signals: ``changed`` (how many wait), ``running_changed`` (bool)."""

    changed = Signal(int)
    running_changed = Signal(bool)

    def __init__(self, document: Document, watch: Watch, begin: Callable[[Order], object]) -> None:
        super().__init__(watch)
        self._document = document
        self._watch = watch
        self._begin = begin
        self._running: Order | None = None
        self._waiting: list[Order] = []
        watch.busy_changed.connect(self._busy_changed)
        document.opened.connect(self.clear)
        document.resized.connect(self.clear)

    @property
    def running(self) -> bool:
        """True while a repair is made that others can follow."""
        return self._running is not None

    def begin(self, order: Order) -> None:
        """Begin a repair now; there must be nothing going on."""
        self._running = order
        self._begin(order)
        self.running_changed.emit(True)

    def unordered(self) -> HoleLayer:
        """Return what is marked and is not being repaired, nor waits to be."""
        hole = self._document.hole.snapshot()
        box = hole.marked_box()
        for order in (self._running, *self._waiting):
            if order is not None:
                hole.array[slices(box)] &= ~order.hole.array[slices(box)]
        hole.refresh(box)
        return hole

    def add(self, order: Order) -> None:
        """Have a repair follow."""
        self._waiting.append(order)
        self.changed.emit(len(self._waiting))

    def clear(self) -> int:
        """Forget those that wait; what they were to repair stays marked. Return how many there were."""
        count = len(self._waiting)
        self._waiting.clear()
        self.changed.emit(0)
        return count

    def go_on(self) -> None:
        """Begin the next as soon as what just ended has been dealt with, if then nothing else is going on."""
        QTimer.singleShot(0, self, self._begin_next)

    def _begin_next(self) -> None:
        while self._waiting and self._watch.idle:
            order = self._waiting.pop(0)
            self.changed.emit(len(self._waiting))
            hole = still_marked(order.hole, self._document.hole)
            if not hole.is_empty():
                self.begin(replace(order, hole=hole))

    def _busy_changed(self, busy: bool) -> None:
        if not busy:
            self._running = None
            self.running_changed.emit(False)
            self.go_on()


def still_marked(hole: HoleLayer, now: HoleLayer) -> HoleLayer:
    """Return what of ``hole`` is marked in ``now`` as well."""
    both = hole.snapshot()
    box = both.marked_box()
    both.array[slices(box)] &= now.array[slices(box)]
    both.refresh(box)
    return both
