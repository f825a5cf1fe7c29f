"""Which models a repair needs."""

import pytest

from engine.messages import NO_ERASER, Method
from engine.models import models_needed


@pytest.mark.parametrize(
    ("method", "model", "eraser", "needed"),
    [
        ("known", None, None, ("reweave-prior", "reweave-eraser")),
        ("known", "adm", "lama", ("adm", "lama")),
        ("known", "adm", NO_ERASER, ("adm",)),
        ("blind", None, "lama", ("reweave-prior",)),
        ("erase", None, None, ("reweave-eraser",)),
        ("erase", "lama", None, ("lama",)),
        ("erase", None, "lama", ("lama",)),
        ("erode", "lama", "other", ("lama",)),
        ("erode", None, NO_ERASER, ("reweave-eraser",)),
    ],
)
def test_models_needed(
    method: Method, model: str | None, eraser: str | None, needed: tuple[str, ...]
) -> None:
    assert models_needed(method, model, eraser) == needed
