"""The commands of ``unet-core``: one file each, one row each in ``COMMANDS``."""

from unet_core.commands import (
    check,
    cost,
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
    cost,
    evaluate,
    runs,
    queue,
    report,
)
