"""The path from data to a model in use: what is done, what is next, and what keeps it back."""
