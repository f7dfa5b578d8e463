"""Write a set as an Anki package (.apkg) that updates its notes when it is brought in again."""

import hashlib
from collections.abc import Iterable, Iterator
from uuid import UUID, uuid5

from quizapp.domain.article import Article
from quizapp.domain.question import (
    GENERATED,
    Gap,
    QuestionKind,
    StoredQuestion,
    TypedAnswer,
    kind_of,
    prompt_of,
    solution,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import losses, markup, order, pictures
from quizapp.exchange.anki import collection, media, note_type
from quizapp.exchange.archives import pack
from quizapp.exchange.options import Options

_FIRST_ID = 1_600_000_000_000
_IDS = 100_000_000_000
"""Anki's ids are milliseconds since 1970; ours fall between September 2020 and November 2023."""


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return the package; Anki takes a note again only where `options.moment` is later."""
    changed = int(options.moment.timestamp())
    kept = order.ordered(losses.kept("anki", question_set), options)
    notes = _notes(question_set, kept, options, changed)
    deck = markup.printable(question_set.title).replace("::", ":")
    stored = collection.write(_deck_id(question_set.title), deck, notes, changed)
    shown = [one.picture for one in kept if one.picture is not None]
    return pack({"collection.anki2": stored, **media.written(shown)})


def _notes(
    question_set: QuestionSet,
    questions: Iterable[StoredQuestion],
    options: Options,
    changed: int,
) -> Iterator[collection.Note]:
    taken: set[int] = set()
    for stored in questions:
        fields = _fields(question_set.article, stored, options)
        plain = _sorting(stored, fields[0])
        yield collection.Note(
            id=_note_id(stored.id, taken),
            guid=str(stored.id),
            changed=changed,
            tags=tuple(map(_tag, stored.tags)),
            fields=fields,
            plain=plain,
            checksum=int(hashlib.sha1(plain.encode()).hexdigest()[:8], 16),  # noqa: S324 - Anki's own
        )


def _fields(
    article: Article | None, stored: StoredQuestion, options: Options
) -> tuple[str, ...]:
    """Return what stands in `note_type.FIELDS`, in their order."""
    asked, kind = stored.question, kind_of(stored.question)
    typed = kind in {QuestionKind.GAP, QuestionKind.TYPED}
    answer = _html(solution(asked))
    accepted = asked.accepted if isinstance(asked, Gap | TypedAnswer) else ()
    sentence, place = _source(article, stored) if options.with_explanations else ("", "")
    return (
        _prompt(stored) + _picture(stored),
        _list("ol", order.answers(stored, options)),
        answer,
        answer if typed else "",
        _list("ul", accepted),
        sentence,
        place,
        str(kind),
    )


def _prompt(stored: StoredQuestion) -> str:
    asked = stored.question
    if isinstance(asked, Gap):
        return f"{_html(asked.before)}{note_type.GAP}{_html(asked.after)}"
    return _html(prompt_of(asked))


def _picture(stored: StoredQuestion) -> str:
    picture = stored.picture
    if picture is None:
        return ""
    return pictures.below(picture, picture.file_name).replace("[", "&#91;")


def _sorting(stored: StoredQuestion, field: str) -> str:
    """Return the first field's words, by which Anki sorts, with the name of its picture."""
    plain = markup.read(field).text
    return plain if stored.picture is None else f"{plain} {stored.picture.file_name} "


def _source(article: Article | None, stored: StoredQuestion) -> tuple[str, str]:
    """Return the sentence with the answer marked, and where it stands."""
    if article is None or stored.source is None:
        return "", ""
    sentence, answer = stored.source.sentence, stored.source.answer
    before = _html(article.text[sentence.start : answer.start])
    after = _html(article.text[answer.end : sentence.end])
    place = article.place(sentence)
    where = f"Paragraph {place.paragraph}, sentence {place.sentence}"
    marked = f"{before}<mark>{_html(answer.of(article.text))}</mark>{after}"
    return marked, _html(f"{article.title} · {where}")


def _list(name: str, texts: tuple[str, ...]) -> str:
    if not texts:
        return ""
    rows = "".join(f'<li dir="auto">{_html(text)}</li>' for text in texts)
    return f"<{name}>{rows}</{name}>"


def _html(text: str) -> str:
    """Return a text as HTML in which Anki finds no sound, picture or LaTeX tag of its own."""
    return markup.to_html(text).replace("[", "&#91;")


def _tag(tag: str) -> str:
    """Return a tag as Anki keeps it: spaces part tags there."""
    return "_".join(markup.printable(tag).split())


def _note_id(question: UUID, taken: set[int]) -> int:
    wanted = _FIRST_ID + question.int % _IDS
    while wanted in taken:
        wanted += 1
    taken.add(wanted)
    return wanted


def _deck_id(title: str) -> int:
    return _FIRST_ID + uuid5(GENERATED, f"anki deck {title}").int % _IDS
