"""The core's words on networks and batches in the reader's language."""

from app.core_sentences import core_tr
from unet_core.plain_words import plain


def say(text: str, /, **values: object) -> str:
    """``text`` with its ``values``, translated as every sentence of the core."""
    return core_tr(plain(text, **values))
