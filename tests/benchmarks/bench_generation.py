"""Measure the questions written from a folder of articles; run by hand.

    python -m tests.benchmarks.bench_generation ARTICLES EVALUATOR [--read TITLE] [--first N] [--bare]

ARTICLES holds JSON files (title, paragraphs, qas); EVALUATOR is the script that judges a bank.
Prints one row an article and the means beside what must be reached, or the first questions of one
article to be read by a person; `--bare` prints them without their sentences.
"""

import argparse
import importlib.util
import json
import random
import statistics
import time
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from quizapp.domain.article import Article
from quizapp.exchange.items import to_items
from quizapp.generation import generate
from quizapp.language.judge import judge
from quizapp.language.pipeline import english
from quizapp.paths import ENGLISH
from quizapp.reading import read_article

COLUMNS = (
    ("items", "items"),
    ("/1000w", "items_per_1000w"),
    ("clean", "clean_rate"),
    ("cards", "clean_rate_flashcard"),
    ("choices", "clean_rate_mcq"),
    ("gaps", "clean_rate_cloze"),
    ("options", "mcq_no_faulty_distractor"),
    ("located", "cov_located"),
    ("at 40", "cov_located@40/1000w"),
    ("verbatim", "verbatim"),
    ("longest", "mcq_key_is_longest (chance .25)"),
    ("sentences", "sentence_coverage"),
    ("s/1000w", "seconds_per_1000w"),
)
WANTED = {
    "clean": ">= .98",
    "located": ">= .45",
    "at 40": ">= .35",
    "verbatim": "1",
    "options": ">= .95",
    "longest": ".2 - .3",
    "s/1000w": "<= 3",
}
"""What must be reached."""


def main() -> None:
    """Print the table."""
    asked = _arguments()
    evaluator = _module(asked.evaluator)
    print(f"models {_megabytes():.1f} MB on disk, loaded in {_loading():.2f} s\n")
    rows: list[dict[str, Any]] = []
    print(f"{'':24}" + "".join(f"{name:>10}" for name, _ in COLUMNS))
    for path in sorted(asked.articles.glob("*.json")):
        if asked.read and asked.read not in path.stem:
            continue
        found = _measured(json.loads(path.read_text("utf-8")), evaluator)
        rows.append(found)
        print(f"{path.stem:24}" + "".join(_cell(found.get(key)) for _, key in COLUMNS))
        if asked.read:
            _show(found, asked.first, bare=asked.bare)
    means = {
        key: statistics.mean([row.get(key) or 0.0 for row in rows]) for _, key in COLUMNS
    }
    print(f"{'mean':24}" + "".join(_cell(means[key]) for _, key in COLUMNS))
    print(f"{'must':24}" + "".join(f"{WANTED.get(name, ''):>10}" for name, _ in COLUMNS))
    print(
        "\nkinds:",
        _shares(rows, "kinds"),
        "\nkey's place:",
        _shares(rows, "mcq_key_position"),
    )
    print(
        "hard flags:", _sum(rows, "hard_flags"), "\nsoft flags:", _sum(rows, "soft_flags")
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=Path)
    parser.add_argument("evaluator", type=Path)
    parser.add_argument("--read", default="")
    parser.add_argument("--first", type=int, default=30)
    parser.add_argument("--bare", action="store_true")
    return parser.parse_args()


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no script: {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _megabytes() -> float:
    """Return the size of what the program reads of assets/english, in MB."""
    read = (path for path in ENGLISH.iterdir() if path.suffix not in {".py", ".md", ".txt"})
    return sum(path.stat().st_size for path in read if path.is_file()) / 1e6


def _loading() -> float:
    """Return how long both networks take to be ready, in seconds."""
    began = time.perf_counter()
    english()
    judge()
    return time.perf_counter() - began


def _measured(told: dict[str, Any], evaluator: ModuleType) -> dict[str, Any]:
    article = _article(told)
    began = time.perf_counter()
    drafts = generate(article, None, random.Random(7))
    seconds = time.perf_counter() - began
    items = to_items(article, drafts, "quizapp", seconds, random.Random(7))["items"]
    found: dict[str, Any] = evaluator.evaluate(told, items, seconds=seconds)
    verbatim = [
        item["answer"] == article.text[item["answer_start"] : item["answer_end"]]
        and item["source_sentence"] == article.text[item["start"] : item["end"]]
        for item in items
    ]
    found["verbatim"] = sum(verbatim) / max(1, len(verbatim))
    found["items_per_1000w"] = 1000 * len(items) / found["words"]
    return found


def _article(told: dict[str, Any]) -> Article:
    text = "\n\n".join(told["paragraphs"])
    article = read_article(text.encode(), f"{told['title'].replace('_', ' ')}.txt")
    if article.text != text:
        raise SystemExit(f"{told['title']}: the reader changed the text")
    return article


def _cell(value: object) -> str:
    return f"{value:10.3f}" if isinstance(value, float) else f"{value!s:>10}"


def _sum(rows: list[dict[str, Any]], key: str) -> dict[Any, int]:
    total: Counter[Any] = Counter()
    for row in rows:
        total.update(row.get(key, {}))
    return dict(total.most_common())


def _shares(rows: list[dict[str, Any]], key: str) -> dict[Any, str]:
    total = _sum(rows, key)
    return {
        name: f"{n / max(1, sum(total.values())):.2f}" for name, n in sorted(total.items())
    }


def _show(found: dict[str, Any], first: int, *, bare: bool) -> None:
    for row in found["_rows"][:first]:
        item = row["it"]
        print(f"\n{item['kind']:9} {item['question']}\n{'':9} = {item['answer']}", end="")
        print(f"   {item['options']}" if "options" in item else "", *row["hard"])
        if not bare:
            print(f"{'':11}{item['source_sentence']}")


if __name__ == "__main__":
    main()
