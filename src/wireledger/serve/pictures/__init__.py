"""Pictures of the pledges, each followed by its table: who gives what, when steps were taken, and the map of states."""

from wireledger.serve.pictures.routes import FORMS, KINDS, pictures

__all__ = ["FORMS", "KINDS", "pictures"]
