"""Courses and the people in them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.accounts.models import User
from quizapp.columns import RandomId, UtcDateTime
from quizapp.extensions import Model


class Course(Model):
    """A course that students join by its code."""

    id: Mapped[RandomId]
    title: Mapped[str] = mapped_column(String(200))
    join_code: Mapped[str] = mapped_column(String(7), unique=True)  # stored without its hyphen
    is_open_to_join: Mapped[bool] = mapped_column(default=True)
    zone: Mapped[str] = mapped_column(String(64))  # IANA name; the zone its pages show
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    keeps_answers: Mapped[bool] = mapped_column(default=False)  # of who is erased, without a name


class Enrollment(Model):
    """A person's part in a course."""

    course_id: Mapped[str] = mapped_column(
        ForeignKey("course.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[str] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    role: Mapped[str] = mapped_column(String(20))  # a name of courses.rules.Role
    time_percent: Mapped[int] = mapped_column(default=100)  # 150: half as long again for everything
    student_number: Mapped[str] = mapped_column(String(64), default="")
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)

    course: Mapped[Course] = relationship()
    user: Mapped[User] = relationship()
