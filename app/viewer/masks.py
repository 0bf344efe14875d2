"""Showing and hiding all masks at once, and how strongly they cover the scan."""

from dataclasses import replace

from app.session import Session


def toggle_masks(session: Session) -> None:
    """Hide every mask if any is seen, else show all."""
    visible = not any(layer.visible for layer in session.layers)
    for label_map in session.label_maps:
        session.restyle(label_map, visible=visible)


def change_opacity(session: Session, step: float) -> None:
    """Make every mask cover more or less of the scan, and labels with an opacity of their own."""
    for layer in session.layers:
        session.restyle(layer.label_map, opacity=round(layer.opacity + step, 2))
        for value, look in layer.looks.items():
            if look.opacity is not None:
                moved = min(max(round(look.opacity + step, 2), 0.0), 1.0)
                session.set_look(layer.label_map, value, replace(look, opacity=moved))
