"""What stops a reading: faults of the command, not of the data.

    OSError
    └── InputError    something named on the command line is missing or cannot be read

A fault of the data is a `Problem` value and the reading goes on.
"""

from __future__ import annotations


class InputError(OSError):
    """An input that was named cannot be read; the message says what, where and how to mend it, in one line."""
