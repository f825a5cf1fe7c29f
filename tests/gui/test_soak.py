"""A thousand random actions on a document, with all that looks after it; then back to the first state."""

import hashlib
import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.messages import Enlarged, Photo
from gui.autosave import Autosave
from gui.document import Document
from gui.enlarge_task import Enlargement
from gui.film import Frame, step_of
from gui.message_bar import MessageBar
from gui.picture import Picture
from gui.session_store import MANIFEST, read_session
from gui.spill import Spill
from gui.tools import Painter, Toolbox
from tests.gui.support import WAIT_MS, gradient, rectangle
from tests.gui.test_document import repaired

ACTIONS = 1000
LARGEST_SIDE = 600
"""Photos are not enlarged beyond this."""


class Somebody:
    """Does at random what can be done to a document, and knows what each state ought to look like."""

    def __init__(self, document: Document, seed: int) -> None:
        self._document = document
        self._toolbox = Toolbox()
        self._painter = Painter(document, self._toolbox)
        self._random = random.Random(seed)
        self.expected = [seen(document)]

    def act(self) -> None:
        """Do something."""
        actions: list[tuple[int, Callable[[], object]]] = [
            (8, self._paint),
            (2, self._rectangle),
            (1, self._document.invert),
            (1, self._document.clear),
            (4, self._repair),
            (1, self._take_a_step),
            (1, self._enlarge),
            (2, self._document.undo),
            (2, self._document.redo),
            (1, self._jump),
        ]
        weights, does = zip(*actions, strict=True)
        timeline = self._document.timeline
        states = list(timeline.states)
        (do,) = self._random.choices(does, weights)
        do()
        if timeline.states != states:
            self.expected[timeline.position :] = [seen(self._document)]
        assert seen(self._document) == self.expected[timeline.position]
        assert len(self.expected) == len(timeline.states)

    def _point(self) -> tuple[int, int]:
        height, width = self._document.picture.shape
        return self._random.randrange(-5, width + 5), self._random.randrange(-5, height + 5)

    def _paint(self) -> None:
        self._toolbox.resize(self._random.randrange(1, 40))
        self._painter.press(self._point(), opposite=self._random.random() < 0.3)
        for _ in range(self._random.randrange(4)):
            self._painter.move(self._point())
        self._painter.release()

    def _rectangle(self) -> None:
        (left, right), (top, bottom) = (
            sorted(max(value, 0) for value in pair) for pair in zip(self._point(), self._point(), strict=True)
        )
        height, width = self._document.picture.shape
        self._document.replace_hole(rectangle(height, width, top, left, bottom, right))

    def _repair(self) -> None:
        hole = self._document.hole.array
        if hole.any() and not hole.all():
            self._document.add_repair(repaired(self._document, self._random.randrange(256)))

    def _take_a_step(self) -> None:
        document = self._document
        hole = document.hole.snapshot()
        if not hole.is_empty():
            height, width = document.picture.shape
            value = np.full((height, width, 3), self._random.randrange(256), np.uint8)
            shown = document.picture.with_pixels(value, hole.box, hole.array)
            frame = Frame("step", 1, 2, 0.5, shown, hole, np.array([hole.marked_box()]))
            document.add_step(step_of(frame, document.picture))

    def _enlarge(self) -> None:
        image = self._document.picture.image()
        if max(image.shape) * 2 <= LARGEST_SIDE:
            large = image.repeat(2, axis=0).repeat(2, axis=1)
            result = Enlarged(large, "exact", 1, 0.1, 1, ("none",), "cpu")
            self._document.add_enlargement(Enlargement(result, Picture.of(large)))

    def _jump(self) -> None:
        """Go somewhere, look, and go back: what comes next would drop all that was undone."""
        position = self._document.timeline.position
        there = self._random.randrange(len(self._document.timeline.states))
        self._document.go_to(there)
        assert seen(self._document) == self.expected[there]
        self._document.go_to(position)


def seen(document: Document) -> tuple[bytes, ...]:
    """Return what tells whether a document shows the same, to the bit."""
    parts = (np.ascontiguousarray(document.picture.image()), np.ascontiguousarray(document.hole.array))
    return tuple(hashlib.sha1(part.data).digest() for part in parts)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_thousand_actions_can_all_be_undone(qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = MessageBar(window)
    document = Document()
    pixels = gradient(121, 263, np.uint16 if seed % 2 else np.uint8)
    photo = Photo(Path("photo.png"), pixels)
    document.open(photo, Picture.of(pixels))
    spill = Spill(document, bar, tmp_path / "room", limit_bytes=2**20)
    autosave = Autosave(tmp_path / "sessions", document, lambda: None, bar, delay_ms=0)
    somebody = Somebody(document, seed)
    try:
        for count in range(ACTIONS):
            somebody.act()
            if count % 50 == 0:
                qtbot.wait(1)
        autosave.write()
        qtbot.waitUntil(lambda: not autosave._writing, timeout=WAIT_MS)
        autosave.write()
        qtbot.waitUntil(lambda: not autosave._writing, timeout=WAIT_MS)
        assert (autosave.folder / MANIFEST).exists()
        back = Document()
        back.restore(photo, read_session(autosave.folder, lambda _: photo).past)
        assert back.timeline.position == document.timeline.position
        assert len(back.timeline.states) == len(somebody.expected) > 300
        for each in (document, back):
            while each.can_undo:
                each.undo()
                assert seen(each) == somebody.expected[each.timeline.position]
            assert np.array_equal(each.picture.image(), pixels)
            assert each.picture.image().dtype == pixels.dtype
            assert each.hole.is_empty()
        assert bar._text.text() == ""
    finally:
        spill.shutdown()
        autosave.close()
