"""An article to a draft bank: everything proposes, one gate decides.

A draft's way through the folders, each of which imports only from those above it:

    english         forms of verbs, lists of words
    reading         bytes -> Article: sentences and sections
    figures, names  Article -> Findings: what can be asked for, and where it stands
    clauses, facts  what of a sentence can stand alone, and what it says of what
    parsing         the same by a parser, where one is installed
    distractors     wrong options for a figure, a date, a name
    asking          Article and Findings -> Proposals; parser_tier asks more, about parsed sentences
    passages        Proposals with gaps, for what nothing else asks
    choosing        Proposals -> Questions: the gate, then the best of what came through
    model_tier      Proposals from a language model, verified against the article

`tiers` says who proposes, `generator` leads through all of it, `drafts` writes the files.
"""
