"""All that the engine can be asked for in the window, and the one way to cancel it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from gui.canvas import Canvas
from gui.document import Document
from gui.engine_host import EngineHost
from gui.enlarge_flow import EnlargeFlow
from gui.film_flow import FilmFlow
from gui.find_bar import FindBar
from gui.find_flow import FindFlow
from gui.message_bar import MessageBar
from gui.method_panel import MethodPanel
from gui.progress_panel import ProgressPanel
from gui.recipe import Recipe
from gui.repair_flow import RepairFlow
from gui.variants_flow import VariantsFlow
from gui.variants_panel import VariantsPanel
from gui.watch import Watch


@dataclass(frozen=True)
class Panels:
    """What the work is set with, and shown in."""

    method: MethodPanel
    find_bar: FindBar
    variants: VariantsPanel
    steps: ProgressPanel
    messages: MessageBar


class Work(QObject):
    """Puts the flows together. Signal: ``changed``, when something was begun or has ended."""

    changed = Signal()

    def __init__(self, document: Document, engine: EngineHost, canvas: Canvas, panels: Panels) -> None:
        super().__init__(canvas)
        self._document = document
        self._engine = engine
        method, messages = panels.method, panels.messages
        self._watch = Watch(document, engine, canvas, panels.steps, messages)
        self._variants = VariantsFlow(document, self._watch, canvas, panels.variants, messages)
        self._repair = RepairFlow(document, self._watch, canvas, method, self._variants, messages)
        self._enlarge = EnlargeFlow(document, self._watch, canvas, method, messages)
        self.find_flow = FindFlow(document, engine, canvas, panels.find_bar, messages, self.repair)
        self._film = FilmFlow(document, canvas, panels.steps, messages)
        panels.steps.paused.connect(engine.pause)
        panels.steps.next_asked.connect(self.repair_next)
        self._repair.queue.changed.connect(panels.steps.show_waiting)
        self._repair.queue.running_changed.connect(panels.steps.offer_next)
        self._steps = panels.steps
        self._watch.busy_changed.connect(self.changed)
        self.find_flow.busy_changed.connect(self.changed)
        self._variants.choosing_changed.connect(self.changed)

    @property
    def choosing(self) -> bool:
        """True while there are variants to choose from."""
        return self._variants.choosing

    def repair(self) -> None:
        """Repair what is painted, once or in variants."""
        self._repair.repair()

    def repeat(self, recipe: Recipe | None = None) -> None:
        """Repair what is painted with what the last repair, or another, was made with."""
        self._repair.repeat(recipe or self._document.recipe)

    def repair_next(self) -> None:
        """Repair what was painted meanwhile after what is being repaired."""
        self._repair.repair_next()

    def toggle_pause(self) -> None:
        """Pause the job that is watched, or have it go on."""
        if self._steps.running:
            self._steps.toggle_pause()

    def find(self) -> None:
        """Look for damage and mark it."""
        self.find_flow.find()

    def mend(self) -> None:
        """Look for damage, mark it, and repair it."""
        self.find_flow.find(then_repair=True)

    def enlarge(self) -> None:
        """Double the size of the photo."""
        self._enlarge.enlarge()

    def cancel(self) -> None:
        """End what is being done, discard what is to be chosen from, or go back to the newest."""
        if self.find_flow.cancel():
            return
        if self.choosing:
            self._variants.escape()
        else:
            self._watch.cancel()

    def shutdown(self) -> None:
        """Cancel, and end all threads."""
        self._engine.shutdown()
        self._film.shutdown()
        self.find_flow.shutdown()
