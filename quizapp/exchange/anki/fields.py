"""Fields of protocol buffers, read without their schema (Protocol Buffers, "Encoding")."""

from collections.abc import Iterator

_VARINT, _EIGHT_BYTES, _BYTES, _FOUR_BYTES = 0, 1, 2, 5
_FIXED = {_EIGHT_BYTES: 8, _FOUR_BYTES: 4}


def texts_of(message: object) -> dict[int, str]:
    """Return a message's texts by their field's number; raises ValueError where it is broken."""
    return {
        number: value.decode("utf-8", "replace")
        for number, value in _read(message)
        if isinstance(value, bytes)
    }


def messages_of(message: object, wanted: int) -> list[bytes]:
    """Return every message in the field of this number; raises ValueError as above."""
    return [
        value
        for number, value in _read(message)
        if number == wanted and isinstance(value, bytes)
    ]


def whole_of(message: object) -> dict[int, int]:
    """Return a message's whole numbers by their field's number; raises ValueError as above."""
    return {number: value for number, value in _read(message) if isinstance(value, int)}


def _read(message: object) -> Iterator[tuple[int, int | bytes]]:
    if not isinstance(message, bytes):
        raise ValueError("its note types are damaged.")  # noqa: TRY004 - the file's fault
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        number, kind = key >> 3, key & 7
        if kind == _VARINT:
            value, at = _varint(message, at)
            yield number, value
            continue
        if kind == _BYTES:
            length, at = _varint(message, at)
        elif kind in _FIXED:
            length = _FIXED[kind]
        else:
            raise ValueError("its note types are damaged.")
        if at + length > len(message):
            raise ValueError("its note types are damaged.")
        if kind == _BYTES:
            yield number, message[at : at + length]
        at += length


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place, byte in enumerate(message[at : at + 10]):
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            return value, at + place + 1
    raise ValueError("its note types are damaged.")
