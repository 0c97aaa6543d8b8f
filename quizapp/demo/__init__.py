"""Demo: a course with simulated students, so that every staff page has something to show."""
