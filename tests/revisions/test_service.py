"""Saving banks: nothing that a file ever held is lost."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from quizapp.accounts.models import AuditEvent
from quizapp.banks.library import Library
from quizapp.banks.saving import BankChanged, NotSaved, digest_of
from quizapp.extensions import db
from quizapp.revisions.queries import find_content, find_revision, list_revisions
from quizapp.revisions.rules import Kind
from quizapp.revisions.service import Edit, notice, save_bank
from tests.factories import NOON, make_user

FIRST = "---\ntitle: Cells\n---\n"
SECOND = "---\ntitle: Cells and walls\n---\n"
THIRD = "---\ntitle: Walls\n---\n"


@pytest.fixture
def library(app: Flask, questions: Path) -> Library:
    """A folder with one bank."""
    (questions / "cells.md").write_text(FIRST)
    return Library(questions)


@pytest.fixture
def editor(library: Library) -> str:
    """The id of somebody who edits."""
    return make_user(name="Dr Okafor").id


def digest(library: Library) -> str:
    return digest_of(library.read("cells"))


def save(library: Library, text: str, editor: str, kind: Kind = Kind.BROWSER) -> None:
    save_bank(library, "cells", Edit(text, digest(library), editor, kind), NOON)


def history(name: str = "cells") -> Sequence[tuple[str, str | None, str]]:
    """Kind, name and text of each revision, the oldest first."""
    found = []
    for line in reversed(list_revisions(name)):
        revision = find_revision(name, line.number)
        assert revision is not None
        found.append((line.kind, line.who, revision.content.decode()))
    return found


def test_what_is_replaced_stands_in_the_history_before_what_replaces_it(
    library: Library, editor: str
) -> None:
    save(library, SECOND, editor)

    assert history() == [("outside", None, FIRST), ("browser", "Dr Okafor", SECOND)]


def test_an_edit_from_outside_is_noticed_by_the_next_save(library: Library, editor: str) -> None:
    save(library, SECOND, editor)
    (library.folder / "cells.md").write_text("outside")
    save(library, THIRD, editor)

    assert [(kind, text) for kind, _, text in history()[2:]] == [
        ("outside", "outside"), ("browser", THIRD),
    ]  # fmt: skip


def test_a_changed_file_is_kept_and_both_texts_are_given(library: Library, editor: str) -> None:
    base = digest(library)
    (library.folder / "cells.md").write_text(SECOND)

    with pytest.raises(BankChanged) as caught:
        save_bank(library, "cells", Edit(THIRD, base, editor), NOON)

    assert (caught.value.mine, caught.value.theirs) == (THIRD.encode(), SECOND.encode())
    assert history() == [("outside", None, SECOND)]
    assert (library.folder / "cells.md").read_text() == SECOND


def test_a_file_that_went_away_is_no_text(library: Library, editor: str) -> None:
    base = digest(library)
    (library.folder / "cells.md").unlink()

    with pytest.raises(BankChanged) as caught:
        save_bank(library, "cells", Edit(THIRD, base, editor), NOON)

    assert caught.value.theirs is None


def test_a_new_bank_starts_its_history(library: Library, editor: str) -> None:
    save_bank(library, "genes", Edit(FIRST, "", editor), NOON)

    assert history("genes") == [("browser", "Dr Okafor", FIRST)]


def test_the_same_text_again_leaves_no_row(library: Library, editor: str) -> None:
    save(library, SECOND, editor)
    save(library, SECOND, editor)

    assert len(history()) == 2


def test_the_same_text_sent_twice_from_one_page_is_no_conflict(
    library: Library, editor: str
) -> None:
    edit = Edit(SECOND, digest(library), editor)

    saved = [save_bank(library, "cells", edit, NOON).text for _ in range(2)]

    assert saved == [SECOND, SECOND]


def test_a_text_noticed_before_its_writer_recorded_it_is_given_to_the_writer(
    library: Library, editor: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Library.write

    def write_and_be_noticed(self: Library, *args: str) -> object:
        loaded = write(self, *args)
        notice(self, "cells", NOON)
        return loaded

    monkeypatch.setattr(Library, "write", write_and_be_noticed)
    save(library, SECOND, editor)

    assert history()[1:] == [("browser", "Dr Okafor", SECOND)]


def test_what_cannot_be_written_leaves_no_row_of_its_own(library: Library, editor: str) -> None:
    with pytest.raises(NotSaved):
        save(library, "\ud800", editor)

    assert history() == [("outside", None, FIRST)]


def test_bytes_are_written_as_they_are(library: Library, editor: str) -> None:
    raw = b"\xef\xbb\xbf---\r\ntitle: \xff\r---\n"
    save_bank(library, "cells", Edit(raw, digest(library), editor, Kind.RESTORED), NOON)

    assert (library.folder / "cells.md").read_bytes() == raw
    assert find_content("cells", digest_of(raw)) == raw


def test_text_keeps_the_bytes_of_lines_that_the_file_has(library: Library, editor: str) -> None:
    (library.folder / "cells.md").write_bytes(b"\xef\xbb\xbf---\r\ntitle: \xff\r\n---\r\n")
    save(library, "---\ntitle: \ufffd\nlanguage: en\n---\n", editor)

    assert (library.folder / "cells.md").read_bytes() == (
        b"\xef\xbb\xbf---\r\ntitle: \xff\r\nlanguage: en\r\n---\r\n"
    )


def test_each_edit_leaves_a_row_in_the_audit_trail(library: Library, editor: str) -> None:
    save(library, SECOND, editor)
    save(library, THIRD, editor, Kind.ACCEPTED)

    rows = db.session.scalars(select(AuditEvent).where(AuditEvent.act == "bank edited"))
    assert sorted((row.object, row.user_id, row.detail) for row in rows) == [
        ("bank cells", editor, "version 2, browser"),
        ("bank cells", editor, "version 3, accepted"),
    ]


STEPS = st.lists(
    st.tuples(st.sampled_from(["save", "stale", "outside"]), st.sampled_from("abcd")), max_size=8
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_the_history_holds_every_text_that_was_ever_replaced(
    library: Library, editor: str, steps: list[tuple[str, str]]
) -> None:
    path = library.folder / "cells.md"
    replaced: set[str] = set()
    for step, text in steps:
        before = path.read_text()
        if step == "outside":
            path.write_text(text)
            notice(library, "cells", NOON)
            continue
        base = digest(library) if step == "save" else digest_of(b"stale")
        try:
            save_bank(library, "cells", Edit(text, base, editor), NOON + timedelta(hours=1))
        except BankChanged:
            assert path.read_text() == before
        else:
            replaced.add(before)

    assert replaced <= {text for _, _, text in history()}
