"""Passages with gaps, for what no other question asks.

    openings         which sentence can be read first
    gap_passages     which can follow it: all passages of an article
    gap_words        the terms and reasons of a sentence
    gap_places       what of a passage can be left out, and what that is worth
    asked_already    what other questions ask for, and how well
    gap_sources      what is written between the brackets of a gap
    gap_arithmetic   whether the numbers that stay tell one that is left out
    gap_headings     what a passage is called
    gapped_bodies    the text with its gaps
    asking_gaps      all of it: the passages that are worth most, as proposals
    checking_gaps    what the gate asks of every gap

`choosing.passages_with_gaps` makes room for them.
"""
