"""Read WordNet's noun files: what a noun is, and what a well-known name stands for.

The file formats are described in WordNet's manual pages wndb(5) and senseidx(5).
"""  # noqa: INP001 - a script beside the tables it makes

import re
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

BY_FILE = {
    3: "thing", 4: "act", 5: "animal", 6: "artifact", 7: "attribute", 8: "body",
    9: "cognition", 10: "communication", 11: "event", 12: "feeling", 13: "food",
    14: "group", 15: "location", 16: "motive", 17: "object", 18: "person",
    19: "phenomenon", 20: "plant", 21: "possession", 22: "process", 23: "quantity",
    24: "relation", 25: "shape", 26: "state", 27: "substance", 28: "time",
}  # fmt: skip
"""What a lexicographer's file holds, by its number: lexnames(5)."""

FINER = {
    "organization 1": "organisation", "military unit 1": "organisation",
    "building 1": "building", "facility 1": "building", "housing 1": "building",
    "workplace 1": "building", "room 1": "building", "thoroughfare 1": "building",
    "settlement 6": "settlement", "village 1": "settlement", "municipality 1": "settlement", "city 1": "settlement",
    "body of water 1": "water", "geological formation 1": "land", "land 4": "land",
    "illness 1": "disease", "vehicle 1": "vehicle", "musical instrument 1": "instrument",
    "device 1": "device", "weapon 1": "weapon", "clothing 1": "clothing",
    "movie 1": "work", "book 1": "work", "literary composition 1": "work",
    "musical composition 1": "work", "publication 1": "work", "painting 1": "work",
    "sculpture 1": "work", "sculpture 2": "work", "newspaper 1": "work",
    "classical music 1": "work", "broadcast 2": "work", "play 1": "work", "show 3": "work", "dramatic composition 1": "work",
    "war 1": "conflict", "battle 1": "conflict", "military action 1": "conflict",
    "unit of measurement 1": "unit", "money 1": "money", "monetary unit 1": "unit",
    "discipline 1": "science", "sport 1": "sport", "game 1": "sport",
    "natural language 1": "language", "treaty 1": "document", "legal document 1": "document",
    "law 2": "document", "celestial body 1": "celestial", "chemical element 1": "element",
    "occupation 1": "occupation", "religion 1": "religion", "belief 1": "belief",
    "weather 1": "weather", "color 1": "colour", "compound 2": "compound",
    "contest 1": "contest", "competition 2": "contest", "ceremony 1": "ceremony",
    "ceremony 2": "ceremony", "festival 1": "ceremony", "festival 2": "ceremony",
}  # fmt: skip
"""Finer classes, by the noun and sense they hang below."""

NAMED = {
    "deity 1": "figure", "imaginary being 1": "figure", "spiritual being 1": "figure",
    "person 1": "person", "terrorist organization 1": "organisation",
    "university 2": "organisation", "university 3": "organisation",
    "organization 1": "organisation", "social group 1": "organisation",
    "river 1": "river", "stream 1": "river", "lake 1": "lake", "ocean 1": "sea", "sea 1": "sea",
    "body of water 1": "sea", "island 1": "island", "archipelago 1": "island",
    "mountain 1": "mountain", "mountain range 1": "mountain", "desert 1": "desert",
    "continent 1": "continent", "city 1": "city", "municipality 1": "city",
    "country 2": "country", "state 1": "region", "structure 1": "building", "park 1": "park",
    "park 2": "park", "geological formation 1": "land", "land 4": "land",
    "region 3": "region", "location 1": "region", "war 1": "conflict", "battle 1": "conflict",
    "military action 1": "conflict", "act 2": "event", "event 1": "event",
    "celestial body 1": "celestial", "time period 1": "era", "book 1": "work",
    "sacred text 1": "work", "publication 1": "work", "writing 2": "work",
}  # fmt: skip
"""What a name that stands for one thing is, by what it hangs below; the nearest counts."""

LEAST_SHARE = 0.3
"""Of a noun's uses: what a rarer sense makes it, it is not."""
_YEARS = re.compile(
    r"\((?:[a-z. ]+)?(\d{2,4})\??(?: ?(BC))?-(\d{2,4})\)|\(born in (\d{4})\)"
)
ORIGINS = {
    "American": "United States|American|Confederate",
    "British": "British|Britain|English|Englishman|England|Scottish|Scotland|Welsh|Wales",
    "French": "French|Frenchman|France",
    "German": "German|Germany|Prussian|Prussia",
    "Italian": "Italian|Italy|Florentine|Venetian",
    "Russian": "Russian|Russia|Soviet",
    "Greek": "Greek|Greece|Athenian|Spartan",
    "Spanish": "Spanish|Spaniard|Spain",
    "Austrian": "Austrian|Austria",
    "Roman": "Roman|Rome",
    "Dutch": "Dutch|Netherlands",
    "Irish": "Irish|Ireland",
    "Swiss": "Swiss|Switzerland",
    "Danish": "Danish|Denmark",
    "Swedish": "Swedish|Sweden",
    "Norwegian": "Norwegian|Norway",
    "Finnish": "Finnish|Finland",
    "Canadian": "Canadian|Canada",
    "Australian": "Australian|Australia",
    "New Zealand": "New Zealand",
    "South African": "South African|South Africa|Boer",
    "Belgian": "Belgian|Belgium|Flemish",
    "Polish": "Polish|Poland",
    "Hungarian": "Hungarian|Hungary",
    "Czech": "Czech|Czechoslovakian|Czechoslovakia|Bohemian|Bohemia",
    "Portuguese": "Portuguese|Portugal",
    "Mexican": "Mexican|Mexico",
    "Indian": "Indian|India",
    "Chinese": "Chinese|China",
    "Japanese": "Japanese|Japan",
    "Israeli": "Israeli|Israel",
    "Persian": "Persian|Persia|Iranian|Iran",
    "Egyptian": "Egyptian|Egypt",
    "Hebrew": "Hebrew|Hebrews|Jewish|Israelite|Old Testament",
}
"""Where people are from, each with the words that tell it; of several in an entry the first counts."""


@dataclass(slots=True)
class Synset:
    """One meaning: its words, and what it is a kind of or a case of."""

    file: int
    words: list[str]
    above: list[str]
    is_named: bool
    gloss: str
    below: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class WordNet:
    """The nouns: meanings by their place in the file, and each noun's meanings, commonest first."""

    synsets: dict[str, Synset]
    senses: dict[str, list[tuple[str, int]]]
    """Of a lower-case noun: the meaning and how often it was met in a tagged text."""

    def sense(self, name: str) -> str:
        """Return the meaning called by a noun and the number of its sense: river 1."""
        noun, number = name.rsplit(" ", 1)
        return self.senses[noun][int(number) - 1][0]

    def ancestors(self, synset: str) -> Iterator[str]:
        """Walk from a meaning up to the widest, the nearest first, itself among them."""
        waiting, seen = [synset], {synset}
        while waiting:
            here = waiting.pop(0)
            yield here
            for above in self.synsets[here].above:
                if above not in seen:
                    seen.add(above)
                    waiting.append(above)


def read(package: Path) -> WordNet:
    """Return the nouns of a packed folder that holds dict/data.noun and dict/index.sense."""
    with tarfile.open(package) as packed:
        texts = {}
        for name in ("data.noun", "index.sense"):
            file = packed.extractfile(f"package/dict/{name}")
            assert file is not None  # noqa: S101
            texts[name] = file.read().decode("utf-8")
    synsets = dict(_synset(x) for x in texts["data.noun"].splitlines() if x[0] != " ")
    counted: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for line in texts["index.sense"].splitlines():
        key, synset, number, count = line.split()
        noun, kind = key.split("%")
        if kind[0] == "1":
            counted[noun.replace("_", " ")].append((int(number), synset, int(count)))
    senses = {
        noun: [(synset, count) for _, synset, count in sorted(told)]
        for noun, told in counted.items()
    }
    return WordNet(synsets, senses)


def _synset(line: str) -> tuple[str, Synset]:
    told, _, gloss = line.partition(" | ")
    fields = told.split()
    words = int(fields[3], 16)
    rest = fields[4 + 2 * words :]
    pointers = [rest[1 + 4 * i : 3 + 4 * i] for i in range(int(rest[0]))]
    above = [target for sign, target in pointers if sign in {"@", "@i"}]
    named = [word.replace("_", " ") for word in fields[4 : 4 + 2 * words : 2]]
    is_named = any(sign == "@i" for sign, _ in pointers)
    return fields[0], Synset(int(fields[1]), named, above, is_named, gloss.strip())


def classes(nouns: WordNet, noun: str) -> tuple[str, ...]:
    """Return what a noun mostly is, the likeliest first: its file's class, then finer ones."""
    finer = {nouns.sense(name): label for name, label in FINER.items()}
    weights: dict[str, float] = defaultdict(float)
    total = 0.0
    for number, (synset, count) in enumerate(nouns.senses[noun], 1):
        if nouns.synsets[synset].is_named:
            continue
        weight = count + 0.5 / number
        total += weight
        found = {BY_FILE[nouns.synsets[synset].file]}
        found |= {finer[above] for above in nouns.ancestors(synset) if above in finer}
        for label in found:
            weights[label] += weight
    order = {
        label: place for place, label in enumerate((*BY_FILE.values(), *FINER.values()))
    }
    ranked = sorted(weights, key=lambda label: (-weights[label], order[label]))
    return tuple(label for label in ranked if weights[label] >= LEAST_SHARE * total)


def named(nouns: WordNet) -> Iterator[tuple[str, str, str, str, str, tuple[str, ...]]]:
    """Yield the names that stand for one thing.

    Each with its kind, the noun that says what, the years of birth and death, a person's origin
    and the names.
    """
    kinds = {nouns.sense(name): label for name, label in NAMED.items()}
    for key, synset in nouns.synsets.items():
        if not synset.is_named:
            continue
        kind = next((kinds[a] for a in nouns.ancestors(key) if a in kinds), "")
        if not kind:
            continue
        what = nouns.synsets[synset.above[0]].words[0]
        origin = _origin(synset.gloss) if kind == "person" else ""
        yield kind, what, *_years(synset.gloss), origin, tuple(synset.words)


def _years(gloss: str) -> tuple[str, str]:
    """Return the years in brackets, first and last, empty where untold.

    Before Christ the first is negative and the last left out.
    """
    found = _YEARS.search(gloss)
    if not found:
        return "", ""
    first, before_christ, last, born = found.groups()
    if born:
        return born, ""
    if before_christ:
        return f"-{first}", ""
    return first, last if len(last) >= len(first) else ""  # 1861-65 is short for 1865


def _origin(gloss: str) -> str:
    """Return where an entry says first that somebody is from; empty where it does not."""
    found = [
        (told.start(), origin)
        for origin, words in ORIGINS.items()
        for told in [re.search(rf"\b(?:{words})\b", gloss.split(";", maxsplit=1)[0])]
        if told
    ]
    return min(found)[1] if found else ""
