"""A file's bytes to an article: its title, its author, its sentences; clutter is left out."""
