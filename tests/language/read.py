"""A text read by the shipped model, for the tests of this room."""

from quizapp.language import Analysis, analyse, clauses, participles
from quizapp.language.clauses import Clause
from quizapp.reading import read_article


def read(text: str, title: str = "") -> Analysis:
    """Return what a text says; with a title, as a document that begins with it."""
    whole = f"{title}\n\n{text}" if title else text
    return analyse(read_article(whole.encode("utf-8"), "text.txt"))


def stated(text: str) -> dict[str, Clause]:
    """Return the clauses of a text by the words of their verbs."""
    return {
        " ".join(
            [*clause.shared_verbs, *(clause.sentence.words[v].text for v in clause.verbs)]
        ): clause
        for sentence in read(text).sentences
        for clause in (*clauses.of(sentence), *participles.of(sentence))
    }


def subject(clause: Clause) -> str:
    """Return the words of a clause's subject."""
    words = clause.subject.words
    return clause.sentence.says(words[0], words[-1] + 1)
