"""add parts of quizzes, pools, access codes and closing by hand."""

import sqlalchemy as sa
from alembic import op

import quizapp.columns

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "quiz_part",
        sa.Column("quiz_id", sa.String(length=26), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("bank", sa.String(length=64), nullable=False),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("tag", sa.Text(), nullable=True),
        sa.Column("draw", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quiz.id"], name=op.f("fk_quiz_part_quiz_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("quiz_id", "number", name=op.f("pk_quiz_part")),
    )
    with op.batch_alter_table("quiz_part", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quiz_part_bank"), ["bank"], unique=False)
    op.execute("INSERT INTO quiz_part (quiz_id, number, bank) SELECT id, 1, bank FROM quiz")
    op.add_column("slot", sa.Column("pool", sa.Integer(), nullable=True))
    op.add_column(
        "quiz", sa.Column("access_code", sa.String(length=60), nullable=False, server_default="")
    )
    op.add_column(
        "quiz",
        sa.Column("closed_before", quizapp.columns.UtcDateTime(timezone=True), nullable=True),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_column("quiz", "closed_before")
    op.drop_column("quiz", "access_code")
    op.drop_column("slot", "pool")
    with op.batch_alter_table("quiz_part", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quiz_part_bank"))
    op.drop_table("quiz_part")
