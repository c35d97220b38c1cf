"""What all tests share: the folder of labelled reports, golden files that can be rewritten, and runs without skips."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

SHARED = Path(os.environ.get("WIRELEDGER_SHARED", Path(__file__).parents[2] / "shared"))
NO_SKIPS = os.environ.get("WIRELEDGER_NO_SKIPS") == "1"
OPTIONAL = "optional extra"  # a skip with these words in its reason is always fine


settings.register_profile("untimed", settings(), deadline=None)  # laws are no matter of how busy the machine is
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled reports (WIRELEDGER_SHARED, default ../shared); the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the labelled reports are absent (WIRELEDGER_SHARED)")
    return SHARED


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` rewrites golden files instead of comparing with them; the change is then read in review."""
    parser.addoption("--update", action="store_true", help="rewrite the golden files")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    """Where every test must run (WIRELEDGER_NO_SKIPS=1), a skipped one has failed."""
    return _unskipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    """The same for a whole file that skips itself."""
    return _unskipped((yield))


def _unskipped(report: Any) -> Any:
    if NO_SKIPS and report.skipped and not hasattr(report, "wasxfail") and OPTIONAL not in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"skipped, but every test must run here: {report.longrepr}"
    return report
