"""Quizapp's note type in Anki: its id, its fields and its card.

Anki refuses a whole package whose note type has the same id and other fields (seen in its
backend 26.9: "conflicting"), so neither the id nor the fields may ever change. The look may.
"""

from typing import Any

ID = 1764236400217
NAME = "Quizapp"
FIELDS = (
    "Question",
    "Options",
    "Answer",
    "Typed",
    "Accepted",
    "Sentence",
    "Place",
    "Kind",
)
"""Typed repeats the answer where it is to be typed; Options and Accepted are lists."""

GAP = '<span class="gap">____</span>'

_FRONT = """<div class="question" dir="auto">{{Question}}</div>
{{#Options}}<div class="options">{{Options}}</div>{{/Options}}
{{#Typed}}{{type:Typed}}{{/Typed}}"""

_BACK = """{{FrontSide}}
<hr id="answer">
<div class="answer" dir="auto">{{Answer}}</div>
{{#Accepted}}<div class="accepted" dir="auto">{{Accepted}}</div>{{/Accepted}}
{{#Sentence}}<blockquote dir="auto">{{Sentence}}</blockquote>
<div class="place" dir="auto">{{Place}}</div>{{/Sentence}}"""

_LOOK = """.card { font: 20px/1.45 Inter, "Segoe UI", Roboto, Vazirmatn, sans-serif;
  max-width: 38em; margin: 1.5em auto; padding: 0 1em; text-align: start;
  color: #18211F; background: #FFFFFF; }
.options ol { list-style: upper-alpha; }
.options ol, .accepted ul { margin: .8em 0; padding-inline-start: 1.8em; }
.answer { font-weight: 600; }
.accepted, .place { color: #5C6764; font-size: 80%; }
.question img { display: block; max-width: 100%; max-height: 50vh; margin: .8em 0; }
.gap { border-bottom: 3px solid #8F6900; }
blockquote { font-family: "Charis SIL", Georgia, serif; margin: 1em 0 .3em;
  padding-inline-start: .8em; border-inline-start: 3px solid #8F6900; }
mark { color: #18211F; background: #FFE07A; }
.nightMode.card, .nightMode .card { color: #E7ECEA; background: #1A201F; }
.nightMode .accepted, .nightMode .place { color: #93A09B; }
.nightMode mark { color: #FFF0BE; background: #5A4700; }"""


def as_json() -> dict[str, Any]:
    """Return the note type in the form of a collection's `models` (Anki schema 11)."""
    return {
        "id": ID,
        "name": NAME,
        "type": 0,
        "mod": 0,
        "usn": -1,
        "sortf": 0,
        "did": 1,
        "tmpls": [_template()],
        "flds": [_field(number, name) for number, name in enumerate(FIELDS)],
        "css": _LOOK,
        "latexPre": "\\documentclass[12pt]{article}\n\\begin{document}\n",
        "latexPost": "\\end{document}",
        "latexsvg": False,
        "req": [[0, "any", [0]]],
        "tags": [],
        "vers": [],
    }


def _template() -> dict[str, Any]:
    return {
        "name": "Card 1",
        "ord": 0,
        "qfmt": _FRONT,
        "afmt": _BACK,
        "bqfmt": "",
        "bafmt": "",
        "did": None,
    }


def _field(number: int, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "ord": number,
        "sticky": False,
        "rtl": False,
        "font": "Arial",
        "size": 20,
        "media": [],
    }
