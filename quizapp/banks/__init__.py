"""Question banks: Markdown files and what they hold."""
