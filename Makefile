# wireledger: `make demo` shows it, `make test` tests it; each sets up what it needs, once.

VENV ?= .venv
PORT ?= 0
CHECK ?=
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
TESTS ?= tests

.DEFAULT_GOAL := help
.PHONY: help setup demo test check fmt lock floors pictures clean

help:
	@echo "make demo     read the sample reports and serve their ledger on 127.0.0.1 (PORT=0: a free one)"
	@echo "make demo CHECK=1   the same without serving: assert what the ledger must hold"
	@echo "make test     all tests (TESTS=tests/engine for some)"
	@echo "make check    what must hold before a commit: style, types, floors, fast tests"
	@echo "make fmt      put the code in its usual shape"
	@echo "make floors   measure against the labelled reports (WIRELEDGER_SHARED, default ../shared)"
	@echo "make pictures take pictures of every kind of page of the sample ledger (TO=build/pictures)"
	@echo "make lock     pin the newest releases that pyproject.toml allows"

setup: $(VENV)/.runs

demo: $(VENV)/.runs
	$(BIN)/wireledger demo --port $(PORT) $(if $(CHECK),--check)

test: $(VENV)/.develops
	$(BIN)/python -m pytest $(TESTS)

check: $(VENV)/.develops
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -m "not slow and not browser" tests

fmt: $(VENV)/.develops
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

floors: $(VENV)/.develops
	$(BIN)/python eval/floors.py

pictures: $(VENV)/.develops
	$(BIN)/python scripts/pictures.py $(or $(TO),build/pictures) --readme

# The first Python that runs, is new enough and can make environments (a name on the PATH may be a mere signpost).
$(BIN)/python:
	@for py in python3.13 python3.12 python3.11 python3; do \
	  if $$py -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' >/dev/null 2>&1; then \
	    echo "$$py -m venv $(VENV)"; exec $$py -m venv "$(VENV)"; \
	  fi; \
	done; \
	echo "wireledger needs Python 3.11, 3.12 or 3.13 with venv (on Debian: apt-get install python3-venv)" >&2; exit 1

$(VENV)/.runs: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install -q --require-hashes --only-binary :all: -r requirements.lock
	$(PIP) install -q --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/.develops: requirements-dev.lock $(VENV)/.runs
	$(PIP) install -q --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@

COMPILE = .venv-lock/bin/pip-compile -q --no-config --strip-extras --generate-hashes --upgrade --no-header --no-annotate \
  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --build-deps-for wheel

lock:
	test -x .venv-lock/bin/pip-compile || { python3 -m venv .venv-lock && .venv-lock/bin/pip install -q pip-tools; }
	$(COMPILE) -o requirements.lock pyproject.toml
	$(COMPILE) --extra dev --constraint requirements.lock -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) .venv-lock dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
