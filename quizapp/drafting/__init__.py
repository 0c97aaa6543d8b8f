"""Draft banks in the browser: made from an article, then gone through question by question."""
