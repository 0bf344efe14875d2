"""Memory that is short is told from other faults by what PyTorch itself says."""

import pytest
import torch

from unet_core.memory_shortage import ran_out_of_memory, too_little


def test_what_pytorch_says_of_too_large_a_tensor_is_understood() -> None:
    with pytest.raises(RuntimeError) as error:
        torch.empty(1 << 60, dtype=torch.uint8)
    assert ran_out_of_memory(error.value)


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory."),
        RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"),
    ],
)
def test_each_way_of_saying_it_is_understood(error: Exception) -> None:
    assert ran_out_of_memory(error)


@pytest.mark.parametrize(
    "error", [RuntimeError("mat1 and mat2 shapes cannot be multiplied"), ValueError("not enough")]
)
def test_other_faults_are_not(error: Exception) -> None:
    assert not ran_out_of_memory(error)


def test_the_sentence_names_the_device_and_a_way_out() -> None:
    words = "has too little memory for 4 slices; choose a smaller batch_size, or close other "
    assert str(too_little(torch.device("cpu"), "4 slices", "batch_size")).startswith(
        f"this computer {words}"
    )
    assert str(too_little(torch.device("cuda"), "4 slices", "batch_size")).startswith(
        f"the graphics card {words}"
    )
