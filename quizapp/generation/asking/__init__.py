"""Ways of asking that need no parser; each proposes, none decides."""
