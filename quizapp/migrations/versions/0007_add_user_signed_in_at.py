"""add user.signed_in_at."""

import sqlalchemy as sa
from alembic import op

import quizapp.columns

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change; whoever is signed in somewhere has signed in."""
    op.add_column(
        "user",
        sa.Column("signed_in_at", quizapp.columns.UtcDateTime(timezone=True), nullable=True),
    )
    op.execute(
        'UPDATE "user" SET signed_in_at = '
        '(SELECT max(made_at) FROM sign_in WHERE sign_in.user_id = "user".id)'
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_column("user", "signed_in_at")
