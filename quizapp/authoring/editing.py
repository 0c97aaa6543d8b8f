"""What the editor does for one person and one bank; the verbs of `revisions` write."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.authoring.bank_page import Reach
from quizapp.authoring.editor_page import (
    ComparePage,
    DraftLine,
    EditorPage,
    HistoryLine,
    HistoryPage,
    LastSave,
    RevisionPage,
    TextState,
    build_editor,
)
from quizapp.authoring.preview_page import Preview, build_preview
from quizapp.authoring.queries import list_uses
from quizapp.authoring.service import why_unfit
from quizapp.banks.chips import SLUG
from quizapp.banks.difference import difference, lines_of
from quizapp.banks.encoding import decode
from quizapp.banks.library import BankNotFound, Library, LoadedBank
from quizapp.banks.merging import merge
from quizapp.banks.saving import digest_of
from quizapp.banks.untouched import keep_untouched, shown_text
from quizapp.errors import NotFound
from quizapp.revisions import queries
from quizapp.revisions.models import BankDraft, BankRevision
from quizapp.revisions.rules import Kind
from quizapp.revisions.service import Edit, Typed, drop_draft, keep_draft, notice, save_bank

UNSAVED = "Save your changes first: a quiz is made from the file."
VERSION = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True)
class Sheet:
    """A bank on somebody's desk; raises BankNotFound for what can't be a bank's name."""

    library: Library
    name: str
    user_id: str
    reach: Reach

    def __post_init__(self) -> None:
        if not SLUG.fullmatch(self.name):
            raise BankNotFound

    def raw(self) -> bytes:
        """What the file holds; b"" if there is none."""
        return self.library.read(self.name) or b""

    def digest(self) -> str:
        """What names the file's content; "" if there is none."""
        return digest_of(self.library.read(self.name))

    def draft(self) -> BankDraft | None:
        """What this person has typed and not saved."""
        return queries.find_draft(self.name, self.user_id)


def open_editor(sheet: Sheet, *, opens_draft: bool) -> EditorPage:
    """The file's text, or this person's draft; raises BankNotFound."""
    draft = sheet.draft()
    if draft is not None and opens_draft:
        return show_typed(sheet, _typed(draft))
    loaded, raw = sheet.library.load(sheet.name), sheet.raw()
    state = _state(sheet, Typed(shown_text(raw), digest_of(raw), ""), draft)
    state = replace(state, unfit=why_unfit(loaded))
    return build_editor(loaded, state, raw, list_uses(), sheet.reach)


def show_typed(sheet: Sheet, typed: Typed) -> EditorPage:
    """The page around a text that isn't the file's."""
    state = replace(_state(sheet, typed, sheet.draft()), unfit=UNSAVED)
    return build_editor(check_text(sheet, typed.text), state, sheet.raw(), list_uses(), sheet.reach)


def check_text(sheet: Sheet, text: str) -> LoadedBank:
    """What the bank would be if `text` were saved."""
    raw = keep_untouched(sheet.raw(), text.encode(errors="replace").decode())
    return sheet.library.check(sheet.name, decode(raw).text)


def save_text(sheet: Sheet, typed: Typed, now: datetime) -> LoadedBank:
    """Write it to the file; raises BankChanged and NotSaved."""
    edit = Edit(typed.text, typed.base, sheet.user_id)
    loaded = save_bank(sheet.library, sheet.name, edit, now)
    drop_draft(sheet.name, sheet.user_id, frozenset({typed.seen, digest_of(typed.raw)}))
    return loaded


def keep_typed(sheet: Sheet, typed: Typed, now: datetime) -> str:
    """Keep it as this person's draft, and return what names that; "" if it is the file's text.

    The file that it began from is kept too, to merge by.
    """
    present = notice(sheet.library, sheet.name, now)
    digest = digest_of(typed.raw)
    if present is not None and typed.text == shown_text(present):
        drop_draft(sheet.name, sheet.user_id, frozenset({typed.seen, digest}))
        return ""
    keep_draft(sheet.name, sheet.user_id, typed, now)
    return digest


def preview(sheet: Sheet, *, of_draft: bool, as_result: bool) -> Preview:
    """The file as questions, or this person's draft if they have one."""
    draft = sheet.draft() if of_draft else None
    if draft is None:
        return build_preview(sheet.library.load(sheet.name), as_result=as_result)
    return build_preview(check_text(sheet, draft.content.decode()), as_result=as_result)


def compare(sheet: Sheet) -> ComparePage:
    """What this person typed beside what the file holds now; raises NotFound without a draft."""
    draft = sheet.draft()
    if draft is None:
        raise NotFound
    mine, theirs = draft.content.decode(), shown_text(sheet.raw())
    base = queries.find_content(sheet.name, draft.base)
    merged = merge(None if base is None else shown_text(base), mine, theirs)
    return ComparePage(
        name=sheet.name,
        difference=difference(theirs, mine),
        merged=merged.text,
        clashes=merged.clashes,
        theirs_digest=sheet.digest(),
        draft_saved_at=draft.saved_at,
        seen=digest_of(draft.content),
        knows_base=base is not None,
    )


def keep_mine(sheet: Sheet, mine: str, base: str, now: datetime) -> LoadedBank:
    """Save what the compare page showed as this person's text over the file named by `base`.

    `mine` names the text: the draft, or one that a newer draft has moved to the history.
    """
    draft = sheet.draft()
    is_draft = draft is not None and digest_of(draft.content) == mine
    raw = draft.content if draft and is_draft else queries.find_content(sheet.name, mine)
    if raw is None:
        raise NotFound
    return save_text(sheet, Typed(raw.decode(), base, mine), now)


def read_history(sheet: Sheet) -> HistoryPage:
    """Every text that is known; raises BankNotFound if there is neither file nor history."""
    digest = sheet.digest()
    found = queries.list_revisions(sheet.name)
    if not found and not digest:
        raise BankNotFound
    return HistoryPage(
        name=sheet.name,
        lines=tuple(_line(revision, digest) for revision in found),
        is_noticed=any(revision.digest == digest for revision in found),
        exists=bool(digest),
    )


def read_revision(sheet: Sheet, number: int) -> RevisionPage:
    """One of them; raises NotFound."""
    revision = find_revision(sheet, number)
    line = next(line for line in queries.list_revisions(sheet.name) if line.number == number)
    before = queries.find_before(sheet.name, number)
    text = shown_text(revision.content)
    return RevisionPage(
        name=sheet.name,
        line=_line(line, sheet.digest()),
        is_first=before is None,
        made=difference(shown_text(before.content) if before else "", text),
        restoring=difference(shown_text(sheet.raw()), text),
        base=sheet.digest(),
        text=tuple(lines_of(text)),
    )


def find_revision(sheet: Sheet, number: int) -> BankRevision:
    """A text of the history; raises NotFound."""
    revision = queries.find_revision(sheet.name, number)
    if revision is None:
        raise NotFound
    return revision


def content_of(sheet: Sheet, version: str) -> bytes:
    """The bytes of the file (""), of this person's draft ("draft"), or of a text of the history.

    Raises NotFound; who may only read banks gets the file alone.
    """
    raw = None
    if version == "draft":
        draft = sheet.draft()
        raw = draft.content if draft else None
    elif version and sheet.reach.banks is None:
        raw = find_revision(sheet, int(version) if VERSION.fullmatch(version) else 0).content
    elif not version and sheet.reach.reads(sheet.name):
        raw = sheet.library.read(sheet.name)
    if raw is None:
        raise NotFound
    return raw


def restore(sheet: Sheet, number: int, base: str, now: datetime) -> LoadedBank:
    """Put an earlier text back, over the file named by `base`; raises BankChanged and NotSaved."""
    revision = find_revision(sheet, number)
    edit = Edit(revision.content, base, sheet.user_id, Kind.RESTORED)
    return save_bank(sheet.library, sheet.name, edit, now)


def _typed(draft: BankDraft) -> Typed:
    return Typed(draft.content.decode(), draft.base, digest_of(draft.content))


def _state(sheet: Sheet, typed: Typed, draft: BankDraft | None) -> TextState:
    digest = sheet.digest()
    newest = queries.find_newest_line(sheet.name)
    is_known = newest is not None and newest.digest == digest
    return TextState(
        text=typed.text,
        base=typed.base,
        seen=typed.seen,
        draft=None if draft is None else DraftLine(draft.saved_at, draft.base != digest),
        last_save=_last_save(newest, sheet.user_id) if newest and is_known else None,
        is_read_only=not sheet.library.may_write(sheet.name),
    )


def _last_save(newest: queries.RevisionLine, user_id: str) -> LastSave:
    who = "you" if newest.user_id == user_id else newest.who
    return LastSave(who, newest.made_at)


def _line(revision: queries.RevisionLine, digest: str) -> HistoryLine:
    return HistoryLine(
        number=revision.number,
        kind=revision.kind,
        who=revision.who,
        made_at=revision.made_at,
        is_now=revision.digest == digest and revision.kind != Kind.ASIDE,
    )
