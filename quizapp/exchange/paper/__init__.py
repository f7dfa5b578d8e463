"""Exams and flashcards on paper; what draws them is loaded when something is to be printed."""

from quizapp.domain.question_set import QuestionSet
from quizapp.exchange.options import Options
from quizapp.exchange.sheet import Sheet


def exam_pdf(question_set: QuestionSet, options: Options) -> bytes:
    """Return an exam and its key as one PDF."""
    from quizapp.exchange.paper import pdf

    return pdf.dump(question_set, options)


def exam_pdfs(question_set: QuestionSet, options: Options) -> tuple[Sheet, ...]:
    """Return a PDF for each version of an exam, and one for the key."""
    from quizapp.exchange.paper import pdf

    return pdf.sheets(question_set, options)


def exam_page_pdf(question_set: QuestionSet, options: Options, label: str) -> bytes:
    """Return the PDF of one version of an exam, or of its key."""
    from quizapp.exchange.paper import pdf

    return pdf.sheet(question_set, options, label)


def exam_word(question_set: QuestionSet, options: Options) -> bytes:
    """Return an exam and its key as one Word document."""
    from quizapp.exchange.paper import word

    return word.dump(question_set, options)


def exam_words(question_set: QuestionSet, options: Options) -> tuple[Sheet, ...]:
    """Return a Word document for each version of an exam, and one for the key."""
    from quizapp.exchange.paper import word

    return word.sheets(question_set, options)


def forms_word(question_set: QuestionSet, options: Options) -> bytes:
    """Return a Word document that Microsoft Forms takes in."""
    from quizapp.exchange.paper import word

    return word.dump_for_forms(question_set, options)


def cards_page_pdf(question_set: QuestionSet, options: Options, _label: str) -> bytes:
    """Return flashcards as PDF, of which there is one file only."""
    return cards_pdf(question_set, options)


def cards_pdf(question_set: QuestionSet, options: Options) -> bytes:
    """Return flashcards to print on both sides and cut."""
    from quizapp.exchange.paper import cards

    return cards.dump(question_set, options)
