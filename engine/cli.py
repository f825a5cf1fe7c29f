"""The command line: the same jobs as the editor's, without ever importing Qt."""

from __future__ import annotations

import argparse
import contextlib
import math
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from engine import __version__
from engine.errors import BadInputError, Cancelled, failure_from
from engine.messages import MERGES, METHODS, SAMPLERS, Repair, Sampling
from engine.reporting import Reporter

N = TypeVar("N", int, float)

OK, SOME_FAILED, BAD_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code: 0 done, 1 failed, 2 bad usage or input, 130 interrupted."""
    reporter = Reporter(as_json="--json" in arguments)
    try:
        options = build_parser().parse_args(arguments)
        with _ended_by_signals():
            code: int = options.command(options, reporter)
    except SystemExit as stop:  # --help and --version have been answered
        return int(stop.code or 0)
    except (KeyboardInterrupt, Cancelled):
        reporter.cancelled()
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one place on this path that meets the unexpected
        failure = failure_from(error)
        reporter.fail(failure)
        return SOME_FAILED if failure.kind == "internal" else BAD_USAGE
    return code


class _Parser(argparse.ArgumentParser):
    """Tells bad usage as every other failure is told, also to programs."""

    def error(self, message: str) -> NoReturn:
        raise BadInputError(f"Bad usage: {message}. Add --help to see what there is.")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; each sets ``command`` to its function."""
    parser = _Parser(
        prog="reweave",
        description="Invisible mending for photographs. Without a command: the editor.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"reweave {__version__}")
    parser.add_argument(
        "--smoke-test",
        dest="command",
        action="store_const",
        const=smoke_test,
        help="repair a small picture with the shipped model, to see that everything is installed",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_repair(commands)
    _add_train(commands)
    _add_bench(commands)
    parser.set_defaults(command=_name_a_command)
    return parser


def repair(options: argparse.Namespace, reporter: Reporter) -> int:
    """Repair one photo and write the result beside it, or where ``-o`` says."""
    from engine.photo.files import check_target, default_output, read_mask, read_photo, write_photo

    if options.detect:
        raise BadInputError(
            "This version has no damage finder yet: paint a mask, white where the photo is to be repaired, "
            "and pass it with --mask."
        )
    photo = read_photo(options.photo)
    for note in photo.notes:
        reporter.note(note)
    target = options.output or default_output(options.photo)
    check_target(photo, target, overwrite=options.overwrite)
    hole = read_mask(options.mask, photo.image.shape[:2])
    request = Repair(photo.image, hole, options.method, options.model, sampling_from(options), options.ring)

    from engine.run import drive
    from engine.session import Session  # torch takes seconds to import: bad input is told before

    session = Session(options.device)
    with reporter.progress(save_steps=options.save_steps) as on_progress:
        result = drive(session.run(request), on_progress)
    for note in write_photo(photo, result.image, target, overwrite=options.overwrite):
        reporter.note(note)
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
    from engine.bench.tables import (
        check_report,
        find_cases,
        markdown,
        measure,
        method_names,
        rows,
        write_report,
    )
    from engine.run import drive
    from engine.session import Session

    if options.report:
        check_report(options.report)
    cases = find_cases(options.photos)[:: options.every]
    methods = method_names(options.methods)
    run = measure(cases, methods, Session(options.device), sampling_from(options), options.model)
    with reporter.progress() as on_progress:
        scores = drive(run, on_progress)
    if options.report:
        write_report(scores, options.report)
    reporter.done(markdown(scores), cases=len(cases), report=str(options.report or ""), scores=rows(scores))
    return OK


def smoke_test(options: argparse.Namespace, reporter: Reporter) -> int:
    """Repair a small picture with the shipped model: what an installation is tried with."""
    from engine.smoke import repair_small_picture

    result = repair_small_picture()
    reporter.done(
        f"Reweave {__version__} works: {result.models[0]} on {result.device}, {result.seconds:.1f} s.",
        seconds=round(result.seconds, 3),
        models=list(result.models),
        device=result.device,
    )
    return OK


def _name_a_command(options: argparse.Namespace, reporter: Reporter) -> NoReturn:
    raise BadInputError("Bad usage: name a command. Add --help to see what there is.")


@contextlib.contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let SIGTERM and a closed terminal end a command as Ctrl+C does, so that it cleans up."""
    signals = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        signals = []
    ours = [number for number in signals if signal.getsignal(number) == signal.SIG_DFL]  # nohup's stay
    for number in ours:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _add_repair(commands: Any) -> None:
    parser = commands.add_parser("repair", allow_abbrev=False, help="repair a photo where a mask is white")
    parser.set_defaults(command=repair)
    parser.add_argument("photo", type=Path, metavar="PHOTO")
    damage = parser.add_mutually_exclusive_group(required=True)
    damage.add_argument("--mask", type=Path, help="picture of the photo's size, white = repair")
    damage.add_argument("--detect", action="store_true", help="find the damage (not in this version)")
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
    parser = commands.add_parser("train", allow_abbrev=False, help="train one of our own models")
    parser.set_defaults(command=train)
    parser.add_argument("what", choices=("prior", "eraser"))
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
    parser.add_argument("--json", action="store_true")


def _add_bench(commands: Any) -> None:
    parser = commands.add_parser(
        "bench", allow_abbrev=False, help="measure repairs on photos with known truth"
    )
    parser.set_defaults(command=bench)
    parser.add_argument(
        "--photos", type=Path, required=True, metavar="DIR", help="photos/ and masks/ below it"
    )
    parser.add_argument("--methods", metavar="A,B", help="known and the classical peers; default: all")
    parser.add_argument("--every", type=_above(0), default=1, metavar="N", help="only every N-th case")
    parser.add_argument("--model", metavar="ID|FILE")
    parser.add_argument("--report", type=Path, metavar="FILE", help="Markdown; every score in JSON beside it")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--json", action="store_true")
    _add_sampling(parser)


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
