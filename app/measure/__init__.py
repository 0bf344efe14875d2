"""What the measuring panel is made of."""
