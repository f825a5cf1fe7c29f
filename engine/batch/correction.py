"""Correcting the mask of one photo of a batch, which is then repaired again, alone or in the next run."""

from __future__ import annotations

from pathlib import Path

from engine.batch.events import Batch, Item
from engine.batch.places import corrected_mask_of, found_mask_of, mask_of
from engine.errors import StorageError
from engine.messages import Hole
from engine.photo.files import write_mask
from engine.photo.sources import shown


def mask_used(batch: Batch, photo: str, item: Item | None) -> Path | None:
    """Return the file of the mask that ``photo`` was or would be repaired with; None if there is none.

    ``item``: as planned, None for a photo that could not be.
    """
    given = mask_of(batch, item) if item is not None else None
    for path in (corrected_mask_of(batch, photo), given, found_mask_of(batch, photo)):
        if path is not None and path.is_file():
            return path
    return None


def correct_mask(batch: Batch, photo: str, hole: Hole) -> None:
    """Let ``hole`` (H, W) be the mask of ``photo`` from now on; all of it is on the disk, or nothing is.

    It is the batch's own: no file in the folder of masks is touched. The next run sees that the mask has
    changed and repairs the photo again. Raises StorageError.
    """
    path = corrected_mask_of(batch, photo)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            "The corrected mask cannot be kept in {folder} ({reason}): make room there.",
            folder=shown(path.parent),
            reason=error.strerror,
        ) from error
    write_mask(hole, path, overwrite=True)
