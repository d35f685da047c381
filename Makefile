# Two commands do everything: `make run` shows Dragoman at work, `make test` checks all of it.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DRAGOMAN = $(BIN)/dragoman

.PHONY: run test check format lint types contracts tests clean

# Installs the package, reads the bundled examples into a register, prints and writes what comes out.
run: $(VENV)/.installed
	$(DRAGOMAN) demo --out out

# Environment with the test extras, then all checks.
test: $(VENV)/.tested
	$(MAKE) check

check: lint types contracts tests

format: $(VENV)/.tested
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(VENV)/.tested
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.tested
	$(BIN)/mypy

contracts: $(VENV)/.tested
	$(BIN)/lint-imports

tests: $(VENV)/.tested
	$(BIN)/python -m pytest

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.tested: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
