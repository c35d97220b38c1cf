"""The order of the stages: reports are read, marked up, read for claims, resolved into entries and stored."""

from wireledger.pipeline.explaining import explained
from wireledger.pipeline.given import Given, given_claims
from wireledger.pipeline.ingest import Summary, Work, ingest
from wireledger.pipeline.reading import Reading, claims_of, findings_of, read_claims, reader, readings
from wireledger.pipeline.rereading import Reread, reread
from wireledger.pipeline.soundness import Soundness, mended, soundness
from wireledger.pipeline.views import View, as_of, current, known_on, view_on

__all__ = [
    "Given",
    "Reading",
    "Reread",
    "Soundness",
    "Summary",
    "View",
    "Work",
    "as_of",
    "claims_of",
    "current",
    "explained",
    "findings_of",
    "given_claims",
    "ingest",
    "known_on",
    "mended",
    "read_claims",
    "reader",
    "readings",
    "reread",
    "soundness",
    "view_on",
]
