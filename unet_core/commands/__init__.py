"""The commands of ``unet-core``: one file each, one row each in ``COMMANDS``."""

from unet_core.commands import check, evaluate, phantom, predict, train

COMMANDS = (phantom, check, train, predict, evaluate)
