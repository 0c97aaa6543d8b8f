"""Pages for administrators alone; for everybody else they aren't there."""

from quizapp.accounts.queries import Visitor
from quizapp.accounts.signin import require_user
from quizapp.errors import NotFound


def require_administrator() -> Visitor:
    """Who is signed in, if that is an administrator; raises SignInNeeded or NotFound."""
    user = require_user()
    if not user.is_administrator:
        raise NotFound
    return user
