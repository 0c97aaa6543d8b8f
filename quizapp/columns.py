"""Column types that mean the same on SQLite and PostgreSQL, and the random names of rows."""

import base64
import secrets
from datetime import UTC, datetime
from typing import Annotated

from sqlalchemy import DateTime, Dialect, String
from sqlalchemy.orm import mapped_column
from sqlalchemy.types import TypeDecorator

MILLION = 1_000_000  # points are stored as whole millionths, so that sums are exact


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware in Python, UTC in the database whatever the connection's zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuses a time without a zone: nobody could say which instant it is."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("An instant needs a time zone.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite forgets the zone, so it is put back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def random_id() -> str:
    """128 random bits as 26 small letters and digits: not to be guessed, fit for an address."""
    return base64.b32encode(secrets.token_bytes(16)).decode().rstrip("=").lower()


RandomId = Annotated[str, mapped_column(String(26), primary_key=True, default=random_id)]
