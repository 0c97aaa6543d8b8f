"""add running sums."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "choice_tally",
        sa.Column("quiz_id", sa.String(length=26), nullable=False),
        sa.Column("question_id", sa.String(length=64), nullable=False),
        sa.Column("points", sa.BigInteger(), nullable=False),
        sa.Column("possible", sa.BigInteger(), nullable=False),
        sa.Column("choice", sa.String(length=200), nullable=False),
        sa.Column("band", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rest", sa.BigInteger(), nullable=False),
        sa.Column("pool", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quiz.id"], name=op.f("fk_choice_tally_quiz_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "quiz_id",
            "question_id",
            "points",
            "possible",
            "choice",
            "band",
            "pool",
            name=op.f("pk_choice_tally"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "mark_tally",
        sa.Column("quiz_id", sa.String(length=26), nullable=False),
        sa.Column("question_id", sa.String(length=64), nullable=False),
        sa.Column("points", sa.BigInteger(), nullable=False),
        sa.Column("possible", sa.BigInteger(), nullable=False),
        sa.Column("earned", sa.BigInteger(), nullable=False),
        sa.Column("band", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rest", sa.BigInteger(), nullable=False),
        sa.Column("squares_high", sa.BigInteger(), nullable=False),
        sa.Column("squares_low", sa.BigInteger(), nullable=False),
        sa.Column("pool", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quiz.id"], name=op.f("fk_mark_tally_quiz_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "quiz_id",
            "question_id",
            "points",
            "possible",
            "earned",
            "band",
            "pool",
            name=op.f("pk_mark_tally"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pending_tally",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("quiz_id", sa.String(length=26), nullable=False),
        sa.Column("added", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quiz.id"], name=op.f("fk_pending_tally_quiz_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pending_tally")),
    )
    with op.batch_alter_table("pending_tally", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pending_tally_quiz_id"), ["quiz_id"], unique=False)

    op.create_table(
        "quiz_tally",
        sa.Column("quiz_id", sa.String(length=26), nullable=False),
        sa.Column("counts", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quiz.id"], name=op.f("fk_quiz_tally_quiz_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("quiz_id", name=op.f("pk_quiz_tally")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "score_tally",
        sa.Column("quiz_id", sa.String(length=26), nullable=False),
        sa.Column("possible", sa.BigInteger(), nullable=False),
        sa.Column("earned", sa.BigInteger(), nullable=False),
        sa.Column("pool", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quiz.id"], name=op.f("fk_score_tally_quiz_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "quiz_id", "possible", "earned", "pool", name=op.f("pk_score_tally")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "text_tally",
        sa.Column("quiz_id", sa.String(length=26), nullable=False),
        sa.Column("question_id", sa.String(length=64), nullable=False),
        sa.Column("part", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("earned", sa.BigInteger(), nullable=False),
        sa.Column("pool", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quiz.id"], name=op.f("fk_text_tally_quiz_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "quiz_id", "question_id", "part", "text", "earned", "pool", name=op.f("pk_text_tally")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "time_tally",
        sa.Column("quiz_id", sa.String(length=26), nullable=False),
        sa.Column("question_id", sa.String(length=64), nullable=False),
        sa.Column("seconds", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pool", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quiz.id"], name=op.f("fk_time_tally_quiz_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "quiz_id", "question_id", "seconds", "pool", name=op.f("pk_time_tally")
        ),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("time_tally")
    op.drop_table("text_tally")
    op.drop_table("score_tally")
    op.drop_table("quiz_tally")
    with op.batch_alter_table("pending_tally", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pending_tally_quiz_id"))

    op.drop_table("pending_tally")
    op.drop_table("mark_tally")
    op.drop_table("choice_tally")
