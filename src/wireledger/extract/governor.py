"""What governs an offer: the verb or noun of help that has it, and how far that says the help came."""

from __future__ import annotations

from dataclasses import dataclass

from wireledger.extract.steps import Step
from wireledger.extract.verbs import Use


@dataclass(frozen=True, slots=True)
class Governor:
    """What governs an offer: a verb in use or a noun at token `noun`, its controller, and the step read there."""

    step: Step
    use: Use | None
    control: Use | None
    noun: int | None
    distance: int
    behind: bool
    inner: Use | None = None

    @property
    def strong(self) -> bool:
        """Whether the governing word speaks of help by itself."""
        return self.noun is not None or (self.use is not None and self.use.verb.strong)
