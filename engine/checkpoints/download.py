"""Fetching a large file over an unreliable line: resumed, from several places, believed only when checked."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import json
import math
import re
import shutil
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from engine import __version__
from engine.checkpoints.errands import PATIENCE, Errands
from engine.checkpoints.library import storing
from engine.errors import StorageError
from engine.messages import Progress
from engine.run import Job

CHUNK = 2**20
TIMEOUT = 30.0
TRIES = 4
"""Attempts in a row that may bring nothing before the next place is asked."""
MOST_TRIES = 100
"""Attempts at one place, however much each of them brings."""
LONGEST_PAUSE = 15.0
LARGEST = 2**35
"""Bytes above which no file is fetched of which nobody said how large it is."""
MEGABYTE = 1_000_000
LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True)
class Wanted:
    """A file to fetch: the places that have it, and its size in bytes and SHA-256 where they are known."""

    urls: Sequence[str]
    size: int | None = None
    sha256: str | None = None


class Unavailable(Exception):  # noqa: N818 - becomes one sentence with those of the other places
    """A place does not have the file, or another one; its text says why."""


class Interrupted(Exception):  # noqa: N818
    """The transfer broke off, or should begin again: to be tried once more."""


def download(
    wanted: Wanted, part: Path, *, timeout: float = TIMEOUT, pause: Callable[[float], None] = time.sleep
) -> Job[str]:
    """Fetch a file to ``part`` and return its SHA-256; yields progress in bytes.

    What ``part`` holds of an earlier, interrupted attempt is kept if it is of the same file. On return the
    file has the size and checksum that are wanted. Raises :class:`StorageError`, with what each place had
    to say, if none can give it; what has come is left for the next attempt.
    """
    said = []
    for url in wanted.urls:
        try:
            return (yield from _from_one_place(url, wanted, part, timeout, pause))
        except Unavailable as reason:
            said.append(f"{urlsplit(url).hostname} {reason}")
    raise StorageError(
        "It could not be fetched: {reasons}. Try again later: it goes on from here.", reasons="; ".join(said)
    )


def _from_one_place(
    url: str, wanted: Wanted, part: Path, timeout: float, pause: Callable[[float], None]
) -> Job[str]:
    vain, most = 0, _size(part)
    for _ in range(MOST_TRIES):
        try:
            resumed = yield from _transfer(url, wanted, part, timeout)
            digest = yield from digested(part)
        except Interrupted as reason:
            vain = 0 if _size(part) > most else vain + 1
            most = max(most, _size(part))
            if vain == TRIES:
                raise Unavailable(str(reason)) from reason
            yield from _waiting(min(2.0**vain / 2, LONGEST_PAUSE), pause)
            continue
        if wanted.sha256 in (None, digest):
            return digest
        _discard(part)
        if not resumed:
            raise Unavailable("sent another file (its checksum is wrong)")
    raise Unavailable("broke off too often")


def _waiting(seconds: float, pause: Callable[[float], None]) -> Job[None]:
    """Let some time go by, in which a job can be cancelled."""
    for _ in range(math.ceil(seconds / PATIENCE)):
        yield Progress("waiting to try again", 0, 1)
        pause(PATIENCE)


def _transfer(url: str, wanted: Wanted, part: Path, timeout: float) -> Job[bool]:
    """Fetch what is missing of ``part``; return whether it held something before.

    A place may be silent for ``timeout`` seconds; meanwhile progress is yielded, so that it can be cancelled.
    """
    state = _state_of(part)
    known_to_be_ours = wanted.sha256 is not None or (state.get("url") == url and state.get("validator"))
    have = _size(part) if known_to_be_ours else 0
    if wanted.size is not None and have > wanted.size:
        have = 0
    if have and have == (wanted.size or state.get("total")):
        return True
    told = state if state.get("url") == url else {}
    with Errands() as line:
        coming = _coming(url, have, wanted.size)
        response = yield from _opened(line, _request(url, have, told), have, part, timeout, coming)
        start, total = _extent(response, have, part)
        if wanted.size is not None and total not in (None, wanted.size):
            raise Unavailable(f"has another file ({total:,} bytes instead of {wanted.size:,})")
        total = wanted.size or total
        _require_space(part, (total or 0) - start)
        _note_state(part, url, response, total)
        yield from _received(line, response, part, start, total, url)
    return start > 0


def _request(url: str, have: int, state: dict[str, Any]) -> urllib.request.Request:
    """Ask for what comes behind the first ``have`` bytes, if it is of the file that ``state`` tells of."""
    headers = {"User-Agent": f"reweave/{__version__}", "Accept-Encoding": "identity"}
    if have:
        headers["Range"] = f"bytes={have}-"
        if state.get("validator"):
            headers["If-Range"] = state["validator"]
    _check_address(url, origin=url)
    return urllib.request.Request(url, headers=headers)


def _opened(
    line: Errands,
    request: urllib.request.Request,
    have: int,
    part: Path,
    timeout: float,
    meanwhile: Progress,
) -> Job[http.client.HTTPResponse]:
    """Return the place's answer, which is held by ``line``."""
    opener = urllib.request.build_opener(_Redirects(request.full_url))

    def opened() -> http.client.HTTPResponse:
        response: http.client.HTTPResponse = line.held.enter_context(opener.open(request, timeout=timeout))
        return response

    try:
        return (yield from line.call(opened, meanwhile))
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and have:
            _discard(part)
            raise Interrupted("has not the part that is missing") from error
        answer = f"answered {error.code}"
        if error.code == http.HTTPStatus.TOO_MANY_REQUESTS or error.code >= 500:
            raise Interrupted(answer) from error
        raise Unavailable(answer) from error
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, ssl.SSLCertVerificationError):
            raise Unavailable("could not prove who it is") from error
        raise Interrupted("did not answer") from error
    except ValueError as error:  # an address that is none
        raise Unavailable("sent on to an address that is none") from error


def _extent(response: http.client.HTTPResponse, have: int, part: Path) -> tuple[int, int | None]:
    """Where in the file the answer begins, and how long the whole file is, if that is told."""
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise Unavailable("sends it packed")
    if response.status == http.HTTPStatus.PARTIAL_CONTENT:
        told = re.fullmatch(r"bytes (\d+)-\d+/(\d+|\*)", response.headers.get("Content-Range", ""))
        if not have or told is None or int(told[1]) != have:
            _discard(part)
            raise Interrupted("sent another part than was asked for")
        return have, None if told[2] == "*" else int(told[2])
    length = response.headers.get("Content-Length", "")
    return 0, int(length) if length.isdecimal() else None


def _received(
    line: Errands, response: http.client.HTTPResponse, part: Path, start: int, total: int | None, url: str
) -> Job[None]:
    """Write what comes behind the first ``start`` bytes of ``part``, a little at a time."""
    place, most = start, total or LARGEST
    with storing(part.parent), open(part, "r+b" if start else "wb") as file:
        file.seek(start)
        file.truncate()
        while True:
            coming = _coming(url, place, total)
            yield coming
            try:
                chunk = yield from line.call(lambda: response.read1(CHUNK), coming)
            except (OSError, http.client.HTTPException) as error:
                raise Interrupted("broke off") from error
            if not chunk:
                break
            place += len(chunk)
            if place > most:
                raise Unavailable("sends more than the file has")
            file.write(chunk)
    if total is not None and place < total:
        raise Interrupted(f"broke off after {place:,} of {total:,} bytes")


def _coming(url: str, place: int, total: int | None) -> Progress:
    share = place / total if total else None
    return Progress(
        f"from {urlsplit(url).hostname} (MB)", place // MEGABYTE, (total or 0) // MEGABYTE, share=share
    )


def digested(path: Path) -> Job[str]:
    """Return the SHA-256 of a file, in hex."""
    digest, done, total = hashlib.sha256(), 0, max(path.stat().st_size, 1)
    with path.open("rb") as file:
        while chunk := file.read(16 * CHUNK):
            digest.update(chunk)
            done += len(chunk)
            yield Progress("checking (MB)", done // MEGABYTE, total // MEGABYTE, share=done / total)
    return digest.hexdigest()


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows only where a file may be fetched from."""

    def __init__(self, origin: str) -> None:
        self.origin = origin

    def redirect_request(
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        _check_address(newurl, self.origin)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check_address(url: str, origin: str) -> None:
    """Allow encrypted lines, and within this computer any."""
    here = all(urlsplit(address).hostname in LOOPBACK for address in (url, origin))
    if urlsplit(url).scheme != "https" and not (here and urlsplit(url).scheme == "http"):
        raise Unavailable("sends on to a line that is not encrypted")


def _require_space(part: Path, missing: int) -> None:
    free = shutil.disk_usage(part.parent).free
    if missing > free:
        raise StorageError(
            "There is not enough room for the file: it needs {missing:.1f} GB more, and the disk "
            "has {free:.1f} GB. Free some space, or name another folder in REWEAVE_MODELS.",
            missing=missing / 1e9,
            free=free / 1e9,
        )


def _state_file(part: Path) -> Path:
    return part.with_name(f"{part.name}.state")


def _state_of(part: Path) -> dict[str, Any]:
    with contextlib.suppress(OSError, ValueError):
        state = json.loads(_state_file(part).read_text(encoding="utf-8"))
        if isinstance(state, dict):
            return state
    return {}


def _note_state(part: Path, url: str, response: http.client.HTTPResponse, total: int | None) -> None:
    """Remember which file is being fetched; only a strong validator says that it stays the same."""
    tag = response.headers.get("ETag", "")
    validator = tag if tag.startswith('"') else ""
    with storing(part.parent):
        state = {"url": url, "validator": validator, "total": total}
        _state_file(part).write_text(json.dumps(state), encoding="utf-8")


def _discard(part: Path) -> None:
    with storing(part.parent):
        part.unlink(missing_ok=True)
        _state_file(part).unlink(missing_ok=True)


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0
