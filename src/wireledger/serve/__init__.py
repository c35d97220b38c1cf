"""The ledger as pages and REST: every figure opens the words it was read from."""

from wireledger.serve.app import app

__all__ = ["app"]
