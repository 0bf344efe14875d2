"""What the training panel is made of: its form, its curves, and words for its state."""
