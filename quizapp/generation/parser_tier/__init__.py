"""Ways of asking about parsed sentences."""
