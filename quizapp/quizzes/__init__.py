"""Quizzes: published questions and the rules for taking them."""
