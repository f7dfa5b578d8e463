"""Read an Anki package, .apkg or .colpkg: its cards as questions; nothing is written into it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import uuid5

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
from quizapp.exchange import markup, pictures, reasons
from quizapp.exchange.anki import collection, media, note_type, notes, templates
from quizapp.exchange.archives import LARGEST, unpack
from quizapp.exchange.pictures import Look
from quizapp.exchange.understood import IMPORTED, Gathering, Understood, permanent_id

_COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""Newest first: beside a newer one the oldest only asks for another Anki."""
_HERE = "\ue000"
"""Stands for the gap while its sentence is read; a sign for private use (Unicode, 23.5)."""
_ITEM = re.compile(r"<li\b[^<>]*>")
_LONGEST_ANSWER = 3_600_000
"""Milliseconds: whoever took longer had gone away."""
_LONGEST_FIELDS = 200_000
"""Characters of a note."""


@dataclass(frozen=True, slots=True)
class _Card:
    """What one card of a note asks, None where a side has no words, and its front as HTML."""

    number: int
    """From 0."""
    asked: Question | None
    front: str


def is_package(content: bytes) -> bool:
    """Tell whether it could be a package: a zip archive."""
    return content.startswith(b"PK")


def parse(content: bytes) -> Understood:
    """Return the cards of a package; raises ValueError with a sentence for the person."""
    gathering = Gathering()
    members = unpack(content, only=frozenset((*_COLLECTIONS, media.LIST)))
    look = media.look_into(content, members.get(media.LIST, b""))
    with collection.opened(_collection(members)) as database:
        types = notes.note_types(database)
        title = notes.deck_name(database)
        single: dict[str, bool] = {}
        for number, note in enumerate(notes.notes(database), start=1):
            single[note.guid] = len(note.cards) == 1
            kind = types.get(note.note_type)
            _take(gathering, f"note {number}", note, kind, look)
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
        unpacked = media.unpacked(members[name], LARGEST)
    except ValueError as reason:
        raise ValueError("its archive is damaged or incomplete.") from reason
    if len(unpacked) > LARGEST:
        raise ValueError("its archive unpacks to far more than questions need.")
    return unpacked


def _take(
    gathering: Gathering,
    where: str,
    note: notes.Written,
    kind: notes.NoteType | None,
    look: Look,
) -> None:
    if kind is None or not kind.templates or len(note.fields) > len(kind.fields):
        gathering.refuse(where, "its note type is missing")
        return
    if sum(map(len, note.fields)) > _LONGEST_FIELDS:
        gathering.refuse(where, f"it is longer than {_LONGEST_FIELDS} characters")
        return
    if any(templates.COVERED in field for field in note.fields):
        gathering.refuse(where, reasons.ON_A_PICTURE)
        return
    fields = dict(zip(kind.fields, note.fields, strict=False))
    if kind.fields[: len(note_type.FIELDS)] == note_type.FIELDS:
        _take_ours(gathering, where, note, fields, look)
        return
    found = _cloze_cards(note, fields) if kind.cloze else _cards(kind, note, fields)
    for card in found:
        place = where if len(note.cards) == 1 else f"{where}, card {card.number + 1}"
        _take_card(gathering, place, note, card, look)


def _take_ours(
    gathering: Gathering,
    where: str,
    note: notes.Written,
    fields: dict[str, str],
    look: Look,
) -> None:
    """Take a note of our own type in as the question it was written from."""
    try:
        question = _ours(fields)
    except ValueError as reason:
        gathering.refuse(where, str(reason))
        return
    picture, left = pictures.one_of(markup.read(fields["Question"]).shown, look)
    gathering.take(where, question, id=note.guid, tags=note.tags, picture=picture)
    for one in left:
        gathering.change(where, one)


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
    gathering: Gathering, where: str, note: notes.Written, card: _Card, look: Look
) -> None:
    if card.asked is None:
        gathering.refuse(where, "a side of it has no words")
        return
    front, fields = markup.read(card.front), [markup.read(one) for one in note.fields]
    picture, left = pictures.one_of(front.shown, look)
    if any(set(one.shown) - set(front.shown) for one in fields):
        left.append(pictures.OUTSIDE)
    if any(one.others for one in fields):
        left.append(pictures.OTHERS)
    if any("[sound:" in field for field in note.fields):
        left.append("its sounds are left out")
    for one in left:
        gathering.change(where, one)
    own = _id(note.guid, card.number, alone=len(note.cards) == 1)
    gathering.take(where, card.asked, id=str(own), tags=note.tags, picture=picture)


def _cards(
    kind: notes.NoteType, note: notes.Written, fields: dict[str, str]
) -> Iterator[_Card]:
    """Yield what each card of a note asks: its front, and its back without the front.

    A card with a field to type into is a question whose answer is typed.
    """
    for card in note.cards:
        template = kind.templates[min(card, len(kind.templates) - 1)]
        front = templates.fill(template.front, fields)
        typed = templates.typed_field(template.front)
        back = templates.fill(templates.answer_only(template.back), fields)
        words = _plain(front), _plain(back if typed is None else fields.get(typed, ""))
        made = Flashcard if typed is None else TypedAnswer
        yield _Card(card, made(*words) if all(words) else None, front)


def _cloze_cards(note: notes.Written, fields: dict[str, str]) -> Iterator[_Card]:
    """Yield a gap for each deletion that a card asks for, a flashcard where it asks for several."""
    text = next((one for one in fields.values() if templates.cloze_numbers(one)), "")
    for card in note.cards:
        deletions = templates.clozes(text, card + 1)
        front = deletions[0].before + deletions[0].after if deletions else ""
        yield _Card(card, _cloze(deletions), front)


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
    return markup.read(templates.SOUND.sub(" ", html)).text


def _around(html: str) -> tuple[str, str]:
    """Return the words before and after `_HERE`, the spaces beside it kept."""
    before, _, after = _plain(html).partition(_HERE)
    return before, after


def _rows(html: str) -> tuple[str, ...]:
    """Return the items of an HTML list that holds no other."""
    items = (_plain(item) for item in _ITEM.split(html)[1:])
    return tuple(item for item in items if item)
