"""Generated questions as the items that `quizapp generate` prints."""

from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Any

from quizapp.domain.question import Draft, MultipleChoice
from quizapp.exchange.items import to_items
from tests.conftest import lake, lake_drafted, source_of


def items_of(drafts: Sequence[Draft], seed: int = 1) -> dict[str, Any]:
    return to_items(lake(), drafts, "quizapp 1", 0.12345, Random(seed))


def test_every_kind_is_an_item_with_its_sentence():
    printed = items_of(lake_drafted().drafts)
    assert (printed["generator"], printed["seconds"]) == ("quizapp 1", 0.123)
    assert (printed["title"], printed["text"]) == ("The lake above Velm", lake().text)
    kinds = [item["kind"] for item in printed["items"]]
    assert kinds == ["flashcard", "mcq", "cloze", "flashcard", "flashcard"]
    for item, draft in zip(printed["items"], lake_drafted().drafts, strict=True):
        assert printed["text"][item["start"] : item["end"]] == item["source_sentence"]
        assert printed["text"][item["answer_start"] : item["answer_end"]] == item["answer"]
        assert item["id"] == str(draft.id)


def test_a_gap_is_drawn_and_a_typed_question_names_what_else_is_right():
    items = items_of(lake_drafted().drafts)["items"]
    assert (
        items[2]["question"] == "It was dammed in ____ to bring water to the city of Velm."
    )
    assert items[3]["accepted"] == []
    assert "options" not in items[0]


def test_the_right_option_stands_in_every_place_equally_often():
    source = source_of(lake(), "Otto Brandt")
    drafts = [
        Draft(
            MultipleChoice(f"Who was {one}?", "Otto Brandt", ("Ada", "Ivo", "Eva")), source
        )
        for one in range(40)
    ]
    items = items_of(drafts)["items"]
    places = [item["options"].index("Otto Brandt") for item in items]
    assert Counter(places) == {0: 10, 1: 10, 2: 10, 3: 10}
    assert places != [
        one["options"].index("Otto Brandt") for one in items_of(drafts, 2)["items"]
    ]
    for item in items:
        assert sorted(item["options"]) == ["Ada", "Eva", "Ivo", "Otto Brandt"]


def test_few_options_hold_the_right_one_too():
    source = source_of(lake(), "Otto Brandt")
    drafts = [
        Draft(MultipleChoice(f"Who was {one}?", "Otto Brandt", ("Ada",)), source)
        for one in range(8)
    ]
    for item in items_of(drafts)["items"]:
        assert sorted(item["options"]) == ["Ada", "Otto Brandt"]
