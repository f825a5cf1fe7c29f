"""What the dialog of models says of each: pure functions from facts to words."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from engine.messages import Progress
from engine.models import Kind, ModelInfo
from gui.translation import decimal, translate

KILOBYTE, MEGABYTE, GIGABYTE = 1e3, 1e6, 1e9


def kind_title(kind: Kind) -> str:
    """Return what models of a kind are for, as a heading."""
    match kind:
        case "prior":
            return translate("Models", "Repairing")
        case "eraser":
            return translate("Models", "Filling in one pass")
        case "detector":
            return translate("Models", "Finding damage")


def use_title(kind: Kind) -> str:
    """Return what a button says that chooses a model of a kind."""
    match kind:
        case "prior":
            return translate("Models", "Use for repairs")
        case "eraser":
            return translate("Models", "Use for filling")
        case "detector":
            return translate("Models", "Use to find damage")


def state(model: ModelInfo, in_use: bool) -> str:
    """Return where a model is, or how it is come by, in a few words."""
    if in_use and model.path is not None:
        return translate("Models", "in use")
    if model.path is not None and not model.usable:
        return translate("Models", "here, not for repairs")
    match model.origin:
        case "shipped":
            return translate("Models", "comes with Reweave")
        case "installed":
            return translate("Models", "added")
        case "get" if model.fetched:
            return translate("Models", "{percent} % fetched").format(percent=percent_fetched(model))
        case "get":
            return translate("Models", "can be fetched")
        case "add":
            return translate("Models", "from its page")


def percent_fetched(model: ModelInfo) -> int:
    """Return how much of a model an interrupted transfer has left, in percent, at most 99."""
    return min(100 * model.fetched // model.size, 99) if model.size else 0


def size(count: int | None) -> str:
    """Return a number of bytes as people say it; "" if it is not known."""
    if count is None:
        return ""
    if count >= GIGABYTE:
        return translate("Models", "{number} GB").format(number=decimal(count / GIGABYTE))
    if count >= MEGABYTE:
        return translate("Models", "{number} MB").format(number=decimal(count / MEGABYTE, int(count < 1e7)))
    return translate("Models", "{number} kB").format(number=decimal(count / KILOBYTE, 0))


def place(model: ModelInfo) -> str:
    """Return a sentence on where a model is, or how to come by it."""
    if model.path is not None:
        return str(model.path)
    if model.fetched:
        return translate("Models", "{done} of {size} are here: go on whenever you like.").format(
            done=size(model.fetched), size=size(model.size) or "?"
        )
    if model.origin == "get":
        return translate("Models", "Not here yet: Get fetches it, and an interrupted transfer goes on later.")
    return translate(
        "Models",
        "Not here yet: no direct address is known. Get the file from its page, then add it.",
    )


def stage(progress: Progress) -> str:
    """Return what is being done with a model, and how far it is."""
    doing = _doing(progress.stage)
    if progress.stage in ("examining", "waiting to try again"):
        return doing
    whole = QLocale().toString
    if not progress.total:
        return translate("Models", "{doing}: {done} MB").format(doing=doing, done=whole(progress.step))
    return translate("Models", "{doing}: {done} of {total} MB").format(
        doing=doing, done=whole(progress.step), total=whole(progress.total)
    )


def _doing(name: str) -> str:
    """Return the engine's name of a stage in words; a transfer's tells the place it comes from."""
    what = name.removesuffix(" (MB)")
    match what:
        case "copying":
            return translate("Models", "Copying the file")
        case "checking":
            return translate("Models", "Checking what came")
        case "examining":
            return translate("Models", "Looking at what is in it…")
        case "waiting to try again":
            return translate("Models", "The line broke off: trying again soon…")
    return translate("Models", "Fetching from {place}").format(place=what.removeprefix("from "))
