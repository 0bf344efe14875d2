"""Masks and their labels as a table, and the dialog that changes label values."""
