"""All runs in a window of their own: a table, what can be done with each, the queue."""
