"""Shapes of damage as opacities: float32 (S, S) in [0, 1], drawn from a ``numpy.random.Generator``.

Widths are in pixels of the crop. How a mark looks (colour, opacity, mode) is decided elsewhere.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

Opacity = npt.NDArray[np.float32]
Points = npt.NDArray[np.float64]

_SHIFT = 4
"""Bits behind the binary point of OpenCV's coordinates."""


def scratches(rng: np.random.Generator, size: int) -> Opacity:
    """Nearly straight thin lines, 1 to 3 px wide, often worn away in places; sometimes all parallel."""
    mark = np.zeros((size, size), np.uint8)
    shared = rng.uniform(0, math.pi)
    parallel, aliased = rng.random() < 0.5, rng.random() < 0.4
    for _ in range(rng.integers(1, 7)):
        heading = shared + rng.normal(0, 0.05) if parallel else rng.uniform(0, math.pi)
        length = size * math.exp(rng.uniform(math.log(0.15), math.log(1.6)))
        points = walk(rng, size, heading, length, bend=rng.choice([0.0, 0.03, 0.12]))
        stroke(mark, points, int(rng.choice([1, 1, 2, 2, 2, 3])), aliased)
    opacity = as_opacity(mark)
    return opacity * np.clip(1.6 * noise(rng, size, 12) + 0.3, 0, 1) if rng.random() < 0.4 else opacity


def hairs(rng: np.random.Generator, size: int) -> Opacity:
    """Fibres and hairs: long smooth curves, 1 to 2 px wide."""
    mark = np.zeros((size, size), np.uint8)
    for _ in range(rng.integers(1, 4)):
        points = walk(rng, size, rng.uniform(0, 6.3), size * rng.uniform(0.2, 1.2), bend=0.25, steps=40)
        stroke(mark, points, int(rng.choice([1, 1, 2])))
    return as_opacity(mark)


def cracks(rng: np.random.Generator, size: int) -> Opacity:
    """Cracked emulsion: jagged lines that branch, 1 to 4 px wide."""
    mark = np.zeros((size, size), np.uint8)
    for _ in range(rng.integers(1, 4)):
        trunk = walk(rng, size, rng.uniform(0, 6.3), size * rng.uniform(0.4, 1.5), bend=0.5, steps=30)
        stroke(mark, trunk, int(rng.integers(1, 5)))
        for _ in range(rng.integers(0, 6)):
            start = trunk[rng.integers(len(trunk))]
            branch = walk(rng, size, rng.uniform(0, 6.3), size * rng.uniform(0.1, 0.5), 0.5, 15)
            stroke(mark, branch - branch[0] + start, int(rng.integers(1, 3)))
    return as_opacity(mark)


def dust(rng: np.random.Generator, size: int) -> Opacity:
    """Specks of 1 to 7 px, round, long or ragged, a few or many."""
    mark = np.zeros((size, size), np.uint8)
    for _ in range(int(math.exp(rng.uniform(0, math.log(60))))):
        centre = rng.uniform(0, size, 2)
        radius = math.exp(rng.uniform(math.log(0.5), math.log(3.5)))
        angles = np.linspace(0, 2 * math.pi, 8, endpoint=False)
        shape = np.stack([np.cos(angles), np.sin(angles) * rng.uniform(0.3, 1)], 1)
        outline = (
            centre + shape @ rotation(rng.uniform(0, 6.3)) * (radius * rng.uniform(0.6, 1.3, 8))[:, None]
        )
        polygon(mark, outline)
    return as_opacity(mark)


def blotches(rng: np.random.Generator, size: int) -> Opacity:
    """Mould, fungus and flaked spots: clusters of soft or ragged islands."""
    coarse, fine = noise(rng, size, rng.uniform(20, 60)), noise(rng, size, rng.uniform(3, 9))
    level = np.quantile(coarse, rng.uniform(0.7, 0.97)) + (fine - 0.5) * rng.uniform(0.1, 0.6)
    sharpness = rng.uniform(4, 30)
    return np.asarray(np.clip((coarse - level) * sharpness + 0.5, 0, 1), np.float32)


def stains(rng: np.random.Generator, size: int) -> Opacity:
    """Dried liquid: a blob with an uneven outline, thin inside and darker at its rim."""
    centre = rng.uniform(-0.1, 1.1, 2) * size
    y, x = np.mgrid[0:size, 0:size]
    radius = size * rng.uniform(0.08, 0.45)
    distance = np.hypot(y - centre[0], (x - centre[1]) * rng.uniform(0.6, 1.6)) / radius
    distance = distance + (noise(rng, size, size / 4) - 0.5) * rng.uniform(0.2, 1.0)
    inside = np.clip((1 - distance) * radius * rng.uniform(0.15, 1), 0, 1)
    rim = np.exp(-(((distance - 0.95) * radius / rng.uniform(1.5, 5)) ** 2)) * rng.uniform(0, 1)
    body = rng.uniform(0.4, 1) * (0.7 + 0.3 * noise(rng, size, 10))
    return np.asarray(np.clip(inside * body + rim * inside, 0, 1), np.float32)


def tears(rng: np.random.Generator, size: int) -> Opacity:
    """Missing paper: everything beyond a ragged line across the crop, at a corner or along an edge."""
    heading = rng.uniform(0, 2 * math.pi)
    y, x = (np.mgrid[0:size, 0:size] - size / 2) / size
    along = x * math.cos(heading) + y * math.sin(heading)
    reach = (abs(math.cos(heading)) + abs(math.sin(heading))) / 2
    ragged = (noise(rng, size, size / 3) - 0.5) * 0.2 + (noise(rng, size, 6) - 0.5) * rng.uniform(0, 0.05)
    beyond = along + ragged - (reach - rng.uniform(0.05, 0.45))
    return np.asarray(np.clip(beyond * size * rng.uniform(0.5, 2) + 0.5, 0, 1), np.float32)


def blocks(rng: np.random.Generator, size: int) -> Opacity:
    """Missing pieces with sharp outlines: rectangles, turned or not, ellipses and polygons."""
    mark = np.zeros((size, size), np.uint8)
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        half = size * np.exp(rng.uniform(math.log(0.03), math.log(0.6), 2))
        centre = rng.uniform(0, size, 2)
        shape = rng.random()
        if shape < 0.6:
            corners = np.array([(-1, -1), (-1, 1), (1, 1), (1, -1)]) * half
            turned = rng.uniform(0, 6.3) if rng.random() < 0.3 else 0.0
            polygon(mark, centre + corners @ rotation(turned), aliased=True)
        else:
            count = 24 if shape < 0.8 else int(rng.integers(3, 9))
            angles = np.linspace(0, 2 * math.pi, count, endpoint=False) + rng.uniform(0, 6.3)
            spread = rng.uniform(0.5, 1.2, count) if count < 24 else np.ones(count)
            outline = np.stack([np.cos(angles), np.sin(angles)], 1) * half * spread[:, None]
            polygon(mark, centre + outline, aliased=bool(rng.random() < 0.5))
    return as_opacity(mark)


def tape(rng: np.random.Generator, size: int) -> Opacity:
    """Strips of adhesive tape: long turned rectangles, a little uneven."""
    mark = np.zeros((size, size), np.uint8)
    half = np.array([size * rng.uniform(0.25, 1), size * rng.uniform(0.05, 0.18)])
    corners = np.array([(-1, -1), (-1, 1), (1, 1), (1, -1)]) * half
    polygon(mark, rng.uniform(0, size, 2) + corners @ rotation(rng.uniform(0, 6.3)))
    return as_opacity(mark) * (np.float32(0.85) + np.float32(0.15) * noise(rng, size, 15))


def folds(rng: np.random.Generator, size: int) -> Opacity:
    """A crease from edge to edge: a broken line, 1 to 5 px wide."""
    mark = np.zeros((size, size), np.uint8)
    points = walk(rng, size, rng.uniform(0, 6.3), 3.0 * size, bend=0.01, steps=60)
    points = points - points[30] + rng.uniform(0.1, 0.9, 2) * size + rng.normal(0, 0.4, points.shape)
    stroke(mark, points, int(rng.integers(1, 6)))
    worn = np.clip(noise(rng, size, 8) * 1.5 + rng.uniform(0, 0.7), 0, 1)
    return as_opacity(mark) * np.asarray(worn, np.float32)


def pen(rng: np.random.Generator, size: int) -> Opacity:
    """Scribbles of a pen or marker, 2 to 7 px wide."""
    mark = np.zeros((size, size), np.uint8)
    for _ in range(rng.integers(1, 4)):
        points = walk(rng, size, rng.uniform(0, 6.3), size * rng.uniform(0.3, 2), bend=0.6, steps=40)
        stroke(mark, points, int(rng.integers(2, 8)))
    return as_opacity(mark)


def noise(rng: np.random.Generator, size: int, pitch: float) -> Opacity:
    """Smooth noise (size, size) in [0, 1] with features of ``pitch`` pixels."""
    cells = max(round(size / pitch), 1) + 3
    grid = rng.random((cells, cells), np.float32)
    shift = rng.uniform(0, 1, 2)
    place = np.array([[1 / pitch, 0, shift[0] + 0.5], [0, 1 / pitch, shift[1] + 0.5]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    enlarged = cv2.warpAffine(grid, place, (size, size), flags=flags, borderMode=cv2.BORDER_REFLECT)
    return np.asarray(enlarged, np.float32)


def blurred(values: Opacity, sigma: float) -> Opacity:
    """Return ``values`` (S, S) or (S, S, C), smoothed by a Gaussian of ``sigma`` pixels."""
    smooth = cv2.GaussianBlur(values, (0, 0), sigma)
    return np.asarray(smooth, np.float32).reshape(values.shape)


def walk(
    rng: np.random.Generator, size: int, heading: float, length: float, bend: float, steps: int = 12
) -> Points:
    """Points (steps + 1, 2) of a walk about a random place, turning by about ``bend`` radians a step."""
    headings = heading + np.cumsum(rng.normal(0, bend, steps))
    moves = np.stack([np.cos(headings), np.sin(headings)], 1) * (length / steps)
    points = np.concatenate([np.zeros((1, 2)), np.cumsum(moves, 0)])
    placed: Points = points - points[rng.integers(steps + 1)] + rng.uniform(0, size, 2)
    return placed


def stroke(mark: npt.NDArray[np.uint8], points: Points, width: int, aliased: bool = False) -> None:
    """Draw a line through ``points`` (N, 2) as x, y."""
    fixed = np.round(points * 2**_SHIFT).astype(np.int32)
    cv2.polylines(mark, [fixed], False, 255, width, cv2.LINE_8 if aliased else cv2.LINE_AA, _SHIFT)


def polygon(mark: npt.NDArray[np.uint8], points: Points, aliased: bool = False) -> None:
    """Fill the polygon ``points`` (N, 2) as x, y."""
    fixed = np.round(points * 2**_SHIFT).astype(np.int32)
    cv2.fillPoly(mark, [fixed], 255, cv2.LINE_8 if aliased else cv2.LINE_AA, _SHIFT)


def rotation(angle: float) -> npt.NDArray[np.float64]:
    """Return the 2 x 2 matrix that turns row vectors by ``angle`` radians."""
    return np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])


def as_opacity(mark: npt.NDArray[np.uint8]) -> Opacity:
    """Bytes to [0, 1]."""
    return np.asarray(mark, np.float32) / np.float32(255)
