"""add sign_in_code."""

import sqlalchemy as sa
from alembic import op

import quizapp.columns

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "sign_in_code",
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.String(length=26), nullable=False),
        sa.Column("made_at", quizapp.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ends_at", quizapp.columns.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_sign_in_code_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_sign_in_code")),
        sa.UniqueConstraint("user_id", name=op.f("uq_sign_in_code_user_id")),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("sign_in_code")
