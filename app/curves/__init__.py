"""The large curves of one run or several, with the slices of its pinned validation patients."""
