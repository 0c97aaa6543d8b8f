"""add correction, and what it changes to the ledger of scores."""

import sqlalchemy as sa
from alembic import op

import quizapp.columns

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "correction",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("quiz_id", sa.String(length=26), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.Column("nobody_loses", sa.Boolean(), nullable=False),
        sa.Column("undoes", sa.String(length=26), nullable=True),
        sa.Column("made_by", sa.String(length=26), nullable=True),
        sa.Column("made_at", quizapp.columns.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by"], ["user.id"], name=op.f("fk_correction_made_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quiz.id"], name=op.f("fk_correction_quiz_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["undoes"], ["correction.id"], name=op.f("fk_correction_undoes"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sa.UniqueConstraint("quiz_id", "number", name=op.f("uq_correction_quiz_id_number")),
        sa.UniqueConstraint("undoes", name=op.f("uq_correction_undoes")),
    )
    with op.batch_alter_table("score_change", schema=None) as batch_op:
        batch_op.add_column(sa.Column("old_possible", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("new_possible", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("correction_id", sa.String(length=26), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_score_change_correction_id"), ["correction_id"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_score_change_correction_id"),
            "correction",
            ["correction_id"],
            ["id"],
            ondelete="CASCADE",
        )


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("score_change", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_score_change_correction_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_score_change_correction_id"))
        batch_op.drop_column("correction_id")
        batch_op.drop_column("new_possible")
        batch_op.drop_column("old_possible")
    op.drop_table("correction")
