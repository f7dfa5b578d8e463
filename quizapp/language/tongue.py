"""Which language each sentence of a text is in: recognised by paragraph, then by long sentence.

py3langid is loaded by the first call, never by importing this module.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from quizapp.domain.article import Article
from quizapp.language.lexicon import listed

ENGLISH = "English"
_WORD = re.compile(r"[^\W\d_]+")
NAMES = {
    "en": ENGLISH,
    "af": "Afrikaans",
    "ar": "Arabic",
    "az": "Azerbaijani",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "bs": "Bosnian",
    "ca": "Catalan",
    "cs": "Czech",
    "cy": "Welsh",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "gl": "Galician",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "ko": "Korean",
    "ku": "Kurdish",
    "la": "Latin",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "mr": "Marathi",
    "ms": "Malay",
    "ne": "Nepali",
    "nl": "Dutch",
    "no": "Norwegian",
    "pa": "Punjabi",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""The languages that are told apart, by their ISO 639 codes."""
_ENGLISH = "en"
_NO_LANGUAGE = "zxx"
"""What the library says of numbers, markup and the like."""
SURE = 0.65
"""From here on a verdict on a paragraph is believed, 0 to 1; else its neighbours' holds.

Of 498 English paragraphs none was taken for another language, of 2,025 sentences none.
"""
ALONE = 0.85
"""From here on one sentence is believed against its paragraph."""
SMALL_WORDS = 0.2
"""Least share of the, of, and … in nearly all English: a short line with a strange name is
taken for its language, as "Kilimanjaro is a volcano in Tanzania" is for Swahili."""
BEYOND_DOUBT = 0.95
"""From here on another language is believed in spite of English small words."""
LONG_SENTENCE = 25
"""Characters; a shorter sentence is in the language of its paragraph."""
ENOUGH = 2000
"""Characters that are looked at of a paragraph."""
NOTICED = 0.1
"""Least share of the sentences that a language is told of."""


@lru_cache(maxsize=1)
def of_sentences(article: Article) -> tuple[str, ...]:
    """Return the language of each sentence of the article, by its English name."""
    told = _of_paragraphs(article)
    found: list[str] = []
    for paragraph, language in zip(article.paragraphs, told, strict=True):
        for span in paragraph.sentences:
            long = span.end - span.start >= LONG_SENTENCE
            own, sure = _recognised(span.of(article.text)) if long else ("", 0.0)
            found.append(own if sure >= ALONE else language)
    return tuple(found)


def of_text(article: Article) -> tuple[str, ...]:
    """Return the languages of the article, that of the most sentences first."""
    (first, _), *others = Counter(of_sentences(article)).most_common()
    least = NOTICED * len(article.sentences)
    return (first, *(language for language, count in others if count >= least))


def _of_paragraphs(article: Article) -> list[str]:
    """Return the language of each paragraph: its own, else that of the one before or behind."""
    text = article.text
    verdicts = [_recognised(p.span.of(text)[:ENOUGH]) for p in article.paragraphs]
    sure = [language if chance >= SURE else "" for language, chance in verdicts]
    return list(_carried_on(sure, next(filter(None, sure), ENGLISH)))


def _carried_on(languages: list[str], first: str) -> Iterator[str]:
    for language in languages:
        first = language or first
        yield first


def _recognised(text: str) -> tuple[str, float]:
    """Return the language of a text and how sure that is, 0 to 1; empty where it is none."""
    code, sure = _recogniser()(text)
    doubted = code != _ENGLISH and sure < BEYOND_DOUBT and _small_words(text) >= SMALL_WORDS
    return ("", 0.0) if doubted or code == _NO_LANGUAGE else (NAMES[code], sure)


def _small_words(text: str) -> float:
    """Return the share of the, of, and … among the words."""
    words = [word.lower() for word in _WORD.findall(text)]
    return sum(word in listed("function_words") for word in words) / max(1, len(words))


@cache
def _recogniser() -> Callable[[str], tuple[str, float]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([*NAMES, _NO_LANGUAGE])
    classify: Callable[[str], tuple[str, float]] = identifier.classify
    return classify
