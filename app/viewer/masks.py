"""Showing and hiding all masks at once, and how strongly they cover the scan."""

from app.session import Session


def toggle_masks(session: Session) -> None:
    """Hide every mask if any is seen, else show all."""
    visible = not any(layer.visible for layer in session.layers)
    for label_map in session.label_maps:
        session.restyle(label_map, visible=visible)


def change_opacity(session: Session, step: float) -> None:
    """Make every mask cover more or less of the scan, between 0 and 1."""
    for layer in session.layers:
        session.restyle(layer.label_map, opacity=round(layer.opacity + step, 2))
