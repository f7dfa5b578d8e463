"""A picture is what its bytes say, of a known kind and a bearable size."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.picture import LARGEST, Picture, PictureKind, described
from quizapp.domain.wire import picture_from_wire, picture_to_wire
from tests import pictures

STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8", b"")


@pytest.mark.parametrize("kind", PictureKind)
def test_kind_and_size_are_read_from_the_bytes(kind):
    picture = Picture(pictures.drawn(kind, 60, 40))
    assert (picture.kind, picture.size) == (kind, (60, 40))
    assert picture.file_name.endswith(f".{kind}")
    assert picture.kind.media_type in {
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
    }


@pytest.mark.parametrize(
    "more", [{"lossless": True}, {"lossless": False}, {"exif": b"Exif\0\0MM"}]
)
def test_every_form_of_webp_tells_its_size(more):
    assert Picture(pictures.saved("webp", 300, 20, **more)).size == (300, 20)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no PNG, JPEG, GIF or WebP"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no PNG, JPEG, GIF or WebP"),
        (b"%PDF-1.7", "no PNG, JPEG, GIF or WebP"),
        (pictures.red().data[:20], "damaged"),
        (b"\xff\xd8\xff\xe0\x00\x10" + b"\0" * 40, "damaged"),
        (b"\xff\xd8\xff" + b"\xff" * 40, "damaged"),
        (b"GIF89a\0\0\1\0", "damaged"),
        (b"RIFF\0\0\0\0WEBPVP8X", "damaged"),
        (pictures.red().data.ljust(LARGEST + 1, b"\0"), "larger than 4 MB"),
        (pictures.claiming(8_001, 1), "wider or higher than 8000 pixels"),
        (pictures.claiming(8_000, 8_000), "more than 40 million pixels"),
    ],
)
def test_what_is_none_is_refused(data, why):
    with pytest.raises(ValueError, match=why):
        Picture(data)


@given(st.sampled_from(STARTS), st.binary(max_size=60))
def test_no_bytes_break_the_reading_of_a_header(start, rest):
    try:
        picture = Picture(start + rest)
    except ValueError:
        return
    assert min(picture.size) > 0


def test_a_description_is_one_short_line():
    assert described("  a\n dam \t and a lake ") == "a dam and a lake"
    assert len(described("x " * 5_000)) < 1_001
    with pytest.raises(ValueError, match="one short line"):
        replace(pictures.red(), described="two\nlines")


def test_a_picture_goes_through_json_as_it_is():
    assert picture_from_wire(picture_to_wire(pictures.red())) == pictures.red()


@pytest.mark.parametrize(
    "wire", [{}, {"data": "!"}, {"data": 3}, {"data": "AAAA"}, {"data": "é"}, [], "x"]
)
def test_json_that_holds_no_picture_is_refused(wire):
    with pytest.raises(ValueError, match=r"\w"):
        picture_from_wire(wire)
