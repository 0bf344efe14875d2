"""What was read finds its place in the session, and what is to be known of it is said."""

from app.origins import is_same_file
from app.session import Session
from unet_core.errors import InputError
from unet_core.volume import LabelMap, Volume


def lay_over(session: Session, label_map: LabelMap) -> None:
    """Lay a mask over the open scan; one read from the same file again takes the other's place."""
    same = [old for old in session.label_maps if is_same_file(old, label_map)]
    try:
        if same:
            session.replace_label_map(same[0], label_map)
        else:
            session.add_label_map(label_map)
    except InputError as error:
        session.failed.emit(str(error))
        return
    tell_notices(session, label_map)


def tell_notices(session: Session, item: Volume | LabelMap) -> None:
    """Say what its reader has noticed."""
    for notice in item.notices:
        session.notified.emit(f"{item.name}: {notice}")
