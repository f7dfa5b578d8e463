"""Moodle's rarer kinds of question, its own and those of plugins, as questions of ours."""

import re
from collections.abc import Callable

from quizapp.domain.question import Question, TypedAnswer
from quizapp.exchange import graded, parts, reasons
from quizapp.exchange.parts import Part
from quizapp.exchange.xml import Element, Words

_RECORDED = "it asks for a recording"
NOT_ASKED = {
    "description": reasons.ASKS_NOTHING,
    "random": "it draws another question each time",
    "randomsamatch": "it draws other questions each time",
    "calculated": reasons.DRAWN_ANEW,
    "calculatedmulti": reasons.DRAWN_ANEW,
    "calculatedsimple": reasons.DRAWN_ANEW,
    "formulas": reasons.DRAWN_ANEW,
    "stack": reasons.DRAWN_ANEW,
    "varnumeric": reasons.DRAWN_ANEW,
    "varnumericset": reasons.DRAWN_ANEW,
    "varnumunit": reasons.DRAWN_ANEW,
    "ddimageortext": reasons.ON_A_PICTURE,
    "ddmarker": reasons.ON_A_PICTURE,
    "imagetarget": reasons.ON_A_PICTURE,
    "coderunner": "it asks for a program, which would have to be run",
    "pmatch": reasons.PATTERN,
    "drawing": "it asks for a drawing",
    "recordrtc": _RECORDED,
    "poodllrecording": _RECORDED,
    "fileresponse": reasons.ASKS_FOR_FILE,
}
"""Why these are left out."""


def order(element: Element, prompt: str, words: Words) -> list[Question]:
    """Return a card for items to be put in order; Moodle numbers them by their fraction."""
    numbered = [
        (_number(one.get("fraction")), words(one)) for one in element.iterfind("answer")
    ]
    items = [text for _, text in sorted(numbered, key=lambda pair: pair[0]) if text]
    return [parts.ordering(prompt, items)]


def rows(element: Element, prompt: str, words: Words) -> list[Question]:
    """Return each statement of a multiple true or false as a choice among its columns."""
    columns = {
        one.get("number", ""): words(found)
        for one in element.iterfind("column")
        if (found := one.find("responsetext")) is not None
    }
    weights = {
        (one.get("rownumber"), one.get("columnnumber")): _number(one.findtext("value"))
        for one in element.iterfind("weight")
    }
    pairs = []
    for row in element.iterfind("row"):
        found = row.find("optiontext")
        right = [
            text
            for number, text in columns.items()
            if weights.get((row.get("number"), number), 0) > 0
        ]
        if found is not None and len(right) == 1:
            pairs.append((words(found), right[0]))
    return [*graded.matching(prompt, pairs, tuple(columns.values()))]


def dragged(element: Element, prompt: str, words: Words) -> list[Question]:
    """Return pairs whose answers are dragged, and may be formatted."""
    pairs = [
        (words(one), words(answer))
        for one in element.iterfind("subquestion")
        if (answer := one.find("answer")) is not None
    ]
    return [*graded.matching(prompt, pairs)]


def chosen_words(element: Element, prompt: str, words: Words) -> list[Question]:
    """Return each `[[2]]` of a text as a choice among the words of its group."""
    offered = [
        (words(one), one.findtext("group") or "1")
        for one in (*element.iterfind("selectoption"), *element.iterfind("dragbox"))
    ]
    around = re.split(r"\[\[(\d+)\]\]", prompt)
    places = []
    for number in around[1::2]:
        if not 0 < int(number) <= len(offered):
            raise ValueError("one of its gaps has no words to choose from")
        right, group = offered[int(number) - 1]
        wrong = (text for text, other in offered if other == group and text != right)
        answers = ((right, 100.0), *((text, 0.0) for text in dict.fromkeys(wrong)))
        places.append(Part(answers, typed=False))
    return parts.apart(around[::2], places)


def filled(element: Element, prompt: str, _: Words) -> list[Question]:
    """Return each gap of a text whose answers stand in it, in brackets: `[cat|kitten]`."""
    marks = (element.findtext("delimitchars") or "").strip()
    start, end = (re.escape(mark) for mark in (marks if len(marks) == 2 else "[]"))
    around = re.split(f"{start}([^{start}{end}]+){end}", prompt)
    places = [
        Part(tuple((one.strip(), 100.0) for one in answer.split("|")), typed=True)
        for answer in around[1::2]
    ]
    return parts.apart(around[::2], places)


def first_answer(element: Element, prompt: str, _: Words) -> list[Question]:
    """Return a question of the plugin “regexp”: its first answer is words, the others patterns."""
    right = (element.findtext("answer/text") or "").strip()
    return [graded.typed(prompt, [(right, 100.0)])]


def crossed(element: Element, _: str, words: Words) -> list[Question]:
    """Return each clue of a crossword with its word to be typed."""
    found: list[Question] = [
        TypedAnswer(words(clue), (one.findtext("answer") or "").strip())
        for one in element.iterfind("word")
        if (clue := one.find("clue")) is not None
    ]
    if not found:
        raise ValueError("it has no clues")
    return found


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0


READERS: dict[str, Callable[[Element, str, Words], list[Question]]] = {
    "ordering": order,
    "mtf": rows,
    "kprime": rows,
    "ddmatch": dragged,
    "gapselect": chosen_words,
    "ddwtos": chosen_words,
    "gapfill": filled,
    "crossword": crossed,
    "regexp": first_answer,
}
