"""The plan of a batch: what is to be done, and every problem that headers and names can show.

It comes as a stream, so that of a large tree no more is held in memory than the names in one folder.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from engine.batch.events import Batch, Finished, Item, Note, Problem, Trouble
from engine.batch.journal import Record
from engine.batch.places import corrections_of, mask_name, mask_of
from engine.errors import BadInputError, Sentence
from engine.photo.atomic import MAX_NAME
from engine.photo.formats import SUFFIXES, ending_for
from engine.photo.headers import Header, read_header
from engine.photo.sources import shown

# Pictures that we cannot open; they are told as problems, not passed over like a text file.
_FOREIGN = {
    *(".heic", ".heif", ".avif", ".jxl", ".jp2", ".psd", ".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf"),
    *(".raf", ".rw2"),
}


@dataclass(frozen=True)
class Other:
    """A file that is no photo, by its name."""

    name: str


Plan: TypeAlias = Item | Problem | Note | Finished | Other


def plan(batch: Batch, records: Mapping[str, Record]) -> Iterator[Plan]:
    """Yield what is to be done with each photo of ``batch``, folder by folder in the order of names.

    Hidden files and folders are left out, and so are the output folder and the folder of masks where they lie
    in the input folder; a link to a folder is not entered, so that no loop has to be feared. ``records``: of
    earlier runs (:class:`engine.batch.journal.Journal`). Reads headers only, writes nothing, and raises
    nothing about a single photo.
    """
    apart = {batch.target, batch.masks}
    corrected = _names_in(corrections_of(batch))
    waiting = [""] if batch.only is None else sorted({_split(photo)[0] for photo in batch.only}, reverse=True)
    while waiting:
        folder = waiting.pop()
        try:
            listing = _listed(batch.source / folder)
        except OSError as error:
            name = shown(batch.source / folder)
            yield Problem(
                folder or ".",
                "unreadable",
                Sentence("The folder {name} cannot be read ({reason}).", name=name, reason=error.strerror),
            )
            continue
        if batch.only is not None:
            yield from _planned_only(batch, records, corrected, folder, listing)
            continue
        yield from (Other(_joined(folder, name)) for name in listing.others)
        yield from _planned(batch, records, corrected, folder, listing.photos)
        if not batch.recursive:
            return
        for name in listing.links:
            path = shown(batch.source / folder / name)
            yield Note(
                Sentence(
                    "{path} is a link to a folder and is not entered: name that folder itself to repair it.",
                    path=path,
                )
            )
        below = [_joined(folder, name) for name in listing.folders]
        waiting += [path for path in reversed(below) if batch.source / path not in apart]


def stamp(path: Path) -> str:
    """Size and time of a file, by which a change of it is seen; empty if it is not there."""
    try:
        status = path.stat()
    except OSError:
        return ""
    return f"{status.st_size}@{status.st_mtime_ns}"


@dataclass(frozen=True)
class _Listing:
    photos: list[str]
    others: list[str]
    folders: list[str]
    links: list[str]


def _listed(folder: Path) -> _Listing:
    listing = _Listing([], [], [], [])
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            suffix = PurePosixPath(entry.name).suffix.lower()
            if _is_folder(entry):
                (listing.links if entry.is_symlink() else listing.folders).append(entry.name)
            elif suffix in SUFFIXES or suffix in _FOREIGN:
                listing.photos.append(entry.name)
            else:
                listing.others.append(entry.name)
    for names in (listing.photos, listing.folders, listing.links):
        names.sort(key=os.fsencode)
    return listing


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads round in a circle
        return False


def _planned_only(
    batch: Batch, records: Mapping[str, Record], corrected: set[str], folder: str, listing: _Listing
) -> Iterator[Plan]:
    """Plan those photos of one folder that were asked for, in view of those that would be saved alike."""
    asked = {name for parent, name in map(_split, batch.only or ()) if parent == folder}
    yield from (Other(_joined(folder, name)) for name in listing.others if name in asked)
    for name in sorted(asked - {*listing.photos, *listing.others}, key=os.fsencode):
        path = shown(batch.source / folder / name)
        yield Problem(
            _joined(folder, name),
            "unreadable",
            Sentence("{path} is no longer there: bring it back.", path=path),
        )
    stems = {PurePosixPath(name).stem for name in asked}
    alike = [name for name in listing.photos if PurePosixPath(name).stem in stems]
    for found in _planned(batch, records, corrected, folder, alike):
        item = found.item if isinstance(found, Finished) else found
        if isinstance(item, Item | Problem) and _split(item.photo)[1] in asked:
            yield found


def _planned(
    batch: Batch, records: Mapping[str, Record], corrected: set[str], folder: str, names: list[str]
) -> Iterator[Plan]:
    """Plan the photos ``names`` of one folder. ``corrected``: names of corrected masks."""
    masks = _masks_by_stem(batch.masks / folder) if batch.masks else {}
    headers: dict[str, Header] = {}
    outputs: dict[str, str] = {}
    for name in names:
        try:
            header = read_header(batch.source / folder / name)
        except BadInputError as error:
            yield Problem(_joined(folder, name), "unreadable", str(error))
            continue
        path = PurePosixPath(name)
        headers[name] = header
        outputs[name] = path.stem + ending_for(path.suffix, header.format)
    shared = Counter(outputs.values())
    trouble = _trouble_with(batch.target / folder, batch.target)
    for name, output in outputs.items():
        photo = _joined(folder, name)
        if shared[output] > 1:
            rivals = ", ".join(other for other in outputs if other != name and outputs[other] == output)
            yield Problem(
                photo,
                "same-output",
                Sentence(
                    "{path} would be saved as {output}, and so would {rivals}: rename all but one.",
                    path=shown(batch.source / photo),
                    output=shown(output),
                    rivals=shown(rivals),
                ),
            )
            continue
        try:
            item = Item(photo, None, _joined(folder, output), "", corrected=mask_name(photo) in corrected)
            if not item.corrected:
                item = replace(item, mask=_mask_for(batch, photo, masks))
            _check_mask(batch, item, headers[name])
            yield _item(batch, records, item, trouble)
        except _ProblemError as problem:
            yield Problem(photo, problem.trouble, problem.message)


class _ProblemError(Exception):
    def __init__(self, trouble: Trouble, message: str) -> None:
        self.trouble, self.message = trouble, message


def _masks_by_stem(folder: Path) -> dict[str, list[str]]:
    masks = defaultdict(list)
    for name in sorted(_names_in(folder), key=os.fsencode):
        path = PurePosixPath(name)
        if path.suffix.lower() in SUFFIXES and not name.startswith("."):
            masks[path.stem].append(name)
    return masks


def _names_in(folder: Path) -> set[str]:
    try:
        return set(os.listdir(folder))
    except OSError:
        return set()


def _mask_for(batch: Batch, photo: str, masks: dict[str, list[str]]) -> str | None:
    """The mask given for ``photo``, None where damage is to be found. Raises _ProblemError."""
    if batch.masks is None:
        return None
    path = PurePosixPath(photo)
    found = masks.get(path.stem, [])
    name = shown(batch.source / photo)
    if not found:
        place = shown(batch.masks / path.parent)
        raise _ProblemError(
            "no-mask",
            Sentence(
                "{name} has no mask: put one of the name {stem} into {place}.",
                name=name,
                stem=shown(path.stem),
                place=place,
            ),
        )
    if len(found) > 1:
        raise _ProblemError(
            "two-masks",
            Sentence(
                "{name} has {count} masks ({names}): keep one of them.",
                name=name,
                count=len(found),
                names=", ".join(map(shown, found)),
            ),
        )
    return (path.parent / found[0]).as_posix()


def _check_mask(batch: Batch, item: Item, header: Header) -> None:
    """Raise _ProblemError if the mask of ``item`` does not fit its photo, whose header is given."""
    mask = mask_of(batch, item)
    if mask is None:
        return
    try:
        shape = read_header(mask).shape
    except BadInputError as error:
        name = shown(batch.source / item.photo)
        raise _ProblemError(
            "unreadable", Sentence("The mask of {name} cannot be used: {reason}", name=name, reason=error)
        ) from error
    if shape and header.shape and shape != header.shape:
        raise _ProblemError(
            "size-mismatch",
            Sentence(
                "The mask {mask} is {width} x {height} pixels but the photo is "
                "{photo_width} x {photo_height}: use a mask of the photo's own size.",
                mask=shown(mask),
                width=shape[1],
                height=shape[0],
                photo_width=header.shape[1],
                photo_height=header.shape[0],
            ),
        )


def _item(batch: Batch, records: Mapping[str, Record], item: Item, trouble: str | None) -> Item | Finished:
    """Complete ``item``, or see that it is finished. ``trouble``: with the folder of its output.

    Raises _ProblemError if its output cannot be saved.
    """
    stamps = stamp(batch.source / item.photo)
    if (mask := mask_of(batch, item)) is not None:
        stamps += f" {stamp(mask)}"
    output = batch.target / item.output
    record = records.get(item.photo)
    there = os.path.lexists(output)
    if record and record.stamps == stamps and (there or not record.written):
        return Finished(item)
    if trouble:
        raise _ProblemError(
            "storage", Sentence("{output} cannot be saved: {trouble}.", output=shown(output), trouble=trouble)
        )
    ours = record is not None and record.output == item.output and record.written == stamp(output)
    if there and not ours and not batch.overwrite:
        raise _ProblemError(
            "exists",
            Sentence(
                "{output} exists already: move it, or allow it to be replaced (--overwrite).",
                output=shown(output),
            ),
        )
    if there and not output.is_file():
        raise _ProblemError(
            "storage", Sentence("{output} is not an ordinary file: remove it.", output=shown(output))
        )
    if len(os.fsencode(output.name)) > MAX_NAME:
        raise _ProblemError(
            "storage",
            Sentence("{output} is too long a name to be saved: shorten the photo's.", output=shown(output)),
        )
    return replace(item, stamps=stamps, replace=there)


def _trouble_with(folder: Path, top: Path) -> str | None:
    """What keeps files from being saved in ``folder``, which need not exist yet, below ``top``."""
    there = folder
    while not os.path.lexists(there):
        there = there.parent
    if not there.is_dir():
        return Sentence("{path} is not a folder: remove it", path=shown(there))
    if there.is_relative_to(top) and not there.resolve().is_relative_to(top):
        return Sentence("{path} is a link that leads elsewhere: remove it", path=shown(there))
    if not os.access(there, os.W_OK):
        return Sentence("{path} may not be written to: ask for permission", path=shown(there))
    return None


def _split(photo: str) -> tuple[str, str]:
    """The folder of ``photo``, empty for the topmost, and its name."""
    folder, _, name = photo.rpartition("/")
    return folder, name


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
