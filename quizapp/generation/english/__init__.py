"""English as rules need it: forms of verbs, lists of words; nothing here knows of articles."""
