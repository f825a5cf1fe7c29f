"""Metadata survive: byte for byte in the photo's own format, by content in another."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PilImage

from engine.messages import Photo
from engine.photo import ifd
from engine.photo.files import read_photo, write_photo
from engine.photo.metadata import Metadata, turned_upright
from tests.engine.photo.sample_files import (
    ICC,
    MAKER_NOTE,
    XMP,
    exif,
    jpeg_bytes,
    picture,
    pillow,
    png_bytes,
    png_chunk,
    write_tiff,
)

SUFFIXES = [".jpg", ".png", ".tif", ".webp"]
IPTC = b"8BIM\x04\x04\0\0\0\0\0\x09\x1c\x02\x78\0\x04Aunt\0"
PREVIEW = b"8BIM\x04\x0c\0\0\0\0\0\x06\xff\xd8old!"


def small_jpeg(level: int) -> bytes:
    return jpeg_bytes(np.full((120, 160, 3), level, np.uint8), quality=95) + bytes(2000)


def make(path: Path, block: bytes) -> None:
    """A file that holds all kinds of metadata."""
    stored = picture()
    match path.suffix:
        case ".jpg":
            plain = jpeg_bytes(
                stored,
                exif=b"Exif\0\0" + block,
                icc_profile=ICC,
                xmp=XMP,
                dpi=(300, 150),
                comment=b"A comment",
            )
            resources = b"Photoshop 3.0\0" + IPTC + PREVIEW
            path.write_bytes(
                plain[:2] + b"\xff\xed" + struct.pack(">H", len(resources) + 2) + resources + plain[2:]
            )
        case ".png":
            chunks = [
                (b"gAMA", struct.pack(">I", 45455)),
                (b"iCCP", b"my profile\0\0" + zlib.compress(ICC, 9)),
                (b"pHYs", struct.pack(">IIB", 11811, 5906, 1)),
                (b"bKGD", bytes(6)),
                (b"tEXt", b"Title\0Great aunt"),
                (b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP)),
                (b"eXIf", block),
                (b"vpAg", b"private, safe to copy"),
            ]
            path.write_bytes(png_bytes(stored, *chunks))
        case ".tif":
            tags = [(700, 1, len(XMP), XMP, True), (34377, 1, len(IPTC), IPTC, True)]
            tags += [(271, 2, 15, "Reweave camera", True), (65000, 7, len(MAKER_NOTE), MAKER_NOTE, True)]
            write_tiff(path, stored, resolution=(300, 150), iccprofile=ICC, extratags=tags, byteorder=">")
        case ".webp":
            pillow(stored).save(path, lossless=True, exif=block, icc_profile=ICC, xmp=XMP)


def repaired(photo: Photo) -> np.ndarray:
    image = photo.image.copy()
    image[:20, :20] = 250
    return image


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("order", ["<", ">"])
def test_an_unchanged_photo_keeps_all_metadata_to_the_byte(tmp_path: Path, suffix: str, order: str) -> None:
    source, target = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    block = exif(6, small_jpeg(90), order)
    make(source, block)
    photo = read_photo(source)
    assert write_photo(photo, photo.image, target) == ()
    before, after = photo.origin.metadata, read_photo(target).origin.metadata
    assert before == after
    assert before.icc == ICC
    assert before.xmp == XMP
    if suffix == ".tif":
        assert before.photoshop == IPTC
        old, new = (ifd.parse(path.read_bytes())[0] for path in (source, target))
        assert new.order == old.order == ">"
        assert new.raw(65000) == MAKER_NOTE
        assert new.raw(282) == old.raw(282)
    else:
        assert before.exif == block
        assert MAKER_NOTE in target.read_bytes()
    assert photo.origin.metadata.resolution == (
        pytest.approx((300, 300)) if suffix == ".webp" else pytest.approx((300, 150), abs=0.02)
    )


def test_a_jpeg_keeps_its_segments_in_order(tmp_path: Path) -> None:
    make(tmp_path / "a.jpg", exif())
    photo = read_photo(tmp_path / "a.jpg")
    write_photo(photo, photo.image, tmp_path / "b.jpg")
    first, second = (_metadata_segments((tmp_path / name).read_bytes()) for name in ("a.jpg", "b.jpg"))
    assert first == second
    assert (0xFE, b"A comment") in second


def _metadata_segments(data: bytes) -> list[tuple[int, bytes]]:
    segments, at = [], 2
    while data[at + 1] != 0xDA:
        size = int.from_bytes(data[at + 2 : at + 4])
        if 0xE0 <= data[at + 1] < 0xF0 or data[at + 1] == 0xFE:
            segments.append((data[at + 1], data[at + 4 : at + 2 + size]))
        at += 2 + size
    return segments


def test_a_png_keeps_the_chunks_that_stay_true(tmp_path: Path) -> None:
    make(tmp_path / "a.png", exif())
    photo = read_photo(tmp_path / "a.png")
    write_photo(photo, photo.image, tmp_path / "b.png")
    before, after = ((tmp_path / name).read_bytes() for name in ("a.png", "b.png"))
    for type, body in _chunks(before):
        if type not in (b"IHDR", b"IDAT", b"iTXt"):
            assert png_chunk(type, body) in after
    stamped = before[:33] + png_chunk(b"tIME", bytes(7)) + png_chunk(b"caBX", b"signature") + before[33:]
    (tmp_path / "c.png").write_bytes(stamped)
    photo = read_photo(tmp_path / "c.png")
    write_photo(photo, photo.image, tmp_path / "d.png")
    types = {type for type, _ in _chunks((tmp_path / "d.png").read_bytes())}
    assert types.isdisjoint({b"tIME", b"caBX"})  # untrue of the new picture


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    chunks, at = [], 8
    while at < len(data):
        size = int.from_bytes(data[at : at + 4])
        chunks.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + size]))
        at += 12 + size
    return chunks


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_the_thumbnail_shows_the_repair_and_nothing_else_moves(tmp_path: Path, suffix: str) -> None:
    source, target = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    old = small_jpeg(90)
    make(source, exif(1, old))
    photo = read_photo(source)
    write_photo(photo, np.full_like(photo.image, 200), target)
    before, after = photo.origin.metadata.exif, read_photo(target).origin.metadata.exif
    assert len(before) == len(after)
    at, size = (ifd.parse(after)[1].number(tag, 0) for tag in (0x0201, 0x0202))
    with PilImage.open(io.BytesIO(after[at : at + size])) as thumbnail:
        assert np.abs(np.asarray(thumbnail).astype(int) - 200).max() < 4
    changed = np.flatnonzero(np.frombuffer(before, np.uint8) != np.frombuffer(after, np.uint8))
    inside = (changed >= at) & (changed < at + len(old))
    length_at = ifd.parse(before)[1].entries[0x0202].at
    assert set(changed[~inside]) <= set(range(length_at, length_at + 4))
    assert MAKER_NOTE in after


def test_a_thumbnail_without_room_is_removed(tmp_path: Path) -> None:
    block = exif(1, small_jpeg(90)[:300])
    make(tmp_path / "a.jpg", block)
    photo = read_photo(tmp_path / "a.jpg")
    write_photo(photo, repaired(photo), tmp_path / "b.jpg")
    after = read_photo(tmp_path / "b.jpg").origin.metadata.exif
    assert len(ifd.parse(after)) == 1
    assert small_jpeg(90)[:100] not in after


def test_previews_in_xmp_and_photoshop_resources_go(tmp_path: Path) -> None:
    preview = b"<xmp:Thumbnails><rdf:Alt>aGVsbG8=</rdf:Alt></xmp:Thumbnails>"
    packet = XMP.replace(b"</dc:title>", b"</dc:title>" + preview)
    plain = jpeg_bytes(picture(), xmp=packet)
    resources = b"Photoshop 3.0\0" + PREVIEW + IPTC
    plain = plain[:2] + b"\xff\xed" + struct.pack(">H", len(resources) + 2) + resources + plain[2:]
    (tmp_path / "a.jpg").write_bytes(plain)
    photo = read_photo(tmp_path / "a.jpg")
    write_photo(photo, repaired(photo), tmp_path / "b.jpg")
    after = read_photo(tmp_path / "b.jpg").origin.metadata
    assert after.photoshop == IPTC
    assert after.xmp == packet.replace(preview, b" " * len(preview))


@pytest.mark.parametrize("source_suffix", SUFFIXES)
@pytest.mark.parametrize("target_suffix", SUFFIXES)
def test_metadata_go_along_into_another_format(
    tmp_path: Path, source_suffix: str, target_suffix: str
) -> None:
    source, target = tmp_path / f"a{source_suffix}", tmp_path / f"b{target_suffix}"
    make(source, exif(1, small_jpeg(90)))
    photo = read_photo(source)
    write_photo(photo, repaired(photo), target)
    before, after = photo.origin.metadata, read_photo(target).origin.metadata
    assert after.icc == ICC
    assert after.xmp == XMP
    first, second = ifd.parse(before.exif)[0], ifd.parse(after.exif)[0]
    assert second.raw(0x010F) == b"Reweave camera\0"
    if source_suffix != ".tif":
        for child, tag in ((ifd.EXIF_IFD, 0x927C), (ifd.EXIF_IFD, 0x9003), (ifd.GPS_IFD, 2)):
            assert second.entries[child].children.raw(tag) == first.entries[child].children.raw(tag)
    if target_suffix != ".webp":
        assert after.resolution == pytest.approx(before.resolution, abs=0.02)
    if {source_suffix, target_suffix} <= {".jpg", ".tif"}:
        assert after.photoshop == IPTC


def test_resolution_alone_reaches_webp(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg_bytes(picture(), dpi=(240, 240)))
    photo = read_photo(tmp_path / "a.jpg")
    write_photo(photo, photo.image, tmp_path / "b.webp")
    assert read_photo(tmp_path / "b.webp").origin.metadata.resolution == pytest.approx((240, 240))


def test_exif_in_webp_may_bring_the_prefix_it_has_in_jpeg(tmp_path: Path) -> None:
    pillow(picture()).save(tmp_path / "a.webp", exif=exif(6))
    data = (tmp_path / "a.webp").read_bytes()
    chunk = struct.pack("<4sI", b"EXIF", len(exif(6)) + 6) + b"Exif\0\0" + exif(6)
    chunk += bytes(len(chunk) % 2)
    data = data[: data.rindex(b"EXIF")] + chunk
    (tmp_path / "a.webp").write_bytes(data[:4] + struct.pack("<I", len(data) - 8) + data[8:])
    photo = read_photo(tmp_path / "a.webp")
    assert photo.image.shape == (56, 40, 3)
    assert photo.origin.metadata.exif == exif(6)


def test_turning_upright_swaps_what_depends_on_it() -> None:
    packet = b'<rdf:Description tiff:Orientation="6"/><tiff:Orientation>6</tiff:Orientation>'
    turned = turned_upright(Metadata(None, exif(6, small_jpeg(1)), packet, None, (300, 150)))
    assert turned.orientation == 1
    assert turned.xmp == packet.replace(b"6", b"1")
    assert turned.dpi == (150, 300)
    camera = ifd.parse(turned.exif)[0].entries[ifd.EXIF_IFD].children
    assert (camera.number(0xA002, 0), camera.number(0xA003, 0)) == (40, 56)
    assert camera.raw(0x927C) == MAKER_NOTE


@pytest.mark.parametrize(
    "block", [b"garbage", b"II*\0", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08\xff\xff" + bytes(40), exif()[:60]]
)
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_damaged_exif_is_carried_as_it_is(tmp_path: Path, block: bytes, suffix: str) -> None:
    source, target = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    make(source, block)
    photo = read_photo(source)
    write_photo(photo, repaired(photo), target)
    assert read_photo(target).origin.metadata.exif == block
    for other in SUFFIXES:
        write_photo(photo, repaired(photo), tmp_path / f"c{other}", overwrite=True)


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_impossible_orientation_is_none(tmp_path: Path, orientation: int) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg_bytes(picture(), exif=b"Exif\0\0" + exif(orientation)))
    photo = read_photo(tmp_path / "a.jpg")
    assert photo.image.shape == (40, 56, 3)
    assert photo.origin.metadata.orientation == 1
    write_photo(photo, photo.image, tmp_path / "b.jpg")
    assert read_photo(tmp_path / "b.jpg").origin.metadata.exif == exif(orientation)


def test_a_profile_of_many_segments_and_exif_at_its_limit(tmp_path: Path) -> None:
    profile = ICC + np.random.default_rng(0).bytes(200_000)
    block = exif(1, bytes(60_000))
    (tmp_path / "a.jpg").write_bytes(jpeg_bytes(picture(), exif=b"Exif\0\0" + block, icc_profile=profile))
    photo = read_photo(tmp_path / "a.jpg")
    for suffix in SUFFIXES:
        write_photo(photo, photo.image, tmp_path / f"b{suffix}")
        again = read_photo(tmp_path / f"b{suffix}").origin.metadata
        assert again.icc == profile
    assert read_photo(tmp_path / "b.jpg").origin.metadata.exif == block


def test_what_a_jpeg_cannot_hold_is_said(tmp_path: Path) -> None:
    packet = XMP + b" " * 70_000
    (tmp_path / "a.png").write_bytes(
        png_bytes(
            picture(), (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet), (b"eXIf", exif(1, bytes(70_000)))
        )
    )
    photo = read_photo(tmp_path / "a.png")
    notes = write_photo(photo, photo.image, tmp_path / "b.jpg")
    assert len(notes) == 2
    assert all("left out" in note for note in notes)
    assert write_photo(photo, photo.image, tmp_path / "b.tif") == ()
