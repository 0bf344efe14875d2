"""The Slicewise window."""
