"""Whether a quiz asks what its banks say now, and if not, what is other."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from quizapp.banks.library import LoadedBank
from quizapp.quizzes.changes import Comparison, compare_slots
from quizapp.quizzes.composition import Composition, SameId, Selection, compose
from quizapp.quizzes.freezing import freeze_questions
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.service import CannotPublish, compose_parts


@dataclass(frozen=True)
class Freshness:
    """What publishing now would do."""

    composition: Composition | None  # None: it can't be published, for `problem`
    problem: str  # a sentence that names the mend; "" if there is none
    comparison: Comparison  # with what is published

    @property
    def fingerprint(self) -> str:
        """A name for exactly what would be published; "" if nothing can be."""
        return fingerprint(self.composition) if self.composition else ""


def look(quiz: Quiz, banks: Mapping[str, LoadedBank]) -> Freshness:
    """Compare the newest version of the quiz with its parts as the banks stand."""
    try:
        composition = compose_parts(quiz.selections, banks)
    except (CannotPublish, SameId) as error:
        return Freshness(None, str(error), Comparison(()))
    return Freshness(composition, "", compare(quiz, composition))


def compare(quiz: Quiz, composition: Composition) -> Comparison:
    """What would change for those who start after it is published."""
    old = load_slots(quiz.id, quiz.version) if quiz.version else ()
    changed, is_rearranged = compare_slots(old, composition.slots)
    if not quiz.version:
        return Comparison(changed)
    return Comparison(
        changed,
        is_rearranged=is_rearranged,
        is_drawn_otherwise=list(quiz.settings.draw.values()) != list(composition.draw.values()),
        has_new_intro=quiz.intro != composition.intro,
    )


def readable_parts(quiz: Quiz, banks: Mapping[str, LoadedBank]) -> list[Selection]:
    """The parts of the quiz whose banks can be read."""
    return [each for each in quiz.selections if each.bank in banks and banks[each.bank].bank]


def compose_readable(quiz: Quiz, banks: Mapping[str, LoadedBank]) -> Composition:
    """What can be read of the quiz, fit to be published or not, its images as files.

    Raises SameId.
    """
    readable = {name: loaded.bank for name, loaded in banks.items() if loaded.bank is not None}
    return compose(readable_parts(quiz, banks), readable)


def fingerprint(composition: Composition) -> str:
    """A name for exactly this composition."""
    frozen = freeze_questions(composition.slots)
    places = [(each.slot.section, each.slot.pool, each.digest) for each in frozen]
    said = repr((places, sorted(composition.draw.items()), composition.intro, composition.language))
    return sha256(said.encode()).hexdigest()
