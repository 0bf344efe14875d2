"""Curves drawn in time that depends on the pixels there are, not on the length of a run."""
