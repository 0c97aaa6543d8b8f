"""Authoring: question banks in the browser."""
