"""Which proposals become questions: one gate, then the best of what came through."""
