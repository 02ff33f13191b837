# `make demo` and `make test` do everything on a fresh machine with Python 3.11 or later; `make help` lists the rest.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --no-input
UV     := uv==0.13.9
CODE   := $(shell find src tests bench scripts -name '*.py' 2>/dev/null | cut -d/ -f1 | sort -u)

# One version of every package for every Python and platform, with the hashes of all its files.
COMPILE := .venv-lock/bin/uv pip compile pyproject.toml --quiet --universal --fork-strategy fewest --python-version 3.11 \
	--custom-compile-command 'make lock' --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-config --upgrade

DEMO_SUPPORTED    := At least 15 rockets struck Camp Taji in March 2020.
DEMO_CONTRADICTED := Ardenbay had 4,510 employees at the end of June 2025.
DEMO_ABSENT       := LoomDB 3.4 was released under an open-source licence.

# A sentence for each way in which the Python at hand may be unfit.
define PYTHON_IS_FIT
command -v $(PYTHON) >/dev/null || { \
	echo "There is no '$(PYTHON)' here: install Python 3.11 or later, or name one with PYTHON=..." >&2; exit 1; }; \
$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "claimcheck needs Python 3.11 or later and '$(PYTHON)' is older: name another with PYTHON=..." >&2; exit 1; }; \
$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	echo "'$(PYTHON)' cannot make virtual environments: install its venv module (Debian, Ubuntu: python3-venv)." >&2; exit 1; }
endef

# Debian's chromium, for the tests of the page: as root or by sudo without a password; elsewhere those tests are skipped.
define INSTALL_BROWSER
command -v chromium >/dev/null && exit 0; \
command -v apt-get >/dev/null || { echo "There is no apt-get here: install chromium by hand to test the page." >&2; exit 1; }; \
if test "$$(id -u)" = 0; then as=; elif sudo -n true 2>/dev/null; then as=sudo; else \
	echo "Only root can install chromium: run 'sudo make browser' to test the page." >&2; exit 1; fi; \
$$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as apt-get install -y -qq --no-install-recommends chromium \
	|| { echo "chromium could not be installed: the tests of the page are skipped." >&2; exit 1; }
endef

.PHONY: help demo test browser lint types unit format lock clean

help:
	@echo "make demo    install what claimcheck needs, then check three statements against the sample ledger"
	@echo "make test    install the rest too, then lint, type-check and test"
	@echo "make browser install Debian's chromium, in which make test tests the report page"
	@echo "make lint | types | unit    one part of make test"
	@echo "make format  format the code and apply the linter's safe fixes"
	@echo "make lock    choose the newest versions that fit and write both lock files again"
	@echo "make clean   remove the environment and everything built or cached"
	@echo "PYTHON=python3.12 make ... builds the environment with another Python"

# `verify` exits 1 because one statement is contradicted; 2 would be an error.
demo: $(VENV)/.installed
	@$(BIN)/claimcheck verify "$(DEMO_SUPPORTED)" "$(DEMO_CONTRADICTED)" "$(DEMO_ABSENT)" || test $$? -eq 1

test: lint types unit

browser:
	@$(INSTALL_BROWSER)

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)

types: $(VENV)/.installed-dev
	$(BIN)/mypy $(CODE)

unit: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

# The environment is made once; the stamps say which lock file and which pyproject.toml it was filled from.
$(BIN)/python:
	@$(PYTHON_IS_FIT)
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

lock:
	@$(PYTHON_IS_FIT)
	test -x .venv-lock/bin/python || $(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip --disable-pip-version-check install --quiet $(UV)
	$(COMPILE) --group build --output-file requirements.lock
	$(COMPILE) --group build --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) .venv-lock .mypy_cache .ruff_cache .pytest_cache .hypothesis .claimcheck build dist
	find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +
