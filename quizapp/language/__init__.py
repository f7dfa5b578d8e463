"""What a text says: its words, names, times, amounts, and who is meant.

spaCy and the network are loaded by the first `analyse`, never by importing this room.
"""

from collections.abc import Callable
from dataclasses import replace

from quizapp.domain.article import Article
from quizapp.language import introductions, names, reference, tongue, topic
from quizapp.language.repair import with_whole_names
from quizapp.language.tongue import ENGLISH
from quizapp.language.words import Analysis, Sentence

__all__ = ["Analysis", "analyse"]


def analyse(
    article: Article,
    on_sentence: Callable[[int], object] | None = None,
    pipeline: str = "",
) -> Analysis:
    """Return what the article's sentences say; `on_sentence` hears how many were read so far.

    `pipeline` names the spaCy pipeline to read with; empty: the shipped one. Raises
    `UnusablePipeline`.
    """
    from quizapp.language.pipeline import words_of

    languages = iter(tongue.of_sentences(article))
    sentences: list[Sentence] = []
    for paragraph, passage in enumerate(article.paragraphs):
        told = list(zip(passage.sentences, languages, strict=False))
        english = [span for span, language in told if language == ENGLISH]
        read = words_of(article.text, english, pipeline)
        for span, language in told:
            words = next(read) if language == ENGLISH else ()
            said = span.of(article.text)
            number = len(sentences)
            sentences.append(
                Sentence(number, paragraph, span, said, words, language=language)
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
        article.title,
    )
    return replace(found, sentences=reference.resolve(found))
