"""What a plan is made of: choices with their reasons, and advice."""
