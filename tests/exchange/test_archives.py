"""Zip archives from strangers: read to a limit, never outside themselves."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.exchange import archives
from quizapp.exchange.archives import pack, unpack


def zipped(*members: tuple[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def reason_of(content: bytes) -> str:
    """Return why an archive is refused, "its archive" where it is not."""
    try:
        unpack(content)
    except ValueError as reason:
        return str(reason)
    return "its archive"


def test_members_come_back_in_order():
    members = {"imsmanifest.xml": b"<a/>", "items/1.xml": "é".encode()}
    assert list(unpack(pack(members)).items()) == list(members.items())


def test_the_same_content_is_the_same_archive():
    assert pack({"a": b"b"}) == pack({"a": b"b"})


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/etc/x", "C:/x", "a\\..\\..\\x"])
def test_a_place_outside_is_refused(name):
    with pytest.raises(ValueError, match="outside itself"):
        unpack(zipped((name, b"x")))


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(ValueError, match="far more"):
        unpack(zipped(("a.xml", b"\0" * 40_000_000)))


def test_what_is_not_asked_for_is_not_unpacked():
    archive = zipped(("a.xml", b"a"), ("0", b"\0" * 40_000_000))
    assert unpack(archive, only={"a.xml"}) == {"a.xml": b"a"}
    with pytest.raises(ValueError, match="far more"):
        unpack(archive, only={"0"})


def test_many_members_that_are_large_together_are_refused():
    members = [(f"{place}.bin", bytes(range(256)) * 8) for place in range(4)]
    with pytest.raises(ValueError, match="far more"):
        unpack(zipped(*members), largest=8_000)


def test_too_many_members_are_refused():
    members = [(str(place), b"") for place in range(archives.MOST_MEMBERS + 1)]
    with pytest.raises(ValueError, match="far more files"):
        unpack(zipped(*members))


def test_a_size_that_lies_is_refused():
    honest = zipped(("a.xml", b"x" * 5_000))
    lying = honest.replace((5_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(ValueError, match="damaged"):
        unpack(lying)


def test_an_archive_locked_by_a_password_is_told():
    open_ = bytearray(zipped(("a", b"x")))
    open_[open_.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ValueError, match="password"):
        unpack(bytes(open_))


@given(st.binary(max_size=300), st.integers(0, 300))
def test_noise_is_refused_with_a_reason(noise, cut):
    whole = pack({"a": b"content", "b": noise})
    for content in (noise, whole[:cut], whole[:cut] + noise + whole[cut:]):
        assert reason_of(content).startswith("its archive")
