"""Proper names: where they stand, and whether they are a person, a place or an organization."""
