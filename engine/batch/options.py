"""The options of ``batch``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from engine.batch.events import CLEAN, Batch, Recipe
from engine.cli_options import Command, add_method, add_sampling, sampling_from, sensitivity_from
from engine.errors import BadInputError


def add_batch(commands: Any, command: Command) -> None:
    """Add the parser of ``batch``, which ``command`` carries out."""
    parser = commands.add_parser(
        "batch",
        allow_abbrev=False,
        help="repair the photos of a folder; started again, it goes on where it was stopped",
    )
    parser.set_defaults(command=command)
    parser.add_argument("source", type=Path, metavar="IN", help="folder of photos")
    parser.add_argument(
        "target", type=Path, metavar="OUT", help="folder for the repaired ones, made if missing"
    )
    damage = parser.add_mutually_exclusive_group(required=True)
    damage.add_argument(
        "--masks",
        type=Path,
        metavar="DIR",
        help="a mask for each photo: same subfolder, same name, any ending",
    )
    damage.add_argument("--detect", action="store_true", help="find the damage, then repair it")
    parser.add_argument("--sensitivity", type=float, metavar="S", help="of --detect, 0 to 1 (default 0.5)")
    parser.add_argument("--detector", metavar="ID|FILE", help="the model of --detect")
    parser.add_argument(
        "--clean", choices=CLEAN, default="copy", help="what becomes of photos without damage (default: copy)"
    )
    parser.add_argument(
        "--recursive", action="store_true", help="the folders in IN too; OUT gets the same ones"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace files that are in OUT already")
    parser.add_argument(
        "--restart", action="store_true", help="forget what earlier runs into OUT have finished"
    )
    parser.add_argument(
        "--workers", type=int, default=1, metavar="N", help="processes that repair side by side"
    )
    parser.add_argument(
        "--ray",
        nargs="?",
        const="auto",
        metavar="ADDRESS",
        help="let a Ray cluster work, which shares the folders; local: a new one on this computer",
    )
    add_method(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a line, for programs")
    add_sampling(parser)


def batch_from(options: argparse.Namespace) -> Batch:
    """Build the batch that ``options`` ask for. Raises BadInputError for what does not fit together."""
    for name in ("sensitivity", "detector"):
        if getattr(options, name) is not None and not options.detect:
            raise BadInputError(f"--{name} is about --detect: it has no meaning for masks.")
    sensitivity = sensitivity_from(options)
    if not 0 <= sensitivity <= 1:
        raise BadInputError(f"--sensitivity must be between 0 and 1, not {sensitivity}.")
    recipe = Recipe(
        sensitivity=sensitivity if options.detect else None,
        detector=options.detector,
        method=options.method,
        model=options.model,
        eraser=options.eraser,
        ring=options.ring,
        feather=options.feather,
        texture=options.texture,
        sampling=sampling_from(options),
        clean=options.clean,
    )
    return Batch(
        options.source,
        options.target,
        options.masks,
        recipe,
        recursive=options.recursive,
        overwrite=options.overwrite,
        restart=options.restart,
        workers=options.workers,
        device=options.device,
        cluster=options.ray,
    )
