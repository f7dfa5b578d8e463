"""Plain text files: every word stays where it stands."""

import codecs

import pytest

from quizapp.errors import NoTextInFile, TextTooShort, UnknownKindOfFile, UnreadableFile
from quizapp.reading import read_article, read_text, title_of

TWO = "The river rises in the hills. It reaches the sea after 90 km."


def test_a_text_is_kept_as_it_is():
    text = f"The river\n\n  {TWO}\n\n\n\tIt is old. "
    article = read_article(text.encode(), "river.txt")
    assert article.text == text
    assert [s.of(text) for s in article.sentences] == [
        "The river rises in the hills.",
        "It reaches the sea after 90 km.",
        "It is old.",
    ]


def test_line_endings_and_byte_order_mark_are_folded():
    article = read_article(
        codecs.BOM_UTF8 + b"One is here.\r\n\r\nTwo is there.\r", "a.txt"
    )
    assert article.text == "One is here.\n\nTwo is there.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_a_text_is_read_in_its_encoding(encoding):
    text = f"{TWO} It was called the people’s river – in café talk – for years."
    assert read_article(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "L’été a brûlé la forêt. Où êtes-vous né, là-bas ? Près d’une école, à Besançon.",
            "cp1252",
        ),
        (
            "L’été a brûlé la forêt. Où êtes-vous né, là-bas ? Près d’une école, à Besançon.",
            "mac_roman",
        ),
        (
            "La città è più antica di quanto si dica. Perché? Già nel 1200 così sarà però.",
            "latin-1",
        ),
        (
            "¿Dónde está el niño? La canción se llamó «Corazón». Nació en Málaga el año 1900.",
            "cp1252",
        ),
        (
            "Die Größe überrascht früh. Schöne Bäume säumen die Straßen von Göttingen.",
            "latin-1",
        ),
        (
            "A população de São Paulo não é só brasileira. Há também japoneses à espera.",
            "cp1252",
        ),
        ("Göteborg är störst på västkusten. Där bor många människor på ön.", "latin-1"),
        (
            "Väestö kasvoi ennätysmäisesti viime vuonna. Yö on pitkä ja hämärä siellä.",
            "cp1252",
        ),
        ("Kraków leży nad Wisłą. Żółć i gęś są tu znane. Łódź też się zmieniła.", "cp1250"),
        (
            "Žluťoučký kůň úpěl ďábelské ódy. Město leží u řeky, kde žije dvacet tisíc lidí.",
            "iso8859_2",
        ),
        ("Človek živi v mestu že dolgo. Občina šteje več ljudi. Leži ob reki.", "cp1250"),
        (
            "Miestas įsikūręs prie upės. Žmonės čia gyvena jau seniai. Skaičius išaugo.",
            "cp1257",
        ),
        (
            "İstanbul en kalabalık şehirdir. Boğaz’ın iki yakasında kurulmuştur, gençtir.",
            "cp1254",
        ),
    ],
)
def test_latin_letters_without_unicode_are_those_of_the_language(text, encoding):
    assert read_article(text.encode(encoding), "a.txt").text == text


def test_cyrillic_without_unicode_is_recognised():
    text = "Река берёт начало в горах. Она впадает в море через девяносто километров. " * 5
    assert read_article(text.encode("cp1251"), "a.txt").text == text


def test_mojibake_is_mended():
    broken = f"{TWO} The people’s river.".encode().decode("cp1252")
    assert "people’s" in read_article(broken.encode(), "a.txt").text


def test_the_title_is_the_first_heading_line_else_the_name():
    assert (
        read_article(f"A Short River\n\n{TWO}".encode(), "x.txt").title == "A Short River"
    )
    assert read_article(TWO.encode(), "notes/my_long-river.txt").title == "My long river"


def test_pasted_words_are_titled_by_their_first_words():
    assert read_text(TWO, None, "").title == "The river rises in the hills. It reaches…"
    assert read_text(f"A Short River\n{TWO}", None, "").title == "A Short River"
    assert read_text(TWO, "Mine", "me").origin == "me"


def test_a_title_guessed_from_the_words_sets_none_of_them_apart():
    assert len(read_text("The river is long.", None, "").sentences) == 1


def test_an_unknown_suffix_is_refused():
    with pytest.raises(UnknownKindOfFile):
        read_article(TWO.encode(), "river.xls")


@pytest.mark.parametrize("data", [b"", b" \n\t \r\n", codecs.BOM_UTF8 + b"\n"])
def test_an_empty_text_is_refused(data):
    with pytest.raises(NoTextInFile):
        read_article(data, "a.txt")


def test_binary_junk_is_no_text():
    with pytest.raises(UnreadableFile):
        read_article(bytes(range(256)) * 20, "a.txt")


@pytest.mark.parametrize("text", ["Hello world", "- milk\n- eggs", "…", "\ud800"])
def test_a_text_without_a_sentence_is_too_short(text):
    with pytest.raises(TextTooShort):
        read_text(text, None, "")


def test_a_name_or_title_with_half_a_character_can_be_stored():
    article = read_article(TWO.encode(), "caf\udce9.txt")
    assert article.title.encode() == article.origin.removesuffix(".txt").title().encode()
    assert read_text(TWO, "half \ud800", "of \udfff it").origin.encode()
    assert title_of("half \ud800\nof it") == "half \ufffd of it"
