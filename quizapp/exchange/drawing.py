"""Pictures made ready for programs that take fewer kinds than we do: decoded, turned, not too fine.

A picture's header may be sound and the rest of it broken; whoever draws it says its description
instead.
"""

import struct
import warnings
import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps

from quizapp.domain.picture import Picture, PictureKind

FINEST = 1_800
"""Pixels of the longer side: more than printers show of a picture that leaves room for words."""
_FORMS = {
    PictureKind.PNG: "PNG",
    PictureKind.JPEG: "JPEG",
    PictureKind.GIF: "GIF",
    PictureKind.WEBP: "WEBP",
}
_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})
_BROKEN: tuple[type[Exception], ...] = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    EOFError,
    OverflowError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)
"""What Pillow raises for bytes that are not what they promise."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A still picture as PNG or JPEG, the way up that it is meant to be seen."""

    data: bytes
    width: int
    height: int
    """Pixels."""

    def within(self, width: float, height: float, pixel: float) -> tuple[float, float]:
        """Return its width and height where a pixel has this size, smaller where there is no room.

        All in the same unit, whichever that is.
        """
        times = min(pixel, width / self.width, height / self.height)
        return self.width * times, self.height * times


@lru_cache(maxsize=8)
def drawn(picture: Picture) -> Drawn | None:
    """Return a picture made ready, None where it is broken; of a moving one the first frame."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(
                BytesIO(picture.data), formats=[_FORMS[picture.kind]]
            ) as opened:
                opened.draft("RGB", (FINEST, FINEST))
                image = ImageOps.exif_transpose(opened)
                image.load()
                return _saved(image, picture.kind)
        except _BROKEN:
            return None


def _saved(image: Image.Image, kind: PictureKind) -> Drawn:
    image.thumbnail((FINEST, FINEST))
    written = BytesIO()
    if kind is PictureKind.JPEG:
        image.convert("RGB").save(written, "JPEG", quality=90)
    elif kind is PictureKind.PNG and image.mode in _MODES:
        image.save(written, "PNG")
    else:
        image.convert("RGBA").save(written, "PNG")
    return Drawn(written.getvalue(), image.width, image.height)
