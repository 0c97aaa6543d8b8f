"""The words that prove a key are found where they stand in the source."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.banks.evidence import fold, is_found
from quizapp.banks.lighting import find_quote, light

SOURCE = "The tide turns.\n\nIt rises  twice\na day — “as a rule”, he said.\n\nThen it falls."


def lit(text: str, *quotes: str) -> list[str]:
    return [run.text for paragraph in light(text, quotes) for run in paragraph.runs if run.is_lit]


def test_words_are_lit_whatever_their_spaces_and_marks() -> None:
    assert lit(SOURCE, 'He wrote: "twice a day - "as a rule""') == ["twice\na day — “as a rule”"]


def test_an_ellipsis_lights_what_stands_around_it() -> None:
    assert lit(SOURCE, '"The tide … Then it"') == ["The tide", "Then it"]


def test_words_that_arent_there_light_nothing() -> None:
    assert lit(SOURCE, '"The tide … is late"', "no quotation marks") == []


def test_all_of_the_source_is_shown_paragraph_by_paragraph() -> None:
    paragraphs = light(SOURCE, ['"tide turns. It rises"'])
    assert ["".join(run.text for run in each.runs) for each in paragraphs] == SOURCE.split("\n\n")
    assert [run.text for each in paragraphs for run in each.runs if run.is_lit] == [
        "tide turns.",
        "It rises",
    ]
    assert [run.is_first for each in paragraphs for run in each.runs if run.is_lit] == [True, False]


def test_a_short_line_without_a_full_stop_is_a_title() -> None:
    text = "The ferry\n\nIt came back.\n\nTwo lines\nof a list\n\nWho paid?"
    assert [each.is_title for each in light(text, [])] == [True, False, False, True]


def test_quotes_that_overlap_are_lit_once() -> None:
    assert lit(SOURCE, '"The tide turns"', '"tide turns. It"') == ["The tide turns", ".", "It"]


def test_marks_of_a_quoted_source_dont_count() -> None:
    assert lit("> The tide\n> turns.", '"tide turns"') == ["tide\n> turns"]


def test_letters_with_marks_are_found_composed_or_not() -> None:
    assert lit("Le cafe\u0301 ferme.", '"café ferme"') == ["cafe\u0301 ferme"]


@given(st.text(alphabet="ab .,“”'`—…\n½é", max_size=60), st.data())
def test_what_the_checker_finds_is_lit(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))]
    spans = find_quote(f'"{words}"', text)
    assert bool(spans) == is_found(words, fold(text))
    assert all(0 <= begin < end <= len(text) for begin, end in spans)
