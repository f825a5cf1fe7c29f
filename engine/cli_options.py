"""The options of the command line: what can be asked for, and in which words."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from engine.messages import MERGES, METHODS, NO_ERASER, ROUTES, SAMPLERS, Sampling
from engine.reporting import Reporter
from engine.variants import MOST_VARIANTS

N = TypeVar("N", int, float)
Command: TypeAlias = Callable[[argparse.Namespace, Reporter], int]


def add_repair(commands: Any, command: Command) -> None:
    """Add the parser of ``repair``, which ``command`` carries out."""
    parser = commands.add_parser("repair", allow_abbrev=False, help="repair a photo where a mask is white")
    parser.set_defaults(command=command)
    parser.add_argument("photo", type=Path, metavar="PHOTO")
    damage = parser.add_mutually_exclusive_group(required=True)
    damage.add_argument("--mask", type=Path, help="picture of the photo's size, white = repair")
    damage.add_argument("--detect", action="store_true", help="find the damage, then repair it")
    parser.add_argument("--sensitivity", type=float, metavar="S", help="of --detect, 0 to 1 (default 0.5)")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="default: PHOTO-repaired")
    parser.add_argument("--overwrite", action="store_true", help="replace OUT if it exists")
    add_method(parser)
    parser.add_argument(
        "--variants",
        type=_variants,
        default=1,
        metavar="N",
        help="N repairs to choose from, OUT-1 and so on, and OUT-spread.png: bright where they differ",
    )
    parser.add_argument("--save-steps", type=Path, metavar="DIR", help="keep every intermediate picture")
    parser.add_argument("--json", action="store_true", help="one JSON object a line, for programs")
    add_sampling(parser)


def add_method(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how damage is repaired, and on what."""
    parser.add_argument("--method", choices=METHODS, default="known")
    parser.add_argument("--ring", type=int, default=1, metavar="PX", help="width of a ring of --method erode")
    parser.add_argument(
        "--feather",
        type=int,
        default=0,
        metavar="PX",
        help="blend the repair with the photo over PX pixels inside the mask's rim (default 0: none)",
    )
    parser.add_argument(
        "--texture",
        type=float,
        default=1.0,
        metavar="SHARE",
        help="detail that wide parts borrow from the rest of the photo, 0 (none: smooth) to 1 (default)",
    )
    parser.add_argument("--model", metavar="ID|FILE", help="a name from the manifest, or a checkpoint file")
    parser.add_argument(
        "--eraser",
        metavar="ID|FILE",
        help=f"what fills the hole, for --method known before it begins; {NO_ERASER}: a classical fill",
    )
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")


def add_detect(commands: Any, command: Command) -> None:
    """Add the parser of ``detect``, which ``command`` carries out."""
    parser = commands.add_parser("detect", allow_abbrev=False, help="find the damage and write it as a mask")
    parser.set_defaults(command=command)
    parser.add_argument("photo", type=Path, metavar="PHOTO")
    parser.add_argument("-o", "--output", type=Path, metavar="MASK", help="default: PHOTO-mask.png")
    parser.add_argument("--overwrite", action="store_true", help="replace MASK if it exists")
    parser.add_argument(
        "--sensitivity", type=float, metavar="S", help="0 = only what is certain, 1 = all that may be (0.5)"
    )
    parser.add_argument("--model", metavar="ID|FILE", help="a name from the manifest, or a checkpoint file")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    parser.add_argument("--json", action="store_true", help="one JSON object a line, for programs")


def add_upscale(commands: Any, command: Command) -> None:
    """Add the parser of ``upscale``, which ``command`` carries out."""
    parser = commands.add_parser("upscale", allow_abbrev=False, help="double the size of a photo")
    parser.set_defaults(command=command)
    parser.add_argument("photo", type=Path, metavar="PHOTO")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="default: PHOTO-enlarged")
    parser.add_argument("--overwrite", action="store_true", help="replace OUT if it exists")
    parser.add_argument(
        "--route",
        choices=ROUTES,
        default="exact",
        help="exact shrinks back to the photo; the others are experiments",
    )
    parser.add_argument("--model", metavar="ID|FILE", help="a name from the manifest, or a checkpoint file")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    parser.add_argument("--save-steps", type=Path, metavar="DIR", help="keep every intermediate picture")
    parser.add_argument("--json", action="store_true", help="one JSON object a line, for programs")
    add_sampling(parser)


def add_sampling(parser: argparse.ArgumentParser) -> None:
    """Add the knobs that :func:`sampling_from` reads."""
    knobs = parser.add_argument_group("sampling (the defaults are what measured best)")
    knobs.add_argument(
        "--steps",
        type=int,
        metavar="N",
        help="network evaluations at full size, 0 = the expectation only: fast, smooth",
    )
    knobs.add_argument(
        "--respacing", metavar="SPEC", help='timesteps to visit instead: "250", "100,50,25" or "ddim50"'
    )
    knobs.add_argument("--sampler", choices=SAMPLERS)
    knobs.add_argument("--merge", choices=MERGES, help="how known pixels enter a step")
    knobs.add_argument(
        "--start", type=int, metavar="T", help="trained timestep to start at, 999 = pure noise"
    )
    knobs.add_argument("--low-pass", type=int, metavar="N", help="ILVR's N that holds the hole, 0 = none")
    knobs.add_argument("--range-t", type=int, metavar="T", help="timestep below which ILVR lets go")
    knobs.add_argument("--jumps", type=_jumps, metavar="J,R", help="RePaint's jump length and repeats")
    knobs.add_argument("--eta", type=float, help="DDIM's share of fresh noise, 0 to 1")
    knobs.add_argument("--seed", type=int, metavar="S")


def add_train(commands: Any, command: Command) -> None:
    """Add the parser of ``train``, which ``command`` carries out."""
    parser = commands.add_parser("train", allow_abbrev=False, help="train one of our own models")
    parser.set_defaults(command=command)
    parser.add_argument("what", choices=("prior", "eraser", "detector"))
    parser.add_argument("data", type=Path, metavar="DATA", help="folder of photos or of tar shards")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    budget = parser.add_mutually_exclusive_group()
    budget.add_argument(
        "--minutes", type=_above(0.0), metavar="M", help="time to train, over all resumed parts"
    )
    budget.add_argument("--steps", type=_above(0), metavar="N")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint beside FILE")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--threads", type=_above(-1), default=0, help="CPU threads, 0 = as torch chooses")
    parser.add_argument("--exclude", action="append", default=[], metavar="GLOB", help="photos to leave out")
    parser.add_argument("--seed", type=_above(-1), default=0)
    parser.add_argument("--batch", type=_above(0), help="crops a step")
    parser.add_argument("--crop", type=_above(0), help="side of a crop in pixels")
    parser.add_argument("--learning-rate", type=_above(0.0), metavar="RATE")
    parser.add_argument(
        "--start-from", metavar="ID|FILE", help="a model of the same kind whose weights to begin with"
    )
    parser.add_argument("--teacher", metavar="ID|FILE", help="a prior of ours that the eraser learns from")
    parser.add_argument(
        "--adversarial-from",
        type=_share,
        metavar="SHARE",
        help="share of the time after which the eraser meets its rival, 1 = never",
    )
    parser.add_argument("--json", action="store_true")


def add_bench(commands: Any, command: Command) -> None:
    """Add the parser of ``bench``, which ``command`` carries out."""
    parser = commands.add_parser(
        "bench", allow_abbrev=False, help="measure repairs on photos with known truth"
    )
    parser.set_defaults(command=command)
    parser.add_argument(
        "--photos", type=Path, required=True, metavar="DIR", help="photos/ and masks/ below it"
    )
    parser.add_argument(
        "--suite",
        choices=("all", "repair", "upscale", "steps", "report", "detection"),
        default="all",
        help="only methods by kinds of damage; enlargement; quality against evaluations; the experiments of "
        "the report that this program realises; or how well damage is found (default: all, many hours)",
    )
    parser.add_argument(
        "--methods", metavar="A,B", help="of repair: known, erase, erode, blind and the peers"
    )
    parser.add_argument("--every", type=_above(0), default=1, metavar="N", help="only every N-th case")
    parser.add_argument("--model", metavar="ID|FILE", help="the prior; with --suite detection, the detector")
    parser.add_argument(
        "--eraser",
        metavar="ID|FILE",
        help=f"what erases, and known begins from; {NO_ERASER}: a classical fill",
    )
    parser.add_argument("--sheets", type=Path, metavar="DIR", help="pictures of every repair, at 100 %%")
    parser.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="Markdown; every score in JSON beside it, and a journal from which a stopped run goes on",
    )
    parser.add_argument("--damage", type=Path, metavar="DIR", help="of detection: folder of film stencils")
    parser.add_argument("--scans", type=Path, metavar="DIR", help="of detection: NAME_input and NAME_mask")
    parser.add_argument("--sensitivity", type=float, metavar="S", help="of detection (default 0.5)")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--json", action="store_true")
    add_sampling(parser)


def sampling_from(options: argparse.Namespace, defaults: Sampling | None = None) -> Sampling:
    """Build the sampling settings from the options that were given; the rest stay as in ``defaults``."""
    names = ("steps", "respacing", "sampler", "merge", "start", "low_pass", "range_t", "jumps", "eta", "seed")
    given = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    return replace(defaults or Sampling(), **given)


def sensitivity_from(options: argparse.Namespace) -> float:
    """Return the sensitivity that was given, or that of the middle."""
    return 0.5 if options.sensitivity is None else float(options.sensitivity)


def _variants(text: str) -> int:
    count = _above(0)(text)
    if count > MOST_VARIANTS:
        raise argparse.ArgumentTypeError(f"{count} variants are more than {MOST_VARIANTS}")
    return count


def _above(bound: N) -> Callable[[str], N]:
    """Return a parser of numbers of the type of ``bound`` that are larger and finite."""

    def parse(text: str) -> N:
        value = type(bound)(text)
        if not bound < value < math.inf:
            raise argparse.ArgumentTypeError(f"it must be more than {bound}, not {text}")
        return value

    parse.__name__ = "number"  # what argparse calls it where the text is none
    return parse


def _jumps(text: str) -> tuple[int, int]:
    length, _, repeats = text.partition(",")
    try:
        return int(length), int(repeats)
    except ValueError:
        raise argparse.ArgumentTypeError("write length,repeats, for example 10,10") from None


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"it must be between 0 and 1, not {text}")
    return value
