"""Revisions: what became of each bank's file, and texts that aren't saved yet."""
