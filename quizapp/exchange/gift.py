r"""GIFT, Moodle's questions as plain text: written so that Moodle and its kin read the same.

The order of escaping is fixed: plain text, then HTML where the format carries it, then the
backslash before `~ = # { } :` and itself. Short answers are plain, with Moodle's `*` made
harmless. Several right answers are never written, and a short answer with `->` cannot be:
Moodle 4.5 gives the whole file up there.
"""

import re
from typing import assert_never

from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    StoredQuestion,
    TypedAnswer,
    prompt_of,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import graded
from quizapp.exchange.losses import kept
from quizapp.exchange.markup import printable, to_html
from quizapp.exchange.moodle_xml import category, plain_name
from quizapp.exchange.options import Options
from quizapp.exchange.order import answers, explanation, ordered

_SPECIAL = re.compile(r"[\\~=#{}:]")
_WEIGHT = re.compile(r"\s*%-?\d")


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return the set as one category, a question a paragraph, in UTF-8."""
    blocks = [f"$CATEGORY: $course$/top/{category(question_set.title)}"]
    for stored in ordered(kept("gift", question_set), options):
        told = explanation(question_set, stored) if options.with_explanations else ""
        blocks.append(_block(stored, told, options))
    return ("\n\n".join(blocks) + "\n").encode()


def escaped(text: str) -> str:
    """Return a text with a backslash before what means something in GIFT."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _block(stored: StoredQuestion, told: str, options: Options) -> str:
    question = stored.question
    tags = "".join(f" [tag:{_tag(tag)}]" for tag in stored.tags if _tag(tag))
    name = escaped(plain_name(prompt_of(question)))
    prompt = graded.widened(question) if isinstance(question, Gap) else prompt_of(question)
    card = isinstance(question, Flashcard)
    feedback = f"\n\t####[html]{_rich(told)}" if told and not card else ""
    return (
        f"// [id:{stored.id}]{tags}\n::{name}::[html]{_rich(prompt)}"
        f"{{{_body(stored, options)}{feedback}\n}}"
    )


def _body(stored: StoredQuestion, options: Options) -> str:
    match stored.question:
        case Flashcard(back=back):
            return f"\n\t####[html]{_rich(back)}"
        case MultipleChoice(right=right):
            shown = answers(stored, options)
            return "".join(
                f"\n\t{'=' if one == right else '~'}{_option(one, right=one == right)}"
                for one in shown
            )
        case (
            Gap(answer=answer, accepted=accepted)
            | TypedAnswer(answer=answer, accepted=accepted)
        ):
            return "".join(f"\n\t=%100%{_plain(one)}" for one in (answer, *accepted))
        case _:
            assert_never(stored.question)


def _option(text: str, *, right: bool) -> str:
    """Return an option; a text that looks like a weight or a format is told apart from one."""
    form = "[html]" if text.lstrip().startswith("[") else ""
    weight = ("%100%" if right else "%0%") if _WEIGHT.match(text) else ""
    return f"{weight}{form}{_rich(text)}"


def _rich(text: str) -> str:
    return escaped(to_html(text).strip())


def _plain(text: str) -> str:
    r"""Return a short answer: no HTML, no wildcard, its line breaks as `\n`."""
    exact = escaped(graded.to_wildcards(printable(text).strip()))
    form = "[plain]" if exact.startswith("[") else ""
    return form + exact.replace("\n", "\\n")


def _tag(tag: str) -> str:
    """Return a tag without the signs that end it in GIFT."""
    return " ".join(re.sub(r"[<>`\[\]\x00-\x1f\x7f\\]", " ", tag).split())
