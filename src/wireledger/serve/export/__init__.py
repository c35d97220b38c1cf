"""The whole ledger in standard formats: one file each, named in FORMATS; and as a site of files."""

from wireledger.serve.export.document import DOCUMENT
from wireledger.serve.export.form import Form
from wireledger.serve.export.lines import LINES
from wireledger.serve.export.owned import NotOwnedError
from wireledger.serve.export.site import Asks, Written, write_site
from wireledger.serve.export.tables import TABLE

FORMATS: tuple[Form, ...] = (TABLE, DOCUMENT, LINES)

__all__ = ["FORMATS", "Asks", "Form", "NotOwnedError", "Written", "write_site"]
