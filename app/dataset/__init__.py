"""The data set in the window: its cases, what the check found, who may be one person, repairs."""
