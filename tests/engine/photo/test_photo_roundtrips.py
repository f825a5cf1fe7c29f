"""Formats without loss hold every pixel; each writer is judged by another reader."""

from __future__ import annotations

import io
from pathlib import Path

import cv2
import numpy as np
import pytest
import tifffile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image as PilImage

from engine.errors import BadInputError
from engine.messages import Photo, frozen_image
from engine.photo.files import default_output, read_photo, write_photo
from tests.engine.photo.sample_files import exif, jpeg_bytes, picture, pillow, png_bytes, write_tiff

many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def pixels(draw: st.DrawFn, dtypes: tuple[type, ...] = (np.uint8, np.uint16)) -> np.ndarray:
    """Random pictures (H, W, 1 to 4)."""
    shape = draw(st.tuples(st.integers(1, 24), st.integers(1, 24), st.integers(1, 4)))
    dtype = draw(st.sampled_from(dtypes))
    seed = draw(st.integers(0, 2**32 - 1))
    return np.random.default_rng(seed).integers(0, np.iinfo(dtype).max, shape, dtype, endpoint=True)


def repaired(photo: Photo) -> np.ndarray:
    """The photo with one pixel changed, to the same value in all channels."""
    image = photo.image.copy()
    image[-1, -1] = 77
    return image


def check_read(photo: Photo, stored: np.ndarray) -> None:
    channels = stored.shape[2]
    assert photo.image.dtype == stored.dtype
    assert photo.grey == (channels < 3)
    assert not photo.image.flags.writeable
    assert photo.image.flags.c_contiguous
    assert frozen_image(photo.image) is photo.image  # a request takes it without a copy
    colours = np.repeat(stored[..., :1], 3, axis=2) if photo.grey else stored[..., :3]
    assert np.array_equal(photo.image, colours)
    assert (photo.alpha is None) == (channels in (1, 3))
    if photo.alpha is not None:
        assert np.array_equal(photo.alpha, stored[..., -1])


def expected_from(image: np.ndarray, stored: np.ndarray) -> np.ndarray:
    """What a file with the channels of ``stored`` must hold for ``image``."""
    expected = stored.copy()
    colours = 1 if stored.shape[2] < 3 else 3
    expected[..., :colours] = image[..., :colours]
    return expected


def other_reader(path: Path, like: np.ndarray) -> np.ndarray:
    """Pixels (H, W, C) as Pillow, OpenCV or tifffile read them."""
    if path.suffix == ".tif":
        return tifffile.imread(path).reshape(like.shape)
    if like.dtype == np.uint16:
        found = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
        order = {1: [0], 2: [0, 3], 3: [2, 1, 0], 4: [2, 1, 0, 3]}[like.shape[2]]
        return found.reshape(*like.shape[:2], -1)[..., order]
    with PilImage.open(path) as image:
        return np.asarray(image).reshape(*like.shape[:2], -1)


@many
@given(stored=pixels())
def test_png_holds_every_pixel(tmp_path: Path, stored: np.ndarray) -> None:
    source, target = tmp_path / "in.png", tmp_path / "out.png"
    source.write_bytes(png_bytes(stored))
    photo = read_photo(source)
    check_read(photo, stored)
    assert write_photo(photo, repaired(photo), target, overwrite=True) == ()
    assert np.array_equal(other_reader(target, stored), expected_from(repaired(photo), stored))
    check_read(read_photo(target), expected_from(repaired(photo), stored))


@many
@given(
    stored=pixels(),
    options=st.fixed_dictionaries(
        {},
        optional={
            "compression": st.just("zlib"),
            "byteorder": st.sampled_from("<>"),
            "bigtiff": st.booleans(),
            "tile": st.just((16, 16)),
            "rowsperstrip": st.integers(1, 9),
        },
    ),
    separate=st.booleans(),
    predictor=st.booleans(),
)
def test_tiff_holds_every_pixel_in_every_layout(
    tmp_path: Path, stored: np.ndarray, options: dict, separate: bool, predictor: bool
) -> None:
    source, target = tmp_path / "in.tif", tmp_path / "out.tif"
    if separate and stored.shape[2] > 2:
        options = options | {"planarconfig": "separate"}
    if predictor and options.get("compression") == "zlib":
        options = options | {"predictor": True}
    write_tiff(source, stored, **options)
    photo = read_photo(source)
    check_read(photo, stored)
    assert write_photo(photo, repaired(photo), target, overwrite=True) == ()
    assert np.array_equal(other_reader(target, stored), expected_from(repaired(photo), stored))
    check_read(read_photo(target), expected_from(repaired(photo), stored))


@pytest.mark.parametrize("compression", ["tiff_lzw", "packbits", "tiff_adobe_deflate", "raw"])
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_tiff_compression_is_kept(tmp_path: Path, compression: str, channels: int) -> None:
    source, target = tmp_path / "in.tif", tmp_path / "out.tif"
    stored = picture(channels=channels)
    pillow(stored).save(source, compression=compression)
    photo = read_photo(source)
    check_read(photo, stored)
    write_photo(photo, repaired(photo), target)
    with PilImage.open(target) as image:
        assert image.info["compression"] == compression
        assert np.array_equal(np.asarray(image).reshape(stored.shape), expected_from(repaired(photo), stored))


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_negative_scale_of_grey_is_displayed_alike(tmp_path: Path, dtype: type) -> None:
    stored = picture(channels=1, dtype=dtype)
    tifffile.imwrite(tmp_path / "a.tif", stored[..., 0], photometric="miniswhite")
    photo = read_photo(tmp_path / "a.tif")
    assert np.array_equal(photo.image[..., :1], np.iinfo(dtype).max - stored)
    write_photo(photo, photo.image, tmp_path / "b.tif")
    assert np.array_equal(read_photo(tmp_path / "b.tif").image, photo.image)


@pytest.mark.parametrize("channels", [3, 4])
def test_lzw_with_16_bits(tmp_path: Path, channels: int) -> None:
    source, target = tmp_path / "in.tif", tmp_path / "out.tif"
    stored = picture(channels=channels, dtype=np.uint16)
    order = [2, 1, 0, 3][:channels]
    assert cv2.imwrite(str(source), stored[..., order], [cv2.IMWRITE_TIFF_COMPRESSION, 5])
    photo = read_photo(source)
    assert np.array_equal(photo.image, stored[..., :3])
    write_photo(photo, repaired(photo), target)
    found = cv2.imread(str(target), cv2.IMREAD_UNCHANGED)[..., order]
    assert np.array_equal(found, expected_from(repaired(photo), stored))


@many
@given(stored=pixels(dtypes=(np.uint8,)))
def test_lossless_webp_holds_every_pixel(tmp_path: Path, stored: np.ndarray) -> None:
    source, target = tmp_path / "in.webp", tmp_path / "out.webp"
    stored = stored if stored.shape[2] > 2 else np.repeat(stored[..., :1], 3, axis=2)
    pillow(stored).save(source, lossless=True, exact=True)
    photo = read_photo(source)
    assert np.array_equal(photo.image, stored[..., :3])
    write_photo(photo, repaired(photo), target, overwrite=True)
    again = read_photo(target)
    assert np.array_equal(again.image, repaired(photo))
    if photo.alpha is not None and not (photo.alpha == 255).all():
        assert again.alpha is not None
        assert np.array_equal(again.alpha, photo.alpha)


def test_lossy_webp_stays_near_and_lossy(tmp_path: Path) -> None:
    source, target = tmp_path / "in.webp", tmp_path / "out.webp"
    pillow(picture(channels=4)).save(source, quality=80)
    photo = read_photo(source)
    write_photo(photo, photo.image, target)
    again = read_photo(target)
    assert b"VP8L" not in target.read_bytes()
    assert np.abs(again.image.astype(int) - photo.image).mean() < 4
    assert again.alpha is not None
    assert photo.alpha is not None
    assert np.array_equal(again.alpha, photo.alpha)


def make(path: Path, orientation: int) -> None:
    """A file of the path's format whose EXIF says ``orientation``."""
    stored, block = picture(), exif(orientation)
    match path.suffix:
        case ".jpg":
            path.write_bytes(jpeg_bytes(stored, exif=b"Exif\0\0" + block, quality=98, subsampling=0))
        case ".png":
            path.write_bytes(png_bytes(stored, (b"eXIf", block)))
        case ".tif":
            write_tiff(path, stored, extratags=[(274, 3, 1, orientation, True)])
        case ".webp":
            pillow(stored).save(path, lossless=True, exif=block)


def displayed(path: Path) -> np.ndarray:
    """The picture as a viewer shows it that honours EXIF, after Pillow."""
    with PilImage.open(path) as image:
        turn = image.getexif().get(274, 1)
        operation = [None, *PilImage.Transpose][{1: 0, 2: 1, 3: 4, 4: 2, 5: 6, 6: 5, 7: 7, 8: 3}[turn]]
        if path.suffix == ".tif":  # Pillow has turned it already
            operation = None
        return np.asarray(image if operation is None else image.transpose(operation))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("source_suffix", [".jpg", ".png", ".tif", ".webp"])
@pytest.mark.parametrize("target_suffix", [".jpg", ".png", ".tif", ".webp"])
def test_every_orientation_is_displayed_as_before(
    tmp_path: Path, orientation: int, source_suffix: str, target_suffix: str
) -> None:
    source, target = tmp_path / f"in{source_suffix}", tmp_path / f"out{target_suffix}"
    make(source, orientation)
    photo = read_photo(source)
    assert photo.image.shape == ((40, 56, 3) if orientation < 5 else (56, 40, 3))
    assert np.array_equal(photo.image, displayed(source))
    image = repaired(photo)
    write_photo(photo, image, target)
    difference = np.abs(displayed(target).astype(int) - image)
    lossy = target_suffix == ".jpg" or (target_suffix == ".webp" and source_suffix == ".jpg")
    assert difference.mean() < 4 if lossy else not difference.any()
    with PilImage.open(source) as before, PilImage.open(target) as after:
        if source_suffix == target_suffix:
            assert after.getexif().get(274) == before.getexif().get(274) or source_suffix == ".tif"
            assert read_photo(target).origin.metadata.orientation == orientation
        else:
            assert after.getexif().get(274, 1) == 1


@pytest.mark.parametrize("target_suffix", [".jpg", ".webp"])
def test_16_bits_are_rounded_with_a_note(tmp_path: Path, target_suffix: str) -> None:
    source, target = tmp_path / "in.png", tmp_path / f"out{target_suffix}"
    source.write_bytes(png_bytes(picture(dtype=np.uint16)))
    photo = read_photo(source)
    (note,) = write_photo(photo, photo.image, target)
    assert "8 bits" in note
    difference = np.abs(read_photo(target).image - np.rint(photo.image / 257))
    assert difference.mean() < 2 if target_suffix == ".jpg" else not difference.any()


def test_16_bits_go_from_png_to_tiff_and_back(tmp_path: Path) -> None:
    stored = picture(channels=4, dtype=np.uint16)
    (tmp_path / "a.png").write_bytes(png_bytes(stored))
    first = read_photo(tmp_path / "a.png")
    write_photo(first, first.image, tmp_path / "b.tif")
    second = read_photo(tmp_path / "b.tif")
    write_photo(second, second.image, tmp_path / "c.png")
    check_read(read_photo(tmp_path / "c.png"), stored)


def test_a_jpeg_refuses_transparency_but_not_an_opaque_alpha(tmp_path: Path) -> None:
    stored = picture(channels=4)
    (tmp_path / "a.png").write_bytes(png_bytes(stored))
    photo = read_photo(tmp_path / "a.png")
    with pytest.raises(BadInputError, match=r"transparency of .*a\.png.*PNG, TIFF or WebP"):
        write_photo(photo, photo.image, tmp_path / "b.jpg")
    assert not (tmp_path / "b.jpg").exists()
    stored[..., 3] = 255
    (tmp_path / "c.png").write_bytes(png_bytes(stored))
    photo = read_photo(tmp_path / "c.png")
    assert write_photo(photo, photo.image, tmp_path / "d.jpg") == ()


def test_premultiplied_alpha_is_kept_in_tiff_and_divided_elsewhere(tmp_path: Path) -> None:
    stored = picture(channels=4)
    stored[..., :3] = stored[..., :3] * (stored[..., 3:] / 255)
    write_tiff(tmp_path / "a.tif", stored, extrasamples=["assocalpha"])
    photo = read_photo(tmp_path / "a.tif")
    write_photo(photo, photo.image, tmp_path / "b.tif")
    assert np.array_equal(tifffile.imread(tmp_path / "b.tif"), stored)
    with tifffile.TiffFile(tmp_path / "b.tif") as file:
        assert file.pages[0].extrasamples == (1,)
    write_photo(photo, photo.image, tmp_path / "c.png")
    straight = read_photo(tmp_path / "c.png")
    assert straight.alpha is not None
    multiplied = straight.image * (straight.alpha[..., None] / 255)
    assert np.abs(multiplied - stored[..., :3]).max() <= 0.51


def test_a_grey_photo_stays_grey_even_if_the_repair_is_not(tmp_path: Path) -> None:
    for suffix in (".png", ".jpg", ".tif"):
        source = tmp_path / f"a{suffix}"
        pillow(picture(channels=1)).save(source)
        photo = read_photo(source)
        assert photo.grey
        image = photo.image.copy()
        image[:9, :9] = (200, 40, 40)
        write_photo(photo, image, tmp_path / f"b{suffix}")
        with PilImage.open(tmp_path / f"b{suffix}") as after:
            assert after.mode == "L"


def test_an_image_of_another_size_or_depth_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png_bytes(picture()))
    photo = read_photo(tmp_path / "a.png")
    for image in (photo.image[1:], photo.image.astype(np.uint16)):
        with pytest.raises(BadInputError, match="same size and depth"):
            write_photo(photo, image, tmp_path / "b.png")


def test_default_output_is_free_and_has_the_right_ending(tmp_path: Path) -> None:
    photo = tmp_path / "my photo.JPG"
    photo.write_bytes(jpeg_bytes(picture()))
    assert default_output(photo).name == "my photo-repaired.JPG"
    (tmp_path / "my photo-repaired.JPG").touch()
    (tmp_path / "my photo-repaired-2.JPG").symlink_to("nowhere")
    assert default_output(photo).name == "my photo-repaired-3.JPG"
    assert default_output(photo, "clean").name == "my photo-clean.JPG"
    png = tmp_path / "lying.jpg"
    png.write_bytes(png_bytes(picture()))
    assert default_output(png).name == "lying-repaired.png"
    bitmap = tmp_path / "old.bmp"
    pillow(picture()).save(bitmap)
    assert default_output(bitmap).name == "old-repaired.png"
    assert default_output(tmp_path / "missing.tiff").name == "missing-repaired.tiff"
    long = tmp_path / f"{'ä' * 120}.jpg"
    assert len(default_output(long).name.encode()) <= 255


def test_a_photo_without_a_file_is_saved_as_it_is(tmp_path: Path) -> None:
    photo = Photo(tmp_path / "pasted", picture())
    write_photo(photo, photo.image, tmp_path / "out.png")
    assert np.array_equal(read_photo(tmp_path / "out.png").image, picture())


def test_bmp_and_gif_are_read_and_saved_as_png(tmp_path: Path) -> None:
    stored = picture()
    pillow(stored).save(tmp_path / "a.bmp", dpi=(300, 300))
    photo = read_photo(tmp_path / "a.bmp")
    assert np.array_equal(photo.image, stored)
    write_photo(photo, photo.image, tmp_path / "a.png")
    with PilImage.open(tmp_path / "a.png") as image:
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    pillow(stored).convert("P").save(tmp_path / "a.gif")
    assert read_photo(tmp_path / "a.gif").image.shape == stored.shape
    with pytest.raises(BadInputError, match=r"end it with one of \.jpg, \.png, \.tif, \.webp"):
        write_photo(photo, photo.image, tmp_path / "b.bmp")


@pytest.mark.parametrize(
    "name", ["two words.png", "new\nline.png", "ünï 写真.png", "percent%20.png", "-dash.png"]
)
def test_names_of_every_kind(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(png_bytes(picture()))
    photo = read_photo(tmp_path / name)
    target = default_output(tmp_path / name)
    write_photo(photo, photo.image, target)
    assert np.array_equal(read_photo(target).image, picture())


def test_a_name_that_is_not_text(tmp_path: Path) -> None:
    import os

    name = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.png"))
    try:
        name.write_bytes(png_bytes(picture()))
    except (OSError, UnicodeError):
        pytest.skip("this file system takes Unicode names only")
    photo = read_photo(name)
    write_photo(photo, photo.image, default_output(name))
    name.write_bytes(b"no photo")
    with pytest.raises(BadInputError) as caught:
        read_photo(name)
    str(caught.value).encode()  # can be printed


def test_reading_leaves_pillow_as_it_was(tmp_path: Path) -> None:
    before = PilImage.MAX_IMAGE_PIXELS
    (tmp_path / "a.jpg").write_bytes(jpeg_bytes(picture()))
    read_photo(tmp_path / "a.jpg")
    assert before == PilImage.MAX_IMAGE_PIXELS
    with PilImage.open(io.BytesIO(jpeg_bytes(picture()))) as image:
        image.load()
