"""The part of Slicewise that works without a window: reading, training, predicting, scoring."""

__version__ = "0.1.0"
