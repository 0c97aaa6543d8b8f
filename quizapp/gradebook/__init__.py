"""Gradebook: everybody in a course by every quiz."""
