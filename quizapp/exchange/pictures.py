"""Pictures in question sets: how HTML shows one, and which of a file's pictures are taken in.

What a file says of a picture is not believed, its bytes are. Nothing is fetched from the web,
and nothing is looked for outside the file.
"""

import binascii
import posixpath
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from html import escape
from urllib.parse import unquote

from quizapp.domain.picture import LARGEST, LONGEST_DESCRIPTION, Picture, described
from quizapp.exchange.markup import Shown, printable

Look = Callable[[str], bytes | None]
"""Gives what lies at a place in the file, None where nothing does."""

CANVAS_FILES = "$IMS-CC-FILEBASE$"
"""Stands for the folder of files in a package of Canvas."""
OUTSIDE = "pictures outside its question are left out"
OTHERS = "a sound, film or drawing in it is left out"
_FURTHER = "all its pictures but one are left out"
_ON_THE_WEB = "a picture on the web is left out: nothing is fetched"
_NOT_THERE = "a picture is left out: it is not in the file"
_LONG = f"its picture's description is cut to {LONGEST_DESCRIPTION} characters"
_FOLDERS = ("", "web_resources", "Uploaded Media")
"""Where packages keep such files; text2qti and Canvas name the last two."""


def tag(picture: Picture, place: str) -> str:
    """Return the HTML that shows a picture from a place."""
    told = escape(printable(picture.described))
    return f'<img src="{escape(place)}" alt="{told}">'


def below(picture: Picture, place: str) -> str:
    """Return the HTML that shows a picture under what is asked."""
    return f"<br>{tag(picture, place)}"


def address(picture: Picture) -> str:
    """Return an address that holds the picture itself (RFC 2397)."""
    return f"data:{picture.kind.media_type};base64,{b64encode(picture.data).decode()}"


def one_of(shown: Sequence[Shown], look: Look) -> tuple[Picture | None, list[str]]:
    """Return the first picture that can be taken in, and what is said of the others."""
    picture: Picture | None = None
    said: list[str] = []
    for one in shown:
        if picture is not None:
            said.append(_FURTHER)
            break
        try:
            told = " ".join(printable(one.described).split())
            picture = Picture(_bytes(one.place, look), described(told))
            said += [_LONG] if len(told) > LONGEST_DESCRIPTION else []
        except LookupError as reason:
            said.append(str(reason.args[0]))
        except ValueError as reason:
            said.append(f"a picture is left out: {reason}")
    return picture, list(dict.fromkeys(said))


def nowhere(_: str) -> bytes | None:
    """Find nothing: for files that hold no others."""
    return None


def among(members: Mapping[str, bytes], folder: str = "") -> Look:
    """Return what looks for files of an archive, as a document in `folder` names them."""

    def look(place: str) -> bytes | None:
        path = unquote(place.partition("?")[0].partition("#")[0])
        path = path.removeprefix(CANVAS_FILES).lstrip("/")
        tried = (
            posixpath.normpath(posixpath.join(one, path)) for one in (folder, *_FOLDERS)
        )
        return next((members[one] for one in tried if one in members), None)

    return look


def decoded(base64: str) -> bytes:
    """Return the bytes of a text in base 64; raises ValueError where it is none or too long."""
    if len(base64) > 2 * LARGEST:
        raise ValueError(f"it is larger than {LARGEST // 1_000_000} MB")
    try:
        return b64decode("".join(base64.split()), validate=True)
    except (binascii.Error, ValueError) as reason:
        raise ValueError("it is damaged") from reason


def _bytes(place: str, look: Look) -> bytes:
    """Return a picture's bytes; raises LookupError with what to say where they are not here."""
    head, _, rest = place.strip().partition(":")
    if head.lower() == "data":
        kind, _, body = rest.partition(",")
        if not kind.lower().rstrip().endswith(";base64"):
            raise ValueError("it is damaged")
        return decoded(unquote(body))
    if place.strip().startswith(("//", "\\\\")) or head.lower() in {"http", "https", "ftp"}:
        raise LookupError(_ON_THE_WEB)
    found = look(place.strip())
    if found is None:
        raise LookupError(_NOT_THERE)
    return found
