"""The panel, the messages, the command line and the documentation speak of the same knobs."""

import argparse
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from engine.batch.events import Recipe as BatchRecipe
from engine.cli import build_parser, main
from engine.cli_options import sampling_from
from engine.knobs import HELD_ALWAYS, USED, WITHOUT_STEPS, Way, effective
from engine.messages import (
    BOUNDS,
    METHODS,
    NO_ERASER,
    ROUTE_SAMPLING,
    ROUTES,
    Enlarge,
    Merge,
    Repair,
    Sampler,
    Sampling,
)
from engine.photo.files import write_mask
from engine.run import drive
from engine.session import Session
from gui.knob_form import KNOBS, MERGE_NAMES, SAMPLER_NAMES, KnobForm
from gui.main_window import MainWindow
from gui.method_panel import EXPERIMENTS, MethodPanel
from gui.method_panel import METHODS as PLAIN
from gui.recipe import Recipe
from tests.gui.support import do, gradient, mark, rectangle, write_plain

DOCUMENT = Path(__file__).parent.parent.parent / "KNOBS.md"
OTHER: dict[str, Any] = {
    "steps": 2,
    "respacing": "20",
    "sampler": "ddpm",
    "merge": "x_t",
    "start": 500,
    "low_pass": 8,
    "range_t": 400,
    "jumps": (2, 2),
    "eta": 0.7,
    "seed": 1,
}
"""For each knob of the sampling a value that is not the usual one."""


@pytest.fixture
def panel(qtbot: QtBot) -> MethodPanel:
    panel = MethodPanel(advanced_open=True)
    qtbot.addWidget(panel)
    return panel


def options(*arguments: str) -> argparse.Namespace:
    return build_parser().parse_args(arguments)


def test_all_start_with_the_same_values(panel: MethodPanel) -> None:
    repair = options("repair", "photo.png", "--mask", "mask.png")
    assert panel.complete_recipe() == Recipe()
    assert Recipe() == Recipe(repair.method, repair.model, sampling_from(repair), repair.eraser, repair.ring)
    request = Repair(gradient(8, 8), rectangle(8, 8, 2, 2, 4, 4))
    for field in fields(Recipe):
        assert getattr(request, field.name) == getattr(Recipe(), field.name)
    batch = BatchRecipe()
    assert (batch.method, batch.eraser, batch.ring) == (request.method, request.eraser, request.ring)


@pytest.mark.parametrize("route", ROUTES)
def test_every_route_starts_with_its_own_values(panel: MethodPanel, route: str) -> None:
    panel._route_field.write(route)
    upscale = options("upscale", "photo.png", "--route", route)
    assert panel.route == upscale.route == route
    assert panel.enlarging() == sampling_from(upscale, ROUTE_SAMPLING[panel.route])


def test_every_method_and_route_can_be_chosen(panel: MethodPanel) -> None:
    assert [method for method, _, _ in PLAIN] == ["known", "erase"]
    assert {method for method, _, _ in PLAIN + EXPERIMENTS} == set(METHODS)
    for method in METHODS:
        panel.set_method(method)
        assert panel.method == method
    box: QComboBox = panel._route
    assert tuple(box.itemData(row) for row in range(box.count())) == ROUTES
    assert tuple(SAMPLER_NAMES) == get_args(Sampler)
    assert tuple(MERGE_NAMES) == get_args(Merge)


def test_experiments_are_offered_with_the_advanced_settings_only(panel: MethodPanel) -> None:
    def offered() -> list[str]:
        model = panel._method.model()
        return [panel._method.itemData(row) for row in range(4) if model.item(row).isEnabled()]

    assert offered() == ["known", "erase", "erode", "blind"]
    panel._fold.setChecked(False)
    assert offered() == ["known", "erase"]


def test_every_knob_of_the_request_is_in_the_form_and_says_what_it_does() -> None:
    assert {knob.setting for knob in KNOBS} == {
        *Sampling.__dataclass_fields__,
        "ring",
        "eraser",
        "feather",
        "texture",
    }
    assert len({knob.title for knob in KNOBS}) == len(KNOBS)
    for knob in KNOBS:
        assert knob.sentence.endswith(".")


def test_numbers_have_the_range_of_the_messages(panel: MethodPanel) -> None:
    for name, (least, most) in BOUNDS.items():
        widget = panel.knobs.fields[name].widget
        if isinstance(widget, QSpinBox | QDoubleSpinBox):
            assert (widget.minimum(), widget.maximum()) == (least, most)
            assert f"From {least:g} to {most:g}." in widget.toolTip()
        else:
            assert name == "seed"


@pytest.mark.parametrize("name", [name for name in BOUNDS if "jump" not in name])
def test_numbers_beyond_their_range_are_refused_with_it(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    least, most = BOUNDS[name]
    allowed = f"{name} must be between {least} and {most}"
    photo, mask = tmp_path / "photo.png", tmp_path / "mask.png"
    write_plain(photo, gradient(8, 8))
    write_mask(rectangle(8, 8, 2, 2, 4, 4), mask)
    option = f"--{name.replace('_', '-')}"
    assert main(["repair", str(photo), "--mask", str(mask), option, str(most + 1)]) == 2
    assert allowed in capsys.readouterr().err


def test_a_contradiction_is_said_in_the_panel_and_goes_with_its_cause(window: MainWindow) -> None:
    knobs = window.method.knobs
    mark(window, 10, 10, 20, 20)
    for name, value, said in (
        ("respacing", "many", "spacing"),
        ("jump length", 9, "between 1 and 5"),
        ("seed", 10**19 - 1, "seed"),
    ):
        knobs.fields["jump repeats"].write(2)
        former = knobs.fields[name].read()
        knobs.fields[name].write(value)
        assert said in knobs.complaint
        do(window, "repair")
        assert not window._engine.busy
        assert window.messages.text == knobs.complaint
        knobs.fields[name].write(former)
        assert knobs.complaint == ""


def test_a_route_that_cannot_do_with_these_values_is_said_and_not_begun(window: MainWindow) -> None:
    window.method._route_field.write("ilvr")
    window.method.enlarge_knobs.fields["low_pass"].write(0)
    assert "low-pass factor of the route ilvr must be between 1" in window.method.enlarge_knobs.complaint
    do(window, "enlarge")
    assert not window._engine.busy
    assert "low-pass" in window.messages.text


def test_a_blind_repair_needs_a_step(panel: MethodPanel) -> None:
    panel.knobs.fields["steps"].write(0)
    assert panel.knobs.complaint == ""
    panel.set_method("blind")
    assert "steps of a blind repair must be between 1 and 1000" in panel.knobs.complaint


@pytest.mark.parametrize("way", USED)
def test_the_form_shows_what_the_way_has_and_enables_what_makes_a_difference(qtbot: QtBot, way: Way) -> None:
    form = KnobForm(way)
    qtbot.addWidget(form)
    sampling = Sampling(respacing="50", sampler="ddpm", low_pass=0 if way != "ilvr" else 4, jumps=(3, 2))
    form.set_sampling(sampling)
    for knob in KNOBS:
        widget = form.fields[knob.name].widget
        shown = widget.isVisibleTo(form)
        assert shown == (knob.setting in USED[way]), knob.name
        if shown:
            assert widget.isEnabled() == (knob.setting in effective(way, sampling)), knob.name


def test_recipes_come_back_from_the_panel_as_they_went_in(panel: MethodPanel) -> None:
    for recipe in (
        Recipe("erode", None, Sampling(), None, 7, feather=3, texture=0.25),
        Recipe("known", None, Sampling(**OTHER), NO_ERASER),
        Recipe("known", None, Sampling(seed=2**63 - 1), "anothers"),
        Recipe("blind", "a model", Sampling(steps=9)),
    ):
        panel.set_recipe(recipe)
        assert replace(panel.complete_recipe(), ring=recipe.ring) == recipe
        assert panel.knobs.fields["ring"].read() == recipe.ring
        assert Recipe.from_json(recipe.to_json()) == recipe


# What is hidden or greyed out changes nothing; what is not, does


@pytest.fixture(scope="module")
def session() -> Session:
    return Session("cpu")


def outcome(session: Session, way: Way, sampling: Sampling, model: Path) -> np.ndarray:
    """Return the picture that a way leads to with a tiny network."""
    image = gradient(24, 24)
    if way in ROUTES:
        return drive(session.run(Enlarge(image, way, str(model), sampling))).image  # type: ignore[arg-type]
    hole = rectangle(24, 24, 8, 8, 16, 14)
    return drive(session.run(Repair(image, hole, way, str(model), sampling, 1, NO_ERASER))).image  # type: ignore[arg-type]


@pytest.mark.parametrize("way", [way for way in USED if way not in ("erase", "erode")])
def test_a_knob_that_is_enabled_makes_a_difference_and_no_other_does(
    session: Session, tiny_model: Path, way: Way
) -> None:
    base = Sampling(steps=4, low_pass=4, start=600, seed=0)
    walks = {
        "usual": base,
        "spaced": replace(base, respacing="10"),
        "ancestral": replace(base, sampler="ddpm"),
        **({} if way in HELD_ALWAYS else {"free": replace(base, low_pass=0)}),
        **({"none": replace(base, steps=0)} if way in WITHOUT_STEPS else {}),
    }
    for kind, walk in walks.items():
        usual = outcome(session, way, walk, tiny_model)
        for name, value in OTHER.items():
            if kind == "none" and name in (
                "steps",
                "jumps",
            ):  # steps would bring a walk; no jumps without one
                continue
            changed = replace(walk, **{name: value})
            if changed == walk or (name == "sampler" and walk.sampler != "ddim"):
                continue
            same = np.array_equal(outcome(session, way, changed, tiny_model), usual)
            assert same == (name not in effective(way, walk)), (kind, name)


# The documentation


def rows(section: str) -> list[list[str]]:
    text = DOCUMENT.read_text(encoding="utf-8").split(f"## {section}")[1].split("\n## ")[0]
    return [
        [cell.strip() for cell in line.strip("|").split("|")] for line in re.findall(r"^\|.*$", text, re.M)
    ][2:]


def test_the_table_names_every_option_and_every_field(panel: MethodPanel) -> None:
    table = {row[4].strip("`"): row for row in rows("Knobs")}
    given = {
        action.option_strings[0]
        for command in ("repair", "upscale")
        for action in _parser_of(command)._actions
        if action.option_strings and action.option_strings[0].startswith("--")
    }
    files = {"--mask", "--detect", "--overwrite", "--method", "--save-steps", "--json", "--device"}
    assert set(table) == given - files
    labels = {label.text() for label in panel.findChildren(QLabel)}
    for row in table.values():
        if row[0] != "sensitivity":
            assert set(row[5].split(", ")) <= labels, row


def test_the_table_says_which_ways_have_a_knob() -> None:
    letters = dict(zip("kberximn", ("known", "blind", "erase", "erode", *ROUTES), strict=True))
    names = {"low-pass factor N": "low_pass", "first fill": "eraser"}
    for row in rows("Knobs"):
        name = names.get(row[0], row[0])
        if any(name in used for used in USED.values()):
            ways = set(USED) if row[3] == "all" else {letters[letter] for letter in row[3].split()}
            assert ways == {way for way, used in USED.items() if name in used}, name


def _parser_of(command: str) -> argparse.ArgumentParser:
    parsers = next(a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction))
    parser: argparse.ArgumentParser = parsers.choices[command]
    return parser
