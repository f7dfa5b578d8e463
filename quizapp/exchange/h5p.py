"""An H5P question set: content only, for a host that has H5P's own libraries (Moodle, WordPress).

Content without the libraries is what H5P's hub calls a content package; a host that lacks one
of the libraries says which (H5P specification, "h5p.json"; H5P.QuestionSet 1.20).
"""

import json
from dataclasses import dataclass
from typing import Any
from uuid import uuid5

from quizapp.domain.picture import Picture, PictureKind
from quizapp.domain.question import Gap, MultipleChoice, StoredQuestion, TypedAnswer
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import losses, markup, order
from quizapp.exchange.archives import pack
from quizapp.exchange.drawing import drawn
from quizapp.exchange.options import Options

_LIBRARIES = {
    "H5P.QuestionSet": (1, 20),
    "H5P.MultiChoice": (1, 16),
    "H5P.Blanks": (1, 14),
    "H5P.Image": (1, 1),
}
_PASS = 50
"""Percent."""


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return the package."""
    kept = order.ordered(losses.kept("h5p", question_set), options)
    shown = (_drawn(one.picture) for one in kept if one.picture is not None)
    images = {f"content/{one.path}": one.data for one in shown if one is not None}
    content = {
        "introPage": {"showIntroPage": False},
        "progressType": "textual",
        "passPercentage": _PASS,
        "questions": [_question(question_set, stored, options) for stored in kept],
        "disableBackwardsNavigation": False,
        "randomQuestions": False,
        "endGame": {"showResultPage": True, "showSolutionButton": True},
    }
    about = {
        "title": markup.printable(question_set.title)[:255],
        "language": "und",
        "mainLibrary": "H5P.QuestionSet",
        "embedTypes": ["iframe"],
        "license": "U",
        "defaultLanguage": "en",
        "preloadedDependencies": [
            {"machineName": name, "majorVersion": major, "minorVersion": minor}
            for name, (major, minor) in _LIBRARIES.items()
            if images or name != "H5P.Image"
        ],
    }
    return pack(
        {"h5p.json": _json(about), "content/content.json": _json(content), **images}
    )


@dataclass(frozen=True, slots=True)
class _Image:
    """A picture as H5P takes it; it has no WebP."""

    path: str
    """Beside the content."""
    media_type: str
    data: bytes
    width: int
    height: int


def _drawn(picture: Picture) -> _Image | None:
    if picture.kind is not PictureKind.WEBP:
        place = f"images/{picture.file_name}"
        return _Image(place, picture.kind.media_type, picture.data, *picture.size)
    found = drawn(picture)
    if found is None:
        return None
    place = f"images/{picture.file_name.removesuffix('webp')}png"
    return _Image(place, "image/png", found.data, found.width, found.height)


def _media(stored: StoredQuestion) -> dict[str, Any]:
    """Return the picture that stands beside a question, nothing where it has none to show."""
    picture = stored.picture
    image = None if picture is None else _drawn(picture)
    if picture is None or image is None:
        return {}
    file = {
        "path": image.path,
        "mime": image.media_type,
        "width": image.width,
        "height": image.height,
        "copyright": {"license": "U"},
    }
    told = markup.printable(picture.described)
    shown = {
        "library": "H5P.Image 1.1",
        "params": {
            "file": file,
            "alt": told,
            "decorative": not told,
            "contentName": "Image",
        },
        "subContentId": str(uuid5(stored.id, picture.digest)),
        "metadata": {"contentType": "Image", "license": "U", "title": "Image"},
    }
    return {"media": {"type": shown, "disableImageZooming": False}}


def _question(
    question_set: QuestionSet, stored: StoredQuestion, options: Options
) -> dict[str, Any]:
    asked = stored.question
    told = order.explanation(question_set, stored) if options.with_explanations else ""
    if isinstance(asked, MultipleChoice):
        name, kind = "H5P.MultiChoice", "Multiple Choice"
        params = _choice(asked, order.answers(stored, options), told)
    elif isinstance(asked, Gap | TypedAnswer):
        name, kind = "H5P.Blanks", "Fill in the Blanks"
        params = _blanks(asked, told)
    else:
        raise TypeError("a question set of H5P has no flashcards")
    major, minor = _LIBRARIES[name]
    return {
        "library": f"{name} {major}.{minor}",
        "params": params | _media(stored),
        "subContentId": str(stored.id),
        "metadata": {"contentType": kind, "license": "U", "title": kind},
    }


def _choice(asked: MultipleChoice, shown: tuple[str, ...], told: str) -> dict[str, Any]:
    tips = {"tip": "", "chosenFeedback": "", "notChosenFeedback": ""}
    return {
        "question": _html(asked.prompt),
        "answers": [
            {"text": _html(text), "correct": text == asked.right, "tipsAndFeedback": tips}
            for text in shown
        ],
        "overallFeedback": _after(told),
        "behaviour": {"singlePoint": True, "randomAnswers": False, "type": "auto"},
    }


def _blanks(asked: Gap | TypedAnswer, told: str) -> dict[str, Any]:
    right = "/".join(dict.fromkeys((asked.answer, *asked.accepted)))
    field = f"*{markup.to_html(right)}*"
    if isinstance(asked, Gap):
        text = ""
        sentence = f"{markup.to_html(asked.before)}{field}{markup.to_html(asked.after)}"
    else:
        text, sentence = _html(asked.prompt), field
    return {
        "text": text,
        "questions": [f"<p>{sentence}</p>"],
        "overallFeedback": _after(told),
        "behaviour": {"caseSensitive": False, "acceptSpellingErrors": False},
    }


def _after(told: str) -> list[dict[str, Any]]:
    """Return what is shown once it is answered, however well."""
    return [{"from": 0, "to": 100, "feedback": markup.printable(told)}] if told else []


def _html(text: str) -> str:
    return f"<p>{markup.to_html(text)}</p>"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
