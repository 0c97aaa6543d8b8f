"""add course.keeps_answers."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change; no course keeps them until somebody says so."""
    op.add_column(
        "course",
        sa.Column("keeps_answers", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_column("course", "keeps_answers")
