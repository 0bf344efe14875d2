"""Would more patients help? A learning curve over data, measured and drawn."""
