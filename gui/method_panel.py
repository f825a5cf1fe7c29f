"""What is to be done, and, folded away, how: each field is one of the request's own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSpinBox,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.errors import BadInputError
from engine.messages import NO_ERASER, ROUTE_SAMPLING, Method, Route, Sampling
from engine.models import Kind
from engine.variants import MOST_VARIANTS
from gui.knob_form import KnobForm, add_row, choice, form
from gui.models_choice import ModelChoice
from gui.recipe import Recipe
from gui.translation import translate

METHODS: tuple[tuple[Method, str, str], ...] = (
    (
        "known",
        QT_TRANSLATE_NOOP("MethodPanel", "Remove damage: best"),
        QT_TRANSLATE_NOOP(
            "MethodPanel",
            "Fills what you painted so that it fits its surroundings. Everything else stays as it is.",
        ),
    ),
    (
        "erase",
        QT_TRANSLATE_NOOP("MethodPanel", "Remove damage: fast"),
        QT_TRANSLATE_NOOP(
            "MethodPanel",
            "Fills what you painted in one pass: several times as quick, smoother in wide places.",
        ),
    ),
)
"""(the request's method, its name, one sentence)."""

EXPERIMENTS: tuple[tuple[Method, str, str], ...] = (
    (
        "erode",
        QT_TRANSLATE_NOOP("MethodPanel", "Experiment: ring by ring (erosion)"),
        QT_TRANSLATE_NOOP(
            "MethodPanel", "Fills from the rim inwards, each ring seeing those before. Slow in wide places."
        ),
    ),
    (
        "blind",
        QT_TRANSLATE_NOOP("MethodPanel", "Experiment: blind (ILVR)"),
        QT_TRANSLATE_NOOP(
            "MethodPanel",
            "Does not tell the sampler what is damaged, and only pastes there: it copies damage, or drifts.",
        ),
    ),
)
"""The same, of what is offered for comparison only, with the advanced settings."""

ROUTE_NAMES: dict[Route, str] = {
    "exact": QT_TRANSLATE_NOOP("MethodPanel", "exact (null space)"),
    "ilvr": QT_TRANSLATE_NOOP("MethodPanel", "ILVR (experiment)"),
    "masked": QT_TRANSLATE_NOOP("MethodPanel", "masked (experiment)"),
    "interleaved": QT_TRANSLATE_NOOP("MethodPanel", "interleaved (experiment)"),
}
REPAIR, ENLARGE = range(2)
"""The tabs."""


class MethodPanel(QWidget):
    """Method, settings and model of the next repair, and of the next enlargement.

    Signal: ``unfolded`` (bool).
    """

    unfolded = Signal(bool)

    def __init__(self, advanced_open: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._method = QComboBox()
        for method, name, sentence in METHODS + EXPERIMENTS:
            self._method.addItem(translate("MethodPanel", name), method)
            tip = translate("MethodPanel", sentence)
            self._method.setItemData(self._method.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self._method.setAccessibleName(translate("MethodPanel", "Method"))
        self._sentence = QLabel(wordWrap=True)
        self._sentence.setProperty("role", "muted")
        self._variants = QSpinBox(minimum=1, maximum=MOST_VARIANTS)
        self._variants.setAccessibleName(translate("MethodPanel", "Variants"))
        self._variants.setToolTip(
            translate("MethodPanel", "How many repairs to make, each with another seed, to choose one from")
        )
        variants = QHBoxLayout()
        variants.addWidget(QLabel(translate("MethodPanel", "Variants to choose from")), 1)
        variants.addWidget(self._variants)
        self._fold = QToolButton(text=translate("MethodPanel", "Advanced"), checkable=True, objectName="fold")
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._advanced = self._build_advanced()

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._method)
        column.addWidget(self._sentence)
        column.addLayout(variants)
        column.addWidget(self._fold)
        column.addWidget(self._advanced)
        column.addStretch(1)

        self._method.currentIndexChanged.connect(self._show_method)
        self._route.currentIndexChanged.connect(self._show_route)
        self._tabs.currentChanged.connect(self._show_tab)
        self.knobs.changed.connect(self._offer_variants)
        self._fold.toggled.connect(self._set_open)
        self.reset()
        self._show_method()
        self._fold.setChecked(advanced_open)
        self._set_open(advanced_open)

    def _build_advanced(self) -> QWidget:
        self._tabs = QTabBar(drawBase=False, expanding=True)
        self._tabs.addTab(translate("MethodPanel", "Repair"))
        self._tabs.addTab(translate("MethodPanel", "Enlarge 2x"))
        self._tabs.setAccessibleName(translate("MethodPanel", "What the settings are for"))
        self._route_field = choice(
            {route: translate("MethodPanel", name) for route, name in ROUTE_NAMES.items()}
        )
        self._route = self._route_field.widget
        self.models = ModelChoice()
        self._both = form()
        add_row(
            self._both,
            translate("MethodPanel", "Route"),
            self._route,
            translate("MethodPanel", "How Enlarge 2x works; the experiments are for comparison."),
        )
        add_row(
            self._both,
            translate("MethodPanel", "Model"),
            self.models,
            translate("MethodPanel", "The network: the method's own, or a checkpoint file."),
        )
        self.knobs, self.enlarge_knobs = KnobForm("known"), KnobForm("exact")
        reset = QPushButton(translate("MethodPanel", "Reset"))
        reset.setToolTip(translate("MethodPanel", "Go back to what measured best"))
        reset.clicked.connect(self.reset)

        advanced = QWidget()
        column = QVBoxLayout(advanced)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._tabs)
        column.addLayout(self._both)
        for widget in (self.knobs, self.enlarge_knobs, reset):
            column.addWidget(widget)
        return advanced

    @property
    def method(self) -> Method:
        """The method chosen."""
        method: Method = self._method.currentData()
        return method

    def models_for(self, method: Method) -> tuple[str | None, str | None]:
        """Return the model chosen for a method, and the eraser whose fill it begins from, if it does.

        Each is a name or a checkpoint file; None is our own.
        """
        eraser = self.models.chosen("eraser")
        if method == "known":
            return self.models.chosen("prior"), self.knobs.fields["eraser"].read() or eraser
        return (self.models.chosen(_kind(method)), None)

    @property
    def variants(self) -> int:
        """How many repairs to make; 1 where the seed makes no difference."""
        return self._variants.value() if self._variants.isEnabled() else 1

    @property
    def route(self) -> Route:
        """How the photo is to be enlarged."""
        route: Route = self._route_field.read()
        return route

    def enlarging(self) -> Sampling:
        """Return the settings of an enlargement. Raises BadInputError if they contradict each other."""
        return self.enlarge_knobs.sampling()

    @property
    def prior(self) -> str | None:
        """The model of an enlargement."""
        return self.models.chosen("prior")

    def sampling(self) -> Sampling:
        """Return the settings of a repair. Raises BadInputError if they contradict each other."""
        return self.knobs.sampling()

    def set_sampling(self, sampling: Sampling) -> None:
        """Show these settings of a repair."""
        self.knobs.set_sampling(sampling)

    @property
    def feather(self) -> int:
        """Pixels inside the mask's rim over which a repair is blended with the photo."""
        width: int = self.knobs.fields["feather"].read()
        return width

    def set_feather(self, width: int) -> None:
        """Blend the next repairs over so many pixels."""
        self.knobs.fields["feather"].write(width)

    @property
    def texture(self) -> float:
        """Share of the detail that wide parts of a repair borrow from the rest of the photo."""
        share: float = self.knobs.fields["texture"].read()
        return share

    def recipe(self) -> Recipe | None:
        """Return all of this, or None if it contradicts itself."""
        try:
            return self.complete_recipe()
        except BadInputError:
            return None

    def complete_recipe(self) -> Recipe:
        """Return all of this. Raises BadInputError if it contradicts itself."""
        model, eraser = self.models_for(self.method)
        ring = self.knobs.fields["ring"].read()
        return Recipe(self.method, model, self.sampling(), eraser, ring, self.feather, self.texture)

    def set_method(self, method: str) -> None:
        """Choose a method; the first, if there is no such method."""
        self._method.setCurrentIndex(max(self._method.findData(method), 0))

    def set_recipe(self, recipe: Recipe) -> None:
        """Show these settings, method and model."""
        self.set_method(recipe.method)
        self.models.choose(_kind(recipe.method), recipe.model)
        if recipe.method == "known":
            classical = recipe.eraser == NO_ERASER
            self.knobs.fields["eraser"].write(NO_ERASER if classical else None)
            self.models.choose("eraser", None if classical else recipe.eraser)
        self.knobs.fields["ring"].write(recipe.ring)
        self.set_feather(recipe.feather)
        self.knobs.fields["texture"].write(recipe.texture)
        self.set_sampling(recipe.sampling)

    def reset(self) -> None:
        """Go back to what measured best."""
        self.set_sampling(Sampling())
        self.knobs.fields["ring"].write(1)
        self.set_feather(0)
        self.knobs.fields["texture"].write(Recipe.texture)
        self.knobs.fields["eraser"].write(None)
        self.models.reset()
        self._route_field.write("exact")
        self.enlarge_knobs.set_sampling(ROUTE_SAMPLING["exact"])

    def _show_method(self) -> None:
        self._sentence.setText(translate("MethodPanel", _sentence_of(self.method)))
        self.knobs.show_way(self.method)
        self._tabs.setCurrentIndex(REPAIR)
        self._show_tab()

    def _show_route(self) -> None:
        """Show what a route does best with; a seed stays."""
        seed = self.enlarge_knobs.fields["seed"].read()
        self.enlarge_knobs.show_way(self.route)
        self.enlarge_knobs.set_sampling(replace(ROUTE_SAMPLING[self.route], seed=seed))

    def _show_tab(self) -> None:
        enlarging = self._tabs.currentIndex() == ENLARGE
        self._both.setRowVisible(self._route, enlarging)
        self.knobs.setVisible(not enlarging)
        self.enlarge_knobs.setVisible(enlarging)
        self.models.show_kind("prior" if enlarging else _kind(self.method))

    def _offer_variants(self) -> None:
        walks = self.method in ("known", "blind") and self.knobs.fields["steps"].read() > 0
        self._variants.setEnabled(walks)

    def _set_open(self, is_open: bool) -> None:
        self._fold.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self._advanced.setVisible(is_open)
        self._offer_experiments(is_open)
        self.unfolded.emit(is_open)

    def _offer_experiments(self, offered: bool) -> None:
        model, view = self._method.model(), self._method.view()
        assert isinstance(model, QStandardItemModel)
        assert isinstance(view, QListView)
        for row in range(len(METHODS), self._method.count()):
            model.item(row).setEnabled(offered)  # else the arrow keys would still choose it
            view.setRowHidden(row, not offered)


def _kind(method: str) -> Kind:
    """Return the kind of a method's model."""
    return "prior" if method in ("known", "blind") else "eraser"


def _sentence_of(method: Method) -> str:
    return next(sentence for name, _, sentence in METHODS + EXPERIMENTS if name == method)
