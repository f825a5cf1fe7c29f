"""What a repair was made with: all that is needed to make it again."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from engine.messages import Method, Sampling


@dataclass(frozen=True)
class Recipe:
    """What a repair is made with; a finished repair's has the seed that was drawn.

    ``model``: None for the method's own. ``eraser``: whose fill the method "known" begins from, None for our
    own. ``ring``: pixels that the method "erode" takes from each pass. ``feather``: width of the soft rim.
    ``texture``: share of the detail that wide parts borrow from the rest of the photo.
    """

    method: Method = "known"
    model: str | None = None
    sampling: Sampling = field(default_factory=Sampling)
    eraser: str | None = None
    ring: int = 1
    feather: int = 0
    texture: float = 1.0

    def to_json(self) -> dict[str, Any]:
        """Return this as JSON can hold it."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Recipe:
        """Return what :meth:`to_json` was made of. Raises an error if that is impossible."""
        sampling = dict(data["sampling"])
        sampling["jumps"] = tuple(sampling["jumps"])
        return cls(
            data["method"],
            data["model"],
            Sampling(**sampling),
            data.get("eraser"),
            data.get("ring", 1),
            data.get("feather", 0),
            data.get("texture", 1.0),
        )
