"""Predictions against references: cases, folders, runs and readers; summaries with intervals."""
