"""Where a batch keeps what is its own, in a folder of its own in the output folder.

Photos are called by a digest there, whatever their names and folders are.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from engine.batch.events import Batch, Item

FOLDER = ".reweave-batch"


def staging_of(batch: Batch) -> Path:
    """Where finished files wait: on the disk of the output folder, so that moving them is instant."""
    return batch.target / FOLDER / "staging"


def corrections_of(batch: Batch) -> Path:
    """The folder of the masks that somebody has corrected."""
    return batch.target / FOLDER / "corrected"


def corrected_mask_of(batch: Batch, photo: str) -> Path:
    """The mask that counts, where there is one, in place of the given or found one of ``photo``."""
    return corrections_of(batch) / mask_name(photo)


def found_mask_of(batch: Batch, photo: str) -> Path:
    """The mask that was found in ``photo``, kept to be looked at and corrected."""
    return batch.target / FOLDER / "found" / mask_name(photo)


def mask_of(batch: Batch, item: Item) -> Path | None:
    """The mask that ``item`` is repaired with; None where the damage is to be found."""
    if item.corrected:
        return corrected_mask_of(batch, item.photo)
    return batch.masks / item.mask if batch.masks is not None and item.mask is not None else None


def mask_name(photo: str) -> str:
    """The name of a kept mask of ``photo``, its path below the input folder."""
    return f"{hashlib.blake2b(os.fsencode(photo), digest_size=16).hexdigest()}.png"
