"""Parsing works with a model, and does without one politely."""

import json
import socket
import sys
import tracemalloc
from pathlib import Path

import pytest

from quizapp.generation.parsing.sentences import LONGEST, NoParser, Parser, find_parser
from tests.generation.parsing import make_article, parse, parser_or_skip


def notice_of(named: str = "") -> str:
    found = find_parser(named)
    assert isinstance(found, NoParser)
    return found.notice


def test_without_spacy_there_is_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    assert notice_of() == (
        "No parser is installed here, so the rules that ask are simple. "
        "For more and better questions: pip install 'quizapp[generate-model]'."
    )


def test_a_library_that_fails_otherwise_than_by_its_absence_gives_a_notice_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in [each for each in sys.modules if each.split(".")[0] == "spacy"]:
        monkeypatch.delitem(sys.modules, name)
    (tmp_path / "spacy.py").write_text("raise ValueError('numpy.dtype size changed')")
    monkeypatch.syspath_prepend(tmp_path)
    assert "numpy.dtype size changed" in notice_of()
    monkeypatch.delitem(sys.modules, "spacy", raising=False)


def test_without_any_model_the_notice_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    parser_or_skip()
    monkeypatch.setattr("quizapp.generation.parsing.sentences.MODELS", ("no_such_model",))
    assert notice_of().startswith("The parser spaCy has no English model here, so the rules")


def test_a_named_model_that_is_missing_is_replaced_and_named_in_a_notice() -> None:
    parser_or_skip()
    found = find_parser("no_such_model")
    assert isinstance(found, Parser)
    assert found.notice == (
        f"The spaCy model no_such_model is not installed. Using {found.model} instead."
    )


def test_a_broken_model_gives_a_notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parser_or_skip()
    monkeypatch.setattr("quizapp.generation.parsing.sentences.MODELS", ())
    (tmp_path / "meta.json").write_text("{")
    assert f"The spaCy model {tmp_path} is broken" in notice_of(str(tmp_path))


def test_a_model_for_another_version_gives_a_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = parser_or_skip()
    monkeypatch.setattr("quizapp.generation.parsing.sentences.MODELS", ())
    model.pipeline.to_disk(tmp_path)
    meta = json.loads((tmp_path / "meta.json").read_text())
    (tmp_path / "meta.json").write_text(json.dumps({**meta, "spacy_version": ">=2.3,<2.4"}))
    assert "is made for another version of spaCy" in notice_of(str(tmp_path))


def test_a_model_without_a_parser_gives_a_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.generation.parsing.sentences.MODELS", ())
    pytest.importorskip("spacy").blank("en").to_disk(tmp_path)
    assert "doesn't parse English" in notice_of(str(tmp_path))


def test_no_socket_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    parser_or_skip()

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("A socket was opened.")

    monkeypatch.setattr(socket, "socket", refuse)
    parser = find_parser("no_such_model")
    assert isinstance(parser, Parser)
    assert parser.parse(make_article("The mill burned in May."))[0].tokens


def test_words_stand_where_the_article_has_them() -> None:
    article = make_article("The old mill burned in May.", "Nora Lindqvist rebuilt it.")
    for sentence in parser_or_skip().parse(article):
        for token in sentence.tokens:
            assert article.text[token.start : token.end] == token.text


def test_words_know_what_they_hang_on() -> None:
    (sentence,) = parse("Nora Lindqvist rebuilt the mill in 1931.")
    (root,) = sentence.roots
    assert (root.text, root.lemma, root.tag) == ("rebuilt", "rebuild", "VBD")
    subject = sentence.child(root, "nsubj")
    assert subject is not None
    assert [token.text for token in sentence.subtree(subject)] == ["Nora", "Lindqvist"]
    assert subject.entity == "PERSON"


def test_an_overlong_sentence_is_not_parsed() -> None:
    first, second = parse("word " * LONGEST, "The mill burned.")
    assert not first.tokens
    assert second.tokens


def test_parsing_twice_gives_the_same() -> None:
    texts = ["The council sold the mill to a baker because it needed money."] * 3
    assert parse(*texts) == parse(*texts)


def test_a_long_article_takes_little_memory_at_a_time() -> None:
    article = make_article(*["The council sold the old mill to a baker in 1931."] * 1_000)
    parser = parser_or_skip()
    tracemalloc.start()
    parser.parse(article)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40_000_000


def test_a_number_in_groups_is_one_word_as_the_article_has_it() -> None:
    (sentence,) = parse("The mill can grind 1 100 sacks of wheat in a day.")
    assert "1 100" in [token.text for token in sentence.tokens]
