"""The three walks, end to end through the real window."""

import json

import pytest

from quizapp.ui import self_test


@pytest.mark.parametrize(
    "journey",
    [
        self_test.study_is_remembered,
        self_test.article_becomes_deck,
        self_test.deck_travels,
    ],
)
def test_a_journey_holds(qapp, tmp_path, journey):
    journey(tmp_path / "walk", None)


def test_the_self_test_says_which_step_failed(qapp, capsys, monkeypatch):
    def stumble(*_):
        raise self_test.StepFailed("the first step")

    monkeypatch.setattr(self_test, "JOURNEYS", (self_test.deck_travels, stumble))
    assert self_test.run(None) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["held"] is False
    assert said["failed"] == "stumble: the first step"
    assert list(said["journeys"]) == ["deck_travels"]
