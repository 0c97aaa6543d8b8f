"""Passages with gaps, for what no other question asks."""
