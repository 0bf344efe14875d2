"""A made-up abdominal CT in HU with liver and tumours whose masks are exact.

Tests, benchmarks and the demonstration learn from it, so nothing real need travel with the code.
"""

from unet_core.phantom.anatomy import make_case
from unet_core.phantom.cohort import FileFormat, write_cohort

__all__ = ["FileFormat", "make_case", "write_cohort"]
