"""Marks up a report: sentences, and what they mention. Annotators do not see each other; overlaps are settled once."""

from wireledger.annotate.document import annotate
from wireledger.annotate.trees import NoParserError, parser_there, tree_of

__all__ = ["NoParserError", "annotate", "parser_there", "tree_of"]
