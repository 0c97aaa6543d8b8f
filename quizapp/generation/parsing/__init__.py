"""Sentences to trees by a parser, and trees to clauses that can be asked about."""
