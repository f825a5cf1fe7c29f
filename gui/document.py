"""The open photo: what it shows now, what is marked for repair, and how it came to be so."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from engine.messages import Box, Hole, Photo, frozen_hole
from gui.boxes import slices
from gui.doubled import resized
from gui.enlarge_task import Enlargement
from gui.film import Step
from gui.hole_layer import HoleLayer
from gui.picture import Picture, halve
from gui.recipe import Recipe
from gui.region import Region
from gui.repair_task import Outcome
from gui.translation import decimal, translate
from gui.undo import Edit, HoleEdit, Inversion, PictureEdit, State, Timeline

MASK_TINT = (255, 45, 85)
"""The mask's colour where it is drawn, half transparent, over the photo."""

LARGEST_OVERVIEW = 128
"""Sides in pixels: a thousand of them are kept without a thought."""


@dataclass(frozen=True, eq=False)
class Past:
    """A document at a moment of its history. ``saved``: the picture that is on disk."""

    original: Picture
    states: tuple[State, ...]
    position: int
    picture: Picture
    hole: HoleLayer
    saved: Picture
    mask_kept: bool

    def pictures(self) -> list[Picture]:
        """Return every picture of the history once, the one that was opened first."""
        edits = [state.edit for state in self.states]
        pairs = [(edit.before, edit.after) for edit in edits if isinstance(edit, PictureEdit)]
        return list(dict.fromkeys([self.original, *(picture for pair in pairs for picture in pair)]))

    def pictures_by_distance(self) -> list[Picture]:
        """Return every picture of the history once, the nearest to the current one first."""
        places = {picture: place for place, picture in enumerate(self.pictures())}
        here = places[self.picture]
        return sorted(places, key=lambda picture: abs(places[picture] - here))


class Document(QObject):
    """The model behind canvas and panels.

    Signals: ``opened`` (another photo), ``resized`` (how many times larger a side has become; ``hole`` is
    another layer from then on), ``picture_changed``, ``hole_changed`` (Box), ``history_changed``, ``refused``
    (a sentence: why nothing was done).

    All but ``photo``, ``locked`` and ``lock_reason`` is there only while a photo is open.

    While ``locked``, a job is running from the current picture, so no step of the history that
    changes the picture may be taken; painting, and undoing it, go on.
    """

    opened = Signal()
    resized = Signal(float)
    picture_changed = Signal()
    hole_changed = Signal(object)
    history_changed = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.photo: Photo | None = None
        self.picture: Picture
        self.original: Picture
        self.saved: Picture
        self.hole: HoleLayer
        self.timeline: Timeline
        self.locked = False
        self.lock_reason = ""

    def lock(self, reason: str) -> None:
        """Let the picture stay as it is until ``locked`` is False again; ``reason`` is a sentence."""
        self.locked, self.lock_reason = True, reason

    def open(self, photo: Photo, picture: Picture, hole: HoleLayer | None = None) -> None:
        """Show another photo, with an empty ``hole``; everything about the one before is forgotten."""
        hole = hole or HoleLayer(picture.shape)
        first = State(translate("Document", "Opened"), None, overview(picture, hole))
        self.restore(photo, Past(picture, (first,), 0, picture, hole, picture, mask_kept=True))

    def restore(self, photo: Photo, past: Past) -> None:
        """Show a photo as it was left, with its history."""
        self.photo = photo
        self.original, self.picture, self.saved = past.original, past.picture, past.saved
        self.hole = past.hole
        self.timeline = Timeline(*past.states)
        self.timeline.position = past.position
        self._mask_kept = past.mask_kept
        self.opened.emit()
        self.history_changed.emit()

    def past(self) -> Past:
        """Return what there is to come back to; only ``hole`` is not a snapshot."""
        timeline = self.timeline
        return Past(
            self.original,
            tuple(timeline.states),
            timeline.position,
            self.picture,
            self.hole,
            self.saved,
            self._mask_kept,
        )

    @property
    def is_open(self) -> bool:
        """True if there is a photo."""
        return self.photo is not None

    @property
    def is_enlarged(self) -> bool:
        """True if the photo is larger than it was when it was opened."""
        return self.is_open and self.picture.shape != self.original.shape

    @property
    def picture_is_saved(self) -> bool:
        """True if what is shown is what was opened or saved last."""
        return not self.is_open or self.picture is self.saved

    @property
    def mask_is_saved(self) -> bool:
        """True if nothing painted would be lost."""
        return not self.is_open or self._mask_kept or self.hole.is_empty()

    def mark_saved(self, picture: Picture) -> None:
        """Note that ``picture`` is on disk."""
        self.saved = picture
        self.history_changed.emit()

    def mark_mask_saved(self, hole: HoleLayer) -> None:
        """Note that ``hole``, which the mask may have been before, is on disk."""
        if hole.equals(self.hole):
            self._mask_kept = True

    def record(self, label: str, edit: HoleEdit) -> None:
        """Enter an edit of the mask, already done, into the history."""
        self._push(State(label, edit, self._overview()))

    def paint(self, label: str, region: Region, value: bool) -> None:
        """Mark the pixels of ``region``, or unmark them, as one step; none if they all are already."""
        self._change(label, region.edit(self.hole, value))

    def invert(self) -> None:
        """Mark what was not marked, and the other way round."""
        self._change(translate("Document", "Invert"), Inversion())

    def clear(self) -> None:
        """Mark nothing."""
        self._change(translate("Document", "Clear"), HoleEdit.between(self.hole, None))

    def replace_hole(self, hole: Hole, label: str | None = None) -> None:
        """Mark what ``hole`` (H, W) marks. Raises BadInputError if it is of another size."""
        label = label or translate("Document", "Import mask")
        self._change(label, HoleEdit.between(self.hole, frozen_hole(hole, self.hole.shape)))

    def add_repair(self, outcome: Outcome) -> None:
        """Show a repair; what it repaired is no longer marked, what was painted meanwhile is."""
        result = outcome.result
        edit = self._show(outcome.picture, outcome.box, result.hole[slices(outcome.box)])
        facts = translate("Document", "{seconds} s · seed {seed} · {models}").format(
            seconds=decimal(result.seconds), seed=result.seed, models=", ".join(result.models)
        )
        self._push(State(translate("Document", "Repair"), edit, self._overview(), facts, outcome.recipe))

    def add_step(self, step: Step) -> None:
        """Show a step of a repair in the place of its result, or of what was there before it."""
        edit = self._show(step.picture, step.box, step.where)
        facts = translate("Document", "taken in place of the result")
        self._push(State(step.label, edit, self._overview(), facts))

    def add_enlargement(self, enlargement: Enlargement) -> None:
        """Show the photo enlarged; what was marked still is."""
        result = enlargement.result
        edit = PictureEdit(self.picture, enlargement.picture, None)
        self._apply(edit, forward=True)
        facts = translate("Document", "{route} · {seconds} s · {models}").format(
            route=result.route, seconds=decimal(result.seconds), models=", ".join(result.models)
        )
        self._push(State(translate("Document", "Enlarge 2x"), edit, self._overview(), facts))

    @property
    def recipe(self) -> Recipe | None:
        """What the last repair up to here was made with, None if there was none."""
        states = self.timeline.states[: self.timeline.position + 1]
        return next((state.recipe for state in reversed(states) if state.recipe is not None), None)

    def undo(self) -> None:
        """Take one step back."""
        self.go_to(self.timeline.position - 1)

    def redo(self) -> None:
        """Take one step forward again."""
        self.go_to(self.timeline.position + 1)

    @property
    def can_undo(self) -> bool:
        """True if there is a step to take back."""
        return self.is_open and self.timeline.position > 0

    @property
    def can_redo(self) -> bool:
        """True if there is a step that was taken back."""
        return self.is_open and self.timeline.position < len(self.timeline.states) - 1

    def go_to(self, position: int) -> None:
        """Go to a state of the history, through all that lie between."""
        position = min(max(position, 0), len(self.timeline.states) - 1)
        edits, forward = self.timeline.edits_to(position)
        if self.locked and any(isinstance(edit, PictureEdit) for edit in edits):
            self.refused.emit(self.lock_reason)
            return
        for edit in edits:
            self._apply(edit, forward)
        self.timeline.position = position
        self._mask_kept = False
        self.history_changed.emit()

    def _change(self, label: str, edit: HoleEdit | Inversion | None) -> None:
        if edit is not None:
            self._apply(edit, forward=True)
            self._push(State(label, edit, self._overview()))

    def _apply(self, edit: Edit, forward: bool) -> None:
        if isinstance(edit, PictureEdit):
            self.picture = edit.after if forward else edit.before
            if self.picture.shape != self.hole.shape:
                larger = self.picture.shape[0] / self.hole.shape[0]
                self.hole = resized(self.hole, self.picture.shape)
                self.resized.emit(larger)
            self.picture_changed.emit()
        marked = edit.cleared if isinstance(edit, PictureEdit) else edit
        if marked is not None:
            self.hole_changed.emit(marked.toggle(self.hole))

    def _show(self, picture: Picture, box: Box, where: Hole) -> PictureEdit:
        """Show a picture; ``box`` is no longer marked where ``where`` (h, w) is True."""
        cleared = HoleEdit.of([(box, where & self.hole.array[slices(box)])])
        edit = PictureEdit(self.picture, picture, cleared)
        self._apply(edit, forward=True)
        return edit

    def _push(self, state: State) -> None:
        self.timeline.push(state)
        self._mask_kept = False
        self.history_changed.emit()

    def _overview(self) -> npt.NDArray[np.uint8]:
        return overview(self.picture, self.hole)


def overview(picture: Picture, hole: HoleLayer) -> npt.NDArray[np.uint8]:
    """Return the whole photo, small, with the mask tinted: uint8 (h, w, 3), sides of up to 128 pixels."""
    pixels = picture.overview().copy()
    marked = hole.level(hole.levels - 1)
    pixels[marked] = pixels[marked] // 2 + np.array(MASK_TINT, np.uint8) // 2
    return halve(pixels) if max(pixels.shape) > LARGEST_OVERVIEW else pixels
