"""The passport of a model and what it costs, in a window of their own."""
