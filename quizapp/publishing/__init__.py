"""Publishing: making quizzes, their settings, a look at them as a student, and publishing again."""
