"""Downloads: the scores and answers of a quiz as files."""
