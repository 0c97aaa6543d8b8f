"""Supervision: what staff see and decide while a quiz runs: times, late answers, the log."""
