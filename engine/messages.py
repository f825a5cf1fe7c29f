"""What crosses the boundary between an interface and the engine.

Requests are frozen and complete: an editor may go on painting, and settings may change, while a job
runs. This module needs numpy only; importing it must stay cheap.

Conventions, everywhere in the engine:

* ``Image``: uint8 or uint16, shape (H, W, 3), RGB, C-contiguous, read-only.
* ``Hole``: bool, shape (H, W), read-only, **True = repair**. On disk and in the interface it is called
  a mask, and white (255) means repair.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from engine.errors import BadInputError
from engine.sampling.spacing import space_timesteps

Image: TypeAlias = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]
Hole: TypeAlias = npt.NDArray[np.bool_]
Box: TypeAlias = tuple[int, int, int, int]
"""(top, left, bottom, right) in pixels, the last two exclusive."""

NO_ERASER = "none"
"""In place of an eraser's name: fill classically."""

Method = Literal["known", "erase", "erode", "blind"]
Sampler = Literal["ddim", "ddpm", "dpm++"]
Merge = Literal["null-space", "x_t"]
Route = Literal["exact", "ilvr", "masked", "interleaved"]

METHODS: tuple[Method, ...] = ("known", "erase", "erode", "blind")
SAMPLERS: tuple[Sampler, ...] = ("ddim", "ddpm", "dpm++")
MERGES: tuple[Merge, ...] = ("null-space", "x_t")
ROUTES: tuple[Route, ...] = ("exact", "ilvr", "masked", "interleaved")
LOW_PASS_FACTORS = (0, 1, 2, 4, 8, 16, 32, 64)
TRAINED_STEPS = 1000
BOUNDS: dict[str, tuple[float, float]] = {
    "steps": (0, TRAINED_STEPS),
    "start": (1, TRAINED_STEPS - 1),
    "range_t": (0, TRAINED_STEPS - 1),
    "jump length": (1, TRAINED_STEPS),
    "jump repeats": (1, 100),
    "eta": (0.0, 1.0),
    "seed": (0, 2**63 - 1),
    "ring": (1, 64),
    "feather": (0, 100),
    "texture": (0.0, 1.0),
}
"""The least and the largest value of each number that a request holds."""

LARGEST_ENLARGED = 200_000_000
"""Pixels above which a picture is not made: it could not be opened again."""


@dataclass(frozen=True)
class Sampling:
    """How the reverse process is walked. The defaults are what measured best (models/EXPERIMENTS.md).

    ``steps``: network evaluations at full size, after the one that gives our own prior's expectation;
    with 0 that is the result: fast, most likely, and smooth. ``respacing``: in place of ``steps``, the
    timesteps to visit as the public checkpoints' tools write them, "250", "100,50,25" or "ddim50", of which
    those up to ``start`` are taken; "" for even steps. ``start``: trained timestep in [1, 999] at
    which the chain begins over the noised fill; 999 is pure noise. ``low_pass``: ILVR's factor N that
    holds the hole to the fill, 0 for no hold. ``range_t``: trained timestep below which ILVR lets go.
    ``jumps``: RePaint's (length, repeats) in steps, repeats 1 for none. ``eta``: DDIM's noise share in
    [0, 1]. ``seed``: None draws one, which the result reports.
    """

    steps: int = 5
    respacing: str = ""
    sampler: Sampler = "ddim"
    merge: Merge = "null-space"
    start: int = 300
    low_pass: int = 4
    range_t: int = 0
    jumps: tuple[int, int] = (1, 1)
    eta: float = 0.0
    seed: int | None = None

    def __post_init__(self) -> None:
        _within_bounds("steps", self.steps)
        _one_of("sampler", self.sampler, SAMPLERS)
        _one_of("merge", self.merge, MERGES)
        _within_bounds("start", self.start)
        _one_of("low-pass factor", self.low_pass, LOW_PASS_FACTORS)
        _within_bounds("range_t", self.range_t)
        if self.respacing and not self.timesteps:
            raise BadInputError(
                "The spacing {respacing!r} holds no timestep up to the start, {start}: start "
                "higher, or space more densely.",
                respacing=self.respacing,
                start=self.start,
            )
        count = len(space_timesteps(TRAINED_STEPS, self.respacing)) if self.respacing else self.steps
        _within("jump length", self.jumps[0], 1, max(count, 1))
        _within_bounds("jump repeats", self.jumps[1])
        _within_bounds("eta", self.eta)
        if self.seed is not None:
            _within_bounds("seed", self.seed)

    @property
    def timesteps(self) -> list[int]:
        """The trained timesteps that ``respacing`` keeps, ascending; none without it."""
        if not self.respacing:
            return []
        return [step for step in space_timesteps(TRAINED_STEPS, self.respacing) if step <= self.start]


@dataclass(frozen=True, eq=False)
class Repair:
    """Fill ``hole`` in ``image``.

    ``model``: a name from the manifest or a checkpoint file, None for the method's own. ``ring``: pixels
    that the method "erode" accepts from each pass. ``eraser``: whose fill the method "known" begins from;
    :data:`NO_ERASER` for a classical fill, None for our own eraser's; it is the model of "erase" and "erode"
    where no other is named. ``feather``: pixels inside the hole's
    rim over which the repair is blended with the photo's own, damaged or not; 0 for none. ``texture``: how
    much detail wide parts of a repair by our own small networks borrow from the rest of the photo, in [0, 1].
    """

    image: Image
    hole: Hole
    method: Method = "known"
    model: str | None = None
    sampling: Sampling = field(default_factory=Sampling)
    ring: int = 1
    eraser: str | None = None
    feather: int = 0
    texture: float = 1.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "image", frozen_image(self.image))
        object.__setattr__(self, "hole", frozen_hole(self.hole, self.image.shape[:2]))
        _one_of("method", self.method, METHODS)
        _within_bounds("ring", self.ring)
        _within_bounds("feather", self.feather)
        _within_bounds("texture", self.texture)
        check_walk(self.method, self.sampling)
        if not self.hole.any():
            raise BadInputError(
                "The mask is empty, so there is nothing to repair: paint over the damage first."
            )
        if self.hole.all():
            raise BadInputError(
                "The mask covers the whole photo, so nothing is left to repair from: "
                "leave some of it unpainted."
            )


@dataclass(frozen=True, eq=False)
class Detect:
    """Find the damage in ``image``.

    ``model``: a name from the manifest or a checkpoint file, None for our own. ``sensitivity`` in [0, 1]:
    the higher, the more is found, rightly and wrongly.
    """

    image: Image
    model: str | None = None
    sensitivity: float = 0.5

    def __post_init__(self) -> None:
        object.__setattr__(self, "image", frozen_image(self.image))
        _within("sensitivity", self.sensitivity, 0.0, 1.0)


@dataclass(frozen=True, eq=False)
class Enlarge:
    """Double the size of ``image``.

    ``route``: "exact" averages back to the photo, pixel for pixel; the others are experiments. ``model``: a
    name from the manifest or a checkpoint file, None for our own prior. ``sampling``: None for the route's
    own in :data:`ROUTE_SAMPLING`; ``merge`` concerns "masked" and "interleaved" only.
    """

    image: Image
    route: Route = "exact"
    model: str | None = None
    sampling: Sampling | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "image", frozen_image(self.image))
        _one_of("route", self.route, ROUTES)
        check_walk(self.route, self.walk)
        height, width = self.image.shape[:2]
        if 4 * height * width > LARGEST_ENLARGED:
            shrink = (LARGEST_ENLARGED / 4 / (height * width)) ** 0.5
            raise BadInputError(
                "Twice {width} x {height} would be {megapixels:.0f} megapixels, more than the "
                "{most} that can be made: at most {fitting_width} x {fitting_height} fit, so cut the photo "
                "into parts first.",
                width=width,
                height=height,
                megapixels=4 * height * width / 1e6,
                most=LARGEST_ENLARGED // 1_000_000,
                fitting_width=int(width * shrink),
                fitting_height=int(height * shrink),
            )

    @property
    def walk(self) -> Sampling:
        """The sampling settings to use."""
        return self.sampling or ROUTE_SAMPLING[self.route]


@dataclass(frozen=True, eq=False)
class Preview:
    """What is being made, as it looks now: uint8 pixels (h, w, 3) of the result's region ``box``."""

    box: Box
    pixels: npt.NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Progress:
    """One step of a job. ``step`` of ``total`` are done; ``preview`` may be None.

    Steps differ in cost; ``share``, where given, is the part of the work that is done, in [0, 1].
    """

    stage: str
    step: int
    total: int
    preview: Preview | None = None
    share: float | None = None

    @property
    def fraction(self) -> float:
        """Share of the work done, in [0, 1]: what time left is estimated from."""
        if self.share is not None:
            return min(self.share, 1.0)
        return self.step / self.total if self.total else 0.0


@dataclass(frozen=True, eq=False)
class Result:
    """A finished repair. Pixels of ``image`` outside ``hole`` are the request's own."""

    image: Image
    hole: Hole
    method: str
    seed: int
    seconds: float
    evaluations: int
    models: tuple[str, ...]
    device: str


@dataclass(frozen=True, eq=False)
class Found:
    """Damage as found; ``hole`` is empty for a sound photo.

    ``probability``: uint8 (H, W), read-only, 255 = certainly damaged. Another sensitivity needs no new job:
    :func:`engine.findings.mask_from_probability` gives its hole.
    """

    hole: Hole
    probability: npt.NDArray[np.uint8]
    seconds: float
    model: str
    device: str


@dataclass(frozen=True, eq=False)
class Enlarged:
    """A photo of twice the size, ``image`` (2H, 2W, 3), read-only, in the request's own type."""

    image: Image
    route: str
    seed: int
    seconds: float
    evaluations: int
    models: tuple[str, ...]
    device: str


@dataclass(frozen=True, eq=False)
class Photo:
    """A photo as read from disk: upright pixels, and everything needed to write them back faithfully.

    ``alpha``: (H, W) of the image's dtype, or None. ``grey``: the file had one colour channel.
    ``origin``: what the format layer kept (metadata, tables); opaque here. ``notes``: sentences
    about conversions made on reading, to be shown once.
    """

    path: Path
    image: Image
    alpha: Image | None = None
    grey: bool = False
    origin: Any = None
    notes: tuple[str, ...] = ()


def frozen_image(array: npt.NDArray[Any]) -> Image:
    """Return a read-only C-contiguous copy, or the array itself if it already is one nobody can write."""
    if array.dtype not in (np.uint8, np.uint16) or array.ndim != 3 or array.shape[2] != 3:
        raise BadInputError(
            "An image must be 8 or 16 bit RGB of shape (H, W, 3), not {dtype} of shape {shape}.",
            dtype=array.dtype,
            shape=array.shape,
        )
    return _frozen(array)


def frozen_hole(array: npt.NDArray[Any], shape: tuple[int, ...]) -> Hole:
    """Return a read-only boolean copy of ``array``, which must have the photo's ``shape`` (H, W)."""
    if array.shape != tuple(shape):
        raise BadInputError(
            "The mask is {size} pixels but the photo is {expected}: use a mask of the photo's own size.",
            size=_size(array.shape),
            expected=_size(shape),
        )
    return _frozen(array.astype(np.bool_, copy=False))


def _frozen(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    owner = array if array.base is None else array.base
    already = not array.flags.writeable and not getattr(getattr(owner, "flags", None), "writeable", True)
    if already and array.flags.c_contiguous:
        return array
    copy = np.array(array, order="C", copy=True)
    copy.flags.writeable = False
    return copy


def _size(shape: tuple[int, ...]) -> str:
    return f"{shape[1]} x {shape[0]}" if len(shape) >= 2 else str(shape)


def check_walk(way: Method | Route, sampling: Sampling) -> None:
    """Raise BadInputError if a method or route has no use for settings that are possible elsewhere."""
    if way in ("blind", "ilvr", "masked", "interleaved"):
        name = "a blind repair" if way == "blind" else f"the route {way}"
        _within(f"steps of {name}", sampling.steps, 1, TRAINED_STEPS)
    if way == "ilvr":
        _within("low-pass factor of the route ilvr", sampling.low_pass, 1, max(LOW_PASS_FACTORS))


def _within_bounds(name: str, value: float) -> None:
    _within(name, value, *BOUNDS[name])


def _within(name: str, value: float, low: float, high: float) -> None:
    if not low <= value <= high:
        raise BadInputError(
            "{name} must be between {low} and {high}, not {value}.",
            name=name,
            low=low,
            high=high,
            value=value,
        )


def _one_of(name: str, value: object, allowed: tuple[object, ...]) -> None:
    if value not in allowed:
        raise BadInputError(
            "{name} must be one of {choice}, not {value}.",
            name=name,
            choice=", ".join(map(str, allowed)),
            value=value,
        )


ROUTE_SAMPLING: dict[Route, Sampling] = {
    "exact": Sampling(steps=0, start=150, low_pass=2),
    "ilvr": Sampling(steps=5, start=150, low_pass=2),
    "masked": Sampling(steps=10, start=500, low_pass=0),
    "interleaved": Sampling(steps=10, start=500, low_pass=0),
}
"""How each route of an enlargement samples unless told otherwise (models/EXPERIMENTS.md)."""
