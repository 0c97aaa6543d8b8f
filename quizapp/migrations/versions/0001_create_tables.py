"""create tables."""

import sqlalchemy as sa
from alembic import op

from quizapp.columns import UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

FIRST = ("course", "image_snapshot", "question_snapshot", "throttle", "user", "enrollment")
SECOND = ("quiz", "sign_in", "attempt", "extension", "practice_step", "slot")
THIRD = ("answer_log", "late_answer", "mark", "response", "score_change")


def _reference(
    table: str, column: str, target: str, *, on_delete: str = "CASCADE"
) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=on_delete)


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "course",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("join_code", sa.String(length=7), nullable=False),
        sa.Column("is_open_to_join", sa.Boolean(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("made_at", UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_course"),
        sa.UniqueConstraint("join_code", name="uq_course_join_code"),
    )
    op.create_table(
        "image_snapshot",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=20), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_image_snapshot"),
    )
    op.create_table(
        "question_snapshot",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_question_snapshot"),
    )
    op.create_table(
        "throttle",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("first_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("last_at", UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_throttle"),
    )
    op.create_index("ix_throttle_last_at", "throttle", ["last_at"])
    op.create_table(
        "user",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("login", sa.String(length=254), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("is_administrator", sa.Boolean(), nullable=False),
        sa.Column("made_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_user"),
        sa.UniqueConstraint("login", name="uq_user_login"),
    )
    op.create_table(
        "enrollment",
        sa.Column("course_id", sa.String(length=26), nullable=False),
        sa.Column("user_id", sa.String(length=26), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("time_percent", sa.Integer(), nullable=False),
        sa.Column("student_number", sa.String(length=64), nullable=False),
        sa.Column("made_at", UtcDateTime(timezone=True), nullable=False),
        _reference("enrollment", "course_id", "course"),
        _reference("enrollment", "user_id", "user"),
        sa.PrimaryKeyConstraint("course_id", "user_id", name="pk_enrollment"),
    )
    op.create_index("ix_enrollment_user_id", "enrollment", ["user_id"])
    op.create_table(
        "quiz",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("course_id", sa.String(length=26), nullable=False),
        sa.Column("bank", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("intro", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("published_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("opens_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("closes_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("time_limit", sa.Integer(), nullable=True),
        sa.Column("grace", sa.Integer(), nullable=False),
        sa.Column("attempts_allowed", sa.Integer(), nullable=True),
        sa.Column("counts", sa.String(length=10), nullable=False),
        sa.Column("shuffle_questions", sa.Boolean(), nullable=False),
        sa.Column("shuffle_options", sa.Boolean(), nullable=False),
        sa.Column("draw", sa.JSON(), nullable=False),
        sa.Column("shows", sa.JSON(), nullable=False),
        sa.Column("shows_when", sa.String(length=20), nullable=False),
        sa.Column("shows_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("shows_score_at_once", sa.Boolean(), nullable=False),
        sa.Column("paging", sa.String(length=10), nullable=False),
        sa.Column("practice", sa.String(length=20), nullable=False),
        _reference("quiz", "course_id", "course"),
        sa.PrimaryKeyConstraint("id", name="pk_quiz"),
    )
    op.create_index("ix_quiz_bank", "quiz", ["bank"])
    op.create_index("ix_quiz_course_id", "quiz", ["course_id"])
    op.create_table(
        "sign_in",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.String(length=26), nullable=False),
        sa.Column("made_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("seen_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=False),
        sa.Column("device", sa.String(length=120), nullable=False),
        _reference("sign_in", "user_id", "user"),
        sa.PrimaryKeyConstraint("token_hash", name="pk_sign_in"),
    )
    op.create_index("ix_sign_in_user_id", "sign_in", ["user_id"])
    op.create_table(
        "attempt",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("quiz_id", sa.String(length=26), nullable=False),
        sa.Column("user_id", sa.String(length=26), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seed", sa.String(length=32), nullable=False),
        sa.Column("layout", sa.JSON(), nullable=False),
        sa.Column("started_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("furthest", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("earned", sa.BigInteger(), nullable=True),
        sa.Column("possible", sa.BigInteger(), nullable=False),
        sa.Column("unmarked", sa.BigInteger(), nullable=False),
        sa.Column("receipt", sa.String(length=9), nullable=True),
        sa.Column("ran_out", sa.Boolean(), nullable=False),
        _reference("attempt", "quiz_id", "quiz"),
        _reference("attempt", "user_id", "user"),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
        sa.UniqueConstraint(
            "quiz_id", "user_id", "number", name="uq_attempt_quiz_id_user_id_number"
        ),
    )
    op.create_index(
        "ix_attempt_unfinished",
        "attempt",
        ["quiz_id", "user_id"],
        unique=True,
        sqlite_where=sa.text("submitted_at IS NULL"),
        postgresql_where=sa.text("submitted_at IS NULL"),
    )
    op.create_index("ix_attempt_user_id", "attempt", ["user_id"])
    op.create_table(
        "extension",
        sa.Column("quiz_id", sa.String(length=26), nullable=False),
        sa.Column("user_id", sa.String(length=26), nullable=False),
        sa.Column("time_percent", sa.Integer(), nullable=True),
        sa.Column("extra", sa.Integer(), nullable=False),
        sa.Column("opens_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("closes_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("more_attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("made_by", sa.String(length=26), nullable=True),
        sa.Column("made_at", UtcDateTime(timezone=True), nullable=False),
        _reference("extension", "made_by", "user", on_delete="SET NULL"),
        _reference("extension", "quiz_id", "quiz"),
        _reference("extension", "user_id", "user"),
        sa.PrimaryKeyConstraint("quiz_id", "user_id", name="pk_extension"),
    )
    op.create_index("ix_extension_user_id", "extension", ["user_id"])
    op.create_table(
        "practice_step",
        sa.Column("user_id", sa.String(length=26), nullable=False),
        sa.Column("quiz_id", sa.String(length=26), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("attempt_id", sa.String(length=26), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("slot", sa.Integer(), nullable=True),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("at", UtcDateTime(timezone=True), nullable=False),
        _reference("practice_step", "quiz_id", "quiz"),
        _reference("practice_step", "user_id", "user"),
        sa.PrimaryKeyConstraint(
            "user_id", "quiz_id", "version", "attempt_id", "number", name="pk_practice_step"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_practice_step_quiz_id", "practice_step", ["quiz_id"])
    op.create_table(
        "slot",
        sa.Column("quiz_id", sa.String(length=26), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("section", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.String(length=64), nullable=False),
        sa.Column("points", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["digest"], ["question_snapshot.digest"], name="fk_slot_digest"),
        _reference("slot", "quiz_id", "quiz"),
        sa.PrimaryKeyConstraint("quiz_id", "version", "number", name="pk_slot"),
    )
    op.create_index("ix_slot_digest", "slot", ["digest"])
    op.create_table(
        "answer_log",
        sa.Column("attempt_id", sa.String(length=26), nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=26), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("arrived_at", UtcDateTime(timezone=True), nullable=False),
        _reference("answer_log", "attempt_id", "attempt"),
        sa.PrimaryKeyConstraint("attempt_id", "slot", "device", "number", name="pk_answer_log"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "late_answer",
        sa.Column("attempt_id", sa.String(length=26), nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=26), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("arrived_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("key_visible", sa.Boolean(), nullable=False),
        sa.Column("decision", sa.String(length=10), nullable=True),
        sa.Column("decided_by", sa.String(length=26), nullable=True),
        sa.Column("decided_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("before", sa.JSON(), nullable=True),
        _reference("late_answer", "attempt_id", "attempt"),
        _reference("late_answer", "decided_by", "user", on_delete="SET NULL"),
        sa.PrimaryKeyConstraint("attempt_id", "slot", "device", "number", name="pk_late_answer"),
    )
    op.create_table(
        "mark",
        sa.Column("attempt_id", sa.String(length=26), nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("answer_digest", sa.String(length=64), nullable=False),
        sa.Column("points", sa.BigInteger(), nullable=False),
        sa.Column("rubric", sa.JSON(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("marked_by", sa.String(length=26), nullable=True),
        sa.Column("marked_at", UtcDateTime(timezone=True), nullable=False),
        _reference("mark", "attempt_id", "attempt"),
        _reference("mark", "marked_by", "user", on_delete="SET NULL"),
        sa.PrimaryKeyConstraint("attempt_id", "slot", "number", name="pk_mark"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "response",
        sa.Column("attempt_id", sa.String(length=26), nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("is_to_revisit", sa.Boolean(), nullable=False),
        sa.Column("saved_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("earned", sa.BigInteger(), nullable=True),
        sa.Column("needs_marking", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("device", sa.String(length=26), nullable=False),
        _reference("response", "attempt_id", "attempt"),
        sa.PrimaryKeyConstraint("attempt_id", "slot", name="pk_response"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "score_change",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("attempt_id", sa.String(length=26), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("old", sa.BigInteger(), nullable=False),
        sa.Column("new", sa.BigInteger(), nullable=False),
        sa.Column("old_total", sa.BigInteger(), nullable=False),
        sa.Column("new_total", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.String(length=40), nullable=False),
        sa.Column("made_by", sa.String(length=26), nullable=True),
        sa.Column("made_at", UtcDateTime(timezone=True), nullable=False),
        _reference("score_change", "attempt_id", "attempt"),
        _reference("score_change", "made_by", "user", on_delete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_score_change"),
    )
    op.create_index("ix_score_change_attempt_id", "score_change", ["attempt_id"])


def downgrade() -> None:
    """Take it back."""
    for table in reversed(FIRST + SECOND + THIRD):
        op.drop_table(table)
