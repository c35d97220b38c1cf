"""Marks up a report: sentences, and what they mention. Annotators do not see each other; overlaps are settled once."""

from wireledger.annotate.document import annotate

__all__ = ["annotate"]
