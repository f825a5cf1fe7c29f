"""A repair as the user meets it: asked for with what the panel says, entered into the history."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from engine.errors import BadInputError
from gui.canvas import Canvas
from gui.document import Document
from gui.hole_layer import HoleLayer
from gui.message_bar import MessageBar
from gui.method_panel import MethodPanel
from gui.recipe import Recipe
from gui.repair_queue import Order, RepairQueue
from gui.repair_task import Outcome, RepairTask
from gui.translation import decimal, translate
from gui.variants_flow import VariantsFlow
from gui.variants_task import VariantsTask
from gui.watch import Job, Watch

LOCK = QT_TRANSLATE_NOOP("RepairFlow", "A repair is running: wait for it or cancel it first.")


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
        self.queue = RepairQueue(document, watch, self._begin)
        variants.choosing_changed.connect(self.queue.go_on)

    def repair(self) -> None:
        """Repair what is painted."""
        if not self._watch.idle:
            return
        if self._document.hole.is_empty():
            self._messages.warn(
                translate("RepairFlow", "Nothing is marked yet: paint over the damage first, then repair it.")
            )
            return
        order = self._order(self._document.hole.snapshot())
        if order is not None:
            self.queue.begin(order)

    def repair_next(self) -> None:
        """Repair what was painted since, as soon as what runs or waits now is done."""
        if not self.queue.running:
            self._messages.inform(
                translate("RepairFlow", "Nothing is being repaired that this could follow.")
            )
            return
        hole = self.queue.unordered()
        if hole.is_empty():
            self._messages.inform(
                translate(
                    "RepairFlow",
                    "All that is marked is being repaired, or waits to be: paint the next first.",
                )
            )
            return
        order = self._order(hole)
        if order is not None:
            self.queue.add(order)

    def _order(self, hole: HoleLayer) -> Order | None:
        """Return the repair of ``hole`` that the panel describes; None, and say why, if it cannot be made."""
        try:
            recipe = self._method.complete_recipe()
        except BadInputError as error:
            self._messages.warn(str(error))
            return None
        return Order(hole, recipe, self._method.variants)

    def _begin(self, order: Order) -> None:
        task = RepairTask(self._document.picture, order.hole, order.recipe)
        if order.variants > 1:
            self._variants.start(VariantsTask(task, order.variants))
        else:
            lock = translate("RepairFlow", LOCK)
            self._watch.start(Job(task, lock, self._repaired, self._cancelled, self._failed))

    def repeat(self, recipe: Recipe | None) -> None:
        """Take over what another repair was made with, and repair what is painted in the same way."""
        if not self._watch.idle:
            return
        if recipe is None:
            self._messages.inform(
                translate("RepairFlow", "There is no repair yet whose settings could be used again.")
            )
            return
        self._method.set_recipe(recipe)
        if self._document.hole.is_empty():
            self._messages.inform(
                translate(
                    "RepairFlow",
                    "The settings are those of that repair now: paint over damage and repair it.",
                )
            )
        else:
            self.repair()

    def _repaired(self, outcome: Outcome) -> str:
        self._canvas.painter.interrupted(lambda: self._document.add_repair(outcome))
        result = outcome.result
        summary = translate(
            "RepairFlow", "Repaired in {seconds} s, %n step(s), seed {seed}", None, result.evaluations
        )
        return summary.format(seconds=decimal(result.seconds), seed=result.seed)

    def _cancelled(self) -> None:
        waiting = self.queue.clear()
        if waiting:
            sentence = translate(
                "RepairFlow",
                "The repair was cancelled, and %n that waited: photo and mask are as they were.",
                None,
                waiting,
            )
        else:
            sentence = translate("RepairFlow", "The repair was cancelled: photo and mask are as they were.")
        self._messages.inform(sentence)

    def _failed(self) -> None:
        self.queue.clear()
