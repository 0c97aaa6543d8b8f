"""Roster files as people have them: columns, signs between cells, mistakes by line."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.courses.roster import (
    MOST_BYTES,
    MOST_LINES,
    NotAFactor,
    RosterRow,
    UnreadableRoster,
    decode_roster,
    read_percent,
    read_roster,
)
from quizapp.errors import TooLarge, UserError

HEADER = "name,email,student number,extra time\n"


def people(text: str) -> list[tuple[str, str, str, int | None]]:
    return [(row.name, row.login, row.number, row.percent) for row in read_roster(text).rows]


def problems(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in read_roster(text).problems]


def test_plain_file_is_read() -> None:
    assert people(HEADER + "Ada Obi,Ada@Example.org,17,150\n") == [
        ("Ada Obi", "ada@example.org", "17", 150)
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_part_cells(sign: str) -> None:
    text = sign.join(["name", "username", "extra time"]) + "\n" + sign.join(["Bo", "bo", "1.5"])
    assert people(text) == [("Bo", "bo", "", 150)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_system(end: str) -> None:
    text = "name,login\nAda,ada\n\nBo,bo".replace("\n", end)
    assert [row.line for row in read_roster(text).rows] == [2, 4]


def test_byte_order_mark_is_no_part_of_the_first_title() -> None:
    assert people(decode_roster(b"\xef\xbb\xbfname,email\nAda,ada\n")) == [("Ada", "ada", "", None)]


@pytest.mark.parametrize(
    "header",
    [
        "Name,E-Mail,Student No.,Extra-time factor",
        "Full name,Email Address,Student_ID,Time factor",
        "STUDENT,SIS Login ID,SIS User ID,extra time (%)",
        "Display name,User name,ID number,accommodation",
    ],
)
def test_columns_are_known_by_their_usual_titles(header: str) -> None:
    assert people(f"{header}\nAda Obi,ada,17,1.25") == [("Ada Obi", "ada", "17", 125)]


def test_order_and_further_columns_do_not_matter() -> None:
    text = "group,email,seat,name\nB,ada,12,Ada Obi"
    assert people(text) == [("Ada Obi", "ada", "", None)]


def test_first_and_last_names_become_one() -> None:
    assert people("Last name,First name,email\nObi,Ada,ada")[0][0] == "Ada Obi"


def test_email_is_the_login_where_there_is_a_username_too() -> None:
    assert people("name,username,email\nAda,ada17,ada@example.org")[0][1] == "ada@example.org"


def test_username_stands_in_for_an_empty_email() -> None:
    assert people("name,username,email\nAda,ada17,")[0][1] == "ada17"


def test_quoted_cells_hold_commas_quotes_and_new_lines() -> None:
    text = 'name,email\n"Obi, ""Ace"" Ada",ada\n"Lee,\nBo",bo\nCy,cy\n'
    found = read_roster(text).rows
    assert [(row.line, row.name) for row in found] == [
        (2, 'Obi, "Ace" Ada'),
        (3, "Lee, Bo"),
        (5, "Cy"),
    ]


def test_second_line_with_a_login_is_a_problem() -> None:
    text = "name,email\nAda,ada\nBo,bo\nAda O.,ADA\n"
    assert problems(text) == [(4, "ada is on line 2 already.")]
    assert [person[0] for person in people(text)] == ["Ada", "Bo"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (",ada,,", "name is missing"),
        ("Ada,,,", "email or username is missing"),
        ("Ada,ada obi,,", "email or username is missing, or can't"),
        ("Ada,ada,,soon", "percent"),
        ("Ada,ada,,50", "percent"),
        ("Ada,ada,,-1", "percent"),
        ("Ada,ada,,99999", "percent"),
        (f"Ada,ada,{'9' * 65},", "student number"),
        ("Ada,ada,17,150,more", "more cells"),
        ("A\u202eda,ada,,", "invisible"),
    ],
)
def test_line_that_can_not_be_used_is_named_and_the_rest_is_kept(line: str, words: str) -> None:
    text = f"{HEADER}{line}\nBo,bo,,\n"
    [(number, message)] = problems(text)
    assert number == 2
    assert words in message
    assert [person[0] for person in people(text)] == ["Bo"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "nothing in it"),
        ("\n \n", "nothing in it"),
        ("Ada Obi,ada@example.org\n", "doesn't name the columns"),
        ("name,points\nAda,3\n", "no column “email or username”"),
        ("email,points\nada,3\n", "no column “name”"),
        ('name,email\n"Ada,ada\n', "Line 2: the quotation marks don't match"),
        ('name,email\n"Ada" Obi,ada\n', "Line 2: the quotation marks don't match"),
    ],
)
def test_file_that_can_not_be_read_says_how_to_mend_it(text: str, words: str) -> None:
    with pytest.raises(UnreadableRoster, match=words):
        read_roster(text)


def test_text_in_another_encoding_is_refused_with_advice() -> None:
    with pytest.raises(UnreadableRoster, match="CSV UTF-8"):
        decode_roster("name,email\nJosé,jose\n".encode("latin-1"))


def test_more_lines_than_a_page_can_show_are_refused() -> None:
    with pytest.raises(TooLarge, match="5,000 lines"):
        read_roster("name,email\n" + "a\n" * MOST_LINES)


def test_more_than_256_kilobytes_are_refused() -> None:
    with pytest.raises(TooLarge):
        decode_roster(b"x" * (MOST_BYTES + 1))
    with pytest.raises(TooLarge):
        read_roster("é" * (MOST_BYTES // 2 + 1))


@pytest.mark.parametrize(
    ("typed", "percent"),
    [
        ("", None), ("  ", None), ("1", 100), ("1.5", 150), ("1,5", 150), ("1.25x", 125),
        ("150", 150), ("150 %", 150), ("100%", 100), ("10", 1000), ("1000", 1000), ("125.0%", 125),
    ],
)  # fmt: skip
def test_extra_time_is_read_as_factor_or_percent(typed: str, percent: int | None) -> None:
    assert read_percent(typed) == percent


@pytest.mark.parametrize("typed", ["0", "0.5", "1.2345", "50%", "1001", "1e3", "١٥٠", "x", "1.5.1"])
def test_extra_time_that_nobody_means_is_refused(typed: str) -> None:
    with pytest.raises(NotAFactor):
        read_percent(typed)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    for each in (text, HEADER + text):
        try:
            found = read_roster(each)
        except UserError as error:
            assert str(error)
        else:
            assert all(problem.message for problem in found.problems)


NAMES = st.lists(
    st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=8),
    min_size=1,
    max_size=9,
).map(" ".join)


@given(
    st.lists(st.tuples(NAMES, st.sampled_from([100, 125, 150])), max_size=5),
    st.sampled_from(",;\t"),
)
def test_what_a_spreadsheet_writes_is_read_as_it_was(
    written: list[tuple[str, int]], sign: str
) -> None:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=sign)
    writer.writerow(["name", "email", "extra time"])
    writer.writerows((name, f"p{at}", percent) for at, (name, percent) in enumerate(written))
    found = read_roster(file.getvalue())
    assert found.problems == ()
    rows = [(row.login, row.percent) for row in found.rows]
    assert rows == [(f"p{at}", percent) for at, (_, percent) in enumerate(written)]
    assert all(isinstance(row, RosterRow) and row.name for row in found.rows)
