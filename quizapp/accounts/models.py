"""Who people are, how they are signed in, how often somebody guessed, and who did what."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.columns import RandomId, UtcDateTime
from quizapp.extensions import Model


class User(Model):
    """A person. `login` is the email or username as it is compared: trimmed and case folded."""

    id: Mapped[RandomId]
    name: Mapped[str] = mapped_column(String(200))
    login: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    is_administrator: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    disabled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    signed_in_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # last; None: never


class SignIn(Model):
    """One signed-in browser. The cookie holds a random token, the table only its SHA-256."""

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    confirmed_at: Mapped[datetime] = mapped_column(UtcDateTime)  # when the password was last given
    is_shared: Mapped[bool] = mapped_column(default=False)  # a shared computer: ends sooner
    device: Mapped[str] = mapped_column(String(120), default="")

    user: Mapped[User] = relationship()


class SignInCode(Model):
    """A code that lets one person in once, to set a password; the table holds only its SHA-256."""

    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), unique=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)

    user: Mapped[User] = relationship()


class Throttle(Model):
    """Failed guesses under one key: an account seen from a network, or a network alone."""

    key: Mapped[str] = mapped_column(String(64), primary_key=True)  # SHA-256 of what is counted
    failures: Mapped[int]
    first_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (Index(None, "last_at"),)


class AuditEvent(Model):
    """One line of the audit trail; rows are added by `audit.record` and never changed."""

    id: Mapped[RandomId]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    act: Mapped[str] = mapped_column(String(40))
    user_id: Mapped[str | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    object: Mapped[str] = mapped_column(String(200))  # its kind and its id
    detail: Mapped[str] = mapped_column(String(200), default="")
    network: Mapped[str] = mapped_column(String(200))  # "terminal" for commands

    __table_args__ = (Index(None, "at"), Index(None, "user_id", "at"))
