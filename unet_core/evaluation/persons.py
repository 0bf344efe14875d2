"""Which cases of an evaluation somebody says are of one person."""

from collections.abc import Sequence
from dataclasses import replace

from unet_core.case import Case
from unet_core.person_groups import groups_in, text_of, with_agreed_persons
from unet_core.scores import Evaluated


def regrouped(cases: Sequence[Evaluated], same_person: str) -> tuple[Evaluated, ...]:
    """The cases, those of each group being of one person, with all who were known to be so before.

    Args:
        cases: As they were compared.
        same_person: As in ``TrainConfig``: "00,01; 05,06". Cases that are not among ``cases`` are
            left out, and groups of which less than two are then left.

    >>> [c.person for c in regrouped([Evaluated(n, (), person=n) for n in "abc"], "a,c; b,x")]
    ['a', 'b', 'a']
    """
    known = {case.case_id for case in cases}
    groups = [[name for name in group if name in known] for group in groups_in(same_person)]
    text = text_of(group for group in groups if len(group) > 1)
    told = with_agreed_persons([Case(c.case_id, c.person, (), ()) for c in cases], text)
    return tuple(replace(c, person=t.patient) for c, t in zip(cases, told, strict=True))
