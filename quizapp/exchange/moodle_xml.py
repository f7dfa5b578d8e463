"""Write Moodle XML, the format that loses nothing there.

After Moodle 4.5's question/format/xml: fractions come from its list of grades, names are plain
and at most 255 characters, and a repeated idnumber in a category would be dropped silently.
"""

import re
from base64 import b64encode
from typing import assert_never

from lxml import etree  # type: ignore[import-untyped]  # it ships no types
from lxml.builder import E  # type: ignore[import-untyped]  # it ships no types

from quizapp.domain.picture import Picture
from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    StoredQuestion,
    TypedAnswer,
    prompt_of,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import graded, pictures
from quizapp.exchange.losses import kept
from quizapp.exchange.markup import printable, to_html
from quizapp.exchange.options import Options
from quizapp.exchange.order import answers, explanation, ordered
from quizapp.exchange.xml import Element

NAME_LIMIT = 255
FILES = "@@PLUGINFILE@@/"
"""Stands in Moodle's HTML for the files that lie beside it."""


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return the set as one category of a Moodle question bank."""
    root = etree.Element("quiz")
    title = category(question_set.title)
    root.append(E.question(E.category(_text(f"$course$/top/{title}")), type="category"))
    for stored in ordered(kept("moodle-xml", question_set), options):
        told = explanation(question_set, stored) if options.with_explanations else ""
        root.append(_question(stored, told, options))
    written: bytes = etree.tostring(
        root, encoding="UTF-8", xml_declaration=True, pretty_print=True
    )
    return written


def category(title: str) -> str:
    """Return a set's title as one step of a category's path, in which `/` is doubled."""
    return plain_name(title).replace("/", "//")


def plain_name(text: str) -> str:
    """Return a name that Moodle leaves alone: one line, no tags, not too long."""
    flat = " ".join(re.sub("[<>]", " ", printable(text)).split())
    return flat if len(flat) <= NAME_LIMIT else f"{flat[: NAME_LIMIT - 1]}…"


def _question(stored: StoredQuestion, told: str, options: Options) -> Element:
    question = stored.question
    kind = {Flashcard: "essay", MultipleChoice: "multichoice"}.get(
        type(question), "shortanswer"
    )
    prompt = graded.widened(question) if isinstance(question, Gap) else prompt_of(question)
    feedback = to_html(told)
    if isinstance(question, Flashcard):
        feedback = "<br>".join(filter(None, (to_html(question.back), feedback)))
    element = E.question(
        E.name(_text(plain_name(prompt_of(question)))),
        _asked(to_html(prompt), stored.picture),
        _formatted("generalfeedback", feedback),
        E.defaultgrade("1"),
        E.penalty("0.3333333"),
        E.hidden("0"),
        E.idnumber(str(stored.id)),
        type=kind,
    )
    element.extend(_particulars(stored, options))
    if stored.tags:
        element.append(E.tags(*(E.tag(_text(printable(tag))) for tag in stored.tags)))
    return element


def _asked(markup: str, picture: Picture | None) -> Element:
    """Return what is asked, and the picture under it as a file."""
    if picture is None:
        return _formatted("questiontext", markup)
    shown = pictures.below(picture, FILES + picture.file_name)
    element = _formatted("questiontext", markup + shown)
    data = b64encode(picture.data).decode()
    element.append(E.file(data, name=picture.file_name, path="/", encoding="base64"))
    return element


def _particulars(stored: StoredQuestion, options: Options) -> list[Element]:
    match stored.question:
        case Flashcard(back=back):
            return [
                E.responseformat("editor"),
                E.responserequired("0"),
                _formatted("graderinfo", to_html(back)),
            ]
        case MultipleChoice(right=right):
            shuffled = str(options.shuffle_answers).lower()
            head = E.single("true"), E.shuffleanswers(shuffled), E.answernumbering("ABCD")
            shown = answers(stored, options)
            return [
                *head,
                *(_answer(one, to_html(one), right=one == right) for one in shown),
            ]
        case (
            Gap(answer=answer, accepted=accepted)
            | TypedAnswer(answer=answer, accepted=accepted)
        ):
            written = (graded.to_wildcards(one) for one in (answer, *accepted))
            return [E.usecase("0"), *(_answer(one, None, right=True) for one in written)]
        case _:
            assert_never(stored.question)


def _answer(plain: str, markup: str | None, *, right: bool) -> Element:
    form = "moodle_auto_format" if markup is None else "html"
    body = _text(printable(plain)) if markup is None else _marked(markup)
    feedback = _formatted("feedback", "")
    return E.answer(body, feedback, fraction="100" if right else "0", format=form)


def _text(plain: str) -> Element:
    return E.text(plain)


def _marked(markup: str) -> Element:
    element = E.text()
    element.text = etree.CDATA(markup) if markup else ""
    return element


def _formatted(tag: str, markup: str) -> Element:
    element = etree.Element(tag, format="html")
    element.append(_marked(markup))
    return element
