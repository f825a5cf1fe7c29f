"""``main.py models``: its options, and what it says."""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import BadInputError
from engine.reporting import Reporter
from engine.run import drive

if TYPE_CHECKING:
    from engine.checkpoints.catalogue import Catalogue, Listing
    from engine.checkpoints.library import Record
    from engine.checkpoints.manifest import Entry

ORIGINS = {
    "shipped": "here: comes with the program",
    "installed": "here: {path}",
    "get": "not here: main.py models get {id}",
    "add": "not here: get it from its page, then main.py models add FILE",
}


def add_models(commands: Any, command: Any) -> None:
    """Add the parser of ``models``, which ``command`` carries out."""
    parser = commands.add_parser(
        "models", allow_abbrev=False, help="list, fetch, add and remove models, also larger public ones"
    )
    parser.set_defaults(command=command, action="list", id=None)
    _add_json(parser)
    actions = parser.add_subparsers(metavar="ACTION")
    listing = _action(actions, "list", "show every model that is known, and whether it is here")
    listing.add_argument("id", nargs="?", metavar="ID", help="only this one")
    adding = _action(actions, "add", "take in a model file that you have, whatever its name")
    adding.add_argument("file", type=Path, metavar="FILE")
    adding.add_argument("--as", dest="id", metavar="ID", help="the listed model it is, or a name of your own")
    adding.add_argument("--link", action="store_true", help="do not copy the file: it has to stay as it is")
    adding.add_argument(
        "--set",
        dest="settings",
        action="append",
        default=[],
        type=_setting,
        metavar="NAME=VALUE",
        help="what weights do not show, for a network that is not listed",
    )
    getting = _action(actions, "get", "fetch a listed model; an interrupted transfer goes on where it was")
    getting.add_argument("id", metavar="ID")
    for parser_ in (adding, getting):
        parser_.add_argument("--accept-licence", action="store_true", help="you accept what it says")
    removing = _action(actions, "remove", "delete a model that you added or fetched")
    removing.add_argument("id", metavar="ID")


def run_models(options: argparse.Namespace, reporter: Reporter) -> None:
    """Carry out one action of ``main.py models``."""
    from engine.checkpoints.catalogue import Catalogue

    catalogue = Catalogue()
    actions = {"list": _list, "add": _add, "get": _get, "remove": _remove}
    actions[options.action](catalogue, options, reporter)


def _list(catalogue: Catalogue, options: argparse.Namespace, reporter: Reporter) -> None:
    asked = options.id
    listings = [listing for listing in catalogue.listings() if asked in (None, listing.entry.id)]
    if not listings:
        raise BadInputError(f"There is no model {asked!r}: see main.py models list.")
    text = "\n\n".join(_described(listing) for listing in listings)
    reporter.done(
        f"{text}\n\nYour own models are kept in {catalogue.library.folder}.",
        folder=str(catalogue.library.folder),
        models=[_facts(listing) for listing in listings],
    )


def _add(catalogue: Catalogue, options: argparse.Namespace, reporter: Reporter) -> None:
    job = catalogue.add(
        options.file,
        name=options.id,
        settings=dict(options.settings),
        accepts=lambda _: options.accept_licence,
        link=options.link,
    )
    with reporter.progress() as on_progress:
        record = drive(job, on_progress)
    _tell_installed("Added", catalogue, record, reporter)


def _get(catalogue: Catalogue, options: argparse.Namespace, reporter: Reporter) -> None:
    entry = catalogue.listed.get(options.id)
    if entry is not None:
        reporter.note(f"{entry.id}: {entry.title}, {_size(entry)}. Licence: {entry.licence}.")
        if entry.sha256 is None:
            reporter.note("No checksum of it was published: it is checked by its contents.")
    with reporter.progress() as on_progress:
        record = drive(catalogue.get(options.id, accepts=lambda _: options.accept_licence), on_progress)
    _tell_installed("Fetched", catalogue, record, reporter)


def _remove(catalogue: Catalogue, options: argparse.Namespace, reporter: Reporter) -> None:
    path = catalogue.remove(options.id)
    reporter.done(f"Removed {options.id}: {path}", id=options.id, path=str(path))


def _tell_installed(done: str, catalogue: Catalogue, record: Record, reporter: Reporter) -> None:
    entry, path = record.entry, catalogue.library.path(record)
    if entry.settings.get("class_cond"):
        reporter.note(f"{entry.id} paints pictures of named classes only: repairs cannot use it.")
    option = "eraser" if entry.kind == "eraser" else "model"
    reporter.done(
        f"{done} {entry.id} ({entry.title}; licence: {entry.licence}): {path}\n"
        f"Use it with --{option} {entry.id}.",
        id=entry.id,
        architecture=entry.architecture,
        licence=entry.licence,
        path=str(path),
        sha256=record.sha256,
        size=record.size,
    )


def _described(listing: Listing) -> str:
    entry = listing.entry
    where = ORIGINS[listing.origin].format(path=listing.path, id=entry.id)
    lines = [
        f"{entry.id}  ({entry.title})",
        f"    {entry.kind}, {entry.architecture}, {_size(entry)}" + _checksum(entry),
        f"    good for: {entry.good_for or 'not known'}",
        f"    licence: {entry.licence}" + (" [to be accepted]" if entry.restricted else ""),
        f"    {entry.page}" if entry.page else "",
        f"    {where}",
    ]
    return "\n".join(line for line in lines if line)


def _facts(listing: Listing) -> dict[str, Any]:
    entry = listing.entry
    return {
        "id": entry.id,
        "title": entry.title,
        "kind": entry.kind,
        "architecture": entry.architecture,
        "size": entry.size,
        "parameters": entry.parameters,
        "sha256": entry.sha256,
        "licence": entry.licence,
        "restricted": entry.restricted,
        "page": entry.page,
        "urls": list(entry.urls),
        "good_for": entry.good_for,
        "origin": listing.origin,
        "installed": listing.path is not None,
        "path": str(listing.path) if listing.path else None,
    }


def _size(entry: Entry) -> str:
    if entry.bytes_to_expect is None:
        return "size not published"
    return f"{'' if entry.size else 'about '}{entry.bytes_to_expect / 1e6:,.0f} MB"


def _checksum(entry: Entry) -> str:
    return "" if entry.sha256 else ", no public checksum"


def _action(actions: Any, name: str, purpose: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(name, allow_abbrev=False, help=purpose)
    parser.set_defaults(action=name)
    _add_json(parser)
    return parser


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line, for programs")


def _setting(text: str) -> tuple[str, Any]:
    """Read NAME=VALUE; a value that is no number or truth value is text."""
    name, given, value = text.partition("=")
    if not given or not name.isidentifier():
        raise argparse.ArgumentTypeError(f"write NAME=VALUE, not {text!r}")
    try:
        return name, tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        return name, value
