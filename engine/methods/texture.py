"""Texture for wide holes, borrowed from the photo itself.

A small network knows little more than the mean of what a wide hole may have held: colour and shading, but
neither grain nor weave nor grass. What it leaves out are the finest frequencies, and those the photo has
elsewhere: its *detail*, the photo less its low-pass (the *shading*). It is laid over the repair in
overlapping patches, of like shading and about as rough as the photo around the hole, each chosen, as in
image quilting (Efros & Freeman 2001, doi:10.1145/383259.383296), to agree with those laid before. Low
frequencies stay the network's.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

import cv2
import numpy as np
import numpy.typing as npt

from engine.messages import Progress, Repair
from engine.methods.regional import FloatImage, preview_of
from engine.photo.pyramid import Array, Mask, from_unit, to_unit
from engine.photo.regions import crop, owned, plan_regions
from engine.run import Job, retold, stop_if_cancelled

Indices = npt.NDArray[np.intp]
Place = tuple[int, int]
"""Top left corner of a patch."""

DEEP = 10.0
"""Pixels from the known photo at which a repair begins to need texture: nearer, networks draw it well."""

SIGMA = 3.0
"""Standard deviation in pixels of the low-pass that parts detail from shading."""

KEPT_DETAIL = 0.5
"""Share of the repair's own detail that remains beneath what is borrowed."""

CONTEXT = 128
"""Pixels around a hole from which detail is borrowed."""

PATCH = 24
STRIDE = PATCH // 2
"""Side of a patch, and how far apart they are laid, in pixels."""

SOURCES = 20_000
"""Patches among which a region's are chosen, at most."""

FEWEST_SOURCES = 40
"""With less to choose from, texture would repeat itself: none is borrowed."""

SAMPLES = 4
"""Points a side at which the shading of two patches is compared."""

NEARNESS = 0.3
"""What a distance as long as the region weighs in the comparison, in units of [-1, 1]."""

TRUST = 0.3
"""Mean difference of shading, in units of [-1, 1], at which borrowed detail is laid on at a third."""

NEIGHBOURS = 64
OFFERS = 8
"""So many patches of most alike shading are looked at, and so many of them may be chosen: the calmest, since
what stands out in a patch (an edge, a letter, an eye) must not be seen twice."""

FLOOR = 0.4
"""Share of the roughness around a hole below which a patch is too calm: no sky is laid over grass."""

TOO_CALM = 4
"""How many times as much that counts as what stands out."""

SPOT = 6
"""Side in pixels of the spots whose detail is measured."""

REACHES = (128, 64, 32, 16, 8)
"""Standard deviations in pixels over which roughness is carried into a hole, far ones first."""

ENOUGH = 0.2
"""Share of known pixels within a reach from which on they say all."""

FAINTEST = 1e-4
"""Roughness below which all patches are smooth, in units of [-1, 1]."""

TOGETHER = 64
"""Patches that are compared at a time."""


def textured(request: Repair, job: Job[tuple[Array, int]], share: float) -> Job[tuple[Array, int]]:
    """Carry out ``job``, a repair of ``request``, and lay detail over the wide parts of the hole.

    The image (H, W, 3) that the job returns is changed. Known pixels, and those nearer to them than half of
    ``DEEP``, stay, bit for bit; a grey photo stays grey. Nothing is random: the same repair gets the same
    texture. Where no known photo is near enough to borrow from, the repair stays as it is. ``share``: of
    the time, in [0, 1], that texture takes.
    """
    if not request.texture or not _bare(request.hole).any():
        return (yield from job)
    repaired, evaluations = yield from retold(job, lambda p: replace(p, share=(1 - share) * p.fraction))
    bare = _bare(request.hole)
    regions = plan_regions(bare, CONTEXT)
    for done, region in enumerate(regions, start=1):
        mine, box = owned(bare, region), region.box
        values = to_unit(crop(repaired, box))
        values = values + request.texture * _missing_detail(values, crop(request.hole, box), crop(bare, box))
        crop(repaired, box)[mine] = from_unit(values, repaired.dtype)[mine]
        crop(bare, box)[mine] = False
        preview = preview_of(request, box, to_unit(crop(repaired, box)))
        step, steps = evaluations + done, evaluations + len(regions)
        yield Progress("adding texture", step, steps, preview, 1 - share * (1 - done / len(regions)))
    return repaired, evaluations


def _bare(hole: Mask) -> Mask:
    """Return the pixels of ``hole`` (H, W) that need texture, none if it is wide nowhere."""
    depth = _depth(hole)
    return depth > (DEEP / 2 if depth.max() >= DEEP else math.inf)


def _depth(hole: Mask) -> FloatImage:
    """Return the distance in pixels of each pixel of ``hole`` (H, W) from the nearest known one."""
    depth = cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(depth, np.float32)


def _missing_detail(image: FloatImage, hole: Mask, bare: Mask) -> FloatImage:
    """Return what the ``bare`` pixels of ``image`` (h, w, 3) in [-1, 1] lack; it agrees with all others."""
    shading = np.asarray(cv2.GaussianBlur(image, (0, 0), SIGMA), np.float32)
    detail = image - shading
    roughness, loudness = _measured(detail)
    known = _known_detail(hole)
    sources = _sources(shading, roughness, loudness, known)
    depth = _depth(hole)
    deep = bare & (depth >= DEEP)
    targets = np.array([at for at in _grid(bare, STRIDE) if deep[_patch(*at)].any()], np.intp)
    if sources is None or not len(targets):
        return np.zeros_like(image)
    wanted = _shading_of(shading, targets)
    offers = _alike(targets, wanted, _at(_carried_inwards(roughness, known), targets), sources)
    borrowed, faintness = _quilt(offers, detail, ~bare)
    share = np.clip(depth / DEEP - 0.5, 0, 1)[..., None]
    missing: FloatImage = share * (borrowed - (1 - KEPT_DETAIL) * faintness * detail)
    return missing


def _known_detail(hole: Mask) -> Mask:
    """Return where shading, and so detail, is made of the known photo alone."""
    reach = 2 * round(2 * SIGMA) + 1
    return cv2.erode((~hole).astype(np.uint8), np.ones((reach, reach), np.uint8), borderValue=0) > 0


def _measured(detail: FloatImage) -> tuple[FloatImage, FloatImage]:
    """Return roughness and loudness (h, w): of all spots in the patch about a pixel typical and greatest.

    A spot counts by the root mean square of its detail. Typical is the median: a line makes no wall rougher.
    """
    energy = cv2.boxFilter((detail**2).mean(axis=2), -1, (SPOT, SPOT))
    spots = np.sqrt(np.maximum(energy, 0))  # running sums may end a little below
    side = 5  # the largest window that medianBlur has for floats
    grid = np.ascontiguousarray(spots[:: PATCH // side, :: PATCH // side], np.float32)
    roughness = cv2.resize(cv2.medianBlur(grid, side), spots.shape[::-1])
    loudness = cv2.dilate(spots, np.ones((PATCH, PATCH), np.uint8))
    return np.asarray(roughness, np.float32), np.asarray(loudness, np.float32)


def _carried_inwards(values: FloatImage, known: Mask) -> FloatImage:
    """Return ``values`` (h, w), those that are not ``known`` replaced by the mean of the nearest that are."""
    weight = known.astype(np.float32)
    carried = np.full_like(values, values[known].mean())
    for sigma in REACHES:
        near = cv2.GaussianBlur(weight, (0, 0), sigma)
        mean = cv2.GaussianBlur(values * weight, (0, 0), sigma) / np.maximum(near, 1e-6)
        carried += np.clip(near / ENOUGH, 0, 1) * (mean - carried)
    return np.where(known, values, carried)


@dataclass(frozen=True)
class _Sources:
    """Patches of the known photo: corners (n, 2), shading (n, f), roughness and loudness (n,)."""

    corners: Indices
    shading: FloatImage
    roughness: FloatImage
    loudness: FloatImage


def _sources(
    shading: FloatImage, roughness: FloatImage, loudness: FloatImage, known: Mask
) -> _Sources | None:
    """Return the patches that are ``known`` all over; None if they are too few."""
    stride = max(3, round(math.sqrt(known.size / SOURCES)))
    patch = np.ones((PATCH, PATCH), np.uint8)
    whole = cv2.erode(known.astype(np.uint8), patch, anchor=(0, 0), borderValue=1) > 0
    corners = np.array([at for at in _grid(known, stride) if whole[at]], np.intp).reshape(-1, 2)
    if len(corners) < FEWEST_SOURCES:
        return None
    return _Sources(corners, _shading_of(shading, corners), _at(roughness, corners), _at(loudness, corners))


def _shading_of(shading: FloatImage, corners: Indices) -> FloatImage:
    """Return what patches are compared by, (n, f): colours at some points and, in the last two, the place."""
    steps = np.linspace(0, PATCH - 1, SAMPLES).round().astype(np.intp)
    y, x = corners.T
    colours = shading[(y[:, None] + steps)[:, :, None], (x[:, None] + steps)[:, None, :]]
    place = corners / max(shading.shape) * NEARNESS * SAMPLES
    return np.concatenate([colours.reshape(len(corners), -1), place], axis=1).astype(np.float32)


def _alike(
    targets: Indices, wanted: FloatImage, expected: FloatImage, sources: _Sources
) -> Iterator[tuple[Place, Indices, float]]:
    """Yield each target with the corners of the sources that may cover it, and how faintly, in [0, 1].

    targets: corners (n, 2). wanted: their shading (n, f). expected: the roughness around them (n,).
    """
    lengths = (sources.shading**2).sum(axis=1)
    count = min(NEIGHBOURS, len(lengths))
    for first in range(0, len(targets), TOGETHER):
        some = slice(first, first + TOGETHER)
        distances = lengths - 2 * (wanted[some] @ sources.shading.T)
        nearest = np.argpartition(distances, count - 1)[:, :count]
        apart = (sources.shading[nearest] - wanted[some, None])[..., :-2]
        trust = np.exp(-((np.median(np.sqrt((apart**2).mean(axis=2)), axis=1) / TRUST) ** 2))
        goal = np.maximum(expected[some], FAINTEST)
        rough, loud = (
            np.maximum(values[nearest], FAINTEST) for values in (sources.roughness, sources.loudness)
        )
        too_calm = np.log(np.maximum(FLOOR * goal[:, None] / rough, 1))
        best = np.argsort(np.log(loud) + TOO_CALM * too_calm, axis=1, kind="stable")[:, :OFFERS]
        faint = trust * np.minimum(goal / np.median(np.take_along_axis(rough, best, 1), axis=1), 1)
        corners = sources.corners[np.take_along_axis(nearest, best, 1)]
        for (y, x), offered, share in zip(targets[some], corners, faint, strict=True):
            yield (int(y), int(x)), offered, float(share)


def _quilt(
    offers: Iterable[tuple[Place, Indices, float]], detail: FloatImage, settled: Mask
) -> tuple[FloatImage, FloatImage]:
    """Cover patches, each with what agrees best, of all it is offered, with what is laid already.

    ``settled``: pixels whose detail is final. Returns the borrowed detail (h, w, 3), as faint as offered, and
    that share (h, w, 1). Where patches overlap, their mean is fainter than each, unless they happen to agree:
    it is brought back to the energy that they have.
    """
    window = np.hanning(PATCH + 2)[1:-1].astype(np.float32)
    weights = np.outer(window, window)[..., None]
    borrowed, faintness = np.zeros_like(detail), np.zeros((*settled.shape, 1), np.float32)
    total, energy = np.zeros_like(faintness), np.zeros_like(faintness)
    laid, settled = detail.copy(), settled.copy()
    for at, corners, share in offers:
        stop_if_cancelled()
        here = _patch(*at)
        fixed = settled[here]
        patches = np.stack([detail[_patch(y, x)] for y, x in corners])
        gaps = ((patches - laid[here]) ** 2).sum(axis=3)[:, fixed].sum(axis=1)
        best = patches[gaps.argmin()]
        borrowed[here] += weights * share * best
        energy[here] += weights * ((share * best) ** 2).mean(axis=2, keepdims=True)
        faintness[here] += weights * share
        total[here] += weights
        laid[here][~fixed] = best[~fixed]
        settled[here] = True
    total[total == 0] = 1
    for summed in (borrowed, energy, faintness):
        summed /= total
    left = (borrowed**2).mean(axis=2, keepdims=True)
    lost = _around(energy) / np.maximum(_around(left), 1e-9)
    borrowed *= np.sqrt(np.clip(lost, 1, 2))
    return borrowed, faintness


def _around(energy: FloatImage) -> FloatImage:
    """Return the mean of ``energy`` (h, w, 1) about each pixel."""
    return np.asarray(cv2.GaussianBlur(energy, (0, 0), SPOT), np.float32)[..., None]


def _grid(picture: Mask, stride: int) -> Iterator[Place]:
    """Yield the corners of patches that cover ``picture`` (h, w) to its borders, row by row."""
    rows, columns = ((*range(0, side - PATCH, stride), side - PATCH) for side in picture.shape)
    if min(picture.shape) >= PATCH:
        yield from product(rows, columns)


def _patch(y: int, x: int) -> tuple[slice, slice]:
    return np.s_[y : y + PATCH, x : x + PATCH]


def _at(values: FloatImage, corners: Indices) -> FloatImage:
    """Return ``values`` (h, w), measured on the patch about each pixel, of the patches at corners (n, 2)."""
    y, x = corners.T + PATCH // 2
    of_patches: FloatImage = values[y, x]
    return of_patches
