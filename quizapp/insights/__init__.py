"""Insights: what the scores say."""
