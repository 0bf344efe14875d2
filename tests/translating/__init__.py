"""Keeps the texts of the window, of the core and of the translations in step.

``python -m tests.translating`` does it; docs/translating.md says when.
"""
