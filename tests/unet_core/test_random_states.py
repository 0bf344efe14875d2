import random

import numpy as np
import torch

from unet_core.random_states import random_states, restore_random_states, sow


def drawn() -> tuple[float, ...]:
    """From every generator that a library may draw from."""
    return (
        torch.rand(()).item(),
        torch.randn(()).item(),
        np.random.random(),  # noqa: NPY002
        np.random.standard_normal(),  # noqa: NPY002
        random.random(),
    )


def test_the_same_numbers_follow() -> None:
    sow(7)
    drawn()  # leaves half a pair of NumPy's normal numbers behind
    states = {name: tensor.clone() for name, tensor in random_states().items()}
    expected = [drawn() for _ in range(3)]
    sow(8)
    assert [drawn() for _ in range(3)] != expected
    restore_random_states(states)
    assert [drawn() for _ in range(3)] == expected


def test_states_of_before_leave_the_generators_as_they_are() -> None:
    sow(7)
    expected = drawn()
    sow(7)
    restore_random_states({})
    assert drawn() == expected
