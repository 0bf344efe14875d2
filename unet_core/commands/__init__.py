"""The commands of ``unet-core``: one file each, one row each in ``COMMANDS``."""

from unet_core.commands import (
    check,
    cross_validate,
    evaluate,
    phantom,
    plan,
    predict,
    queue,
    rehearse,
    report,
    runs,
    train,
)

COMMANDS = (
    phantom,
    check,
    plan,
    rehearse,
    train,
    cross_validate,
    predict,
    evaluate,
    runs,
    queue,
    report,
)
