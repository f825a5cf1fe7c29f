from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import BadInputError
from engine.sampling.jumps import Jumps, even_levels, jump_times, jumping_levels, log_snr_levels, moves
from engine.sampling.schedule import Schedule

LINEAR = Schedule.linear()


def test_repaints_default_takes_2410_evaluations_and_2160_undos() -> None:
    steps = np.diff(jump_times(250, [Jumps(10, 10)]))
    assert (steps < 0).sum() == 2410
    assert (steps > 0).sum() == 2160


@given(
    st.integers(1, 40),
    st.lists(st.builds(Jumps, st.integers(1, 12), st.integers(1, 3)), max_size=2),
    st.integers(0, 2),
    st.none() | st.integers(0, 40),
)
def test_every_order_is_a_walk_of_single_steps_to_the_clean_image(
    T: int, jumps: list[Jumps], pairs: int, start: int | None
) -> None:
    times = jump_times(T, jumps, pairs=pairs, start_resampling=start)
    steps = np.diff(times)
    assert (times[0], times[-1]) == (T - 1, -1)
    assert set(np.abs(steps)) <= {1}
    assert max(times) == T - 1
    assert -steps.sum() == T
    if not pairs and start is not None:
        landings = [times[i] for i in range(1, len(times) - 1) if steps[i - 1] > 0 > steps[i]]
        assert all(landing <= start for landing in landings)


def test_without_repeats_it_goes_straight_down() -> None:
    assert jump_times(5, [Jumps(2, 1)]) == [4, 3, 2, 1, 0, -1]
    assert jump_times(5, []) == [4, 3, 2, 1, 0, -1]


@given(st.integers(0, 999), st.integers(1, 1200))
def test_even_levels_descend_evenly(start: int, evaluations: int) -> None:
    levels = even_levels(start, evaluations)
    assert (levels[0], levels[-1]) == (start, -1)
    assert len(levels) == min(evaluations, start + 1) + 1
    steps = -np.diff(levels)
    assert steps.min() >= 1
    assert steps.max() - steps.min() <= 1


@given(st.integers(0, 999), st.integers(1, 1200))
def test_log_snr_levels_descend_to_the_last_one(start: int, evaluations: int) -> None:
    levels = log_snr_levels(LINEAR, start, evaluations)
    assert levels[0] == start
    assert levels[-1] == -1
    assert levels[-2] == 0 or evaluations == 1
    assert len(levels) == min(evaluations, start + 1) + 1
    assert (np.diff(levels) < 0).all()


def test_log_snr_levels_are_even_in_log_snr() -> None:
    values = [LINEAR.half_log_snr(level) for level in log_snr_levels(LINEAR, 999, 10)[:-1]]
    np.testing.assert_allclose(np.diff(values), np.diff(values).mean(), atol=0.35)


def test_jumps_over_few_levels_count_in_their_steps() -> None:
    levels = jumping_levels([400, 300, 200, 100, -1], Jumps(2, 2))
    assert levels == [400, 300, 200, 100, 200, 300, 200, 100, -1]
    assert moves(levels)[0] == (400, 300)


@pytest.mark.parametrize("jump", [(0, 2), (3, 0)])
def test_impossible_jumps_are_refused(jump: tuple[int, int]) -> None:
    with pytest.raises(BadInputError):
        Jumps(*jump)
