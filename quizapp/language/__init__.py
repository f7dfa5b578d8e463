"""What a text says: its words, names, times, amounts, and who is meant.

spaCy and the network are loaded by the first `analyse`, never by importing this room.
"""

from collections.abc import Callable
from dataclasses import replace

from quizapp.domain.article import Article
from quizapp.language import introductions, names, reference, topic
from quizapp.language.repair import with_whole_names
from quizapp.language.words import Analysis, Sentence

__all__ = ["Analysis", "analyse"]


def analyse(article: Article, on_sentence: Callable[[int], None] | None = None) -> Analysis:
    """Return what the article's sentences say; `on_sentence` hears how many were read so far."""
    from quizapp.language.pipeline import words_of

    sentences: list[Sentence] = []
    for paragraph, passage in enumerate(article.paragraphs):
        for span, words in zip(
            passage.sentences, words_of(article.text, passage.sentences), strict=True
        ):
            number = len(sentences)
            sentences.append(
                Sentence(number, paragraph, span, span.of(article.text), words)
            )
        if on_sentence is not None:
            on_sentence(len(sentences))
    marked = tuple(map(with_whole_names, names.mark(sentences)))
    about = topic.of(article.title, marked)
    found = Analysis(
        marked,
        names.aliases(marked),
        about,
        introductions.of(marked),
        topic.classes(about, marked),
    )
    return replace(found, sentences=reference.resolve(found))
