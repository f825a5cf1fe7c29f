"""The command line: the same jobs as the editor's, without ever importing Qt."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine import __version__
from engine.errors import BadInputError, Cancelled, Failure, ReweaveError, failure_from
from engine.messages import MERGES, METHODS, SAMPLERS, Repair, Sampling
from engine.reporting import Reporter

OK, SOME_FAILED, BAD_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code: 0 done, 1 failed, 2 bad usage or input, 130 interrupted."""
    parser = build_parser()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    reporter = Reporter(as_json=getattr(options, "json", False))
    try:
        code: int = options.command(options, reporter)
    except (KeyboardInterrupt, Cancelled):
        reporter.fail(Failure("internal", "Interrupted: nothing was written."))
        return INTERRUPTED
    except (ReweaveError, OSError, MemoryError, RuntimeError) as error:
        failure = failure_from(error)
        reporter.fail(failure)
        return BAD_USAGE if isinstance(error, ReweaveError) else SOME_FAILED
    return code


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; each sets ``command`` to its function."""
    parser = argparse.ArgumentParser(
        prog="reweave", description="Invisible mending for photographs. Without a command: the editor."
    )
    parser.add_argument("--version", action="version", version=f"reweave {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_repair(commands)
    _add_train(commands)
    _add_bench(commands)
    return parser


def repair(options: argparse.Namespace, reporter: Reporter) -> int:
    """Repair one photo and write the result beside it, or where ``-o`` says."""
    from engine.photo.files import default_output, read_mask, read_photo, write_photo

    photo = read_photo(options.photo)
    for note in photo.notes:
        reporter.note(note)
    target = options.output or default_output(options.photo)
    if target.exists() and not options.overwrite:
        raise BadInputError(f"{target} exists already: choose another name with -o, or add --overwrite.")
    hole = read_mask(options.mask, photo.image.shape[:2])
    request = Repair(photo.image, hole, options.method, options.model, sampling_from(options), options.ring)

    from engine.run import drive
    from engine.session import Session  # torch takes seconds to import: bad input is told before

    session = Session(options.device)
    with reporter.progress(save_steps=options.save_steps) as on_progress:
        result = drive(session.run(request), on_progress)
    write_photo(photo, result.image, target, overwrite=options.overwrite)
    reporter.done(
        f"Repaired {int(hole.sum()):,} pixels in {result.seconds:.1f} s: {target}",
        output=str(target),
        seconds=round(result.seconds, 3),
        seed=result.seed,
        evaluations=result.evaluations,
        models=list(result.models),
        device=result.device,
    )
    return OK


def sampling_from(options: argparse.Namespace) -> Sampling:
    """Build the sampling settings from the options that were given; the rest keep their defaults."""
    names = ("steps", "sampler", "merge", "start", "low_pass", "range_t", "jumps", "eta", "seed")
    given = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    return Sampling(**given)


def train(options: argparse.Namespace, reporter: Reporter) -> int:
    """Train one of our own models from photos; checkpoints, resumes, and writes safetensors at the end."""
    from engine.training.command import train_model

    model = train_model(options, reporter)
    reporter.done(f"Trained {options.what}: {model}", output=str(model))
    return OK


def bench(options: argparse.Namespace, reporter: Reporter) -> int:
    """Measure our repair and its classical peers on photos with known truth."""
    from engine.bench.tables import find_cases, markdown, measure, method_names, write_report
    from engine.run import drive
    from engine.session import Session

    cases = find_cases(options.photos)[:: options.every]
    methods = method_names(options.methods)
    run = measure(cases, methods, Session(options.device), sampling_from(options), options.model)
    with reporter.progress() as on_progress:
        scores = drive(run, on_progress)
    if options.report:
        write_report(scores, options.report)
    reporter.done(markdown(scores), cases=len(cases), report=str(options.report or ""))
    return OK


def _add_repair(commands: Any) -> None:
    parser = commands.add_parser("repair", help="repair a photo where a mask is white")
    parser.set_defaults(command=repair)
    parser.add_argument("photo", type=Path, metavar="PHOTO")
    parser.add_argument(
        "--mask", type=Path, required=True, help="picture of the photo's size, white = repair"
    )
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="default: PHOTO-repaired")
    parser.add_argument("--overwrite", action="store_true", help="replace OUT if it exists")
    parser.add_argument("--method", choices=METHODS, default="known")
    parser.add_argument("--ring", type=int, default=1, metavar="PX", help="width of a ring of --method erode")
    parser.add_argument("--model", metavar="ID|FILE", help="a name from the manifest, or a checkpoint file")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    parser.add_argument("--save-steps", type=Path, metavar="DIR", help="keep every intermediate picture")
    parser.add_argument("--json", action="store_true", help="one JSON object a line, for programs")
    _add_sampling(parser)


def _add_sampling(parser: argparse.ArgumentParser) -> None:
    knobs = parser.add_argument_group("sampling (the defaults are what measured best)")
    knobs.add_argument("--steps", type=int, metavar="N", help="network evaluations per scale")
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


def _add_train(commands: Any) -> None:
    parser = commands.add_parser("train", help="train one of our own models")
    parser.set_defaults(command=train)
    parser.add_argument("what", choices=("prior",))
    parser.add_argument("data", type=Path, metavar="DATA", help="folder of photos or of tar shards")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    budget = parser.add_mutually_exclusive_group()
    budget.add_argument("--minutes", type=float, metavar="M", help="time to train, over all resumed parts")
    budget.add_argument("--steps", type=int, metavar="N")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint beside FILE")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--threads", type=int, default=0, help="CPU threads, 0 = as torch chooses")
    parser.add_argument("--exclude", action="append", default=[], metavar="GLOB", help="photos to leave out")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--batch", type=int, default=16, help="crops a step")
    parser.add_argument("--crop", type=int, default=64, help="side of a crop in pixels")
    parser.add_argument("--learning-rate", type=float, default=6e-4)
    parser.add_argument("--json", action="store_true")


def _add_bench(commands: Any) -> None:
    parser = commands.add_parser("bench", help="measure repairs on photos with known truth")
    parser.set_defaults(command=bench)
    parser.add_argument(
        "--photos", type=Path, required=True, metavar="DIR", help="photos/ and masks/ below it"
    )
    parser.add_argument("--methods", metavar="A,B", help="known and the classical peers; default: all")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th case")
    parser.add_argument("--model", metavar="ID|FILE")
    parser.add_argument("--report", type=Path, metavar="FILE", help="Markdown; every score in JSON beside it")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--json", action="store_true")
    _add_sampling(parser)


def _jumps(text: str) -> tuple[int, int]:
    length, _, repeats = text.partition(",")
    try:
        return int(length), int(repeats)
    except ValueError:
        raise argparse.ArgumentTypeError("write length,repeats, for example 10,10") from None
