"""add bank_revision and bank_draft."""

import sqlalchemy as sa
from alembic import op

import quizapp.columns

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "bank_revision",
        sa.Column("bank", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("user_id", sa.String(length=26), nullable=True),
        sa.Column("made_at", quizapp.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_bank_revision_user_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("bank", "number", name=op.f("pk_bank_revision")),
    )
    with op.batch_alter_table("bank_revision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bank_revision_user_id"), ["user_id"], unique=False)
    op.create_table(
        "bank_draft",
        sa.Column("bank", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.String(length=26), nullable=False),
        sa.Column("base", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", quizapp.columns.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_bank_draft_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("bank", "user_id", name=op.f("pk_bank_draft")),
    )
    with op.batch_alter_table("bank_draft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bank_draft_user_id"), ["user_id"], unique=False)


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("bank_draft", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bank_draft_user_id"))
    op.drop_table("bank_draft")
    with op.batch_alter_table("bank_revision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bank_revision_user_id"))
    op.drop_table("bank_revision")
