"""Regrading: corrected keys with their effect shown first, and what students ask about marks."""
