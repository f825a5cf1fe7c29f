"""What is shown where: the mask, and a repair that is under way."""

import numpy as np

from engine.messages import Preview, Progress
from gui.boxes import bounds
from gui.film import Film, Frame
from gui.forming import thumbnail
from gui.hole_layer import HoleLayer
from gui.picture import Picture
from gui.repair_task import RepairTask
from gui.scene import Scene
from gui.time_left import TimeLeft, in_words
from tests.gui.support import DissolvingSession, gradient, rectangle

HEIGHT, WIDTH = 300, 400


def test_no_mask_no_tint() -> None:
    picture, layer = Picture.of(gradient(HEIGHT, WIDTH)), HoleLayer((HEIGHT, WIDTH))
    assert Scene(picture, layer).tint((0, 0, 0)) is None
    assert Scene(picture).tint((0, 0, 0)) is None


def test_the_mask_is_tinted_at_every_size() -> None:
    hole = rectangle(HEIGHT, WIDTH, 260, 270, 290, 300)
    scene = Scene(Picture.of(gradient(HEIGHT, WIDTH)), HoleLayer.of(hole))
    tint = scene.tint((0, 1, 1))
    assert tint is not None
    assert np.array_equal(tint, hole[256:, 256:])
    coarse = scene.tint((1, 0, 0))
    assert coarse is not None
    assert coarse.sum() == 15 * 15


def task_with_preview() -> tuple[RepairTask, Frame]:
    """A repair of two rectangles, the first of which has been reached."""
    hole = rectangle(HEIGHT, WIDTH, 20, 30, 60, 90) | rectangle(HEIGHT, WIDTH, 200, 300, 230, 350)
    task = RepairTask(Picture.of(gradient(HEIGHT, WIDTH)), HoleLayer.of(hole))
    task.observe(Progress("a", 1, 4, Preview((0, 0, 128, 128), np.full((128, 128, 3), 77, np.uint8))))
    return task, task.frame(Progress("a", 1, 4))


def test_a_preview_is_seen_in_the_hole_alone() -> None:
    task, frame = task_with_preview()
    before, now = task.picture.image(), frame.picture.image()
    reached = task.hole.frozen().copy()
    reached[128:] = False
    assert (now[reached] == 77).all()
    assert np.array_equal(now[~reached], before[~reached])


def test_the_mask_is_not_drawn_over_the_estimate_but_everywhere_else() -> None:
    task, frame = task_with_preview()
    painted_since = task.hole.snapshot()
    painted_since.array[100:110, 10:20] = True
    painted_since.refresh(painted_since.box)
    for level in (0, 1):
        tint = Scene(frame.picture, painted_since, frame).tint((level, 0, 0))
        assert tint is not None
        scale = 2**level
        assert not tint[20 // scale : 60 // scale, 30 // scale : 90 // scale].any()
        assert tint[100 // scale : 110 // scale, 10 // scale : 20 // scale].all()
    far = Scene(frame.picture, painted_since, frame).tint((0, 0, 1))
    assert far is not None
    assert far.any()


def test_no_preview_of_a_region_that_is_done_gets_lost() -> None:
    """Frames are rarer than steps: the last estimate of one region must not be skipped for the next's."""
    hole = rectangle(HEIGHT, WIDTH, 0, 0, 50, 50) | rectangle(HEIGHT, WIDTH, 200, 200, 250, 250)
    task = RepairTask(Picture.of(gradient(HEIGHT, WIDTH)), HoleLayer.of(hole))
    for value, box in ((1, (0, 0, 64, 64)), (2, (0, 0, 64, 64)), (3, (192, 192, 256, 256))):
        task.observe(Progress("a", value, 3, Preview(box, np.full((64, 64, 3), value, np.uint8))))
    shown = task.frame(Progress("a", 3, 3)).picture.image()
    assert (shown[:50, :50] == 2).all()
    assert (shown[200:250, 200:250] == 3).all()


def test_the_outcome_differs_from_the_photo_in_the_hole_alone() -> None:
    image = gradient(HEIGHT, WIDTH)
    hole = rectangle(HEIGHT, WIDTH, 250, 250, 262, 270)
    task = RepairTask(Picture.of(image), HoleLayer.of(hole))
    job = DissolvingSession().run(task.request())
    try:
        while True:
            next(job)
    except StopIteration as stop:
        outcome = task.outcome(stop.value)
    assert np.array_equal(outcome.picture.image(), outcome.result.image)
    assert np.array_equal(outcome.picture.image()[~hole], image[~hole])
    assert outcome.box == (250, 250, 262, 270)


def test_a_request_is_not_painted_on() -> None:
    layer = HoleLayer.of(rectangle(HEIGHT, WIDTH, 10, 10, 20, 20))
    task = RepairTask(Picture.of(gradient(HEIGHT, WIDTH)), layer.snapshot())
    layer.array[:] = False
    assert task.request().hole.sum() == 100


def test_bounds_and_thumbnails_show_what_is_repaired() -> None:
    where = rectangle(HEIGHT, WIDTH, 100, 200, 110, 230)
    assert bounds(where) == (100, 200, 110, 230)
    small = thumbnail(gradient(HEIGHT, WIDTH), where)
    assert small.shape[:2] == (10 + 2 * 11, 30 + 2 * 11)
    assert max(thumbnail(gradient(900, 1300), np.ones((900, 1300), bool)).shape) <= 160


def frame(number: int, nbytes: int = 10) -> Frame:
    picture = Picture.of(gradient(4, 4))
    return Frame(
        "a", number, 99, 0.5, picture, HoleLayer((4, 4)), np.empty((0, 4), int), picture.overview(), nbytes
    )


def test_a_film_stays_within_its_limits_and_keeps_the_newest() -> None:
    film = Film(largest_count=10, largest_bytes=1000)
    for number in range(57):
        film.add(frame(number))
        assert len(film.frames) <= 10
        assert film.frames[-1].step == number
    steps = [shown.step for shown in film.frames]
    assert steps == sorted(steps)
    assert steps[0] < 16
    heavy = Film(largest_count=10, largest_bytes=1000)
    for number in range(9):
        heavy.add(frame(number, nbytes=400))
    assert len(heavy.frames) == 2


def test_time_left_follows_the_rate_and_ignores_the_loading() -> None:
    left = TimeLeft()
    assert left.seconds(0.0, 0.0) is None
    assert left.seconds(0.1, 60.0) is None
    assert left.seconds(0.2, 61.0) == 8.0
    assert left.seconds(0.6, 65.0) == 4.0
    assert left.seconds(0.05, 70.0) is None, "a job that starts over has no rate yet"
    assert left.seconds(0.15, 72.0) == 17.0


def test_time_left_is_known_after_the_first_step_where_the_work_was_said_to_begin() -> None:
    left = TimeLeft()
    for loading_s in (0.0, 30.0):
        left.begin(loading_s)
    assert left.seconds(0.0, 35.0) is None
    assert left.seconds(0.25, 40.0) == 30.0
    left.begin(50.0)  # all over again, in smaller pieces
    assert left.seconds(0.25, 70.0) == 60.0


def test_durations_in_words() -> None:
    assert [in_words(s) for s in (0.4, 12, 100, 7200)] == [
        "about a second left",
        "about 12 seconds left",
        "about 2 minutes left",
        "about 2 hours left",
    ]
