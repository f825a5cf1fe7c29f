"""Pieces of one single colour: what scanners, editors and transmission errors leave where a photo is missing.

A photo has grain: even a clear sky changes from pixel to pixel. A patch in which not one pixel differs, and
whose outline is sharp, holds nothing of the photo; no network is needed to be certain of that, and the
size of the patch does not matter, as it would to a network that sees a bounded neighbourhood.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from engine.messages import Box, Hole, Image

SMALLEST = 30
"""Pixels below which equal neighbours may be chance, or a clipped highlight."""
SHARP = 12 / 255
"""Step, as a part of full scale, that makes an outline sharp."""
PLAIN = 10 / 255
"""Distance from white or black, as a part of full scale, that lossy files leave in a plain margin."""
SHARE = 0.7
"""Part of the outline that must be sharp: clipped skies and black shadows are entered gradually."""


def flat_pieces(image: Image) -> Hole:
    """Return (H, W), True where ``image`` (H, W, 3), uint8 or uint16, is a patch of exactly one colour.

    A strip along a whole side of the photo is its frame or its scanner's lid, no damage.
    """
    across, down = _equal(*_sides(image, 1)), _equal(*_sides(image, 0))
    labels, areas = _patches(across, down)
    kept = areas >= SMALLEST
    if not kept.any():
        return np.zeros(labels.shape, bool)
    outline, sharp = np.zeros((2, len(areas)))
    for axis, equal in ((1, across), (0, down)):
        steep = _steep(*_sides(image, axis))
        for side in _sides(labels, axis):
            rim = (side > 0) & ~equal
            outline += np.bincount(side[rim], minlength=len(areas))
            sharp += np.bincount(side[rim & steep], minlength=len(areas))
    found: Hole = (kept & (sharp > 0) & (sharp >= SHARE * outline))[labels]
    found = _with_equals(found, across, down)
    return found & ~_frame(found)


def within_margins(image: Image) -> Box:
    """Return the part of ``image`` (H, W, 3), uint8 or uint16, that white or black margins leave.

    A margin is made of rows or columns at the border that are white, or black, from end to end: the paper or
    the lid of a scanner around the print. Where nothing would be left, it is the whole image.
    """
    height, width = image.shape[:2]
    whole = top, left, bottom, right = 0, 0, height, width
    while top < bottom and left < right:
        box = top, left, bottom, right
        top += _plain_lines(image[top:bottom, left:right])
        bottom -= _plain_lines(image[top:bottom, left:right][::-1])
        left += _plain_lines(image[top:bottom, left:right].swapaxes(0, 1))
        right -= _plain_lines(image[top:bottom, left:right].swapaxes(0, 1)[::-1])
        if box == (top, left, bottom, right):
            return box
    return whole


def _plain_lines(image: Image) -> int:
    """Return how many of the first lines are white, or black, from end to end."""
    most = np.iinfo(image.dtype).max
    for index, line in enumerate(image):
        if not line.size or (line.min() < (1 - PLAIN) * most and line.max() > PLAIN * most):
            return index
    return len(image)


def _patches(across: Hole, down: Hole) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Label the cores of patches: squares of two by two equal pixels, joined where they touch.

    Pixels on either side of a border between two colours are left out, or neighbouring patches would join.
    Returns the labels (H, W), 0 outside, and the pixels of each label, none for 0.
    """
    square = across[1:] & across[:-1] & down[:, 1:] & down[:, :-1]
    core = np.zeros((len(across), down.shape[1]), bool)
    for corner in (np.s_[:-1, :-1], np.s_[:-1, 1:], np.s_[1:, :-1], np.s_[1:, 1:]):
        core[corner] |= square
    beside = core[:, 1:] & core[:, :-1] & ~across
    above = core[1:] & core[:-1] & ~down
    core[:, 1:][beside] = core[:, :-1][beside] = core[1:][above] = core[:-1][above] = False
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(core.astype(np.uint8), connectivity=4)
    areas = boxes[:, cv2.CC_STAT_AREA].copy()
    areas[0] = 0
    return np.asarray(labels, np.int32), np.asarray(areas, np.int32)


def _equal(one: Image, other: Image) -> Hole:
    red, green, blue = (one[..., channel] == other[..., channel] for channel in range(3))
    equal: Hole = red & green & blue
    return equal


def _steep(one: Image, other: Image) -> Hole:
    step = cv2.absdiff(one, other).reshape(one.shape)
    red, green, blue = (step[..., channel] >= SHARP * np.iinfo(one.dtype).max for channel in range(3))
    steep: Hole = red | green | blue
    return steep


def _sides(values: npt.NDArray[Any], axis: int) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """Return each pixel beside its neighbour along ``axis``."""
    return (values[:, 1:], values[:, :-1]) if axis else (values[1:], values[:-1])


def _with_equals(found: Hole, across: Hole, down: Hole) -> Hole:
    """Return ``found`` with the pixels beside it that have its colour."""
    grown = found.copy()
    grown[:, 1:] |= found[:, :-1] & across
    grown[:, :-1] |= found[:, 1:] & across
    grown[1:] |= found[:-1] & down
    grown[:-1] |= found[1:] & down
    return grown


def _frame(found: Hole) -> Hole:
    """Return the pieces of ``found`` that take up a whole side of the photo."""
    _, labels = cv2.connectedComponents(found.astype(np.uint8), connectivity=8)
    sides = [side for side in (labels[0], labels[-1], labels[:, 0], labels[:, -1]) if side.all()]
    frame: Hole = np.isin(labels, np.concatenate(sides)) if sides else np.zeros_like(found)
    return frame
