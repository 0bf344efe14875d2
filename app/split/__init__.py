"""The split board: who is learned from, who is validated on, who is the test."""
