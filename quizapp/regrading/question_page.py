"""The page that corrects one question: its key, the ways to change it, and what each would do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from quizapp.columns import MILLION, random_id
from quizapp.display import format_points
from quizapp.errors import UserError
from quizapp.question_types.base import Answer, AskedQuestion
from quizapp.quizzes.corrections import load_rulebook
from quizapp.quizzes.library import site_library
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import read_snapshot
from quizapp.quizzes.slots import PublishedSlot
from quizapp.regrading import service
from quizapp.regrading.choices import KEY, Choice, How
from quizapp.regrading.files import FileEdit, FileQuestion, NoEdit, edit_file, find_in_file
from quizapp.regrading.note_queries import SentNote, find_note
from quizapp.regrading.plan import Plan, choose_places, present_judges
from quizapp.regrading.queries import AskedIn, count_submitted, list_places
from quizapp.regrading.rules import Change, Effect, in_order
from quizapp.regrading.wishes import Frozen, Wish

A_PAGE = 100  # students listed at once


@dataclass(frozen=True)
class VersionGroup:
    """Versions that ask the question in the same words."""

    versions: tuple[int, ...]  # the newest first
    attempts: int
    is_chosen: bool


@dataclass(frozen=True)
class ScoreLine:
    """What becomes of one student's score, in points."""

    name: str
    attempt_number: int
    answer: tuple[str, ...]  # Markdown; () for none
    old: Fraction
    old_possible: Fraction
    new: Fraction
    new_possible: Fraction


@dataclass(frozen=True)
class Preview:
    """What would change, before anything does."""

    id: str  # of the correction to be
    fingerprint: str
    effect: Effect
    gained: str  # the largest change up: +1, or +5%
    lost: str
    old_key: tuple[str, ...]  # Markdown; several where several are accepted
    new_key: tuple[str, ...]  # () where no key decides
    lines: tuple[ScoreLine, ...]  # of this page of the list
    pages: int
    skipped: tuple[int, ...]
    is_idle: bool  # it is judged like this already


@dataclass(frozen=True)
class QuestionPage:
    """Everything that the page shows."""

    choice: Choice
    number: int
    is_asked_now: bool  # in the newest version
    heading: str  # Markdown, inline
    language: str
    asked: AskedQuestion | None  # with the key filled in; None: only a person can tell
    notation: str  # what may be typed as a key; "" where one is chosen
    key: tuple[str, ...]  # Markdown; () where only a person can tell
    file: str  # of the bank whose key differs; "" if none does
    file_key: tuple[str, ...]
    answer: tuple[str, ...]  # of a student, to be accepted; Markdown
    edit: FileEdit | NoEdit | None  # what that adds to the file; None: no such answer
    groups: tuple[VersionGroup, ...]
    preview: Preview | None
    problem: str  # why there is no preview


def load(quiz: Quiz, choice: Choice, now: datetime) -> QuestionPage:
    """The page as things stand now; raises NotFound."""
    places = list_places(quiz.id, choice.question_id)
    rulebook = load_rulebook(quiz.id)
    shown = choose_places(places, _versions(places, choice))[0]
    judges = present_judges(rulebook, shown)
    found = find_in_file(site_library(), quiz, choice.question_id)
    file = found if found and _differs(found, judges[-1]) else None
    sent = _find_note(quiz, choice)
    preview, problem = _preview(quiz, choice, now)
    return QuestionPage(
        choice=choice,
        number=shown.slot.number,
        is_asked_now=places[0].version == quiz.version,
        heading=shown.slot.question.heading,
        language=shown.slot.language,
        asked=_ask(shown.slot, choice, judges[-1]),
        notation=shown.slot.question.body.key_notation,
        key=_words(judges),
        file=file.file if file else "",
        file_key=_words([Frozen("", file.question.content)]) if file else (),
        answer=_describe(sent) if sent else (),
        edit=load_edit(quiz, choice),
        groups=_groups(quiz.id, places, choice),
        preview=preview,
        problem=problem,
    )


def make_wish(quiz: Quiz, choice: Choice) -> Wish:
    """What the choice asks for; raises NotFound, or UserError where something is missing."""
    if choice.how is None:
        raise UserError("Choose how to correct the question.")
    places = list_places(quiz.id, choice.question_id)
    versions = _versions(places, choice)
    shown = choose_places(places, versions)[0].slot
    found, sent = None, None
    if choice.how is How.ANSWER:
        sent = _find_note(quiz, choice)
        if sent is None:
            raise UserError("This note isn't here any more. Choose a key here.")
    if choice.how is How.FILE:
        found = find_in_file(site_library(), quiz, choice.question_id)
        if found is None:
            raise UserError("No file of this quiz has the question any more. Choose a key here.")
    return Wish(
        question_id=choice.question_id,
        kind=choice.how.kind,
        nobody_loses=choice.nobody_loses,
        key=shown.question.body.from_post(choice.posted, shown.question.body.order()),
        from_bank=found.question if found else None,
        accepted=sent.answer if sent else (),
        given_to=sent.slot if sent else None,
        versions=versions,
    )


def find_edit(quiz: Quiz, choice: Choice) -> FileEdit | None:
    """What accepting the note's answer would write to the file now; None if nothing."""
    edit = load_edit(quiz, choice)
    return edit if isinstance(edit, FileEdit) else None


def load_edit(quiz: Quiz, choice: Choice) -> FileEdit | NoEdit | None:
    """The same, or why nothing is written; None without a note."""
    sent = _find_note(quiz, choice) if choice.how is How.ANSWER else None
    if sent is None:
        return None
    places = list_places(quiz.id, choice.question_id)
    shown = choose_places(places, _versions(places, choice))[0]
    newest = present_judges(load_rulebook(quiz.id), shown)[-1]
    found = find_in_file(site_library(), quiz, choice.question_id)
    return edit_file(found, newest, sent.slot, sent.answer)


def _find_note(quiz: Quiz, choice: Choice) -> SentNote | None:
    """The note whose answer is to be accepted, if it is about this question."""
    sent = find_note(quiz.id, choice.note_id) if choice.note_id else None
    return sent if sent and sent.slot.question.id == choice.question_id else None


def _describe(sent: SentNote) -> tuple[str, ...]:
    body = sent.slot.question.body
    return body.describe(sent.answer, body.order())


def _preview(quiz: Quiz, choice: Choice, now: datetime) -> tuple[Preview | None, str]:
    if choice.how is None:
        return None, ""
    try:
        plan = service.preview(quiz.id, make_wish(quiz, choice), now)
    except UserError as error:
        return None, str(error)
    return _show(plan, choice), ""


def _show(plan: Plan, choice: Choice) -> Preview:
    newest = plan.ruled[0]
    listed = in_order(plan.changes)
    start = (choice.page - 1) * A_PAGE
    slots = {each.place.version: each.place.slot for each in plan.ruled}
    return Preview(
        id=random_id(),
        fingerprint=plan.fingerprint,
        effect=plan.effect,
        gained=_change(plan.effect, plan.effect.most_gained, "+"),
        lost=_change(plan.effect, plan.effect.most_lost, "−"),
        old_key=_words(newest.present),
        new_key=_words(newest.judges),
        lines=tuple(_line(change, slots) for change in listed[start : start + A_PAGE]),
        pages=-(-len(listed) // A_PAGE),
        skipped=plan.skipped,
        is_idle=plan.is_idle,
    )


def _change(effect: Effect, amount: int, sign: str) -> str:
    share = Fraction(amount, MILLION)
    return (
        f"{sign if amount else ''}{format_points(share * 100 if effect.in_shares else share)}"
        + ("%" if effect.in_shares else "")
    )


def _line(change: Change, slots: dict[int, PublishedSlot]) -> ScoreLine:
    body = slots[change.version].question.body
    return ScoreLine(
        name=change.name,
        attempt_number=change.attempt_number,
        answer=body.describe(change.answer, body.order()),
        old=Fraction(change.old.earned, MILLION),
        old_possible=Fraction(change.old.possible, MILLION),
        new=Fraction(change.new.earned, MILLION),
        new_possible=Fraction(change.new.possible, MILLION),
    )


def _words(judges: Sequence[Frozen]) -> tuple[str, ...]:
    """The keys that these judges take, in Markdown."""
    bodies = [read_snapshot(judge.content)[2].body for judge in judges]
    return tuple(words for body in bodies for words in body.key_words())


def _differs(found: FileQuestion, newest: Frozen) -> bool:
    """Whether the file grades otherwise than what judges now."""
    return found.question.question.body != read_snapshot(newest.content)[2].body


def _ask(slot: PublishedSlot, choice: Choice, newest: Frozen) -> AskedQuestion | None:
    """The question, to be answered as it should be; the present key is filled in."""
    question, body = slot.question, slot.question.body
    judge = read_snapshot(newest.content)[2].body
    key: Answer | None = judge.key()
    if key is None:
        return None
    filled = body.translate(key, judge)
    if choice.posted:
        filled = body.from_post(choice.posted, body.order())
    return AskedQuestion(
        number=slot.number,
        field=KEY,
        heading=question.heading,
        text=question.text,
        points=slot.points,
        type=body.name,
        label=body.label,
        language=slot.language,
        body=body.ask(filled, body.order()),
        is_practice=True,  # nothing to clear, and no points to earn
    )


def _versions(places: Sequence[AskedIn], choice: Choice) -> frozenset[int] | None:
    """The chosen versions, and those that ask the question in the same words."""
    if choice.versions is None:
        return None
    digests = {place.slot.digest for place in places if place.version in choice.versions}
    return frozenset(place.version for place in places if place.slot.digest in digests) or None


def _groups(quiz_id: str, places: Sequence[AskedIn], choice: Choice) -> tuple[VersionGroup, ...]:
    """() if the question always read the same, so that there is nothing to choose."""
    counts = count_submitted(quiz_id)
    found: dict[str, list[int]] = {}
    for place in places:
        found.setdefault(place.slot.digest, []).append(place.version)
    if len(found) < 2:
        return ()
    chosen = _versions(places, choice)
    return tuple(
        VersionGroup(
            versions=tuple(versions),
            attempts=sum(counts.get(version, 0) for version in versions),
            is_chosen=chosen is None or not chosen.isdisjoint(versions),
        )
        for versions in found.values()
    )
