"""Exams and cards on paper: the key fits every version, the text can be read out again."""

import re
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pypdf
import pytest

from quizapp.domain.question import Flashcard, MultipleChoice, StoredQuestion
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import FORMATS, print_fonts
from quizapp.exchange.losses import losses
from quizapp.exchange.options import Options, Paper
from quizapp.exchange.paper import exam, pdf
from quizapp.operations import papers
from tests.conftest import lake, lake_drafted, number
from tests.exchange.hard_set import PERSIAN, hard_set

LAKE = QuestionSet(
    "The lake above Velm",
    tuple(
        StoredQuestion(draft.id, draft.question, draft.source)
        for draft in lake_drafted().drafts
    ),
    lake(),
)
FOUR = Options(seed=5, versions=4, shuffle_questions=True, shuffle_answers=True)
MANY = QuestionSet(
    "Many",
    tuple(
        StoredQuestion(
            number(at),
            MultipleChoice(f"Which is number {at}?", f"right {at}", ("b", "c", "d")),
        )
        for at in range(1, 31)
    ),
)


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages]


def lines(content: bytes) -> list[str]:
    document = docx.Document(BytesIO(content))
    return [paragraph.text for paragraph in document.paragraphs]


def folded(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split())


def test_every_version_asks_every_question_in_an_order_of_its_own():
    versions = exam.versions(MANY, "print", FOUR)
    assert [version.name for version in versions] == ["A", "B", "C", "D"]
    orders = [tuple(asked.code for asked in version.asked) for version in versions]
    assert len(set(orders)) == 4
    assert len({frozenset(order) for order in orders}) == 1


def test_the_key_belongs_to_the_question_in_every_version():
    for version in exam.versions(MANY, "print", FOUR):
        for asked in version.asked:
            shown = asked.options[exam.LETTERS.index(asked.right)]
            assert shown == asked.answer
            assert re.findall(r"\d+", shown) == re.findall(r"\d+", asked.prompt)


def test_the_key_across_versions_names_place_and_letter_by_the_question():
    versions = exam.versions(MANY, "print", FOUR)
    for row in exam.across(versions):
        assert len({asked.prompt for asked in row}) == 1
        for version, asked in zip(versions, row, strict=True):
            assert version.asked[asked.number - 1].code == asked.code
            assert asked.place == f"{asked.number} {asked.right}"


def test_codes_are_as_long_as_they_must_be():
    near = QuestionSet(
        "Near",
        tuple(
            StoredQuestion(number(at), Flashcard(str(at), "x")) for at in (0x1ABCD, 0x2ABCD)
        ),
    )
    (version,) = exam.versions(near, "print", Options())
    assert [asked.code for asked in version.asked] == ["1ABCD", "2ABCD"]


def test_a_pdf_holds_every_word_that_it_asks():
    written = folded(pages(FORMATS["print"].dump(LAKE, Options())))
    for words in (
        "Who drew the dam?",
        "Otto Brandt",
        "Fill the gap: It was dammed in __________ to bring water",
        "One answer · 1 point",
        "Name",
        "Class",
        "Date",
        "____ / 5",
        "Key: The lake above Velm",
        "Her rival Otto Brandt called it too thin to stand.",
    ):
        assert words in written


def test_what_is_not_wanted_is_not_printed():
    plain = Options(with_key=False, with_explanations=False, lines=("Pupil",))
    written = folded(pages(FORMATS["print"].dump(LAKE, plain)))
    assert "Pupil" in written
    for words in ("Key", "Her rival", "Class"):
        assert words not in written


def test_the_article_can_be_printed_first():
    written = folded(pages(FORMATS["print"].dump(LAKE, Options(with_article=True))))
    assert written.index("Lake Arda lies between") < written.index("Who drew the dam?")


def test_all_fonts_are_inside_and_persian_is_found_again():
    content = FORMATS["print"].dump(hard_set(), Options())
    reader = pypdf.PdfReader(BytesIO(content))
    resources: list[Any] = [page["/Resources"] for page in reader.pages]
    faces = [
        font["/DescendantFonts"][0]["/FontDescriptor"]
        for resource in resources
        for font in resource["/Font"].values()
    ]
    assert {face["/FontName"].split("+")[1] for face in faces} >= {"CharisSIL", "Vazirmatn"}
    assert all("/FontFile2" in face for face in faces)
    written = folded(pages(content))
    for word in PERSIAN.replace("؛", "").replace("؟", "").replace("\u200c", " ").split():
        assert word in written.replace("\u200c", " ")


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))]
)
def test_the_paper_is_the_one_that_was_chosen(paper, size):
    options = Options(paper=paper)
    for name in ("print", "cards"):
        box = pypdf.PdfReader(BytesIO(FORMATS[name].dump(LAKE, options))).pages[0].mediabox
        assert (round(box.width), round(box.height)) == size
    section = docx.Document(BytesIO(FORMATS["print-word"].dump(LAKE, options))).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.pt), round(section.page_height.pt)) == size


def test_no_question_is_torn_apart():
    whole = pages(FORMATS["print"].dump(MANY, Options(with_key=False)))
    assert len(whole) > 1
    for page in whole:
        assert len(re.findall(r"Which is number", page)) == len(
            re.findall(r"right \d", page)
        )


def test_each_version_and_the_key_can_be_files_of_their_own():
    for name in ("print", "print-word"):
        sheets = FORMATS[name].sheets
        assert sheets is not None
        found = sheets(LAKE, FOUR)
        assert [sheet.label for sheet in found] == ["A", "B", "C", "D", "key"]
        assert len({sheet.content for sheet in found}) == 5
        (exam_, key) = sheets(LAKE, Options())
        assert (exam_.label, key.label) == ("exam", "key")


@pytest.mark.parametrize("name", ["print", "print-word", "cards", "forms-word"])
def test_the_same_choices_give_the_same_file(name):
    assert FORMATS[name].dump(LAKE, FOUR) == FORMATS[name].dump(LAKE, FOUR)


def test_the_pages_of_each_part_are_counted_from_one():
    feet = [
        page.strip().splitlines()[-1] for page in pages(FORMATS["print"].dump(MANY, FOUR))
    ]
    assert feet[0] == "Version A · page 1"
    assert feet.count("Version D · page 1") == 1
    assert feet.count("Key D · page 1") == 1
    assert feet.count("Key A–D · page 1") == 1


def test_word_holds_the_exam_and_its_keys():
    content = FORMATS["print-word"].dump(LAKE, FOUR)
    written = lines(content)
    assert written.count("The lake above Velm\tA") == 1
    assert written.count("Key: The lake above Velm\tD") == 1
    assert sum("Who drew the dam?" in line for line in written) == 4
    (table,) = docx.Document(BytesIO(content)).tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "Code",
        "Question and answer",
        "A",
        "B",
        "C",
        "D",
    ]
    assert len(table.rows) == 1 + len(LAKE.questions)


def test_word_keeps_a_question_together_and_knows_what_runs_leftwards():
    xml = docx.Document(
        BytesIO(FORMATS["print-word"].dump(hard_set(), Options()))
    ).element.xml
    assert "w:keepNext" in xml
    persian = [part for part in xml.split("<w:p>") if "می" in part and "کتاب" in part]
    assert persian
    assert all("<w:bidi/>" in part and "<w:rtl/>" in part for part in persian)


def test_microsoft_forms_is_given_numbers_letters_and_answers():
    written = lines(FORMATS["forms-word"].dump(MANY, Options()))
    assert written[:6] == [
        "1. Which is number 1?",
        "A. b",
        "B. c",
        "C. d",
        "D. right 1",
        "Answer: D",
    ]
    (why,) = {one.why for one in losses("forms-word", LAKE) if "open" in one.why}
    assert why == "It becomes a question with an open answer."


def test_the_back_of_a_card_lies_behind_its_front():
    plain = Options(with_explanations=False)
    reader = pypdf.PdfReader(BytesIO(FORMATS["cards"].dump(LAKE, plain)))
    front: dict[str, tuple[float, float]] = {}
    back: dict[str, tuple[float, float]] = {}
    for found, page in zip((front, back), reader.pages, strict=True):

        def note(text, _, matrix, *__, into=found):
            if text.strip():
                into[text.strip()] = (matrix[4], matrix[5])

        page.extract_text(visitor_text=note)
    middle = float(reader.pages[0].mediabox.width) / 2

    def side(places: dict[str, tuple[float, float]], words: str) -> bool:
        place = next(at for text, at in places.items() if words in text)
        return place[0] < middle

    assert side(front, "Who drew the dam?") != side(back, "Ada Corvin")
    assert side(front, "Who called the dam") != side(back, "Otto Brandt")


def test_long_cards_are_set_smaller_and_none_is_cut():
    long = "word " * 79 + "last"
    cards = QuestionSet("Long", (StoredQuestion(number(1), Flashcard(long, "end")),))
    front, _ = pages(FORMATS["cards"].dump(cards, Options(text_size=18)))
    assert "last" in front
    longer = replace(
        cards, questions=(StoredQuestion(number(1), Flashcard("x" * 401, "end")),)
    )
    (told,) = losses("cards", longer)
    assert told.why == "Its question is longer than 400 characters."


def test_signs_that_cannot_be_printed_are_told_and_marked():
    owl = QuestionSet(
        "Owl", (StoredQuestion(number(1), Flashcard("A 🦉 or é?", "e\u0301")),)
    )
    why = [one.why for one in losses("print", owl)]
    assert "No font to print with has 🦉: a mark stands there instead." in why
    assert print_fonts.printable("A 🦉\t🦊") == f"A {print_fonts.BLANK} {print_fonts.BLANK}"
    assert print_fonts.BLANK in folded(pages(FORMATS["print"].dump(owl, Options())))


@pytest.mark.parametrize("size", [9, 18])
def test_any_size_of_text_holds_the_hard_set(size):
    for name in ("print", "cards"):
        assert pages(FORMATS[name].dump(hard_set(), Options(text_size=size)))


@pytest.mark.parametrize("paper", Paper)
def test_a_page_is_drawn_as_it_is_printed(paper):
    options = replace(FOUR, versions=2, paper=paper)
    found = {
        label: papers.printed("print", LAKE, options, label, lambda _: None)
        for label in ("A", "B", "key")
    }
    sheets = pdf.sheets(LAKE, options)
    assert [sheet.label for sheet in sheets] == list(found)
    for sheet in sheets:
        assert found[sheet.label].document == sheet.content
        assert found[sheet.label].pages == len(pages(sheet.content))
    page = papers.page(found["key"], 0, 300)
    assert page.width == 300
    tall = 300 * {"A4": 297 / 210, "Letter": 11 / 8.5}[paper]
    assert abs(page.height - tall) <= 1
    assert len(page.pixels) == 4 * page.width * page.height
    assert len(set(page.pixels)) > 2
    assert "The lake above Velm" in page.words
