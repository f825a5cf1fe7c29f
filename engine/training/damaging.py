"""Damage as it looks: clean crops become damaged ones, with the hole that a person would paint over them.

Images are float32 (S, S, 3) in [0, 1]. Every function of chance takes a ``numpy.random.Generator``.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
import numpy.typing as npt

from engine.photo.damage import random_hole, writing
from engine.training import marks
from engine.training.marks import Opacity
from engine.training.stencils import Stencils

FloatImage = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Mode = Literal["cover", "darken", "lighten"]

VISIBLE = 0.12
"""Change of a channel from which on a person paints a pixel over."""
INVISIBLE = 0.04
"""Change below which nobody notices it. What lies between the two is neither right nor wrong."""
STRIKING = 0.22
"""Change of a channel that nobody overlooks."""
LARGEST_BLOCK = 0.45
"""Share of a crop: of a larger block too little of the outline is seen to tell it from a wall or a sky."""
TRIES = 4
SOLID = 0.9
"""Opacity from which on nothing of the photo is left."""


@dataclass(frozen=True, eq=False)
class Layer:
    """One mark: ``opacity`` (S, S) in [0, 1], ``colour`` (3,) or (S, S, 3), and how they meet the photo."""

    opacity: Opacity
    colour: npt.NDArray[np.float32]
    mode: Mode = "cover"

    def over(self, photo: FloatImage) -> FloatImage:
        """Return ``photo`` with this mark on it."""
        opacity = self.opacity[..., None]
        if self.mode == "darken":
            return photo * (1 - opacity * (1 - self.colour))
        if self.mode == "lighten":
            return photo + opacity * self.colour * (1 - photo)
        return photo + opacity * (self.colour - photo)


@dataclass(frozen=True, eq=False)
class Damaged:
    """A damaged ``image``, its ``hole``, and pixels of which neither answer is wrong (``undecided``)."""

    image: FloatImage
    hole: Mask
    undecided: Mask


def damaged(photo: FloatImage, layers: list[Layer]) -> Damaged:
    """Lay marks over a photo and say where a person would paint.

    Visible change is hole, invisible change is not, what lies between is undecided. A mark that hides the
    photo and is mostly visible is painted over whole, also where its colour happens to be the photo's.
    """
    hole = np.zeros(photo.shape[:2], bool)
    undecided = hole.copy()
    image, smooth = photo, marks.blurred(photo, 2.0)
    for layer in layers:
        # Measured on a smoothed photo, or its grain would speckle the outlines of pale stains.
        red, green, blue = np.moveaxis(np.abs(layer.over(smooth) - smooth), 2, 0)
        change = np.maximum(np.maximum(red, green), blue)
        visible, faint = change > VISIBLE, change > INVISIBLE
        solid = (layer.opacity > SOLID) & (layer.mode == "cover")
        if solid.any():
            if visible[solid].mean() > 0.5:
                visible |= solid
            faint |= solid
        hole |= visible
        undecided |= faint
        image, smooth = layer.over(image), layer.over(smooth)
    return Damaged(image, hole, undecided & ~hole)


def striking(photo: FloatImage, layer: Layer) -> bool:
    """True if a mark shows clearly over most of its core."""
    core = layer.opacity > 0.5 * layer.opacity.max()
    change = np.abs(layer.over(photo) - photo).max(axis=2)
    return bool(core.any() and np.median(change[core]) > STRIKING)


class Damager:
    """Draws marks: procedural ones, and film stencils."""

    def __init__(self, stencils: Stencils, kinds: tuple[str, ...]) -> None:
        self.stencils, self.kinds = stencils, kinds

    def layers(self, rng: np.random.Generator, photo: FloatImage, other: FloatImage) -> list[Layer]:
        """Return one to four marks for ``photo``; missing pieces may be filled with ``other``, a photo."""
        count = int(rng.choice([1, 2, 3, 4], p=[0.55, 0.3, 0.1, 0.05]))
        return [layer for _ in range(count) for layer in self._striking(rng, photo, other)]

    def _striking(self, rng: np.random.Generator, photo: FloatImage, other: FloatImage) -> list[Layer]:
        """Return the layers of one mark, drawn again, some times, while nobody would notice it.

        Damage that cannot be told from the photo teaches nothing but doubt.
        """
        smooth = marks.blurred(photo, 2.0)
        grey = bool(np.abs(photo[..., 0] - photo[..., 2]).max() < 0.02) and rng.random() < 0.8
        for _ in range(TRIES):
            layers = self.draw(rng, str(rng.choice(self.kinds)), other)
            if grey:
                layers = [Layer(m.opacity, m.colour.mean(axis=-1, keepdims=True), m.mode) for m in layers]
            if striking(smooth, layers[-1]):
                break
        return layers

    def draw(self, rng: np.random.Generator, kind: str, other: FloatImage) -> list[Layer]:
        """Return the layers of one mark of ``kind`` for a crop of the size of ``other`` (S, S, 3)."""
        if kind == "stencil":
            opacity = self.stencils.opacity(rng, len(other)) * np.float32(rng.uniform(0.6, 1))
            return [Layer(opacity, _ink(rng))]
        return KINDS[kind](rng, other)


def _thin(shape: Callable[[np.random.Generator, int], Opacity]) -> Callable[..., list[Layer]]:
    def draw(rng: np.random.Generator, other: FloatImage) -> list[Layer]:
        opacity = shape(rng, len(other)) * np.float32(rng.uniform(0.35, 1) if rng.random() < 0.5 else 1)
        if rng.random() < 0.35:
            opacity = marks.blurred(opacity, rng.uniform(0.4, 1.0))
        return [Layer(opacity, _ink(rng))]

    return draw


def _crack(rng: np.random.Generator, other: FloatImage) -> list[Layer]:
    opacity = marks.cracks(rng, len(other))
    shadow = np.roll(marks.blurred(opacity, 1.0), rng.integers(-2, 3, 2), (0, 1))
    layers = [Layer(opacity * np.float32(rng.uniform(0.6, 1)), _ink(rng))]
    if rng.random() < 0.4:
        layers.insert(0, Layer(shadow * np.float32(rng.uniform(0.2, 0.7)), np.zeros(3, np.float32)))
    return layers


def _blotch(rng: np.random.Generator, other: FloatImage) -> list[Layer]:
    return [Layer(marks.blotches(rng, len(other)) * np.float32(rng.uniform(0.3, 1)), _ink(rng))]


def _stain(rng: np.random.Generator, other: FloatImage) -> list[Layer]:
    brown = np.array([rng.uniform(0.5, 0.95), rng.uniform(0.3, 0.8), rng.uniform(0.1, 0.6)], np.float32)
    opacity = marks.stains(rng, len(other)) * np.float32(rng.uniform(0.3, 0.95))
    if rng.random() < 0.7:
        return [Layer(opacity, np.sort(brown)[::-1].copy(), "darken")]
    return [Layer(opacity, _ink(rng), "lighten" if rng.random() < 0.7 else "cover")]


def _tear(rng: np.random.Generator, other: FloatImage) -> list[Layer]:
    opacity = marks.tears(rng, len(other))
    layers = [Layer(opacity, _filling(rng, other))]
    if rng.random() < 0.4:  # the paper's torn rim
        rim = marks.blurred(opacity, rng.uniform(1, 4))
        layers.insert(0, Layer(np.clip(rim * 4, 0, 1), _paper(rng)))
    return layers


def _block(rng: np.random.Generator, other: FloatImage) -> list[Layer]:
    opacity = marks.blocks(rng, len(other))
    for _ in range(TRIES):
        if opacity.mean() < LARGEST_BLOCK:
            break
        opacity = marks.blocks(rng, len(other))
    return [Layer(opacity, _filling(rng, other))]


def _painted(rng: np.random.Generator, other: FloatImage) -> list[Layer]:
    return [Layer(random_hole(rng, *other.shape[:2]).astype(np.float32), _filling(rng, other))]


def _tape(rng: np.random.Generator, other: FloatImage) -> list[Layer]:
    opacity = marks.tape(rng, len(other))
    yellow = np.array([rng.uniform(0.75, 1), rng.uniform(0.6, 0.9), rng.uniform(0.2, 0.6)], np.float32)
    strength = np.float32(rng.uniform(0.3, 0.9))
    return [Layer(opacity * strength, yellow, "darken" if rng.random() < 0.6 else "cover")]


def _fold(rng: np.random.Generator, other: FloatImage) -> list[Layer]:
    opacity = marks.folds(rng, len(other))
    shade = marks.blurred(opacity, rng.uniform(2, 6)) * rng.uniform(0, 1)
    return [
        Layer(np.clip(shade, 0, 1).astype(np.float32), np.full(3, 0.3, np.float32), "darken"),
        Layer(opacity * np.float32(rng.uniform(0.5, 1)), _ink(rng, light=0.85)),
    ]


def _pen(rng: np.random.Generator, other: FloatImage) -> list[Layer]:
    return [Layer(marks.pen(rng, len(other)) * np.float32(rng.uniform(0.7, 1)), _any_colour(rng))]


KINDS: dict[str, Callable[[np.random.Generator, FloatImage], list[Layer]]] = {
    "scratches": _thin(marks.scratches),
    "hairs": _thin(marks.hairs),
    "dust": _thin(marks.dust),
    "cracks": _crack,
    "blotches": _blotch,
    "stains": _stain,
    "tears": _tear,
    "blocks": _block,
    "painted": _painted,
    "tape": _tape,
    "folds": _fold,
    "pen": _pen,
}

HELD_OUT = ("pen",)
"""Kinds that are never trained on: what is measured with them is how far training carries."""

TRAINED = (
    *("stencil",) * 6,
    *("scratches", "dust") * 4,
    *("blocks", "painted", "cracks", "hairs", "folds") * 2,
    *("tears", "stains", "blotches", "tape"),
)
"""Kinds to train on, as often as they are drawn."""


def aged(rng: np.random.Generator, photo: FloatImage) -> FloatImage:
    """Return ``photo`` as scenes, lenses and time make it: lettered, soft, faded, vignetted, framed, grainy.

    None of this is damage that anybody paints over.
    """
    size = len(photo)
    if rng.random() < 0.25:
        photo = lettering(rng, size).over(photo)
    if rng.random() < 0.2:
        photo = marks.blurred(photo, rng.uniform(0.4, 1.5))
    if rng.random() < 0.2:
        low, high = rng.uniform(0, 0.2), rng.uniform(0.7, 1)
        cast = 1 + rng.uniform(-0.08, 0.08, 3)
        photo = (low + photo * (high - low)) * cast.astype(np.float32)
    if rng.random() < 0.15:
        y, x = np.mgrid[0:size, 0:size] / size - rng.uniform(-0.5, 1.5, 2)[:, None, None]
        photo = photo * (1 - rng.uniform(0, 0.35) * (x * x + y * y))[..., None].astype(np.float32)
    if rng.random() < 0.07:
        photo = photo.copy()
        photo[: rng.integers(3, size // 6)] = rng.choice([0.0, 0.04, 0.9, 1.0])
        photo = np.rot90(photo, int(rng.integers(4)))
    if rng.random() < 0.2:
        photo = _grainy(rng, photo, 0.05)
    return np.clip(photo, 0, 1).astype(np.float32)


def lettering(rng: np.random.Generator, size: int) -> Layer:
    """Return lines of writing, as on signs, labels and shirts."""
    opacity = writing(rng, size, size).astype(np.float32)
    top = rng.integers(0, size // 2)
    opacity[:top], opacity[top + rng.integers(size // 6, size) :] = 0, 0
    if rng.random() < 0.5:
        opacity = marks.blurred(opacity, rng.uniform(0.4, 1.5))
    opacity = np.rot90(opacity, int(rng.integers(4))) if rng.random() < 0.3 else opacity
    return Layer(np.ascontiguousarray(opacity) * np.float32(rng.uniform(0.6, 1)), _any_colour(rng))


def scanned(rng: np.random.Generator, image: FloatImage) -> FloatImage:
    """Return ``image`` as a scanner or a camera hands it over: a little soft, noisy, compressed as JPEG."""
    if rng.random() < 0.2:
        image = marks.blurred(image, rng.uniform(0.3, 0.8))
    if rng.random() < 0.2:
        image = _grainy(rng, image, 0.025)
    pixels = np.round(np.clip(image, 0, 1) * 255).astype(np.uint8)
    if rng.random() < 0.6:
        quality = int(rng.integers(60, 99))
        pixels = recompressed(pixels, quality)
    return np.asarray(pixels, np.float32) / np.float32(255)


def recompressed(pixels: npt.NDArray[np.uint8], quality: int) -> npt.NDArray[np.uint8]:
    """Return uint8 (H, W, 3) after JPEG of ``quality`` in [1, 100]."""
    _, encoded = cv2.imencode(".jpg", pixels[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(encoded, cv2.IMREAD_COLOR_RGB), np.uint8)


def _grainy(rng: np.random.Generator, image: FloatImage, strongest: float) -> FloatImage:
    channels = 1 if rng.random() < 0.6 else 3
    grain = rng.standard_normal((*image.shape[:2], channels), np.float32)
    if rng.random() < 0.5:
        grain = marks.blurred(grain, rng.uniform(0.4, 1.2)) * 2
    return image + grain * np.float32(rng.uniform(0, strongest))


def _ink(rng: np.random.Generator, light: float = 0.6) -> npt.NDArray[np.float32]:
    """Light like bare paper or film for most marks, dark like dirt for others, of any colour for a few."""
    draw = rng.random()
    if draw < 0.12:
        return _any_colour(rng)
    if draw < 0.12 + 0.88 * light:
        return _paper(rng)
    return np.clip(rng.uniform(0, 0.3) + rng.normal(0, 0.02, 3), 0, 1).astype(np.float32)


def _paper(rng: np.random.Generator) -> npt.NDArray[np.float32]:
    """White to cream."""
    if rng.random() < 0.4:
        return np.ones(3, np.float32)
    yellowing = rng.uniform(0, 0.15)
    return (rng.uniform(0.7, 1) * np.array([1, 1 - yellowing, 1 - 2 * yellowing])).astype(np.float32)


def _any_colour(rng: np.random.Generator) -> npt.NDArray[np.float32]:
    return rng.random(3, np.float32)


def _filling(rng: np.random.Generator, other: FloatImage) -> npt.NDArray[np.float32]:
    """What shows where a piece is missing: one colour, often, or a texture (S, S, 3).

    Mostly black, grey or white: other flat colours look like cloth and paint, and where they are exactly flat
    :mod:`engine.photo.flat` finds them.
    """
    draw, size = rng.random(), len(other)
    if draw < 0.4:
        flat = rng.choice([0.0, 0.0, 0.5, 1.0, 1.0, rng.random()])
        return np.full(3, flat, np.float32)
    if draw < 0.5:
        return _paper(rng) if rng.random() < 0.5 else _any_colour(rng)
    if draw < 0.55:
        return other
    base, contrast = _any_colour(rng), rng.uniform(0.03, 0.5)
    if draw < 0.9:
        grain = rng.standard_normal((size, size, 1 if rng.random() < 0.5 else 3), np.float32)
        if rng.random() < 0.5:
            grain = marks.blurred(grain, rng.uniform(0.5, 3)) * 3
        return np.clip(base + grain * np.float32(contrast), 0, 1)
    y, x = np.mgrid[0:size, 0:size]
    angle, pitch = rng.uniform(0, math.pi), rng.uniform(3, 24)
    waves = np.sin((x * math.cos(angle) + y * math.sin(angle)) * 2 * math.pi / pitch)
    if rng.random() < 0.4:
        waves = np.sign(waves * np.sin((y * math.cos(angle) - x * math.sin(angle)) * 2 * math.pi / pitch))
    return np.asarray(np.clip(base + waves[..., None] * contrast, 0, 1), np.float32)
