"""The hand-made ledger, and a client that asks it."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from tests.serve.ledger import made

from wireledger.serve import app
from wireledger.store import Store


@pytest.fixture(scope="session")
def ledger() -> Store:
    """The ledger of the sample reports."""
    return made()


@pytest.fixture(scope="session")
def client(ledger: Store) -> TestClient:
    """Asks the pages and the REST of it."""
    return TestClient(app(ledger))
