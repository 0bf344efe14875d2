"""What the left mouse button can do, one file each."""
