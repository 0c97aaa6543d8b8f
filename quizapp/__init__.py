"""quizapp: teaching quizzes from plain Markdown files."""
