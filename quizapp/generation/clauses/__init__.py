"""What of a sentence can stand alone, and what its pronouns stand for, as far as rules can tell."""
