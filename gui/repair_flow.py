"""A repair as the user meets it: asked for with what the panel says, entered into the history."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engine.errors import BadInputError
from gui.canvas import Canvas
from gui.document import Document
from gui.message_bar import MessageBar
from gui.method_panel import MethodPanel
from gui.recipe import Recipe
from gui.repair_task import Outcome, RepairTask
from gui.variants_flow import VariantsFlow
from gui.variants_task import VariantsTask
from gui.watch import Job, Watch

LOCK = "A repair is running: wait for it or cancel it first."


class RepairFlow(QObject):
    """Repairs what is painted, once or in variants."""

    def __init__(
        self,
        document: Document,
        watch: Watch,
        canvas: Canvas,
        method: MethodPanel,
        variants: VariantsFlow,
        messages: MessageBar,
    ) -> None:
        super().__init__(canvas)
        self._document = document
        self._watch = watch
        self._canvas = canvas
        self._method = method
        self._variants = variants
        self._messages = messages

    def repair(self) -> None:
        """Repair what is painted."""
        if not self._watch.idle:
            return
        if self._document.hole.is_empty():
            self._messages.warn("Nothing is marked yet: paint over the damage first, then repair it.")
            return
        try:
            sampling = self._method.sampling()
        except BadInputError as error:
            self._messages.warn(str(error))
            return
        task = RepairTask(
            self._document.picture,
            self._document.hole.snapshot(),
            self._method.method,
            sampling,
            self._method.model,
        )
        if self._method.variants > 1:
            self._variants.start(VariantsTask(task, self._method.variants))
        else:
            self._watch.start(Job(task, LOCK, self._repaired, self._cancelled))

    def repeat(self, recipe: Recipe | None) -> None:
        """Take over what another repair was made with, and repair what is painted in the same way."""
        if not self._watch.idle:
            return
        if recipe is None:
            self._messages.inform("There is no repair yet whose settings could be used again.")
            return
        self._method.set_recipe(recipe)
        if self._document.hole.is_empty():
            self._messages.inform(
                "The settings are those of that repair now: paint over damage and repair it."
            )
        else:
            self.repair()

    def _repaired(self, outcome: Outcome) -> str:
        self._canvas.painter.interrupted(lambda: self._document.add_repair(outcome))
        result = outcome.result
        steps = "step" if result.evaluations == 1 else "steps"
        return f"Repaired in {result.seconds:.1f} s, {result.evaluations} {steps}, seed {result.seed}"

    def _cancelled(self) -> None:
        self._messages.inform("The repair was cancelled: photo and mask are as they were.")
