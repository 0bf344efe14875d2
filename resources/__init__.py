"""Icons, style sheets and presets, as data files."""
