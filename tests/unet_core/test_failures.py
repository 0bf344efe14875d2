import errno
import os

import pytest
import torch

from unet_core.errors import InputError
from unet_core.failures import lost_the_card, sentence_for


def test_each_cause_has_its_own_sentence() -> None:
    """T3: what happened, and how the run goes on."""
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    said = {
        "this computer ran out of memory": MemoryError(),
        "the graphics card ran out of memory": torch.OutOfMemoryError("CUDA out of memory"),
        "the graphics card was lost": RuntimeError("CUDA error: unspecified launch failure"),
        "the disk said: No space left on device": full,
    }
    for expected, error in said.items():
        sentence = str(sentence_for(error))
        assert sentence.startswith(expected)
        assert "--resume" in sentence


def test_pytorchs_own_kind_of_error_is_a_lost_card() -> None:
    assert lost_the_card(torch.AcceleratorError("device-side failure"))
    assert not lost_the_card(torch.OutOfMemoryError("CUDA error: out of memory"))


def test_faults_of_the_program_are_not_explained_away() -> None:
    assert sentence_for(RuntimeError("shapes differ")) is None
    assert sentence_for(ZeroDivisionError()) is None


def test_a_sentence_stays_what_it_is() -> None:
    given = InputError("a", "is b", "do c")
    assert sentence_for(given) is given


@pytest.mark.parametrize("text", ["DefaultCPUAllocator: not enough memory: you tried to allocate"])
def test_the_processors_allocator_is_understood(text: str) -> None:
    assert "ran out of memory" in str(sentence_for(RuntimeError(text)))
