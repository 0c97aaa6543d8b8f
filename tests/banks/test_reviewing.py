"""Deciding on the questions of a draft changes the question meant, and no other line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.banks.reader import parse
from quizapp.banks.reviewing import (
    Progress,
    UnfitQuestion,
    accept,
    drop,
    is_same_but_accepted,
    read_drafted,
    rewrite,
    with_count,
)
from quizapp.banks.writer import write

FRONT = "---\ntitle: Tides\nstatus: draft\ngenerated: {kept: 4}\n---\n\n"
MOON = "## What pulls the water?\n`id: moon` `from: light`\n\n- (x) a) The Moon\n- ( ) b) Mars\n"
DAILY = "## How many tides a day?\n`id: daily` `from: light, figure`\n\n- = 2\n"
OWN = "## Tides are useful.\n`id: own`\n\n- (x) True\n- ( ) False\n"
TEXT = f"{FRONT}# Causes\n\n{MOON}\n# Counts\n\n{DAILY}\n# Views\n\n{OWN}"
NEW = "## What pulls the sea?\n`id: moon` `from: light`\n\n- (x) a) The Moon\n- ( ) b) Venus"


def named(text: str, key: str):  # type: ignore[no-untyped-def]
    found = read_drafted(text).find(key)
    assert found
    return found


def test_questions_with_the_chip_from_are_to_be_reviewed() -> None:
    found = read_drafted(TEXT).questions
    assert [(each.key, each.origin, each.is_accepted) for each in found] == [
        ("moon", "light", False),
        ("daily", "light, figure", False),
    ]


def test_a_question_without_an_id_is_named_by_its_line() -> None:
    (moon, _daily) = read_drafted(TEXT.replace("`id: moon` ", "")).questions
    assert moon.key == f"line-{moon.line}"


def test_accepting_adds_a_word_to_the_chip_and_nothing_else() -> None:
    changed = accept(TEXT, named(TEXT, "daily"))
    assert changed == TEXT.replace("`from: light, figure`", "`from: light, figure, accepted`")
    assert named(changed, "daily").is_accepted and named(changed, "daily").origin == "light, figure"


def test_dropping_takes_the_question_and_a_heading_that_held_nothing_else() -> None:
    assert drop(TEXT, named(TEXT, "daily")) == TEXT.replace(f"# Counts\n\n{DAILY}\n", "")


def test_dropping_leaves_a_heading_with_other_questions_or_with_a_text() -> None:
    together = TEXT.replace("# Counts\n\n", "")
    assert drop(together, named(together, "daily")) == together.replace(f"{DAILY}\n", "")
    passage = TEXT.replace("# Counts\n", "# Counts\n\nRead this first.\n")
    assert drop(passage, named(passage, "daily")) == passage.replace(f"{DAILY}\n", "")


def test_dropping_the_last_question_of_the_file_leaves_no_empty_section() -> None:
    text = f"{FRONT}# Causes\n\n{MOON}\n# Counts\n\n{DAILY}"
    assert drop(text, named(text, "daily")) == f"{FRONT}# Causes\n\n{MOON}"


def test_progress_counts_what_is_accepted_dropped_and_waiting() -> None:
    text = accept(TEXT, named(TEXT, "moon"))
    assert read_drafted(text).progress == Progress(made=4, accepted=1, waiting=1)
    progress = read_drafted(drop(text, named(text, "daily"))).progress
    assert (progress.reviewed, progress.accepted, progress.dropped) == (4, 1, 3)


@pytest.mark.parametrize("said", ["{kept: many}", "{kept: -1}", "{}", "{kept: 1}"])
def test_a_count_that_makes_no_sense_is_what_the_file_holds(said: str) -> None:
    assert read_drafted(TEXT.replace("{kept: 4}", said)).made == 2


def test_a_new_draft_says_how_many_questions_it_has() -> None:
    bank = parse(TEXT, "tides").bank
    assert bank is not None
    text = write(with_count(bank))
    assert read_drafted(text).made == 3 and read_drafted(text).progress.waiting == 2


def test_the_next_one_to_decide_on_follows_or_else_is_the_first() -> None:
    drafted = read_drafted(TEXT)
    moon, daily = drafted.questions
    assert drafted.next_waiting(moon.line + 1) == daily
    assert drafted.next_waiting(daily.line + 1) == moon
    done = accept(TEXT, moon)
    assert read_drafted(accept(done, named(done, "daily"))).next_waiting() is None


def test_rewriting_changes_that_question_only() -> None:
    changed = rewrite(TEXT, named(TEXT, "moon"), f"\n{NEW}\n\n\n")
    assert changed == TEXT.replace(MOON, f"{NEW}\n")


@pytest.mark.parametrize(
    "chips", ["`id: moon` `from: light`", "`from: light` `id: moon`", "`from: light`"]
)
def test_the_chip_from_is_kept_out_of_a_persons_way_and_comes_back(chips: str) -> None:
    text = TEXT.replace("`id: moon` `from: light`", chips)
    moon = read_drafted(text).questions[0]
    assert "from:" not in moon.written and "## What pulls the water?\n" in moon.written
    again = read_drafted(rewrite(text, moon, moon.written)).questions[0]
    assert (again.origin, again.written) == ("light", moon.written)


def test_a_rewritten_question_that_is_gone_comes_to_the_end() -> None:
    gone = drop(TEXT, named(TEXT, "moon"))
    assert rewrite(gone, None, NEW) == f"{gone}\n{NEW}\n"


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ("", "starts with ##"),
        ("No heading", "starts with ##"),
        ("Text first\n## Then?\n\n- = 2", "starts with ##"),
        (f"{NEW}\n\n## Another?\n\n- = 2", "several headings"),
        (f"{NEW}\n\n# A section", "several headings"),
        ("# A section", "several headings"),
        (f"{NEW}\n\n<!-- no end", "has no end"),
    ],
)
def test_what_is_no_single_question_is_refused(new: str, reason: str) -> None:
    text = TEXT.replace("- = 2\n", "- = 2\n\n<!-- a note -->\n")
    with pytest.raises(UnfitQuestion, match=reason):
        rewrite(text, named(text, "moon"), new)


def test_an_acceptance_is_told_from_another_change() -> None:
    seen = named(TEXT, "moon").digest
    accepted = accept(TEXT, named(TEXT, "moon"))
    assert is_same_but_accepted(named(accepted, "moon"), seen)
    assert not is_same_but_accepted(named(TEXT, "moon"), seen)
    assert not is_same_but_accepted(named(accepted.replace("Mars", "Venus"), "moon"), seen)


@given(st.text(alphabet="#-= (x)`<>![]ab:\n\t", max_size=200))
def test_whatever_is_written_leaves_all_other_questions_alone(new: str) -> None:
    try:
        changed = rewrite(TEXT, named(TEXT, "moon"), new)
    except UnfitQuestion:
        return
    assert DAILY in changed and OWN in changed
    assert {each.key for each in read_drafted(changed).questions} >= {"daily"}
    again = parse(changed, "tides").bank
    assert again is not None and {"daily", "own"} <= {each.id for each in again.questions}
