"""add mark_note."""

import sqlalchemy as sa
from alembic import op

import quizapp.columns

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "mark_note",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("quiz_id", sa.String(length=26), nullable=False),
        sa.Column("attempt_id", sa.String(length=26), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", quizapp.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("closed_at", quizapp.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.String(length=26), nullable=True),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_mark_note_attempt_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["user.id"], name=op.f("fk_mark_note_closed_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quiz.id"], name=op.f("fk_mark_note_quiz_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mark_note")),
    )
    with op.batch_alter_table("mark_note", schema=None) as batch_op:
        batch_op.create_index("ix_mark_note_attempt_id", ["attempt_id"], unique=False)
        batch_op.create_index(
            "ix_mark_note_open",
            ["attempt_id", "slot"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.create_index(
            "ix_mark_note_quiz_id_closed_at", ["quiz_id", "closed_at"], unique=False
        )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("mark_note")
