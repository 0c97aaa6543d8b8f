"""The course and the instructor's browser that tests of scores use."""

from tests.insights.conftest import browser_of, course, instructor, staff

__all__ = ["browser_of", "course", "instructor", "staff"]
