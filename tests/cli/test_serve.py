"""wireledger serve: without a token nothing is written; a token and a name are asked for before anything is served."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
TOKEN = "a-token-that-nobody-guesses"


@pytest.fixture
def ledger(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A ledger of one report, in a folder of its own, of nobody."""
    monkeypatch.chdir(tmp_path)
    for name in ("WIRELEDGER_BY", "WIRELEDGER_TOKEN_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    (tmp_path / "fen.txt").write_text("Norway will give Ukraine eight Leopard 2 tanks, the government said.\n")
    assert run("ingest", tmp_path / "fen.txt", "--ledger", tmp_path / "l.sqlite")[0] == 0
    return tmp_path / "l.sqlite"


def test_a_token_that_could_be_guessed_is_refused(run: Run, ledger: Path) -> None:
    (ledger.parent / "token").write_text("secret\n")
    code, _, fault = run("serve", "--ledger", ledger, "--token-file", "token", "--by", "ann")
    assert code == 2
    assert "has 6 characters, fewer than 20" in fault


def test_a_token_that_is_not_there_is_told(run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIRELEDGER_TOKEN_FILE", "nowhere")
    code, _, fault = run("serve", "--ledger", ledger, "--by", "ann")
    assert code == 4
    assert fault.startswith("wireledger: the token cannot be read from nowhere")


def test_with_a_token_somebody_has_to_decide(run: Run, ledger: Path) -> None:
    (ledger.parent / "token").write_text(TOKEN)
    (ledger.parent / ".wireledger.toml").write_text('token_file = "token"\n')
    code, _, fault = run("serve", "--ledger", ledger)
    assert code == 2
    assert "who decides? give your name by --by NAME" in fault
