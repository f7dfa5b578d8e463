"""Read an Anki package, .apkg or .colpkg: its cards as questions; nothing is written into it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid5

import zstandard

from quizapp.domain.question import (
    GAP_MARK,
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    QuestionId,
    QuestionKind,
    TypedAnswer,
)
from quizapp.domain.review import AnsweredElsewhere, Rating
from quizapp.exchange import markup
from quizapp.exchange.anki import collection, note_type, notes, templates
from quizapp.exchange.archives import LARGEST, unpack
from quizapp.exchange.understood import IMPORTED, Gathering, Understood, permanent_id

_COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""Newest first: beside a newer one the oldest only asks for another Anki."""
_HERE = "\ue000"
"""Stands for the gap while its sentence is read; a sign for private use (Unicode, 23.5)."""
_ITEM = re.compile(r"<li\b[^<>]*>")
_SOUND = re.compile(r"\[sound:[^\[\]]*\]")
_ON_A_PICTURE = "::image-occlusion:"
"""What stands for a covered part of a picture, since Anki 23.10."""
_LONGEST_ANSWER = 3_600_000
"""Milliseconds: whoever took longer had gone away."""
_LONGEST_FIELDS = 200_000
"""Characters of a note."""


def is_package(content: bytes) -> bool:
    """Tell whether it could be a package: a zip archive."""
    return content.startswith(b"PK")


def parse(content: bytes) -> Understood:
    """Return the cards of a package; raises ValueError with a sentence for the person."""
    gathering = Gathering()
    with collection.opened(_collection(unpack(content))) as database:
        types = notes.note_types(database)
        title = notes.deck_name(database)
        single: dict[str, bool] = {}
        for number, note in enumerate(notes.notes(database), start=1):
            single[note.guid] = len(note.cards) == 1
            _take(gathering, f"note {number}", note, types.get(note.note_type))
        given = [
            _answered(one, alone=single.get(one.guid, False))
            for one in notes.answers(database)
        ]
    understood = gathering.done(title)
    taken = {stored.id for stored in understood.questions.questions}
    return replace(
        understood, answered=tuple(one for one in given if one.question in taken)
    )


def _answered(given: notes.Given, *, alone: bool) -> AnsweredElsewhere:
    took = min(max(given.took, 0), _LONGEST_ANSWER)
    return AnsweredElsewhere(
        _id(given.guid, given.card, alone=alone),
        datetime.fromtimestamp(given.at / 1000, UTC),
        Rating(given.ease),
        timedelta(milliseconds=took),
    )


def _id(guid: str, card: int, *, alone: bool) -> QuestionId:
    """Return a card's permanent id: ours where the note has just one card and came from us."""
    own = permanent_id(guid) if alone else None
    return own or QuestionId(uuid5(IMPORTED, f"anki {guid} {card}"))


def _collection(members: dict[str, bytes]) -> bytes:
    name = next((name for name in _COLLECTIONS if name in members), None)
    if name is None:
        raise ValueError("it is not an Anki package.")
    if not name.endswith("b"):
        return members[name]
    try:
        with zstandard.ZstdDecompressor().stream_reader(members[name]) as reader:
            unpacked: bytes = reader.read(LARGEST + 1)
    except (zstandard.ZstdError, MemoryError) as reason:
        raise ValueError("its archive is damaged or incomplete.") from reason
    if len(unpacked) > LARGEST:
        raise ValueError("its archive unpacks to far more than questions need.")
    return unpacked


def _take(
    gathering: Gathering, where: str, note: notes.Written, kind: notes.NoteType | None
) -> None:
    if kind is None or not kind.templates or len(note.fields) > len(kind.fields):
        gathering.refuse(where, "its note type is missing")
        return
    if sum(map(len, note.fields)) > _LONGEST_FIELDS:
        gathering.refuse(where, f"it is longer than {_LONGEST_FIELDS} characters")
        return
    if any(_ON_A_PICTURE in field for field in note.fields):
        gathering.refuse(where, "it is answered on a picture")
        return
    fields = dict(zip(kind.fields, note.fields, strict=False))
    if kind.fields[: len(note_type.FIELDS)] == note_type.FIELDS:
        _take_ours(gathering, where, note, fields)
        return
    asked = _cloze_cards(note, fields) if kind.cloze else _cards(kind, note, fields)
    for card, question in asked:
        place = where if len(note.cards) == 1 else f"{where}, card {card + 1}"
        _take_card(gathering, place, note, card, question)


def _take_ours(
    gathering: Gathering, where: str, note: notes.Written, fields: dict[str, str]
) -> None:
    """Take a note of our own type in as the question it was written from."""
    try:
        question = _ours(fields)
    except ValueError as reason:
        gathering.refuse(where, str(reason))
        return
    gathering.take(where, question, id=note.guid, tags=note.tags)


def _ours(fields: dict[str, str]) -> Question:
    """Return the question of our note type's fields; raises ValueError where there is none."""
    prompt, answer = _plain(fields["Question"]), _plain(fields["Answer"])
    match QuestionKind(fields.get("Kind", "").strip()):
        case QuestionKind.FLASHCARD:
            return Flashcard(prompt, answer)
        case QuestionKind.MULTIPLE_CHOICE:
            options = _rows(fields.get("Options", ""))
            return MultipleChoice(prompt, answer, tuple(o for o in options if o != answer))
        case QuestionKind.GAP:
            if note_type.GAP not in fields["Question"]:
                raise ValueError("its gap is gone")
            around = _around(fields["Question"].replace(note_type.GAP, _HERE, 1))
            return Gap(around[0], answer, around[1], _rows(fields.get("Accepted", "")))
        case QuestionKind.TYPED:
            return TypedAnswer(prompt, answer, _rows(fields.get("Accepted", "")))


def _take_card(
    gathering: Gathering, where: str, note: notes.Written, card: int, asked: Question | None
) -> None:
    if asked is None:
        gathering.refuse(where, "a side of it has no words")
        return
    if any(markup.to_text(field)[1] for field in note.fields):
        gathering.change(where, "its pictures are left out")
    if any("[sound:" in field for field in note.fields):
        gathering.change(where, "its sounds are left out")
    own = _id(note.guid, card, alone=len(note.cards) == 1)
    gathering.take(where, asked, id=str(own), tags=note.tags)


def _cards(
    kind: notes.NoteType, note: notes.Written, fields: dict[str, str]
) -> Iterator[tuple[int, Question | None]]:
    """Yield what each card of a note asks: its front, and its back without the front.

    A card with a field to type into is a question whose answer is typed.
    """
    for card in note.cards:
        template = kind.templates[min(card, len(kind.templates) - 1)]
        front = _plain(templates.fill(template.front, fields))
        typed = templates.typed_field(template.front)
        if typed is not None:
            answer = _plain(fields.get(typed, ""))
            yield card, TypedAnswer(front, answer) if front and answer else None
            continue
        back = _plain(templates.fill(templates.answer_only(template.back), fields))
        yield card, Flashcard(front, back) if front and back else None


def _cloze_cards(
    note: notes.Written, fields: dict[str, str]
) -> Iterator[tuple[int, Question | None]]:
    """Yield a gap for each deletion that a card asks for, a flashcard where it asks for several."""
    text = next((one for one in fields.values() if templates.cloze_numbers(one)), "")
    for card in note.cards:
        yield card, _cloze(templates.clozes(text, card + 1))


def _cloze(deletions: tuple[templates.Cloze, ...]) -> Question | None:
    if not deletions:
        return None
    first = deletions[0]
    answers = tuple(_plain(one.answer) for one in deletions)
    before, after = _around(first.before + _HERE + first.after)
    if not all(answers) or not (before + after).strip():
        return None
    if len(deletions) == 1:
        return Gap(before, answers[0], after)
    return Flashcard(f"{before}{GAP_MARK}{after}", " · ".join(answers))


def _plain(html: str) -> str:
    """Return the words of a field without Anki's marks for sounds."""
    return markup.to_text(_SOUND.sub(" ", html))[0]


def _around(html: str) -> tuple[str, str]:
    """Return the words before and after `_HERE`, the spaces beside it kept."""
    before, _, after = _plain(html).partition(_HERE)
    return before, after


def _rows(html: str) -> tuple[str, ...]:
    """Return the items of an HTML list that holds no other."""
    items = (_plain(item) for item in _ITEM.split(html)[1:])
    return tuple(item for item in items if item)
