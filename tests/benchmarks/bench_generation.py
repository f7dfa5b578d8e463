"""Measure the questions written from a folder of articles; run by hand.

    python -m tests.benchmarks.bench_generation ARTICLES EVALUATOR [--read TITLE] [--first N]

ARTICLES holds JSON files (title, paragraphs, qas); EVALUATOR is the script that judges a bank.
Prints one row an article, or the first questions of one article to be read by a person.
"""

import argparse
import importlib.util
import json
import random
import statistics
import time
from pathlib import Path
from types import ModuleType
from typing import Any, assert_never

from quizapp.domain.article import Article
from quizapp.domain.question import Draft, Flashcard, Gap, MultipleChoice, TypedAnswer
from quizapp.generation import generate
from quizapp.reading import read_article

COLUMNS = (
    ("items", "items"),
    ("clean", "clean_rate"),
    ("cards", "clean_rate_flashcard"),
    ("choices", "clean_rate_mcq"),
    ("gaps", "clean_rate_cloze"),
    ("sound options", "mcq_no_faulty_distractor"),
    ("key longest", "mcq_key_is_longest (chance .25)"),
    ("located", "cov_located"),
    ("at 40", "cov_located@40/1000w"),
    ("sentences", "sentence_coverage"),
    ("roundtrip@1", "roundtrip@1"),
    ("s/1000w", "seconds_per_1000w"),
)


def main() -> None:
    """Print the table."""
    arguments = _arguments()
    judge = _module(arguments.evaluator)
    rows: list[dict[str, Any]] = []
    print(f"{'':24}" + "".join(f"{name:>14}" for name, _ in COLUMNS))
    for path in sorted(arguments.articles.glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        if arguments.read and arguments.read not in path.stem:
            continue
        began = time.perf_counter()
        drafts, article = _drafts(told)
        seconds = time.perf_counter() - began
        items = [_item(draft, article) for draft in drafts]
        found = judge.evaluate(told, items, seconds=seconds)
        rows.append(found)
        print(f"{path.stem:24}" + "".join(_cell(found.get(key)) for _, key in COLUMNS))
        if arguments.read:
            _show(found, arguments.first)
    means = {
        key: statistics.mean([row.get(key) or 0 for row in rows]) for _, key in COLUMNS
    }
    print(f"{'mean':24}" + "".join(_cell(means[key]) for _, key in COLUMNS))
    print(
        "hard flags:", _sum(rows, "hard_flags"), "\nsoft flags:", _sum(rows, "soft_flags")
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=Path)
    parser.add_argument("evaluator", type=Path)
    parser.add_argument("--read", default="")
    parser.add_argument("--first", type=int, default=30)
    return parser.parse_args()


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no script: {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _drafts(told: dict[str, Any]) -> tuple[tuple[Draft, ...], Article]:
    text = "\n\n".join(told["paragraphs"])
    article = read_article(text.encode(), f"{told['title'].replace('_', ' ')}.txt")
    if article.text != text:
        raise SystemExit(f"{told['title']}: the reader changed the text")
    return generate(article, 100_000, random.Random(7)), article


def _item(draft: Draft, article: Article) -> dict[str, Any]:
    span = draft.source.sentence
    source = {
        "source_sentence": span.of(article.text),
        "start": span.start,
        "end": span.end,
    }
    match draft.question:
        case Flashcard(front, back):
            return source | {"kind": "flashcard", "question": front, "answer": back}
        case TypedAnswer(prompt, answer, accepted):
            asked = {"kind": "flashcard", "question": prompt, "answer": answer}
            return source | asked | {"accepted": list(accepted)}
        case MultipleChoice(prompt, right, wrong):
            options = random.Random(prompt).sample([right, *wrong], len(wrong) + 1)
            asked = {"kind": "mcq", "question": prompt, "answer": right}
            return source | asked | {"options": options}
        case Gap(before, answer, after, accepted):
            asked = {"kind": "cloze", "question": f"{before}____{after}", "answer": answer}
            return source | asked | {"accepted": list(accepted)}
        case _:
            assert_never(draft.question)


def _cell(value: object) -> str:
    return f"{value:14.3f}" if isinstance(value, float) else f"{value!s:>14}"


def _sum(rows: list[dict[str, Any]], key: str) -> dict[str, int]:
    flags = sorted({flag for row in rows for flag in row[key]})
    totals = {flag: sum(row[key].get(flag, 0) for row in rows) for flag in flags}
    return dict(sorted(totals.items(), key=lambda pair: -pair[1]))


def _show(found: dict[str, Any], first: int) -> None:
    for row in found["_rows"][:first]:
        item = row["it"]
        print(f"\n{item['kind']:9} {item['question']}\n{'':9} = {item['answer']}", end="")
        print(f"   {item['options']}" if "options" in item else "", *row["hard"])
        if item["kind"] != "cloze":
            print(f"{'':11}{item['source_sentence']}")


if __name__ == "__main__":
    main()
