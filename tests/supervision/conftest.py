"""Who looks after a quiz."""

import pytest
from flask import Flask

from tests.supervision.staffed import Staffed


@pytest.fixture
def staffed(app: Flask) -> Staffed:
    return Staffed(app)
