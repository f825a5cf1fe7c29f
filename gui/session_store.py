"""A session on disk: the photo as it was opened, and its history, in one folder.

``session.json`` names all else. Pixels are in files that are called by their digest and never written
again, so saving once more costs what is new, and damage is noticed. Nothing here knows of Qt's threads;
all of it takes as long as disks do.
"""

from __future__ import annotations

import hashlib
import json
import weakref
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import BadInputError
from engine.messages import Photo
from gui.document import Past, overview
from gui.doubled import resized
from gui.hole_layer import HoleLayer
from gui.picture import Picture, Pixels, TileKey
from gui.recipe import Recipe
from gui.undo import BitPatch, Edit, HoleEdit, Inversion, PictureEdit, State
from gui.whole_file import replace_file

MANIFEST = "session.json"
VERSION = 1


class DamagedSessionError(Exception):
    """What is in a session's folder cannot be what was written."""


@dataclass(frozen=True)
class FileStamp:
    """What shows, without reading it, that a file is another than it was."""

    size: int
    modified_ns: int

    @classmethod
    def of(cls, path: Path) -> FileStamp | None:
        """Return the stamp of a file, or None if there is none."""
        try:
            status = path.stat()
        except (OSError, ValueError):
            return None
        return cls(status.st_size, status.st_mtime_ns)


@dataclass(frozen=True)
class Source:
    """A file that holds the photo as it was opened, for as long as it has this ``stamp``."""

    path: Path
    stamp: FileStamp | None

    @classmethod
    def of(cls, path: Path) -> Source:
        """Return the file at ``path`` as it is now."""
        return cls(path, FileStamp.of(path))

    def content(self) -> bytes | None:
        """Return what the file holds, or None if that may not be the photo any more."""
        try:
            content = self.path.read_bytes() if FileStamp.of(self.path) == self.stamp else None
        except OSError:
            return None
        return content if FileStamp.of(self.path) == self.stamp else None


@dataclass(frozen=True, eq=False)
class Session:
    """What there is to go on with. ``source``: where the photo can be read again, None if nowhere.

    ``recipe``: what the next repair was going to be made with, None if that was not yet sensible.
    """

    photo: Photo
    source: Source | None
    past: Past
    recipe: Recipe | None


class SessionWriter:
    """Writes sessions into ``folder``, each in the place of the one before; for use by one thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[int, tuple[weakref.ref[Any], str]] = {}
        self._kept: tuple[Photo, dict[str, Any]] | None = None

    def write(self, session: Session) -> None:
        """Write ``session``. Raises OSError, after which the one before is there still."""
        self._folder.mkdir(parents=True, exist_ok=True)
        past = session.past
        pictures = past.pictures()
        numbers = {picture: number for number, picture in enumerate(pictures)}
        content = {
            "version": VERSION,
            "photo": self._photo(session),
            "pictures": [self._picture(picture, past.original) for picture in pictures],
            "states": [_state_to_json(state, numbers) for state in past.states],
            "position": past.position,
            "saved": numbers.get(past.saved),
            "mask_kept": past.mask_kept,
            "recipe": session.recipe.to_json() if session.recipe is not None else None,
        }
        text = json.dumps(content)
        replace_file(self._folder / MANIFEST, text.encode())
        self._forget_others(text)

    def _photo(self, session: Session) -> dict[str, Any]:
        """Keep the photo's file, which holds more than pixels; or its pixels, if that is no longer there."""
        photo = session.photo
        if self._kept is None or self._kept[0] is not photo:
            content = session.source.content() if session.source is not None else None
            kept = (
                self._kept_pixels(photo)
                if content is None
                else {"file": self._keep(content, photo.path.suffix)}
            )
            self._kept = (photo, kept)
        return {"path": str(photo.path), **self._kept[1]}

    def _kept_pixels(self, photo: Photo) -> dict[str, Any]:
        alpha = None if photo.alpha is None else self._keep_array(photo.alpha)
        return {"pixels": self._keep_array(photo.image), "alpha": alpha, "grey": photo.grey}

    def _picture(self, picture: Picture, original: Picture) -> dict[str, Any]:
        shares = picture.bases[0] is original.bases[0]
        base = None if shares else self._keep_array(picture.bases[0])
        tiles = [[*key, self._keep_array(tile)] for key, tile in picture.tiles.items()]
        return {"base": base, "tiles": tiles}

    def _keep_array(self, array: Pixels) -> str:
        reference, name = self._names.get(id(array), (None, ""))
        if reference is None or reference() is not array:
            content = BytesIO()
            np.save(content, array, allow_pickle=False)
            name = self._keep(content.getbuffer(), ".npy")
            self._names[id(array)] = (weakref.ref(array), name)
        return name

    def _keep(self, content: bytes | memoryview, suffix: str) -> str:
        name = _digest(content) + suffix
        path = self._folder / name
        if not path.exists():
            replace_file(path, content)
        return name

    def _forget_others(self, manifest: str) -> None:
        """Remove what no state needs any more."""
        for path in self._folder.iterdir():
            if path.name != MANIFEST and f'"{path.name}"' not in manifest:
                path.unlink(missing_ok=True)
        self._names = {
            key: (reference, name)
            for key, (reference, name) in self._names.items()
            if reference() is not None and (self._folder / name).exists()
        }


def read_session(folder: Path, read_photo: Callable[[Path], Photo]) -> Session:
    """Read what :class:`SessionWriter` wrote last. Raises DamagedSessionError if that cannot be done."""
    try:
        content = json.loads((folder / MANIFEST).read_text("utf-8"))
        if content["version"] != VERSION:
            raise DamagedSessionError("of another version")
        return _Reader(folder, read_photo).session(content)
    except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise DamagedSessionError(str(error)) from error
    except (OSError, MemoryError, EOFError, zlib.error, BadInputError) as error:
        raise DamagedSessionError(str(error)) from error


class _Reader:
    def __init__(self, folder: Path, read_photo: Callable[[Path], Photo]) -> None:
        self._folder = folder
        self._read_photo = read_photo
        self._arrays: dict[str, Pixels] = {}

    def session(self, content: dict[str, Any]) -> Session:
        """Build the session that the manifest describes."""
        photo, source = self._photo(content["photo"])
        original = Picture.of(photo.image)
        pictures = [original, *(self._picture(entry, original) for entry in content["pictures"][1:])]
        states, shown, hole = _replayed(original, content["states"], pictures)
        position = range(len(states))[content["position"]]
        for state in reversed(states[position + 1 :]):
            hole = _stepped(hole, state.edit, forward=False)
        saved = Picture(original.bases) if content["saved"] is None else pictures[content["saved"]]
        past = Past(
            original, tuple(states), position, shown[position], hole, saved, bool(content["mask_kept"])
        )
        recipe = content["recipe"]
        return Session(photo, source, past, None if recipe is None else Recipe.from_json(recipe))

    def _photo(self, entry: dict[str, Any]) -> tuple[Photo, Source | None]:
        path = Path(entry["path"])
        if "file" in entry:
            self._checked(entry["file"])
            copy = self._folder / entry["file"]
            return replace(self._read_photo(copy), path=path), Source.of(copy)
        alpha = None if entry["alpha"] is None else self._array(entry["alpha"])
        return Photo(path, self._array(entry["pixels"]), alpha, entry["grey"]), None

    def _picture(self, entry: dict[str, Any], original: Picture) -> Picture:
        whole = original if entry["base"] is None else Picture.of(self._array(entry["base"]))
        tiles: dict[TileKey, Pixels] = {}
        for level, row, column, name in entry["tiles"]:
            key = (level, row, column)
            tiles[key] = self._array(name)
            if tiles[key].shape != whole.tile(key).shape or tiles[key].dtype != whole.tile(key).dtype:
                raise ValueError("a tile of another size")
        return Picture(whole.bases, tiles)

    def _array(self, name: str) -> Pixels:
        if name not in self._arrays:
            array = np.load(BytesIO(self._checked(name)), allow_pickle=False)
            array.flags.writeable = False
            self._arrays[name] = array
        return self._arrays[name]

    def _checked(self, name: str) -> bytes:
        content = (self._folder / name).read_bytes()
        if _digest(content) != Path(name).stem:
            raise ValueError(f"{name} is not what was written")
        return content


def _replayed(
    original: Picture, entries: list[dict[str, Any]], pictures: list[Picture]
) -> tuple[list[State], list[Picture], HoleLayer]:
    """Go through a history from its beginning.

    Returns its states, the picture at each of them, and the hole at the last.
    """
    picture, hole = original, HoleLayer(original.shape).touched()
    states: list[State] = []
    shown: list[Picture] = []
    for entry in entries:
        edit = _edit_from_json(entry["edit"], pictures)
        if isinstance(edit, PictureEdit):
            picture = edit.after
        hole = _stepped(hole, edit, forward=True)
        recipe = None if entry["recipe"] is None else Recipe.from_json(entry["recipe"])
        states.append(State(entry["label"], edit, overview(picture, hole), entry["facts"], recipe))
        shown.append(picture)
    return states, shown, hole


def _stepped(hole: HoleLayer, edit: Edit | None, forward: bool) -> HoleLayer:
    """Return the hole after an edit is done, or undone; it may be the same one, changed."""
    marked = edit.cleared if isinstance(edit, PictureEdit) else edit
    if isinstance(edit, PictureEdit):
        shape = (edit.after if forward else edit.before).shape
        hole = hole if hole.shape == shape else resized(hole, shape)
    if marked is not None:
        marked.toggle(hole)
    return hole


def _state_to_json(state: State, numbers: dict[Picture, int]) -> dict[str, Any]:
    recipe = None if state.recipe is None else state.recipe.to_json()
    edit = _edit_to_json(state.edit, numbers)
    return {"label": state.label, "facts": state.facts, "recipe": recipe, "edit": edit}


def _edit_to_json(edit: Edit | None, numbers: dict[Picture, int]) -> Any:
    if isinstance(edit, HoleEdit):
        return {"marked": [[*patch.box, b64encode(patch.data).decode()] for patch in edit.patches]}
    if isinstance(edit, PictureEdit):
        cleared = _edit_to_json(edit.cleared, numbers)
        return {"before": numbers[edit.before], "after": numbers[edit.after], "cleared": cleared}
    return None if edit is None else {"inverted": True}


def _edit_from_json(entry: Any, pictures: list[Picture]) -> Edit | None:
    if entry is None:
        return None
    if "inverted" in entry:
        return Inversion()
    if "marked" in entry:
        return HoleEdit(tuple(_patches(entry["marked"])))
    cleared = _edit_from_json(entry["cleared"], pictures)
    if not (cleared is None or isinstance(cleared, HoleEdit)):
        raise TypeError("cleared")
    return PictureEdit(pictures[entry["before"]], pictures[entry["after"]], cleared)


def _patches(entries: Iterable[Any]) -> Iterable[BitPatch]:
    for top, left, bottom, right, data in entries:
        yield BitPatch((top, left, bottom, right), b64decode(data))


def _digest(content: bytes | memoryview) -> str:
    return hashlib.sha256(content).hexdigest()[:40]
