"""The test: cases that were neither learned from nor validated on, scored by the finished model.

They decide nothing: no round, no setting and no end of a run follows from them. A run scores them
when it has ended; one that learns on after its end scores them again and says so, for a test that
is looked at often becomes a second validation.
"""

import contextlib
import math
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from unet_core import distributed
from unet_core.checkpoint import load_model
from unet_core.events import Event, FinalScores, Notice
from unet_core.final_record import read_final_scores, write_final_scores
from unet_core.leading import scores_of_leader
from unet_core.learner import Learner
from unet_core.run_files import RunFiles
from unet_core.sampling import Part
from unet_core.target import Target
from unet_core.validation import Scores, validate


def final_scores(
    files: RunFiles, learner: Learner, parts: Sequence[Part], target: Target, epoch: int
) -> Generator[Event, None, None]:
    """Score the test cases with the best weights and keep the result beside the run.

    Args:
        files: Of the run.
        learner: Left as it was.
        parts: The test cases; nothing is done without any.
        target: What is scored.
        epoch: The round the best weights are from; 0, and nothing is scored, where there is none.
    """
    if not epoch or not parts:
        return
    before = read_final_scores(files.folder)
    with _best_weights(learner, files.model):
        scores = yield from scores_of_leader(validate(learner, parts, target, files.scratch))
    if not distributed.is_leader():
        return
    made = _made(scores, epoch, 1 if before is None else before.times + 1)
    write_final_scores(files.folder, made)
    if made.times > 1:
        yield Notice(
            f"The test cases have been scored {made.times} times now, as this run learned on after "
            "its end. The more often they are looked at, the less they are a test."
        )
    yield made


@contextlib.contextmanager
def _best_weights(learner: Learner, model: Path) -> Iterator[None]:
    """Inside, the learner judges with the weights of the model file."""
    now = {name: tensor.clone() for name, tensor in learner.averaged.state_dict().items()}
    if distributed.is_leader():
        learner.averaged.load_state_dict(load_model(model)[0].state_dict())
    try:
        yield
    finally:
        learner.averaged.load_state_dict(now)


def _made(scores: Scores, epoch: int, times: int) -> FinalScores:
    return FinalScores(
        epoch=epoch,
        times=times,
        dice=dict(scores.dice),
        iou=dict(scores.iou),
        lesion_recall=dict(scores.lesion_recall),
        cases={
            case.case_id: {
                region: None if math.isnan(dice) else dice
                for region, dice in zip(case.regions, case.case_dice, strict=True)
            }
            for case in scores.cases
        },
    )
