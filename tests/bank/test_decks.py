"""Decks: the articles they are made from come back as they went in."""

from dataclasses import replace

from quizapp.bank import decks, open_bank
from quizapp.domain.article import ArticleId
from quizapp.domain.question import generated_deck_id
from tests.conftest import NOON, lake


def test_an_article_comes_back_whole_and_a_missing_one_is_none(bank, deck):
    with bank.read() as session:
        assert decks.article(session, lake().id) == lake()
        assert decks.article(session, ArticleId("0" * 64)) is None


def test_the_same_text_keeps_its_own_title_in_each_bank(tmp_path):
    titles = ("The lake", "A lake of that name")
    for title in titles:
        article = replace(lake(), title=title)
        deck = decks.Deck(generated_deck_id(article.id), title, article.id, NOON)
        with open_bank(tmp_path / f"{title}.bank") as bank, bank.write() as session:
            decks.add(session, deck, article)
    found = []
    for title in titles:
        with open_bank(tmp_path / f"{title}.bank") as bank, bank.read() as session:
            found.append(decks.article(session, lake().id))
    assert found == [replace(lake(), title=title) for title in titles]


def test_an_article_erased_and_added_anew_is_the_new_one(bank, deck):
    with bank.write() as session:
        assert decks.article(session, lake().id) == lake()
        decks.erase(session, deck)
    with bank.write() as session:
        made = replace(lake(), origin="elsewhere.txt")
        decks.add(session, decks.Deck(deck, "The lake", made.id, NOON), made)
    with bank.read() as session:
        assert decks.article(session, lake().id) == made
