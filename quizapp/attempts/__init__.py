"""Attempts: taking a quiz, from start to result."""
