"""Tagged directories: the structure that TIFF files and EXIF blocks share.

A block is a header, then a chain of directories (pages, or EXIF's picture and its thumbnail), whose
entries hold values or point at further directories. Values stay raw bytes in the block's own byte order,
so that what is not understood is still carried over untouched. See TIFF 6.0, section 2, and BigTIFF.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

# Pointers that are followed: EXIF, GPS and interoperability directories.
EXIF_IFD, GPS_IFD, INTEROP_IFD = 0x8769, 0x8825, 0xA005
POINTERS = frozenset({EXIF_IFD, GPS_IFD, INTEROP_IFD})

BYTE, ASCII, SHORT, LONG, RATIONAL, UNDEFINED, IFD, LONG8, IFD8 = 1, 2, 3, 4, 5, 7, 13, 16, 18
_SIZES = {
    1: 1,
    2: 1,
    3: 2,
    4: 4,
    5: 8,
    6: 1,
    7: 1,
    8: 2,
    9: 4,
    10: 8,
    11: 4,
    12: 8,
    13: 4,
    16: 8,
    17: 8,
    18: 8,
}
_CODES = {BYTE: "B", SHORT: "H", LONG: "I", IFD: "I", LONG8: "Q", IFD8: "Q"}
_MAX_DIRECTORIES = 4096
_MAX_DEPTH = 3


Order = Literal["<", ">"]
"""Least or most significant byte first, as in struct."""


class MalformedError(ValueError):
    """The bytes are not a block of tagged directories."""


@dataclass(frozen=True, eq=False)
class Entry:
    """One tag's value: ``count`` items of ``type``, as ``data``, which stands at offset ``at``."""

    type: int
    count: int
    data: bytes | memoryview
    at: int = 0
    children: Directory | None = None


@dataclass(frozen=True, eq=False)
class Directory:
    """Entries by tag. ``link_at`` is where the block keeps the offset of the next directory."""

    order: Order
    entries: dict[int, Entry]
    link_at: int = 0

    def numbers(self, tag: int) -> tuple[int, ...]:
        """Unsigned integers of ``tag``; empty if it is missing or of another type."""
        entry = self.entries.get(tag)
        if entry is None or entry.type not in _CODES:
            return ()
        return struct.unpack(f"{self.order}{entry.count}{_CODES[entry.type]}", entry.data)

    def number(self, tag: int, default: int) -> int:
        """First integer of ``tag``, or ``default``."""
        return next(iter(self.numbers(tag)), default)

    def rational(self, tag: int) -> float | None:
        """First unsigned fraction of ``tag`` as a number; None if there is none."""
        entry = self.entries.get(tag)
        if entry is None or entry.type != RATIONAL or not entry.count:
            return None
        over, under = struct.unpack_from(f"{self.order}2I", entry.data)
        return over / under if under else None

    def raw(self, tag: int) -> bytes | None:
        """Bytes of ``tag``, or None."""
        entry = self.entries.get(tag)
        return None if entry is None else bytes(entry.data)

    def without(self, tags: Iterable[int]) -> Directory:
        """The same directory lacking ``tags``."""
        left = set(tags)
        return replace(self, entries={tag: entry for tag, entry in self.entries.items() if tag not in left})

    def entry(self, type: int, *values: int) -> Entry:
        """A new entry of integers in this directory's byte order; a RATIONAL takes over, under."""
        codes = "I" if type == RATIONAL else _CODES[type]
        data = struct.pack(f"{self.order}{len(values)}{codes}", *values)
        return Entry(type, len(values) // (2 if type == RATIONAL else 1), data)


def parse(block: bytes) -> list[Directory]:
    """Return the chain of directories in ``block``.

    Entries whose values lie outside the block are left out. Raises MalformedError if there is no
    directory at all, or if entries claim more bytes than the block has.
    """
    order, big, offset = _header(block)
    reader = _Reader(memoryview(block), order, big)
    chain = list(reader.chain(offset))
    if not chain:
        raise MalformedError("no directory")
    return chain


def build(directory: Directory, start: int = 8) -> bytes:
    """Serialise ``directory`` with its children as a classic block's body that begins at ``start``.

    Entries of BigTIFF's own types are left out. The first directory stands at ``start`` itself.
    """
    kept = {
        tag: entry
        for tag, entry in sorted(directory.entries.items())
        if entry.children is not None or entry.type not in (IFD, LONG8, 17, IFD8)
    }
    table = struct.pack(f"{directory.order}H", len(kept))
    heap = b""
    heap_at = start + 2 + 12 * len(kept) + 4
    for tag, entry in kept.items():
        if entry.children is not None:
            at = heap_at + len(heap)
            heap += build(entry.children, at)
            field = struct.pack(f"{directory.order}I", at)
            table += struct.pack(f"{directory.order}HHI", tag, LONG, 1) + field
        else:
            field = bytes(entry.data)
            if len(field) > 4:
                at = heap_at + len(heap)
                heap += field + bytes(len(field) % 2)  # values start at even offsets
                field = struct.pack(f"{directory.order}I", at)
            table += struct.pack(f"{directory.order}HHI", tag, entry.type, entry.count) + field.ljust(
                4, b"\0"
            )
    return table + bytes(4) + heap


def header(order: Order, offset: int = 8) -> bytes:
    """The eight bytes before a classic block whose first directory stands at ``offset``."""
    return (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, offset)


def _header(block: bytes) -> tuple[Order, bool, int]:
    orders: dict[bytes, Order] = {b"II": "<", b"MM": ">"}
    order = orders.get(bytes(block[:2]))
    try:
        if order:
            magic, offset = struct.unpack_from(f"{order}HI", block, 2)
            if magic == 42:
                return order, False, offset
            if magic == 43 and struct.unpack_from(f"{order}HH", block, 4) == (8, 0):
                return order, True, struct.unpack_from(f"{order}Q", block, 8)[0]
    except struct.error as error:
        raise MalformedError("cut short") from error
    raise MalformedError("no header")


class _Reader:
    """Walks one block, never twice over the same directory."""

    def __init__(self, block: memoryview, order: Order, big: bool) -> None:
        self.block, self.order, self.big = block, order, big
        self.seen: set[int] = set()
        # Entries may share bytes, but not so often that a small file fills the memory.
        self.budget = 4 * len(block)

    def chain(self, offset: int) -> Iterator[Directory]:
        while offset and offset not in self.seen and len(self.seen) < _MAX_DIRECTORIES:
            directory = self.directory(offset)
            if directory is None:
                return
            yield directory
            offset = self.link(directory.link_at)

    def link(self, at: int) -> int:
        try:
            offset: int = struct.unpack_from(self.order + ("Q" if self.big else "I"), self.block, at)[0]
        except struct.error:
            return 0
        return offset

    def directory(self, offset: int, depth: int = 0) -> Directory | None:
        self.seen.add(offset)
        head, step, word = ("Q", 20, "Q") if self.big else ("H", 12, "I")
        start = offset + struct.calcsize(head)
        if start > len(self.block):
            return None
        (count,) = struct.unpack_from(self.order + head, self.block, offset)
        count = min(count, (len(self.block) - start) // step)
        entries: dict[int, Entry] = {}
        for at in range(start, start + count * step, step):
            tag, kind, items = struct.unpack_from(f"{self.order}HH{word}", self.block, at)
            entry = self.entry(tag, kind, items, at + 4 + struct.calcsize(word), depth)
            if entry is not None:
                entries.setdefault(tag, entry)
        return Directory(self.order, entries, start + count * step)

    def entry(self, tag: int, kind: int, items: int, at: int, depth: int) -> Entry | None:
        size = _SIZES.get(kind, 0) * items
        if size > (8 if self.big else 4):
            at = self.link(at)
            self.budget -= size
        if not size or at + size > len(self.block):
            return None
        if self.budget < 0:
            raise MalformedError("entries overlap")
        entry = Entry(kind, items, self.block[at : at + size], at)
        if tag not in POINTERS:
            return entry
        target = next(iter(Directory(self.order, {tag: entry}).numbers(tag)), 0)
        follow = target and target not in self.seen and depth < _MAX_DEPTH
        children = self.directory(target, depth + 1) if follow else None
        return None if children is None else replace(entry, children=children)
