"""Every bad or odd file gets one clear sentence, or opens with a note; none is half opened."""

from __future__ import annotations

import errno
import os
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
import tifffile

from engine.errors import BadInputError
from engine.photo import sources
from engine.photo.files import read_photo, write_photo
from engine.photo.png import _raw_size
from tests.engine.photo.sample_files import jpeg_bytes, picture, pillow, png_bytes, png_chunk, write_tiff


def refused(path: Path, *words: str) -> None:
    """Reading ``path`` must fail with one sentence that names it and holds ``words``."""
    with pytest.raises(BadInputError) as caught:
        read_photo(path)
    sentence = str(caught.value)
    assert path.name[:20] in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    for word in words:
        assert word in sentence


def test_missing_folder_empty_and_too_long(tmp_path: Path) -> None:
    refused(tmp_path / "missing.jpg", "does not exist")
    refused(tmp_path, "is a folder")
    (tmp_path / "empty.png").touch()
    refused(tmp_path / "empty.png", "empty (0 bytes)")
    refused(tmp_path / ("n" * 300), "too long")
    with pytest.raises(BadInputError, match="cannot be read"):
        read_photo(tmp_path / "zero\0byte.jpg")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_devices_pipes_and_files_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    refused(tmp_path / "pipe.jpg", "not an ordinary file")
    (tmp_path / "loop.jpg").symlink_to("loop.jpg")
    refused(tmp_path / "loop.jpg", "cannot be read")
    (tmp_path / "a.jpg").write_bytes(jpeg_bytes(picture()))
    for number, words in {
        errno.EACCES: "may not be read",
        errno.EIO: "cannot be read (Input/output error)",
    }.items():

        def fail(_: Path, mode: str, number: int = number) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(Path, "open", fail)
        refused(tmp_path / "a.jpg", words)


def all_formats(folder: Path) -> list[Path]:
    stored = picture(60, 80)
    (folder / "a.jpg").write_bytes(jpeg_bytes(stored))
    (folder / "progressive.jpg").write_bytes(jpeg_bytes(stored, progressive=True))
    (folder / "a.png").write_bytes(png_bytes(stored))
    (folder / "a16.png").write_bytes(png_bytes(picture(60, 80, dtype=np.uint16)))
    write_tiff(folder / "a.tif", stored)
    write_tiff(folder / "deflate.tif", picture(60, 80, dtype=np.uint16), compression="zlib", predictor=True)
    pillow(stored).save(folder / "lzw.tif", compression="tiff_lzw")
    pillow(stored).save(folder / "jpeg.tif", compression="jpeg")
    pillow(stored).convert("CMYK").save(folder / "cmyk.tif", compression="tiff_lzw")
    pillow(stored).convert("1").save(folder / "fax.tif", compression="group4")
    pillow(stored).save(folder / "a.webp", quality=90)
    pillow(stored).save(folder / "lossless.webp", lossless=True)
    pillow(stored).save(folder / "a.bmp")
    pillow(stored).save(folder / "a.gif")
    return sorted(folder.iterdir())


def test_a_file_cut_anywhere_is_refused(tmp_path: Path) -> None:
    for path in all_formats(tmp_path):
        data = path.read_bytes()
        before = read_photo(path).image
        for kept in (9, 30, len(data) // 4, len(data) // 2, len(data) * 9 // 10, len(data) - 40):
            path.write_bytes(data[:kept])
            try:
                after = read_photo(path).image
            except BadInputError:
                continue
            assert np.array_equal(after, before), (
                path.name,
                kept,
                len(data),
            )  # metadata or padding is missing


def test_random_damage_never_escapes_as_another_error(tmp_path: Path) -> None:
    rng = np.random.default_rng(7)
    for path in all_formats(tmp_path):
        data = path.read_bytes()
        for _ in range(25):
            damaged = bytearray(data)
            for at in rng.integers(0, min(len(data), 600), 3):
                damaged[at] = rng.integers(0, 256)
            path.write_bytes(damaged)
            try:
                photo = read_photo(path)
            except BadInputError:
                continue
            write_photo(photo, photo.image, tmp_path / "out.png", overwrite=True)
            (tmp_path / "out.png").unlink()


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypavif", "AVIF"),
        (b"%PDF-1.7", "not a photo"),
        (b"8BPS\0\1", "not a photo"),
        (b"just some text, no picture at all", "not a photo"),
        (b"\xff\xd8\xff", "JPEG without a picture"),
        (b"\xff\xd8\xff\xd9", "JPEG without a picture"),
        (b"\x89PNG\r\n\x1a\n", "cut short"),
        (b"II*\0\0\0\0\0", "damaged"),
        (b"RIFF\4\0\0\0WEBP", "damaged"),
        (b"GIF89a", "damaged"),
        (b"BM", "damaged"),
    ],
)
def test_what_is_no_photo(tmp_path: Path, head: bytes, words: str) -> None:
    (tmp_path / "a.jpg").write_bytes(head)
    refused(tmp_path / "a.jpg", words)


def test_a_lying_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.tif").write_bytes(jpeg_bytes(picture()))
    assert "in truth a JPEG" in read_photo(tmp_path / "a.tif").notes[0]
    (tmp_path / "noname").write_bytes(jpeg_bytes(picture()))
    assert read_photo(tmp_path / "noname").notes == ()


def png_header(width: int, height: int, depth: int = 8, kind: int = 0) -> bytes:
    return png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0))


def test_a_bomb_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    idat = png_chunk(b"IDAT", zlib.compress(bytes(1000)))
    (tmp_path / "a.png").write_bytes(
        b"\x89PNG\r\n\x1a\n" + png_header(50_000, 50_000) + idat + png_chunk(b"IEND", b"")
    )
    refused(tmp_path / "a.png", "50000 x 50000", "2500 megapixels", "200")
    data = bytearray(jpeg_bytes(picture()))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", 60_000, 60_000)
    (tmp_path / "a.jpg").write_bytes(data)
    refused(tmp_path / "a.jpg", "3600 megapixels")
    write_tiff(tmp_path / "a.tif", picture())
    data = bytearray((tmp_path / "a.tif").read_bytes())
    for tag in (256, 257):
        at = data.index(struct.pack("<H", tag))
        data[at : at + 12] = struct.pack("<HHII", tag, 4, 1, 100_000)
    (tmp_path / "a.tif").write_bytes(data)
    refused(tmp_path / "a.tif", "10000 megapixels")
    extent = (20_000).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + extent + extent
    (tmp_path / "a.webp").write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)
    refused(tmp_path / "a.webp", "400 megapixels")
    (tmp_path / "a.gif").write_bytes(b"GIF89a" + struct.pack("<HH", 60_000, 60_000) + bytes(20))
    refused(tmp_path / "a.gif")


def test_a_compressed_chunk_that_swells_is_not_unpacked(tmp_path: Path) -> None:
    bomb = zlib.compress(bytes(64 << 20), 1)
    chunks = [(b"iCCP", b"x\0\0" + bomb), (b"zTXt", b"y\0\0" + bomb)]
    (tmp_path / "a.png").write_bytes(png_bytes(picture(), *chunks))
    photo = read_photo(tmp_path / "a.png")
    assert photo.origin.metadata.icc is None


def test_the_limit_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_PIXELS", 40 * 56)
    (tmp_path / "a.png").write_bytes(png_bytes(picture(40, 56)))
    read_photo(tmp_path / "a.png")
    (tmp_path / "a.png").write_bytes(png_bytes(picture(41, 56)))
    refused(tmp_path / "a.png")


def test_no_pixels(tmp_path: Path) -> None:
    idat = png_chunk(b"IDAT", zlib.compress(b""))
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + png_header(0, 5) + idat + png_chunk(b"IEND", b""))
    refused(tmp_path / "a.png", "no pixels")


@pytest.mark.parametrize("suffix", [".gif", ".webp", ".png"])
def test_animations_give_their_first_frame_with_a_note(tmp_path: Path, suffix: str) -> None:
    frames = [pillow(np.full((8, 8, 3), level, np.uint8)) for level in (40, 200)]
    path = tmp_path / f"a{suffix}"
    frames[0].save(
        path, save_all=True, append_images=frames[1:], **({"lossless": True} if suffix == ".webp" else {})
    )
    photo = read_photo(path)
    assert any("animated" in note for note in photo.notes)
    assert not photo.origin.whole
    assert (photo.image == 40).all()


def test_pages_layers_and_channels_of_tiff(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "pages.tif", np.zeros((3, 20, 20, 3), np.uint8), photometric="rgb")
    assert "further pages" in read_photo(tmp_path / "pages.tif").notes[0]
    write_tiff(tmp_path / "layers.tif", picture(), extratags=[(37724, 7, 8, b"layers!!", True)])
    photo = read_photo(tmp_path / "layers.tif")
    assert "further layers" in photo.notes[0]
    write_photo(photo, photo.image, tmp_path / "flat.tif")
    assert b"layers!!" not in (tmp_path / "flat.tif").read_bytes()
    five = np.dstack([picture(channels=4), picture(channels=1)])
    tifffile.imwrite(
        tmp_path / "five.tif",
        five,
        photometric="rgb",
        planarconfig="contig",
        extrasamples=["unassalpha", "unspecified"],
    )
    photo = read_photo(tmp_path / "five.tif")
    assert "further channels" in photo.notes[0]
    assert np.array_equal(photo.alpha, five[..., 3])


def test_directories_that_nest_loop_or_overlap_without_end(tmp_path: Path) -> None:
    def directory(count: int, tag: int, kind: int, items: int, value: int, following: int) -> bytes:
        entries = b"".join(struct.pack("<HHII", tag + n, kind, items, value) for n in range(count))
        return struct.pack("<H", count) + entries + struct.pack("<I", following)

    nested = b"II*\0\x08\0\0\0" + b"".join(
        directory(1, 0x8769, 4, 1, 8 + 18 * (n + 1), 0) for n in range(3000)
    )
    loop = b"II*\0\x08\0\0\0" + directory(1, 0x010F, 4, 1, 1, 8)
    for block in (nested, loop):
        (tmp_path / "a.jpg").write_bytes(jpeg_bytes(picture(), exif=b"Exif\0\0" + block))
        photo = read_photo(tmp_path / "a.jpg")
        write_photo(photo, photo.image, tmp_path / "b.tif", overwrite=True)
    overlapping = b"II*\0\x08\0\0\0" + directory(3000, 40_000, 7, 30_000, 8, 0) + bytes(30_000)
    (tmp_path / "a.tif").write_bytes(overlapping)
    refused(tmp_path / "a.tif", "entries overlap")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (np.zeros((9, 9, 3), np.float32), "floating-point"),
        (np.zeros((9, 9), np.float16), "floating-point"),
        (np.zeros((9, 9), np.uint32), "32 bits"),
        (np.zeros((9, 9), np.int16), "signs"),
    ],
)
def test_numbers_without_a_white_are_refused(tmp_path: Path, values: np.ndarray, words: str) -> None:
    tifffile.imwrite(tmp_path / "a.tif", values, photometric="rgb" if values.ndim == 3 else "minisblack")
    refused(tmp_path / "a.tif", words, "8 or 16 bit")


def test_camera_raw_is_refused(tmp_path: Path) -> None:
    write_tiff(tmp_path / "a.dng", picture(), extratags=[(50706, 1, 4, b"\1\4\0\0", True)])
    refused(tmp_path / "a.dng", "raw")
    write_tiff(tmp_path / "a.nef", picture(), subfiletype=1)
    refused(tmp_path / "a.nef", "raw")


def test_few_bits_and_palettes_are_converted_with_a_note(tmp_path: Path) -> None:
    grey = pillow(picture(channels=1))
    grey.convert("1").save(tmp_path / "one.png")
    grey.convert("1").save(tmp_path / "fax.tif", compression="group4")
    for name in ("one.png", "fax.tif"):
        photo = read_photo(tmp_path / name)
        assert photo.grey
        assert "1 bit" in photo.notes[0]
        assert np.array_equal(photo.image[..., 0], np.asarray(grey.convert("1")) * 255)
    coloured = pillow(picture()).quantize(16)
    coloured.save(tmp_path / "palette.png", transparency=3)
    photo = read_photo(tmp_path / "palette.png")
    assert "palette" in photo.notes[0]
    assert np.array_equal(photo.image, np.asarray(coloured.convert("RGB")))
    assert np.array_equal(photo.alpha == 0, np.asarray(coloured) == 3)
    write_photo(photo, photo.image, tmp_path / "full.png")
    assert read_photo(tmp_path / "full.png").notes == ()


@pytest.mark.parametrize(("depth", "kind"), [(1, 0), (2, 0), (4, 0), (8, 0), (16, 0), (8, 2), (16, 2)])
def test_a_transparent_colour_becomes_alpha(tmp_path: Path, depth: int, kind: int) -> None:
    dtype = np.uint16 if depth == 16 else np.uint8
    stored = (np.arange(16) % 2**depth).astype(dtype).reshape(4, 4, 1)
    stored = stored if kind == 0 else np.repeat(stored, 3, axis=2)
    if depth >= 8:
        rows = stored.astype(stored.dtype.newbyteorder(">")).reshape(4, -1).view(np.uint8)
    else:
        bits = np.unpackbits(stored[..., 0, None], axis=2)[..., 8 - depth :].reshape(4, -1)
        rows = np.packbits(bits, axis=1)
    raw = b"".join(b"\0" + row.tobytes() for row in rows)
    key = struct.pack(">H", 1) * (3 if kind else 1)
    chunks = png_chunk(b"tRNS", key) + png_chunk(b"IDAT", zlib.compress(raw)) + png_chunk(b"IEND", b"")
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + png_header(4, 4, depth, kind) + chunks)
    photo = read_photo(tmp_path / "a.png")
    assert photo.alpha is not None
    assert np.array_equal(photo.alpha == 0, stored[..., 0] == 1)
    scale = 1 if depth >= 8 else 255 // (2**depth - 1)
    assert np.array_equal(photo.image[..., 0], stored[..., 0] * scale)


def test_damaged_chunks(tmp_path: Path) -> None:
    data = bytearray(png_bytes(picture(), (b"tEXt", b"Title\0Great aunt")))
    data[data.index(b"Great aunt")] ^= 1
    (tmp_path / "a.png").write_bytes(data)
    photo = read_photo(tmp_path / "a.png")
    assert "damaged metadata" in photo.notes[0]
    data[data.index(b"IDAT") + 30] ^= 1
    (tmp_path / "a.png").write_bytes(data)
    refused(tmp_path / "a.png", "damaged")


@pytest.mark.parametrize("kind", [np.uint8, np.uint16, "P", "1"])
def test_a_sound_png_with_too_little_in_it(tmp_path: Path, kind: type | str) -> None:
    if isinstance(kind, str):
        pillow(picture()).convert(kind).save(tmp_path / "a.png")
    else:
        (tmp_path / "a.png").write_bytes(png_bytes(picture(dtype=kind)))
    data = (tmp_path / "a.png").read_bytes()
    read_photo(tmp_path / "a.png")
    taller = bytearray(data)
    taller[20:24] = struct.pack(">I", 41)
    taller[29:33] = struct.pack(">I", zlib.crc32(taller[12:29]))
    (tmp_path / "a.png").write_bytes(taller)
    refused(tmp_path / "a.png", "a part of its picture is missing")


def test_the_size_of_interlaced_rows() -> None:
    pattern = ["16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"]
    for width in range(1, 18):
        for height in range(1, 18):
            expected = 0
            for number in "1234567":
                rows = [sum(pattern[y % 8][x % 8] == number for x in range(width)) for y in range(height)]
                expected += sum(1 + (count * 24 + 7) // 8 for count in rows if count)
            assert _raw_size(width, height, 24, True) == expected


def test_other_kinds_of_jpeg(tmp_path: Path) -> None:
    data = bytearray(jpeg_bytes(picture()))
    at = data.index(b"\xff\xc0")
    data[at + 4] = 12
    (tmp_path / "twelve.jpg").write_bytes(data)
    refused(tmp_path / "twelve.jpg", "12-bit")
    data[at + 1], data[at + 4] = 0xC3, 8
    (tmp_path / "lossless.jpg").write_bytes(data)
    refused(tmp_path / "lossless.jpg", "lossless or hierarchical")


@pytest.mark.parametrize("size", [(1, 60_000), (60_000, 1)])
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif"])
def test_long_thin_pictures(tmp_path: Path, size: tuple[int, int], suffix: str) -> None:
    stored = picture(*size)
    (tmp_path / "a.png").write_bytes(png_bytes(stored))
    photo = read_photo(tmp_path / "a.png")
    write_photo(photo, photo.image, tmp_path / f"b{suffix}")
    assert read_photo(tmp_path / f"b{suffix}").image.shape == (*size, 3)
    with pytest.raises(BadInputError, match="16383"):
        write_photo(photo, photo.image, tmp_path / "c.webp")
    assert not (tmp_path / "c.webp").exists()


def test_a_picture_too_long_for_jpeg(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png_bytes(picture(1, 70_000)))
    photo = read_photo(tmp_path / "a.png")
    with pytest.raises(BadInputError, match="65500"):
        write_photo(photo, photo.image, tmp_path / "b.jpg")


def test_colour_profiles_of_the_wrong_kind_are_only_carried(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg_bytes(picture(), icc_profile=b"truncated"))
    photo = read_photo(tmp_path / "a.jpg")
    write_photo(photo, photo.image, tmp_path / "b.jpg")
    assert read_photo(tmp_path / "b.jpg").origin.metadata.icc == b"truncated"
