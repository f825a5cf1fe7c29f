"""Texture for wide holes, borrowed from the photo itself.

A small network knows little more than the mean of what a wide hole may have held: colour and shading, but
neither grain nor weave nor grass. What it leaves out are the finest frequencies, and those the photo has
elsewhere, in patches of like colour and shading: their *detail*, the photo less its low-pass, is laid over
the repair in overlapping patches, each chosen, as in image quilting (Efros & Freeman 2001,
doi:10.1145/383259.383296), to agree with its neighbours. Low frequencies stay the network's.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import product

import cv2
import numpy as np
import numpy.typing as npt

from engine.messages import Progress, Repair
from engine.methods.regional import FloatImage, preview_of
from engine.photo.pyramid import Array, Mask, from_unit, to_unit
from engine.photo.regions import crop, owned, plan_regions
from engine.run import stop_if_cancelled

Indices = npt.NDArray[np.intp]

DEEP = 10.0
"""Pixels from the known photo at which a repair begins to need texture: nearer, networks draw it well."""

SIGMA = 3.0
"""Standard deviation in pixels of the low-pass that parts detail from shading."""

PATCH = 24
STRIDE = PATCH // 2
"""Side of a patch, and how far apart they are laid, in pixels."""

SOURCES = 20_000
"""Patches among which a region's are chosen, at most."""

FEWEST_SOURCES = 40
"""With less to choose from, texture would repeat itself: none is borrowed."""

NEIGHBOURS = 32
CALM = 4
"""So many patches of most alike shading are looked at, and the calmest of them, one in ``CALM``, may be
chosen: what stands out in a patch (an edge, a letter, an eye) must not be seen twice."""

SPOT = 6
"""Side in pixels of what can stand out."""

LOUDEST = 0.25
"""Root mean square of a patch's loudest spot, in units of [-1, 1], beyond which its detail is laid on more
faintly: strokes and edges where the network drew none look engraved."""

SAMPLES = 4
"""Points a side at which the shading of two patches is compared."""

NEARNESS = 0.3
"""What a distance as long as the region weighs in the comparison, in units of [-1, 1]."""

TRUST = 0.3
"""Mean difference of shading, in units of [-1, 1], at which borrowed detail is laid on at a third."""

KEPT_DETAIL = 0.5
"""Share of the repair's own detail that remains beneath what is borrowed."""

CONTEXT = 128
"""Pixels around a hole from which detail is borrowed."""

TOGETHER = 64
"""Patches that are compared at a time."""


def with_texture(request: Repair, repaired: Array, evaluations: int) -> Generator[Progress, None, Array]:
    """Lay detail over the wide parts of the hole in ``repaired`` (H, W, 3), which is changed and returned.

    Known pixels, and those nearer to them than half of ``DEEP``, stay, bit for bit; a grey photo stays grey.
    Nothing is random: the same repair gets the same texture. Where no known photo is near enough to borrow
    from, the repair stays as it is. ``evaluations``: done so far, for the progress.
    """
    depth = _depth(request.hole)
    if not request.texture or depth.max() < DEEP:
        return repaired
    bare = depth > DEEP / 2
    del depth  # of a large photo, four bytes a pixel
    regions = plan_regions(bare, CONTEXT)
    steps = evaluations + len(regions)
    for step, region in enumerate(regions, start=evaluations + 1):
        mine, box = owned(bare, region), region.box
        values = to_unit(crop(repaired, box))
        values = values + request.texture * _missing_detail(values, crop(request.hole, box), crop(bare, box))
        crop(repaired, box)[mine] = from_unit(values, repaired.dtype)[mine]
        crop(bare, box)[mine] = False
        preview = preview_of(request, box, to_unit(crop(repaired, box)))
        yield Progress("adding texture", step, steps, preview, 1.0)
    return repaired


def _depth(hole: Mask) -> FloatImage:
    """Return the distance in pixels of each pixel of ``hole`` (H, W) from the nearest known one."""
    depth = cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(depth, np.float32)


def _missing_detail(image: FloatImage, hole: Mask, bare: Mask) -> FloatImage:
    """Return what the ``bare`` pixels of ``image`` (h, w, 3) in [-1, 1] lack; it agrees with all others."""
    shading = np.asarray(cv2.GaussianBlur(image, (0, 0), SIGMA), np.float32)
    detail = image - shading
    sources = _sources(shading, detail, hole)
    if sources is None:
        return np.zeros_like(image)
    depth = _depth(hole)
    deep = bare & (depth >= DEEP)
    targets = [at for at in _grid(bare, STRIDE) if deep[_patch(*at)].any()]
    borrowed, trust = _quilt(targets, sources, shading, detail, ~bare)
    share = np.clip(depth / DEEP - 0.5, 0, 1)[..., None]
    missing: FloatImage = share * (borrowed - (1 - KEPT_DETAIL) * trust * detail)
    return missing


@dataclass(frozen=True)
class _Sources:
    """Patches of the known photo: corners (n, 2), shading (n, f), energy of their loudest spot (n,)."""

    corners: Indices
    shading: FloatImage
    unrest: FloatImage


def _sources(shading: FloatImage, detail: FloatImage, hole: Mask) -> _Sources | None:
    """Return the patches that lie, with all that their shading was made of, in the known photo."""
    reach = 2 * round(2 * SIGMA) + 1
    known = cv2.erode((~hole).astype(np.uint8), np.ones((reach, reach), np.uint8), borderValue=0)
    stride = max(3, round(np.sqrt(hole.size / SOURCES)))
    whole = cv2.erode(known, np.ones((PATCH, PATCH), np.uint8), anchor=(0, 0), borderValue=1) > 0
    corners = np.array([at for at in _grid(hole, stride) if whole[at]], np.intp).reshape(-1, 2)
    if len(corners) < FEWEST_SOURCES:
        return None
    energy = cv2.boxFilter((detail**2).mean(2), -1, (SPOT, SPOT))
    loudest = np.asarray(cv2.dilate(energy, np.ones((PATCH, PATCH), np.uint8), anchor=(0, 0)), np.float32)
    return _Sources(corners, _shading_of(shading, corners), np.sqrt(loudest[tuple(corners.T)]))


def _shading_of(shading: FloatImage, corners: Indices) -> FloatImage:
    """Return what patches are compared by, (n, f): their colours at some points, and where they lie."""
    steps = np.linspace(0, PATCH - 1, SAMPLES).round().astype(np.intp)
    y, x = corners.T
    colours = shading[(y[:, None] + steps)[:, :, None], (x[:, None] + steps)[:, None, :]]
    place = corners / max(shading.shape) * NEARNESS * SAMPLES
    return np.concatenate([colours.reshape(len(corners), -1), place], axis=1).astype(np.float32)


def _quilt(
    targets: list[tuple[int, int]],
    sources: _Sources,
    shading: FloatImage,
    detail: FloatImage,
    settled: Mask,
) -> tuple[FloatImage, FloatImage]:
    """Cover ``targets`` (corners of patches) with detail of ``sources``.

    ``settled``: pixels whose detail is final, with which a patch must agree. Returns the borrowed detail
    (h, w, 3), fainter the less a source's shading is the target's, and that trust (h, w, 1) in [0, 1].
    Where patches overlap, their mean is fainter than each of them, unless they happen to agree: it is brought
    back to the energy that they have.
    """
    window = np.hanning(PATCH + 2)[1:-1].astype(np.float32)
    weights = np.outer(window, window)[..., None]
    borrowed, trusted = np.zeros_like(detail), np.zeros((*settled.shape, 1), np.float32)
    total, energy = np.zeros_like(trusted), np.zeros_like(trusted)
    laid, settled = detail.copy(), settled.copy()
    for at, candidates, trust in _alike(targets, sources, shading):
        stop_if_cancelled()
        here = _patch(*at)
        fixed = settled[here]
        offers = np.stack([detail[_patch(*corner)] for corner in candidates])
        gaps = ((offers - laid[here]) ** 2).sum(axis=3)[:, fixed].sum(axis=1)
        best = offers[gaps.argmin()]
        borrowed[here] += weights * trust * best
        energy[here] += weights * ((trust * best) ** 2).mean(axis=2, keepdims=True)
        trusted[here] += weights * trust
        total[here] += weights
        laid[here][~fixed] = best[~fixed]
        settled[here] = True
    total[total == 0] = 1
    for summed in (borrowed, energy, trusted):
        summed /= total
    left = (borrowed**2).mean(axis=2, keepdims=True)
    fainter = _around(energy) / np.maximum(_around(left), 1e-9)
    borrowed *= np.sqrt(np.clip(fainter, 1, 2))
    return borrowed, trusted


def _around(energy: FloatImage) -> FloatImage:
    """Return the mean of ``energy`` (h, w, 1) about each pixel."""
    return np.asarray(cv2.GaussianBlur(energy, (0, 0), SPOT), np.float32)[..., None]


def _alike(
    targets: list[tuple[int, int]], sources: _Sources, shading: FloatImage
) -> Iterator[tuple[tuple[int, int], Indices, float]]:
    """Yield each target with the corners of its best sources, best first, and how far to trust them."""
    wanted = _shading_of(shading, np.array(targets, np.intp).reshape(-1, 2))
    lengths = (sources.shading**2).sum(1)
    count = min(NEIGHBOURS, len(lengths))
    for first in range(0, len(targets), TOGETHER):
        some = slice(first, first + TOGETHER)
        distances = lengths - 2 * (wanted[some] @ sources.shading.T)
        nearest = np.argpartition(distances, count - 1)[:, :count]
        apart = (sources.shading[nearest] - wanted[some, None])[..., :-2]
        differences = np.median(np.sqrt((apart**2).mean(2)), axis=1)
        trusts = np.exp(-((differences / TRUST) ** 2))
        for at, near, trust in zip(targets[some], nearest, trusts, strict=True):
            calm = near[np.argsort(sources.unrest[near], kind="stable")[: -(-count // CALM)]]
            faint = min(1.0, LOUDEST / max(float(np.median(sources.unrest[calm])), LOUDEST))
            yield at, sources.corners[calm], faint * float(trust)


def _grid(picture: Mask, stride: int) -> Iterator[tuple[int, int]]:
    """Yield the corners of patches that cover ``picture`` (h, w) to its borders, row by row."""
    rows, columns = ((*range(0, side - PATCH, stride), side - PATCH) for side in picture.shape)
    if min(picture.shape) >= PATCH:
        yield from product(rows, columns)


def _patch(y: int, x: int) -> tuple[slice, slice]:
    return np.s_[y : y + PATCH, x : x + PATCH]
