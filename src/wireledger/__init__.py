"""From news reports to a ledger of security cooperation in which every figure opens its sentence."""

__version__ = "0.1.0"
