"""add pending_tally.counts."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


KINDS = ("score", "time", "mark", "choice", "text")


def _delete_sums() -> None:
    """Whoever reads them next makes them anew."""
    for kind in (*KINDS, "pending", "quiz"):
        op.execute(sa.delete(sa.table(f"{kind}_tally")))


def upgrade() -> None:
    """Make the change; sums are made anew, since times are counted a little more exactly."""
    _delete_sums()
    with op.batch_alter_table("pending_tally", schema=None) as batch_op:
        batch_op.add_column(sa.Column("counts", sa.String(length=10), nullable=False))


def downgrade() -> None:
    """Take it back."""
    _delete_sums()
    with op.batch_alter_table("pending_tally", schema=None) as batch_op:
        batch_op.drop_column("counts")
