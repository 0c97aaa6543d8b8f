"""How long people were at a question, judged by when their answers arrived."""

from collections.abc import Iterable
from datetime import datetime, timedelta


def seconds_by_slot(
    started_at: datetime, arrivals: Iterable[tuple[datetime, int]], end: datetime
) -> dict[int, int]:
    """Whole seconds for each slot that was answered.

    The time since the answer before, to whatever question, or since the start goes to the question
    that was answered next; a question answered again gets that time as well. Answers that arrive
    together share it. Reading ahead and pauses can't be told from answering. What arrived after
    `end` is left out.
    """
    took: dict[int, timedelta] = {}
    before, together = started_at, set[int]()
    moment = started_at
    for at, slot in sorted(arrivals):
        if at > end:
            break
        if at != moment:
            _share(took, together, moment - before)
            before, moment, together = max(moment, started_at), at, set()
        together.add(slot)
    _share(took, together, moment - before)
    return {slot: round(length.total_seconds()) for slot, length in took.items()}


def _share(took: dict[int, timedelta], slots: set[int], length: timedelta) -> None:
    for slot in slots:
        took[slot] = took.get(slot, timedelta()) + max(length, timedelta()) / len(slots)
