"""Trees of words answer what hangs on what."""

from quizapp.generation.parsing.trees import ParsedSentence, Token


def make_sentence(*words: tuple[str, str, int]) -> ParsedSentence:
    """A sentence of (word, relation, index of its head), one space between words."""
    tokens, start = [], 0
    for index, (text, dep, head) in enumerate(words):
        tokens.append(Token(index, text, text, "", "", dep, head, start, start + len(text)))
        start += len(text) + 1
    return ParsedSentence(0, " ".join(text for text, _, _ in words), 0, tuple(tokens))


MILL = make_sentence(
    ("The", "det", 2),
    ("old", "amod", 2),
    ("mill", "nsubj", 3),
    ("burned", "ROOT", 3),
    ("in", "prep", 3),
    ("May", "pobj", 4),
)
MILL_WORD = MILL.tokens[2]


def words(tokens: tuple[Token, ...]) -> str:
    return " ".join(token.text for token in tokens)


def test_a_subtree_is_in_the_order_of_the_text() -> None:
    assert words(MILL.subtree(MILL_WORD)) == "The old mill"


def test_a_subtree_leaves_out_what_it_is_told_to() -> None:
    assert words(MILL.subtree(MILL.tokens[3], without={4})) == "The old mill burned"


def test_children_can_be_asked_for_by_relation() -> None:
    assert words(MILL.children(MILL.tokens[3], ("prep", "nsubj"))) == "mill in"


def test_ancestors_come_nearest_first() -> None:
    assert words(MILL.ancestors(MILL.tokens[5])) == "in burned"


def test_words_that_a_passage_touches_are_found() -> None:
    assert words(MILL.covering(MILL.text.index("old"), MILL.text.index("burn") + 2)) == (
        "old mill burned"
    )


def test_the_top_of_a_passage_hangs_on_none_of_it() -> None:
    assert MILL.top(MILL.tokens[:3]) == MILL_WORD


def test_a_passage_of_two_parts_has_no_top() -> None:
    assert MILL.top((MILL.tokens[0], MILL.tokens[5])) is None
