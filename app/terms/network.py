"""Words about the network."""

from collections.abc import Mapping

from app.terms.term import Term
from app.translation import tr

GROUP = tr("The network")

NETWORK: Mapping[str, Term] = {
    "unet": Term(
        tr("U-Net"),
        tr(
            "A network that first shrinks the slice to see what is there and then enlarges it "
            "again to say exactly where."
        ),
        GROUP,
        tr("encoder decoder"),
    ),
    "encoder": Term(
        tr("Encoder"),
        tr("The half that shrinks the slice step by step to see what is there."),
        GROUP,
        tr("contracting down"),
    ),
    "decoder": Term(
        tr("Decoder"),
        tr("The half that enlarges it again to say exactly where."),
        GROUP,
        tr("expanding up upsampling"),
    ),
    "skip": Term(
        tr("Skip connection"),
        tr("Fine detail handed straight across, so that edges come out sharp."),
        GROUP,
        "skip",
    ),
    "depth": Term(
        tr("Depth"),
        tr("How often the slice is halved; deeper sees more of the surroundings."),
        GROUP,
        "levels",
    ),
    "parameters": Term(
        tr("Parameters"),
        tr("The adjustable numbers in the network; more can learn more and need more data."),
        GROUP,
        "weights",
    ),
    "receptive_field": Term(
        tr("Receptive field"),
        tr("How much of the slice around a pixel can sway what is drawn there."),
        GROUP,
        tr("field of view"),
    ),
    "cascade": Term(
        tr("Cascade"),
        tr("Two looks: first the liver in the whole slice, then tumours close up inside it."),
        GROUP,
        tr("two stages detail"),
    ),
    "deep_supervision": Term(
        tr("Deep supervision"),
        tr("Coarse drawings are corrected as well as the fine one, so that learning starts fast."),
        GROUP,
        "auxiliary",
    ),
    "normalisation": Term(
        tr("Normalisation"),
        tr("Keeps the numbers inside the network in a range it can work with."),
        GROUP,
        tr("norm batch instance normalization"),
    ),
    "ema": Term(
        tr("Averaged weights (EMA)"),
        tr("The model kept is a running mean of the last steps, which is steadier than any one."),
        GROUP,
        tr("exponential moving average"),
    ),
}
