"""The settings of a job, one row each: a table of knobs, and the form that is made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QWidget

from engine.errors import BadInputError
from engine.knobs import USED, Way, effective
from engine.messages import BOUNDS, LOW_PASS_FACTORS, NO_ERASER, Sampling, check_walk
from gui.translation import in_our_words, translate

SAMPLER_NAMES = {"ddim": "DDIM", "ddpm": "DDPM", "dpm++": "DPM-Solver++"}
MERGE_NAMES = {
    "null-space": QT_TRANSLATE_NOOP("MethodPanel", "in the estimate (DDNM)"),
    "x_t": QT_TRANSLATE_NOOP("MethodPanel", "in the noisy image (RePaint)"),
}
FILL_NAMES = {
    None: QT_TRANSLATE_NOOP("MethodPanel", "the eraser's (LaMa)"),
    NO_ERASER: QT_TRANSLATE_NOOP("MethodPanel", "a smooth surface"),
}
JUMPS = ("jump length", "jump repeats")


@dataclass(frozen=True)
class Field:
    """A widget that holds a value: how it is read and set, and the signal of its changes."""

    widget: QWidget
    read: Callable[[], Any]
    write: Callable[[Any], object]
    changed: Any


@dataclass(frozen=True)
class Knob:
    """A row of the form. ``name``: of the request's field or, with the words of BOUNDS, of its part."""

    name: str
    title: str
    sentence: str
    make: Callable[[str], Field]

    @property
    def setting(self) -> str:
        """The request's field that it belongs to."""
        return "jumps" if self.name in JUMPS else self.name

    @property
    def tip(self) -> str:
        """What it does, and what it may be."""
        sentence = translate("MethodPanel", self.sentence)
        if self.name not in BOUNDS or self.name == "seed":
            return sentence
        least, most = BOUNDS[self.name]
        allowed = translate("MethodPanel", "From {least} to {most}.")
        return f"{sentence} {allowed.format(least=f'{least:g}', most=f'{most:g}')}"


class KnobForm(QWidget):
    """Shows the knobs that a method or route has. Signal: ``changed``.

    Values that contradict each other are said below the rows, as soon as they do.
    """

    changed = Signal()

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way = way
        self.fields: dict[str, Field] = {}
        self._form = form(self)
        for knob in KNOBS:
            field = self.fields[knob.name] = knob.make(knob.name)
            add_row(self._form, translate("MethodPanel", knob.title), field.widget, knob.tip)
            field.changed.connect(self._follow)
        self._complaint = QLabel(wordWrap=True)
        self._complaint.setProperty("role", "complaint")
        self._form.addRow(self._complaint)
        self.set_sampling(Sampling())

    @property
    def complaint(self) -> str:
        """Why the values cannot be used, or nothing."""
        return self._complaint.text()

    def show_way(self, way: Way) -> None:
        """Show what this method or route has."""
        self._way = way
        self._follow()

    def sampling(self) -> Sampling:
        """Return the settings. Raises BadInputError if the method or route cannot use them."""
        sampling = Sampling(**self._values())
        check_walk(self._way, sampling)
        return sampling

    def set_sampling(self, sampling: Sampling) -> None:
        """Show these settings."""
        values: Mapping[str, Any] = {**vars(sampling), **dict(zip(JUMPS, sampling.jumps, strict=True))}
        blocked = self.blockSignals(True)
        for name, field in self.fields.items():
            if name in values:
                field.write(values[name])
        self.blockSignals(blocked)
        self._follow()

    def _values(self) -> dict[str, Any]:
        """Return what the fields hold, as the arguments of a Sampling."""
        names = [name for name in Sampling.__dataclass_fields__ if name in self.fields]
        length, repeats = (self.fields[name].read() for name in JUMPS)
        jumps = (length, repeats) if repeats > 1 else (1, 1)
        return {**{name: self.fields[name].read() for name in names}, "jumps": jumps}

    def _follow(self) -> None:
        """Show the knobs there are, enable those that make a difference, and say what is wrong."""
        self._complaint.setText(self._what_is_wrong())
        self._form.setRowVisible(self._complaint, bool(self.complaint))
        try:
            useful = effective(self._way, Sampling(**self._values()))
        except BadInputError:
            useful = USED[self._way]
        for knob in KNOBS:
            widget = self.fields[knob.name].widget
            self._form.setRowVisible(widget, knob.setting in USED[self._way])
            idle = knob.name == "jump length" and self.fields["jump repeats"].read() == 1  # it never jumps
            widget.setEnabled(knob.setting in useful and not idle)
            self._form.labelForField(widget).setEnabled(widget.isEnabled())
        self.changed.emit()

    def _what_is_wrong(self) -> str:
        if "steps" not in USED[self._way]:
            return ""
        try:
            self.sampling()
        except BadInputError as error:
            return in_our_words(str(error))
        return ""


def form(parent: QWidget | None = None) -> QFormLayout:
    """Return an empty form whose rows stand below those of other forms as if they were one."""
    layout = QFormLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setVerticalSpacing(6)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return layout


def add_row(layout: QFormLayout, title: str, widget: QWidget, tip: str) -> None:
    """Add a row to a form; ``tip`` says what it does, to the eye and to screen readers."""
    label = QLabel(title)
    titles = (translate("MethodPanel", knob.title) for knob in KNOBS)
    label.setMinimumWidth(max(label.fontMetrics().horizontalAdvance(title) for title in titles))
    label.setToolTip(tip)
    widget.setToolTip(tip)
    widget.setAccessibleName(title)
    widget.setAccessibleDescription(tip)
    layout.addRow(label, widget)


def choice(names: Mapping[Any, str]) -> Field:
    """Return a list of the values of ``names``, shown by these."""
    box = QComboBox()
    for value, name in names.items():
        box.addItem(name, value)
    box.setMinimumContentsLength(8)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return Field(
        box,
        box.currentData,
        lambda value: box.setCurrentIndex(box.findData(value)),
        box.currentIndexChanged,
    )


def _translated(names: Mapping[Any, str]) -> Callable[[str], Field]:
    return lambda _: choice({value: translate("MethodPanel", name) for value, name in names.items()})


def _number(name: str) -> Field:
    least, most = BOUNDS[name]
    box = QSpinBox(minimum=int(least), maximum=int(most))
    return Field(box, box.value, box.setValue, box.valueChanged)


def _share(name: str) -> Field:
    least, most = BOUNDS[name]
    box = QDoubleSpinBox(minimum=least, maximum=most, singleStep=0.1, decimals=2)
    return Field(box, box.value, box.setValue, box.valueChanged)


def _spacing(_: str) -> Field:
    line = QLineEdit(placeholderText=translate("MethodPanel", "even steps"))
    return Field(line, lambda: line.text().strip(), line.setText, line.textChanged)


def _seed(_: str) -> Field:
    line = QLineEdit(placeholderText=translate("MethodPanel", "random"))
    line.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,19}"), line))
    return Field(
        line,
        lambda: int(line.text()) if line.text() else None,
        lambda seed: line.setText("" if seed is None else str(seed)),
        line.textChanged,
    )


def _low_pass(_: str) -> Field:
    return choice({n: f"N = {n}" if n else translate("MethodPanel", "off") for n in LOW_PASS_FACTORS})


KNOBS = (
    Knob(
        "steps",
        QT_TRANSLATE_NOOP("MethodPanel", "Steps"),
        QT_TRANSLATE_NOOP(
            "MethodPanel",
            "Network evaluations at full size: more are slower and finer; with 0, quick and smooth.",
        ),
        _number,
    ),
    Knob(
        "respacing",
        QT_TRANSLATE_NOOP("MethodPanel", "Respacing"),
        QT_TRANSLATE_NOOP(
            "MethodPanel", 'Timesteps to visit in place of even steps: "250", "100,50,25" or "ddim50".'
        ),
        _spacing,
    ),
    Knob(
        "sampler",
        QT_TRANSLATE_NOOP("MethodPanel", "Sampler"),
        QT_TRANSLATE_NOOP("MethodPanel", "How one step is taken from noise towards the picture."),
        lambda _: choice(SAMPLER_NAMES),
    ),
    Knob(
        "start",
        QT_TRANSLATE_NOOP("MethodPanel", "Start at t"),
        QT_TRANSLATE_NOOP("MethodPanel", "Noise put on the first fill: more invents, less keeps."),
        _number,
    ),
    Knob(
        "low_pass",
        QT_TRANSLATE_NOOP("MethodPanel", "Low-pass N"),
        QT_TRANSLATE_NOOP("MethodPanel", "ILVR: holds colours and shapes coarser than N pixels."),
        _low_pass,
    ),
    Knob(
        "range_t",
        QT_TRANSLATE_NOOP("MethodPanel", "Let go at range_t"),
        QT_TRANSLATE_NOOP("MethodPanel", "ILVR: the noise level from which on nothing is held."),
        _number,
    ),
    Knob(
        "merge",
        QT_TRANSLATE_NOOP("MethodPanel", "Merge"),
        QT_TRANSLATE_NOOP("MethodPanel", "Where the known pixels are put back at every step."),
        _translated(MERGE_NAMES),
    ),
    Knob(
        "jump length",
        QT_TRANSLATE_NOOP("MethodPanel", "Jump length j"),
        QT_TRANSLATE_NOOP("MethodPanel", "RePaint: how many steps a jump goes back, at most all of them."),
        _number,
    ),
    Knob(
        "jump repeats",
        QT_TRANSLATE_NOOP("MethodPanel", "Jump repeats r"),
        QT_TRANSLATE_NOOP("MethodPanel", "RePaint: how often each jump is made; 1 is never."),
        _number,
    ),
    Knob(
        "eta",
        QT_TRANSLATE_NOOP("MethodPanel", "Eta η"),
        QT_TRANSLATE_NOOP("MethodPanel", "DDIM: share of fresh noise in each step."),
        _share,
    ),
    Knob(
        "ring",
        QT_TRANSLATE_NOOP("MethodPanel", "Ring width"),
        QT_TRANSLATE_NOOP("MethodPanel", "Pixels that are taken from each pass before the next one."),
        _number,
    ),
    Knob(
        "feather",
        QT_TRANSLATE_NOOP("MethodPanel", "Feather"),
        QT_TRANSLATE_NOOP(
            "MethodPanel",
            "Pixels inside the mask's rim over which the repair is blended with the photo: mark a little "
            "more than the damage. 0 keeps the rim exact.",
        ),
        _number,
    ),
    Knob(
        "texture",
        QT_TRANSLATE_NOOP("MethodPanel", "Texture"),
        QT_TRANSLATE_NOOP(
            "MethodPanel",
            "How much grain and fine detail wide repairs borrow from the rest of the photo; "
            "0 leaves them smooth.",
        ),
        _share,
    ),
    Knob(
        "eraser",
        QT_TRANSLATE_NOOP("MethodPanel", "First fill"),
        QT_TRANSLATE_NOOP(
            "MethodPanel", "What noise is put on: one pass of the eraser, or a classical fill."
        ),
        _translated(FILL_NAMES),
    ),
    Knob(
        "seed",
        QT_TRANSLATE_NOOP("MethodPanel", "Seed"),
        QT_TRANSLATE_NOOP("MethodPanel", "The same number gives the same picture; empty draws one."),
        _seed,
    ),
)
"""In the order of the form."""
