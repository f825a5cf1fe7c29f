"""The command line: the same jobs as the editor's, without ever importing Qt."""

from __future__ import annotations

import argparse
import contextlib
import signal
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from engine import __version__
from engine.batch.options import add_batch
from engine.checkpoints.command import add_models, run_models
from engine.cli_options import (
    add_bench,
    add_detect,
    add_repair,
    add_train,
    add_upscale,
    sampling_from,
    sensitivity_from,
)
from engine.errors import BadInputError, Cancelled, failure_from
from engine.findings import findings, grown
from engine.messages import ROUTE_SAMPLING, Detect, Enlarge, Hole, Repair
from engine.reporting import Reporter
from engine.variants import invented, variant_targets, variants_of

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
    except (KeyboardInterrupt, Cancelled) as stop:
        reporter.cancelled(str(stop))
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
    add_repair(commands, repair)
    add_detect(commands, detect)
    add_upscale(commands, upscale)
    add_train(commands, train)
    add_bench(commands, bench)
    add_models(commands, models)
    add_batch(commands, batch)
    parser.set_defaults(command=_name_a_command)
    return parser


def repair(options: argparse.Namespace, reporter: Reporter) -> int:
    """Repair one photo and write the result beside it, or where ``-o`` says."""
    from engine.photo.atomic import checked_target
    from engine.photo.files import (
        check_target,
        default_output,
        read_mask,
        read_photo,
        write_photo,
        write_png,
    )

    if options.sensitivity is not None and not options.detect:
        raise BadInputError("--sensitivity says how much --detect finds: it has no meaning for a mask.")
    photo = read_photo(options.photo)
    for note in photo.notes:
        reporter.note(note)
    target = options.output or default_output(options.photo)
    targets = variant_targets(target, options.variants)
    for file in targets:
        check_target(photo, file, overwrite=options.overwrite)
    spread = target.with_name(f"{target.stem}-spread.png") if options.variants > 1 else None
    if spread is not None:
        checked_target(spread, options.overwrite)
    sampling = sampling_from(options)

    def repair_of(hole: Hole) -> Repair:
        return Repair(
            photo.image,
            hole,
            options.method,
            options.model,
            sampling,
            options.ring,
            options.eraser,
            options.feather,
            options.texture,
        )

    # torch takes seconds to import: bad input is told before.
    request = None if options.detect else repair_of(read_mask(options.mask, photo.image.shape[:2]))
    search = Detect(photo.image, sensitivity=sensitivity_from(options)) if options.detect else None

    from engine.run import drive
    from engine.session import Session

    session = Session(options.device)
    with reporter.progress(save_steps=options.save_steps) as on_progress:
        if search is not None:
            hole = drive(session.run(search), on_progress).hole
            request = repair_of(grown(hole)) if hole.any() else None
        if request is None:
            reporter.done(f"{_sound(options.photo)}, so nothing was written.", output=None, findings=0)
            return OK
        results = [
            drive(session.run(variant), on_progress) for variant in variants_of(request, options.variants)
        ]
    for result, file in zip(results, targets, strict=True):
        for note in write_photo(photo, result.image, file, overwrite=options.overwrite):
            reporter.note(note)
    if spread is not None:
        pixels = invented([result.image for result in results])
        write_png(pixels[..., None], spread, overwrite=options.overwrite)
    result, seconds = results[0], sum(result.seconds for result in results)
    reporter.done(
        f"Repaired {int(request.hole.sum()):,} pixels in {seconds:.1f} s: {', '.join(map(str, targets))}",
        output=str(targets[0]),
        outputs=[str(file) for file in targets],
        spread=str(spread) if spread else None,
        seconds=round(seconds, 3),
        seed=result.seed,
        evaluations=result.evaluations,
        models=list(result.models),
        device=result.device,
    )
    return OK


def detect(options: argparse.Namespace, reporter: Reporter) -> int:
    """Find the damage in one photo and write it as a mask; none is written for a sound photo unasked."""
    from engine.photo.atomic import checked_target
    from engine.photo.files import default_output, read_photo, write_mask

    photo = read_photo(options.photo)
    for note in photo.notes:
        reporter.note(note)
    target = options.output or default_output(options.photo.with_suffix(".png"), "mask")
    if target.suffix.lower() != ".png":
        raise BadInputError(f"A mask is a PNG: let {target} end with .png.")
    checked_target(target, options.overwrite)
    request = Detect(photo.image, options.model, sensitivity_from(options))

    from engine.run import drive
    from engine.session import Session

    with reporter.progress() as on_progress:
        found = drive(Session(options.device).run(request), on_progress)
    count, share = len(findings(found.hole, found.probability)), float(found.hole.mean())
    written = bool(count or options.output)
    if written:
        write_mask(found.hole, target, overwrite=options.overwrite)
    told = (
        f"Found damage in {count:,} place{'s' * (count != 1)}, {share:.2%} of the photo"
        if count
        else _sound(options.photo)
    )
    reporter.done(
        f"{told}, in {found.seconds:.1f} s{f': {target}' if written else '; no mask was written.'}",
        output=str(target) if written else None,
        findings=count,
        share=round(share, 6),
        seconds=round(found.seconds, 3),
        model=found.model,
        device=found.device,
    )
    return OK


def upscale(options: argparse.Namespace, reporter: Reporter) -> int:
    """Double the size of one photo and write the result beside it, or where ``-o`` says."""
    from engine.photo.files import check_target, default_output, enlarged_photo, read_photo, write_photo

    photo = read_photo(options.photo)
    for note in photo.notes:
        reporter.note(note)
    target = options.output or default_output(options.photo, "enlarged")
    check_target(photo, target, overwrite=options.overwrite, scale=2)
    sampling = sampling_from(options, ROUTE_SAMPLING[options.route])
    request = Enlarge(photo.image, options.route, options.model, sampling)

    from engine.run import drive
    from engine.session import Session

    with reporter.progress(save_steps=options.save_steps) as on_progress:
        result = drive(Session(options.device).run(request), on_progress)
    for note in write_photo(
        enlarged_photo(photo, result.image), result.image, target, overwrite=options.overwrite
    ):
        reporter.note(note)
    height, width = result.image.shape[:2]
    reporter.done(
        f"Enlarged to {width} x {height} pixels in {result.seconds:.1f} s: {target}",
        output=str(target),
        width=width,
        height=height,
        seconds=round(result.seconds, 3),
        seed=result.seed,
        evaluations=result.evaluations,
        models=list(result.models),
        device=result.device,
    )
    return OK


def _sound(photo: Path) -> str:
    return f"No damage was found in {photo}"


def train(options: argparse.Namespace, reporter: Reporter) -> int:
    """Train one of our own models from photos; checkpoints, resumes, and writes safetensors at the end."""
    from engine.training.command import train_model

    model = train_model(options, reporter)
    reporter.done(f"Trained {options.what}: {model}", output=str(model))
    return OK


def bench(options: argparse.Namespace, reporter: Reporter) -> int:
    """Measure our methods and their peers, or the finding of damage, on photos with known truth."""
    from engine.bench.command import run_bench

    run_bench(options, reporter)
    return OK


def batch(options: argparse.Namespace, reporter: Reporter) -> int:
    """Repair the photos of a folder, or go on where an earlier run was stopped."""
    from engine.batch.command import run_command

    return OK if run_command(options, reporter) else SOME_FAILED


def models(options: argparse.Namespace, reporter: Reporter) -> int:
    """List, fetch, add or remove models."""
    run_models(options, reporter)
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
