"""Practice: ungraded questions, to check, to learn why, and to try again."""
