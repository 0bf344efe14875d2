"""Everything a run writes into its folder; where several processes learn, the leader alone does."""

import contextlib
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from torch import nn

from unet_core import checkpoint, distributed, pinned, run_lock, runs, saved_states, sittings
from unet_core.checkpoint import Passport
from unet_core.errors import InputError
from unet_core.failures import sentence_for
from unet_core.io import atomic
from unet_core.leading import state_of_leader
from unet_core.saved_states import State

_SCRATCH = "scratch"


class RunFiles:
    """The files of one run.

    Args:
        folder: The run folder.
        values: ``run.json`` as it stands or shall stand.
    """

    def __init__(self, folder: Path, values: dict[str, Any]) -> None:
        self.folder = folder
        self.values = values
        self._leads = distributed.is_leader()
        self._said_surplus = False

    @classmethod
    def opened(cls, dataset: Path, folder: Path, *given: Any, **more: Any) -> Self:
        """Those of the run to begin in ``folder`` or to continue, see ``runs.opened``.

        Raises:
            InputError: If a new run would overwrite one, or there is none to continue.
        """
        values = None
        if distributed.is_leader():
            values = runs.opened(dataset, folder, *given, **more)
        return cls(folder, distributed.agreed(values))

    @property
    def scratch(self) -> Path:
        """Where predictions of validation cases wait."""
        return self.folder / _SCRATCH

    @property
    def model(self) -> Path:
        """The best weights."""
        return self.folder / runs.MODEL_FILE

    @property
    def _states(self) -> Path:
        return self.folder / runs.CHECKPOINT_FOLDER

    def owned(self) -> contextlib.AbstractContextManager[None]:
        """Keep everybody else out of the folder."""
        return run_lock.owned(self.folder) if self._leads else contextlib.nullcontext()

    def asked(self, side: str) -> tuple[str, ...]:
        """Names of the cases chosen for "training", "validation" or "test"; empty if none were."""
        return tuple(self.values.get(f"asked_{side}_cases", ()))

    # --- run.json ----------------------------------------------------------------------------

    def save(self, **changes: Any) -> None:
        """Change ``run.json``; with any other state than "running" the sitting ends."""
        self.values |= changes
        if changes.get("state", "running") != "running" and "sittings" in self.values:
            self.values["sittings"] = sittings.ended(self.values)
        if self._leads:
            runs.write_values(self.folder, self.values)

    @contextlib.contextmanager
    def recorded(self) -> Iterator[None]:
        """Inside, whatever ends the run against its will is noted before it is passed on.

        Raises:
            InputError: In place of an error that a cause outside of this program explains.
        """
        try:
            yield
        except GeneratorExit:
            raise
        except BaseException as error:
            refusal = sentence_for(error) if isinstance(error, Exception) else None
            self._fail(str(refusal or f"An unforeseen error ended it ({type(error).__name__})."))
            if refusal is None or refusal is error:
                raise
            raise refusal from error
        finally:
            self._clear_scratch()

    def _fail(self, sentence: str) -> None:
        """The run ended with ``sentence``; a disk that refuses shall not hide the first fault."""
        with contextlib.suppress(InputError):
            self.save(state="failed", sentence=sentence)

    def note(self, epoch: int, text: str) -> None:
        """Keep a sentence said during round ``epoch``."""
        said = [*self.values.get("notices", ()), {"epoch": epoch, "text": text}]
        self.save(notices=said)

    # --- states ------------------------------------------------------------------------------

    def make_folders(self) -> None:
        """Make what a new run needs."""
        if self._leads:
            atomic.make_folder(self._states)

    def latest(self) -> tuple[State | None, tuple[str, ...]]:
        """The newest sound state, and what is to be said about damaged ones."""
        found, damaged = saved_states.load_latest(self._states) if self._leads else (None, ())
        return state_of_leader(found), damaged

    def state_of(self, epoch: int) -> State | None:
        """The state at the end of a round, if it is still kept."""
        return state_of_leader(
            saved_states.load_round(self._states, epoch) if self._leads else None
        )

    def keep_state(self, state: State) -> tuple[str, ...]:
        """Write a state; a sentence if older ones could not be removed."""
        if not self._leads:
            if not checkpoint.are_finite(state.tensors):  # what the leader finds, too
                raise FloatingPointError
            return ()
        saved_states.save_state(self._states, state)
        if self._said_surplus or not saved_states.surplus(self._states, state):
            return ()
        self._said_surplus = True
        return ("Older saved states of this run could not be removed; the disk may fill up.",)

    # --- journal and model -------------------------------------------------------------------

    def mend_journal(self, state: State | None) -> None:
        """Make the journal end where ``state`` does."""
        if not self._leads:
            return
        if state is None:
            runs.keep_entries(self.folder, 0, None)
        else:
            runs.keep_entries(self.folder, state.epoch, state.journal, state.curve)
        pinned.forget_after(self.folder, state.epoch if state else 0)

    def append(self, entry: Mapping[str, Any]) -> None:
        """Add a round to the journal."""
        if self._leads:
            runs.append_entry(self.folder, entry)

    def model_epoch(self) -> int | None:
        """The round the model file is from; None where there is none, or a damaged one."""
        epoch: int | None = None
        with contextlib.suppress(InputError):
            epoch = checkpoint.load_model(self.model)[1].epoch if self._leads else None
        return distributed.agreed(epoch)  # type: ignore[no-any-return]

    def keep_model(self, network: nn.Module, passport: Passport) -> None:
        """Write the best weights."""
        if self._leads:
            checkpoint.save_model(self.model, network, passport)

    def _clear_scratch(self) -> None:
        """Remove the predictions."""
        if self._leads:
            shutil.rmtree(self.scratch, ignore_errors=True)
