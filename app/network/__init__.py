"""What a network is, drawn, and what it sees, as pictures: two windows beside the scan."""
