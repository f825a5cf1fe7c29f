"""What is to be done, and, folded away, how: each field is one of the request's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.errors import BadInputError
from engine.messages import (
    LOW_PASS_FACTORS,
    MERGES,
    ROUTE_SAMPLING,
    SAMPLERS,
    TRAINED_STEPS,
    Method,
    Route,
    Sampling,
)
from engine.models import Kind
from engine.variants import MOST_VARIANTS
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

SAMPLER_NAMES = {"ddim": "DDIM", "ddpm": "DDPM", "dpm++": "DPM-Solver++"}
MERGE_NAMES = {
    "null-space": QT_TRANSLATE_NOOP("MethodPanel", "in the estimate (DDNM)"),
    "x_t": QT_TRANSLATE_NOOP("MethodPanel", "in the noisy image (RePaint)"),
}
ROUTE_NAMES: dict[Route, str] = {
    "exact": QT_TRANSLATE_NOOP("MethodPanel", "exact: shrinks back to the photo"),
    "ilvr": QT_TRANSLATE_NOOP("MethodPanel", "ILVR (experiment)"),
    "masked": QT_TRANSLATE_NOOP("MethodPanel", "masked (experiment)"),
    "interleaved": QT_TRANSLATE_NOOP("MethodPanel", "interleaved (experiment)"),
}


class MethodPanel(QWidget):
    """Method, settings and model of the next repair. Signal: ``unfolded`` (bool)."""

    unfolded = Signal(bool)

    def __init__(self, advanced_open: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._method = QComboBox()
        for method, name, sentence in METHODS:
            self._method.addItem(translate("MethodPanel", name), method)
            tip = translate("MethodPanel", sentence)
            self._method.setItemData(self._method.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self._method.setAccessibleName(translate("MethodPanel", "Method"))
        self._sentence = QLabel(wordWrap=True)
        self._sentence.setProperty("role", "muted")
        self._variants = _number(1, MOST_VARIANTS)
        self._variants.setAccessibleName(translate("MethodPanel", "Variants"))
        self._variants.setToolTip(
            translate("MethodPanel", "How many repairs to make, each with another seed, to choose one from")
        )
        variants = QHBoxLayout()
        variants.addWidget(QLabel(translate("MethodPanel", "Variants to choose from")), 1)
        variants.addWidget(self._variants)
        self._fold = QToolButton(text=translate("MethodPanel", "Advanced"), checkable=True, objectName="fold")
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._advanced = QWidget()
        self._build_fields()

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._method)
        column.addWidget(self._sentence)
        column.addLayout(variants)
        column.addWidget(self._fold)
        column.addWidget(self._advanced)
        column.addStretch(1)

        self._method.currentIndexChanged.connect(self._describe)
        self._steps.valueChanged.connect(self._describe)
        self._respacing.textChanged.connect(self._describe)
        self._fold.toggled.connect(self._set_open)
        self._describe()
        self.reset()
        self._fold.setChecked(advanced_open)
        self._set_open(advanced_open)

    @property
    def method(self) -> Method:
        """The method chosen."""
        return METHODS[self._method.currentIndex()][0]

    @property
    def model(self) -> str | None:
        """The model chosen: None for the method's own, a name, or a checkpoint file."""
        return self.models_for(self.method)[0]

    def models_for(self, method: Method) -> tuple[str | None, str | None]:
        """Return the model chosen for a method, and the eraser whose fill it begins from, if it does."""
        eraser = self.models.chosen("eraser")
        return (self.models.chosen("prior"), eraser) if method == "known" else (eraser, None)

    @property
    def variants(self) -> int:
        """How many repairs to make; 1 where the seed makes no difference."""
        return self._variants.value() if self._variants.isEnabled() else 1

    @property
    def route(self) -> Route:
        """How the photo is to be enlarged."""
        route: Route = self._route.currentData()
        return route

    def enlarging(self) -> Sampling:
        """Return the settings of an enlargement: the route's own, with the seed that is given."""
        return replace(ROUTE_SAMPLING[self.route], seed=self._seed_given())

    @property
    def prior(self) -> str | None:
        """The model of an enlargement."""
        return self.models.chosen("prior")

    def sampling(self) -> Sampling:
        """Return the settings. Raises BadInputError if they contradict each other."""
        return Sampling(
            steps=self._steps.value(),
            respacing=self._respacing.text().strip(),
            sampler=self._sampler.currentData(),
            merge=self._merge.currentData(),
            start=self._start.value(),
            low_pass=self._low_pass.currentData(),
            range_t=self._range_t.value(),
            jumps=(self._jump_length.value(), self._jump_repeats.value()),
            eta=self._eta.value(),
            seed=self._seed_given(),
        )

    def set_sampling(self, sampling: Sampling) -> None:
        """Show these settings."""
        self._steps.setValue(sampling.steps)
        self._respacing.setText(sampling.respacing)
        self._sampler.setCurrentIndex(self._sampler.findData(sampling.sampler))
        self._merge.setCurrentIndex(self._merge.findData(sampling.merge))
        self._start.setValue(sampling.start)
        self._low_pass.setCurrentIndex(self._low_pass.findData(sampling.low_pass))
        self._range_t.setValue(sampling.range_t)
        self._jump_length.setValue(sampling.jumps[0])
        self._jump_repeats.setValue(sampling.jumps[1])
        self._eta.setValue(sampling.eta)
        self._seed.setText("" if sampling.seed is None else str(sampling.seed))

    def recipe(self) -> Recipe | None:
        """Return all of this, or None if it contradicts itself."""
        try:
            return self.complete_recipe()
        except BadInputError:
            return None

    def complete_recipe(self) -> Recipe:
        """Return all of this. Raises BadInputError if it contradicts itself."""
        model, eraser = self.models_for(self.method)
        return Recipe(self.method, model, self.sampling(), eraser)

    def set_method(self, method: str) -> None:
        """Choose a method; the first, if this one is not offered."""
        self._method.setCurrentIndex(max(self._method.findData(method), 0))

    def set_recipe(self, recipe: Recipe) -> None:
        """Show these settings, method and model."""
        self.set_method(recipe.method)
        self.models.choose(_kind(recipe.method), recipe.model)
        if recipe.method == "known":
            self.models.choose("eraser", recipe.eraser)
        self.set_sampling(recipe.sampling)

    def set_model(self, path: Path) -> None:
        """Choose a checkpoint file."""
        self.models.choose(_kind(self.method), str(path))

    def reset(self) -> None:
        """Go back to what measured best."""
        self.set_sampling(Sampling())
        self.models.reset()
        self._route.setCurrentIndex(0)

    def _build_fields(self) -> None:
        self._steps = _number(0, TRAINED_STEPS)
        self._respacing = QLineEdit(placeholderText=translate("MethodPanel", "even steps"))
        self._sampler = _choice({key: SAMPLER_NAMES[key] for key in SAMPLERS})
        self._start = _number(1, TRAINED_STEPS - 1)
        self._low_pass = _choice(
            {n: f"N = {n}" if n else translate("MethodPanel", "off") for n in LOW_PASS_FACTORS}
        )
        self._range_t = _number(0, TRAINED_STEPS - 1)
        self._merge = _choice({key: translate("MethodPanel", MERGE_NAMES[key]) for key in MERGES})
        self._jump_length = _number(0, TRAINED_STEPS)
        self._jump_repeats = _number(1, 100)
        self._eta = QDoubleSpinBox(minimum=0, maximum=1, singleStep=0.1, decimals=2)
        self._seed = QLineEdit(placeholderText=translate("MethodPanel", "random"))
        self._seed.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,18}"), self._seed))
        self.models = ModelChoice()
        self._route = _choice({route: translate("MethodPanel", name) for route, name in ROUTE_NAMES.items()})
        reset = QPushButton(translate("MethodPanel", "Reset"))
        reset.clicked.connect(self.reset)

        form = QFormLayout(self._advanced)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field, sentence in (
            (
                translate("MethodPanel", "Steps"),
                self._steps,
                translate(
                    "MethodPanel",
                    "Network evaluations at full size: more are slower and finer; with 0, quick and smooth.",
                ),
            ),
            (
                translate("MethodPanel", "Spacing"),
                self._respacing,
                translate(
                    "MethodPanel",
                    'Timesteps to visit in place of even steps: "250", "100,50,25" or "ddim50".',
                ),
            ),
            (
                translate("MethodPanel", "Solver"),
                self._sampler,
                translate("MethodPanel", "How one step is taken from noise towards the picture."),
            ),
            (
                translate("MethodPanel", "Start at"),
                self._start,
                translate("MethodPanel", "Noise put on the first fill, 1 to 999: more invents, less keeps."),
            ),
            (
                translate("MethodPanel", "Hold to fill"),
                self._low_pass,
                translate("MethodPanel", "ILVR: holds colours and shapes coarser than N pixels."),
            ),
            (
                translate("MethodPanel", "Let go below"),
                self._range_t,
                translate("MethodPanel", "ILVR: the noise level from which on nothing is held."),
            ),
            (
                translate("MethodPanel", "Merge"),
                self._merge,
                translate("MethodPanel", "Where the known pixels are put back at every step."),
            ),
            (
                translate("MethodPanel", "Jump length"),
                self._jump_length,
                translate("MethodPanel", "RePaint: how many steps a jump goes back."),
            ),
            (
                translate("MethodPanel", "Jump repeats"),
                self._jump_repeats,
                translate("MethodPanel", "RePaint: how often each jump is made; 1 is never."),
            ),
            (
                translate("MethodPanel", "Eta"),
                self._eta,
                translate("MethodPanel", "DDIM: share of fresh noise in each step, 0 to 1."),
            ),
            (
                translate("MethodPanel", "Seed"),
                self._seed,
                translate("MethodPanel", "The same number gives the same picture; empty draws one."),
            ),
            (
                translate("MethodPanel", "Model"),
                self.models,
                translate("MethodPanel", "The network: the method's own, or a checkpoint file."),
            ),
            (
                translate("MethodPanel", "Enlarge by"),
                self._route,
                translate("MethodPanel", "How Enlarge 2x works; the experiments are for comparison."),
            ),
        ):
            field.setToolTip(sentence)
            field.setAccessibleDescription(sentence)
            form.addRow(name, field)
        form.addRow("", reset)

    def _describe(self) -> None:
        self._sentence.setText(translate("MethodPanel", METHODS[self._method.currentIndex()][2]))
        draws = self._steps.value() > 0 or bool(self._respacing.text().strip())
        self._variants.setEnabled(self.method == "known" and draws)
        self.models.show_kind(_kind(self.method))

    def _seed_given(self) -> int | None:
        return int(self._seed.text()) if self._seed.text() else None

    def _set_open(self, is_open: bool) -> None:
        self._fold.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self._advanced.setVisible(is_open)
        self.unfolded.emit(is_open)


def _kind(method: str) -> Kind:
    """Return the kind of a method's model."""
    return "prior" if method == "known" else "eraser"


def _number(least: int, most: int) -> QSpinBox:
    return QSpinBox(minimum=least, maximum=most)


def _choice(names: dict[object, str]) -> QComboBox:
    box = QComboBox()
    for value, name in names.items():
        box.addItem(name, value)
    box.setMinimumContentsLength(8)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
