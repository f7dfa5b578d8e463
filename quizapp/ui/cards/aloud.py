"""What a screen reader says of a card by itself: who cannot see it hears when it changes."""

from quizapp.domain.answer import Mark
from quizapp.domain.picture import Picture
from quizapp.operations.study import Quote
from quizapp.ui import wording
from quizapp.ui.wording import tr


def sentences(*parts: str) -> str:
    """Return the parts one after the other, a full stop after each that has no end."""
    ended = (part if part[-1] in ".?!…" else f"{part}." for part in parts if part)
    return " ".join(ended)


def asked(prompt: str, picture: Picture | None) -> str:
    """Return what is read out of a question: its words, then what its picture shows."""
    if picture is None:
        return prompt
    shown = tr("Picture: %1").replace("%1", picture.described).rstrip(" :")
    return sentences(prompt, shown)


def answered(mark: Mark | None, answer: str, quote: Quote | None) -> str:
    """Return what to say of a typed answer: the verdict, what is right, and from where."""
    verdict = () if mark is None else wording.verdict(mark)
    right = tr("Answer: %1").replace("%1", answer)
    return sentences(*verdict, right, source(quote))


def source(quote: Quote | None) -> str:
    """Return the sentence that an answer came from, if there is one."""
    return "" if quote is None else tr("Source: %1").replace("%1", quote.sentence)
