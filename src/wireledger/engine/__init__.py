"""Where work runs: `each` value through a function, in order; values `grouped` by a key."""

from wireledger.engine.each import each
from wireledger.engine.grouped import grouped
from wireledger.engine.unswept import unswept

__all__ = ["each", "grouped", "unswept"]
