"""The document: strokes and repairs on one line of history, back and forth."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import BadInputError
from engine.messages import Photo, Result
from gui.boxes import at_level, bounds, intersect, slices, tile_box, tile_indices, unite
from gui.document import Document
from gui.picture import Picture
from gui.repair_task import Outcome, RepairTask
from gui.tools import Painter, Toolbox
from tests.gui.support import rectangle

HEIGHT, WIDTH = 120, 160


@pytest.fixture
def document(qapp, photo: Photo, picture: Picture) -> Document:
    document = Document()
    document.open(photo, picture)
    return document


def repaired(document: Document, value: int = 9) -> Outcome:
    """What an engine would make of the document as it is now."""
    request = RepairTask(document.picture, document.hole.snapshot()).request()
    image = request.image.copy()
    image[request.hole] = value
    result = Result(image, request.hole, "known", 3, 1.5, 10, ("tiny",), "cpu")
    picture = document.picture.with_pixels(image, document.hole.box, request.hole)
    return Outcome(result, picture, bounds(request.hole))


def mark(document: Document, *box: int) -> None:
    document.replace_hole(rectangle(HEIGHT, WIDTH, *box) | document.hole.array)


def test_a_repair_can_be_undone_and_done_again(document: Document, photo: Photo) -> None:
    mark(document, 10, 20, 30, 60)
    document.add_repair(repaired(document))
    assert document.hole.is_empty()
    assert (document.picture.image()[10:30, 20:60] == 9).all()
    document.undo()
    assert document.picture.image() is photo.image
    assert document.hole.array.sum() == 20 * 40
    document.redo()
    assert (document.picture.image()[10:30, 20:60] == 9).all()
    assert document.hole.is_empty()


def test_what_is_painted_during_a_repair_stays_marked(document: Document) -> None:
    mark(document, 10, 20, 30, 60)
    outcome = repaired(document)
    mark(document, 80, 80, 90, 90)
    document.add_repair(outcome)
    assert np.array_equal(document.hole.array, rectangle(HEIGHT, WIDTH, 80, 80, 90, 90))


def test_what_is_erased_during_a_repair_comes_back_unmarked(document: Document) -> None:
    mark(document, 10, 20, 30, 60)
    outcome = repaired(document)
    document.clear()
    document.add_repair(outcome)
    assert document.hole.is_empty()
    document.undo()
    assert document.hole.is_empty()


def test_going_through_the_history_by_a_click(document: Document, photo: Photo) -> None:
    pictures, holes = [document.picture], [document.hole.frozen()]
    for k in range(3):
        mark(document, 10 * k, 10, 10 * k + 8, 50)
        document.add_repair(repaired(document, k))
        mark(document, 100, 100 + k, 110, 120)
        for _ in range(1):
            pictures.append(document.picture)
            holes.append(document.hole.frozen())
    labels = [state.label for state in document.timeline.states]
    assert labels[:3] == ["Opened", "Import mask", "Repair"]
    for position in (0, 9, 3, 6, 0, 3, 9):
        document.go_to(position)
        assert document.picture is pictures[position // 3]
        assert np.array_equal(document.hole.array, holes[position // 3])


def test_a_new_edit_drops_what_was_undone(document: Document) -> None:
    mark(document, 0, 0, 5, 5)
    mark(document, 10, 10, 15, 15)
    document.undo()
    assert document.can_redo
    document.invert()
    assert not document.can_redo
    assert [state.label for state in document.timeline.states] == ["Opened", "Import mask", "Invert"]


def test_the_picture_is_locked_while_it_is_being_repaired(document: Document) -> None:
    mark(document, 10, 20, 30, 60)
    document.add_repair(repaired(document))
    mark(document, 50, 50, 60, 60)
    document.locked = True
    reasons: list[str] = []
    document.refused.connect(reasons.append)
    document.undo()
    assert document.hole.is_empty()
    assert not reasons
    after = document.picture
    document.undo()
    document.go_to(0)
    assert document.picture is after
    assert len(reasons) == 2
    document.locked = False
    document.undo()
    assert document.picture is document.original


def test_saved_means_what_is_on_disk(document: Document) -> None:
    assert document.picture_is_saved
    assert document.mask_is_saved
    mark(document, 10, 20, 30, 60)
    assert document.picture_is_saved
    assert not document.mask_is_saved
    document.add_repair(repaired(document))
    assert not document.picture_is_saved
    assert document.mask_is_saved, "nothing is marked any more"
    document.mark_saved(document.picture)
    assert document.picture_is_saved
    document.undo()
    assert not document.picture_is_saved
    document.redo()
    assert document.picture_is_saved


def test_a_mask_of_another_size_is_refused(document: Document) -> None:
    with pytest.raises(BadInputError, match="160 x 120"):
        document.replace_hole(np.ones((5, 5), bool))
    assert document.hole.is_empty()


def test_edits_that_change_nothing_are_not_in_the_history(document: Document) -> None:
    document.clear()
    document.replace_hole(np.zeros((HEIGHT, WIDTH), bool))
    assert len(document.timeline.states) == 1


def test_the_overview_shows_the_mask(document: Document) -> None:
    mark(document, 0, 0, 60, 160)
    plain, marked = (state.overview for state in document.timeline.states)
    assert (plain[:30] != marked[:30]).any()
    assert np.array_equal(plain[30:], marked[30:])


def test_opening_another_photo_forgets_everything(document: Document, photo: Photo) -> None:
    mark(document, 0, 0, 9, 9)
    document.open(photo, Picture.of(photo.image))
    assert document.hole.is_empty()
    assert not document.can_undo


# Tools


@pytest.fixture
def toolbox(qapp) -> Toolbox:
    return Toolbox(10)


@pytest.fixture
def painter(document: Document, toolbox: Toolbox) -> Painter:
    return Painter(document, toolbox)


def test_a_stroke_is_one_entry(document: Document, painter: Painter) -> None:
    painter.press((20, 20))
    painter.move((40, 20))
    painter.move((40, 40))
    assert painter.active
    painter.release()
    assert document.hole.array[20, 30]
    assert document.hole.array[30, 40]
    assert len(document.timeline.states) == 2
    document.undo()
    assert document.hole.is_empty()


def test_the_opposite_of_the_brush_erases(document: Document, painter: Painter, toolbox: Toolbox) -> None:
    painter.press((50, 50))
    painter.release()
    painter.press((50, 50), opposite=True)
    painter.release()
    assert document.hole.is_empty()
    toolbox.swap()
    painter.press((50, 50), opposite=True)
    painter.release()
    assert document.hole.array[50, 50]


def test_straight_lines_begin_where_the_last_stroke_ended(document: Document, painter: Painter) -> None:
    painter.press((20, 20), straight=True)
    painter.release()
    assert not document.hole.array[20, 60]
    painter.press((100, 20), straight=True)
    painter.release()
    assert document.hole.array[20, 20:100].all()
    assert not document.hole.array[60].any()


def test_a_repair_that_ends_in_the_middle_of_a_stroke_cuts_it_in_two(
    document: Document, painter: Painter
) -> None:
    mark(document, 10, 20, 30, 60)
    outcome = repaired(document)
    painter.press((20, 80))
    painter.move((40, 80))
    painter.interrupted(lambda: document.add_repair(outcome))
    painter.move((90, 80))
    painter.release()
    assert [state.label for state in document.timeline.states[2:]] == ["Brush", "Repair", "Brush"]
    assert document.hole.array[80, 20:90].all()
    final = document.hole.frozen()
    document.go_to(0)
    assert document.hole.is_empty()
    document.go_to(4)
    assert np.array_equal(document.hole.array, final)


def test_brush_sizes_stay_within_bounds_and_always_move(toolbox: Toolbox) -> None:
    seen = [toolbox.brush_px]
    for _ in range(60):
        toolbox.scale(1)
        seen.append(toolbox.brush_px)
    assert seen[-1] == 1000
    for _ in range(80):
        toolbox.scale(-1)
    assert toolbox.brush_px == 1


boxes = st.tuples(st.integers(0, 50), st.integers(0, 50), st.integers(1, 50), st.integers(1, 50)).map(
    lambda b: (b[0], b[1], b[0] + b[2], b[1] + b[3])
)


def pixels(*several: tuple[int, int, int, int]) -> np.ndarray:
    grid = np.zeros((128, 128), bool)
    for box in several:
        grid[slices(box)] = True
    return grid


@given(boxes, boxes)
def test_boxes_behave_as_sets_of_pixels(a, b) -> None:
    common = intersect(a, b)
    assert np.array_equal(pixels(common) if common else pixels(), pixels(a) & pixels(b))
    both = unite(a, b)
    assert both is not None
    assert not (pixels(a, b) & ~pixels(both)).any()
    assert unite(None, a) == unite(a, None) == a


@given(boxes, st.integers(0, 4))
def test_a_box_at_a_level_covers_what_it_did(box, level: int) -> None:
    small = at_level(box, level)
    assert not (pixels(box) & ~pixels(tuple(side << level for side in small))).any()


@given(boxes)
def test_the_tiles_of_a_box_cover_it(box) -> None:
    tiles = [tile_box(index, 16, (101, 101)) for index in tile_indices(box, 16)]
    assert not (pixels(box) & ~pixels(*tiles)).any()
    assert all(intersect(tile, box) for tile in tiles)
