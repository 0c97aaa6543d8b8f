"""Marking: essays and whatever else a person has to judge."""
