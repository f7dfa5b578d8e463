"""Anki packages: what is written comes back, and a stranger's package does no harm."""

import json
import sqlite3
import zlib
from collections.abc import Callable
from typing import Any

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.question import Flashcard, Gap, StoredQuestion
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange.anki import dump, note_type, parse
from quizapp.exchange.anki.templates import answer_only, cloze_numbers, clozes, fill
from quizapp.exchange.archives import pack, unpack
from quizapp.exchange.losses import Fate, losses
from quizapp.exchange.options import Options
from tests.conftest import NOON, lake, lake_drafted, number
from tests.exchange.hard_set import content_of, hard_set

PLAIN = Options(moment=NOON)
LAKE = QuestionSet(
    "The lake::above Velm",
    tuple(
        StoredQuestion(draft.id, draft.question, draft.source, tags=("water",))
        for draft in lake_drafted().drafts
    ),
    lake(),
)


def rows(package: bytes, statement: str) -> list[tuple[Any, ...]]:
    database = sqlite3.connect(":memory:")
    database.deserialize(unpack(package)["collection.anki2"])
    found = database.execute(statement).fetchall()
    database.close()
    return found


def changed(package: bytes, change: Callable[[sqlite3.Connection], object]) -> bytes:
    database = sqlite3.connect(":memory:")
    database.deserialize(unpack(package)["collection.anki2"])
    change(database)
    database.commit()
    content = database.serialize()
    database.close()
    return pack({"collection.anki2": content})


def with_note(fields: str, model: dict[str, Any], ords: tuple[int, ...] = (0,)) -> bytes:
    """Return a package with one note of a stranger's note type."""

    def change(database: sqlite3.Connection) -> None:
        database.execute("DELETE FROM notes")
        database.execute("DELETE FROM cards")
        database.execute("UPDATE col SET models = ?", (json.dumps({"7": model}),))
        database.execute(
            "INSERT INTO notes VALUES (1, 'k9', 7, 0, 0, ' a b ', ?, '', 0, 0, '')",
            (fields,),
        )
        for ord_ in ords:
            database.execute(
                "INSERT INTO cards VALUES "
                "(?, 1, 1, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '')",
                (ord_ + 1, ord_),
            )

    return changed(dump(LAKE, PLAIN), change)


def model(*cards: tuple[str, str], cloze: bool = False) -> dict[str, Any]:
    names = ("Front", "Back", "Extra")
    return {
        "name": "Theirs",
        "type": int(cloze),
        "flds": [{"name": name, "ord": place} for place, name in enumerate(names)],
        "tmpls": [
            {"ord": place, "qfmt": front, "afmt": back}
            for place, (front, back) in enumerate(cards)
        ],
    }


BASIC = model(("{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"))


def test_every_kind_comes_back_with_its_id_and_tags():
    understood = parse(dump(LAKE, PLAIN))
    assert understood.refused == ()
    found = {one.id: one for one in understood.questions.questions}
    assert found.keys() == {one.id for one in LAKE.questions}
    for stored in LAKE.questions:
        assert content_of(found[stored.id].question) == content_of(stored.question)
        assert found[stored.id].tags == ("water",)


def test_the_hard_set_comes_back():
    found = {one.id: one for one in parse(dump(hard_set(), PLAIN)).questions.questions}
    for stored in hard_set().questions:
        assert content_of(found[stored.id].question) == content_of(stored.question)
        assert found[stored.id].tags == ("hard", "two_words")


def test_spaces_in_tags_are_told():
    told = losses("anki", hard_set())
    assert {one.fate for one in told} == {Fate.SHORTENED}
    assert {one.why for one in told} == {"Its tags lose signs that the format cannot hold."}


def test_nothing_else_is_lost():
    assert losses("anki", LAKE) == ()


def test_the_same_set_gives_the_same_bytes_and_a_later_one_is_newer():
    assert dump(LAKE, PLAIN) == dump(LAKE, PLAIN)
    (first,) = set(rows(dump(LAKE, PLAIN), "SELECT mod FROM notes"))
    assert first == (int(NOON.timestamp()),)


def test_what_may_never_change():
    assert note_type.ID == 1764236400217
    assert note_type.FIELDS == (
        "Question",
        "Options",
        "Answer",
        "Typed",
        "Accepted",
        "Sentence",
        "Place",
        "Kind",
    )
    guids = rows(dump(LAKE, PLAIN), "SELECT guid FROM notes ORDER BY guid")
    assert guids == sorted((str(one.id),) for one in LAKE.questions)


def test_the_deck_is_one_deck():
    ((decks,),) = rows(dump(LAKE, PLAIN), "SELECT decks FROM col")
    assert {one["name"] for one in json.loads(decks).values()} == {
        "Default",
        "The lake:above Velm",
    }


def test_the_sentence_comes_along_with_the_answer_marked():
    (fields,) = rows(dump(LAKE, PLAIN), "SELECT flds FROM notes WHERE flds LIKE '%drew%'")[
        0
    ]
    sentence, place = fields.split("\x1f")[5:7]
    assert sentence == (
        "The engineer <mark>Ada Corvin</mark> drew the dam in a single winter."
    )
    assert place == "The lake above Velm · Paragraph 2, sentence 1"
    plain = dump(LAKE, Options(with_explanations=False))
    assert all(
        "<mark>" not in fields for (fields,) in rows(plain, "SELECT flds FROM notes")
    )


def test_anki_finds_no_tag_of_its_own_in_a_text():
    written = "".join(f for (f,) in rows(dump(hard_set(), PLAIN), "SELECT flds FROM notes"))
    assert "[sound:" not in written
    assert "[latex]" not in written
    assert "<b>" not in written


def test_a_note_of_another_type_is_what_its_card_shows():
    package = with_note(
        "Hund<br>&lt;der&gt; <img src=x.png>[sound:a.mp3]\x1fdog<script>x()</script>\x1f",
        BASIC,
    )
    understood = parse(package)
    (stored,) = understood.questions.questions
    assert stored.question == Flashcard("Hund\n<der>", "dog")
    assert stored.tags == ("a", "b")
    assert [one.why for one in understood.changed] == [
        "a picture is left out: it is not in the file",
        "its sounds are left out",
    ]
    assert parse(package).questions.questions[0].id == stored.id


def test_both_cards_of_a_note_are_questions():
    both = model(
        ("{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"),
        ("{{Back}}{{#Extra}}never{{/Extra}}", "{{FrontSide}}<hr id=answer>{{Front}}"),
    )
    found = parse(with_note("Hund\x1fdog\x1f", both, (0, 1))).questions.questions
    assert [one.question for one in found] == [
        Flashcard("Hund", "dog"),
        Flashcard("dog", "Hund"),
    ]


def test_deletions_become_gaps():
    cloze = model(("{{cloze:Front}}", "{{cloze:Front}}"), cloze=True)
    text = "A {{c1::cat}} &amp; a {{c2::dog::pet}} in {{c1::1999}}.\x1f\x1f"
    found = parse(with_note(text, cloze, (0, 1))).questions.questions
    assert [one.question for one in found] == [
        Flashcard("A ____ & a dog in ____.", "cat · 1999"),
        Gap("A cat & a ", "dog", " in 1999."),
    ]


@pytest.mark.parametrize(
    ("fields", "their", "ords", "why"),
    [
        ("Hund\x1f \x1f", BASIC, (0,), "no words"),
        ("<img src=x.png>\x1fdog\x1f", BASIC, (0,), "no words"),
        ("a\x1fb\x1fc\x1fd\x1fe", BASIC, (0,), "note type"),
        ("a\x1fb\x1f", model(), (0,), "note type"),
        ("no deletion\x1f\x1f", model(("", ""), cloze=True), (0,), "no words"),
        ("x" * 300_000 + "\x1fb\x1f", BASIC, (0,), "longer"),
    ],
)
def test_what_cannot_be_asked_is_told(fields, their, ords, why):
    understood = parse(with_note(fields, their, ords))
    assert understood.questions.questions == ()
    assert why in understood.refused[0].why


def newest(package: bytes) -> bytes:
    content = unpack(package)["collection.anki2"]
    return zstandard.ZstdCompressor().compress(content)


def test_a_newer_package_is_read_before_the_old_one_beside_it():
    package = pack(
        {"collection.anki2": b"old", "collection.anki21b": newest(dump(LAKE, PLAIN))}
    )
    assert len(parse(package).questions.questions) == len(LAKE.questions)


def schema_18(database: sqlite3.Connection) -> None:
    """Turn a collection of schema 11 into what Anki 2.1.28 and later write."""
    database.executescript(
        "CREATE TABLE notetypes (id integer, name text, config blob);"
        "CREATE TABLE fields (ntid integer, ord integer, name text, config blob);"
        "CREATE TABLE templates (ntid integer, ord integer, name text, config blob);"
        "CREATE TABLE decks (id integer, name text);"
        "INSERT INTO decks SELECT did, 'A' || char(31) || 'B' FROM cards LIMIT 1;"
        "UPDATE col SET ver = 18, models = '', decks = '';"
    )
    database.execute("INSERT INTO notetypes VALUES (?, 'Ours', ?)", (note_type.ID, b""))
    for place, name in enumerate(note_type.FIELDS):
        database.execute(
            "INSERT INTO fields VALUES (?, ?, ?, '')", (note_type.ID, place, name)
        )
    config = b"\x0a\x01q\x12\x01a\x40\x96\x01\x4d1234\x491234567890"[:-2]
    database.execute(
        "INSERT INTO templates VALUES (?, 0, 'Card', ?)", (note_type.ID, config)
    )


def test_the_newest_schema_is_read():
    understood = parse(changed(dump(LAKE, PLAIN), schema_18))
    assert len(understood.questions.questions) == len(LAKE.questions)
    assert understood.questions.title == "A · B"


def endless(database: sqlite3.Connection) -> None:
    database.executescript(
        "DROP TABLE notes;"
        "CREATE VIEW notes AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r)"
        " SELECT id, 'g' guid, 1 mid, '' tags, '' flds FROM r;"
    )


def broken_config(database: sqlite3.Connection) -> None:
    schema_18(database)
    database.execute("UPDATE templates SET config = x'0AFFFFFFFFFFFFFFFFFFFFFF'")


@pytest.mark.parametrize(
    "change",
    [
        endless,
        broken_config,
        lambda database: database.execute("UPDATE col SET models = '[]'"),
        lambda database: database.execute("UPDATE col SET models = ?", ("[" * 100_000,)),
        lambda database: database.execute("DELETE FROM col"),
        lambda database: database.execute("DROP TABLE cards"),
        lambda database: database.execute("DELETE FROM cards"),
    ],
)
def test_a_hostile_collection_is_refused_with_a_reason(change):
    with pytest.raises(ValueError, match=r"^(its|there) .*\.$"):
        parse(changed(dump(LAKE, PLAIN), change))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        pack({"media": b"{}"}),
        pack({"collection.anki2": b"SQLite format 3\0" + b"\xff" * 500}),
        pack({"collection.anki21b": b"no zstd"}),
        pack(
            {"collection.anki21b": zstandard.ZstdCompressor().compress(bytes(120_000_000))}
        ),
    ],
)
def test_what_is_no_package_is_refused(content):
    with pytest.raises(ValueError, match=r"^(it|its) .*\.$"):
        parse(content)


def reason_of(content: bytes) -> str:
    """Return why a package is refused, "." where it is not."""
    try:
        parse(content)
    except ValueError as reason:
        return str(reason)
    return "."


WHOLE = unpack(dump(LAKE, PLAIN))["collection.anki2"]


@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=40)
)
@settings(max_examples=60, deadline=None)
def test_a_damaged_collection_never_breaks_the_reader(damage):
    content = bytearray(WHOLE)
    for place, byte in damage:
        content[place] = byte
    assert reason_of(pack({"collection.anki2": bytes(content)})).endswith(".")


@given(st.text("{}c1:#^/ FB", max_size=60))
def test_any_template_and_any_deletion_is_read(text):
    fields = {"F": text, "B": "b"}
    assert isinstance(fill(text, fields, "f"), str)
    assert isinstance(answer_only(text), str)
    for number_ in cloze_numbers(text):
        assert all("{{c1::" not in one.answer for one in clozes(text, number_))


def test_the_checksum_of_an_archive_is_heeded():
    package = bytearray(dump(LAKE, PLAIN))
    package[60] ^= 0xFF
    assert zlib.crc32(package) != zlib.crc32(dump(LAKE, PLAIN))
    with pytest.raises(ValueError, match="damaged"):
        parse(bytes(package))


def test_two_questions_whose_ids_would_meet_stand_apart():
    step = 100_000_000_000
    questions = tuple(
        StoredQuestion(number(1 + step * place), Flashcard(f"{place}?", "yes"))
        for place in range(3)
    )
    assert len(parse(dump(QuestionSet("Met", questions), PLAIN)).questions.questions) == 3
