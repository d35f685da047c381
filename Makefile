# Two commands do everything: `make run` shows Dragoman at work, `make test` checks all of it.
# Another interpreter or place of the environment: make test PYTHON=python3.12 VENV=.venv312
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: run test check lint types contracts tests test-slow format docs clean

# Installs the package, reads the bundled examples into a register, prints and writes what comes out.
run: $(VENV)/.installed
	$(BIN)/dragoman demo --out out

# Environment with the test extras, then all checks.
test: $(VENV)/.tested
	$(MAKE) check

check: lint types contracts tests

lint: $(VENV)/.tested
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.tested
	$(BIN)/mypy

contracts: $(VENV)/.tested
	$(BIN)/lint-imports

tests: $(VENV)/.tested
	$(BIN)/python -m pytest

# What takes minutes: articles of five megabytes.
test-slow: $(VENV)/.tested
	$(BIN)/python -m pytest -m slow

format: $(VENV)/.tested
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Writes what is generated of the documentation: docs/command-line.md, and what README and docs show of commands.
docs: $(VENV)/.tested
	$(BIN)/python docs/command_line.py
	$(BIN)/python docs/excerpts.py

$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dragoman needs Python 3.11 or newer: make … PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install -e .
	touch $@

$(VENV)/.tested: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dragoman needs Python 3.11 or newer: make … PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install -e '.[dev]'
	touch $(VENV)/.installed $@

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
