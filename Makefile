# Everything a contributor runs. The first use makes .venv from the hashed lock; later uses need
# no network. On a machine with CPython 3.11 or newer and make, nothing else is needed.

.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV ?= .venv
PYTHON ?=
RUN := $(VENV)/bin
LOCKED := $(VENV)/.locked
INSTALLED := $(VENV)/.installed
PIP := $(RUN)/python -m pip -qq --disable-pip-version-check
LOCK := $(RUN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--fork-strategy fewest \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock"

# What a user's shell may set and that would lead an interpreter or pip astray.
unexport PYTHONPATH
unexport PYTHONHOME
unexport PIP_USER
unexport PIP_TARGET
unexport PIP_REQUIRE_VIRTUALENV
export PIP_ROOT_USER_ACTION := ignore

.PHONY: help setup demo test test-all lint format docs evals bench lock build clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

setup: $(INSTALLED) ## Make .venv with everything that development needs

$(LOCKED): requirements-dev.lock
	@python="$(PYTHON)"; \
	[ -n "$$python" ] || python="$$(sh tools/find_python.sh)" || exit 1; \
	echo "Setting up $(VENV) with $$("$$python" --version) (once; about a minute) …" >&2; \
	"$$python" -m venv --clear "$(VENV)"
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@

# The build backend comes from the lock, so that this step needs no network.
$(INSTALLED): $(LOCKED) pyproject.toml
	@$(PIP) install --no-build-isolation --no-deps --no-index --editable .
	@touch $@

# A user's own configuration has no part in the demo: it shows the offline engine.
demo: $(INSTALLED) ## Summarize a noisy page, offline and without a key
	@env -u SUMMARIZER_MODEL -u SUMMARIZER_DEBUG SUMMARIZER_CONFIG=/dev/null \
		$(RUN)/summarizer summarize examples/noisy-page.txt

test: $(INSTALLED) ## Run the tests
	@$(RUN)/python -m pytest -n auto --dist worksteal

test-all: ## Run the tests with every CPython from 3.11 to 3.13 that is here
	@sh tools/test_all.sh "$(MAKE)"

lint: $(INSTALLED) ## Check style, types, import layers and house rules
	@$(RUN)/ruff check .
	@$(RUN)/ruff format --check .
	@$(RUN)/mypy
	@$(RUN)/lint-imports --no-logo --no-cache
	@$(RUN)/python tools/check_repo.py

format: $(INSTALLED) ## Format the code and repair what ruff can
	@$(RUN)/ruff check --fix .
	@$(RUN)/ruff format .

docs: $(INSTALLED) ## Write the generated parts of the docs anew
	@$(RUN)/python tools/docs.py

# A user's own configuration has no part in the gate either.
evals: $(INSTALLED) ## Check the golden set, run the probes and the gate of the evals
	@$(RUN)/python evals/probes.py
	@$(RUN)/python evals/sets.py
	@SUMMARIZER_CONFIG=/dev/null $(RUN)/summarizer evals lint
	@SUMMARIZER_CONFIG=/dev/null $(RUN)/summarizer evals gate

bench: $(INSTALLED) ## Run the benchmarks
	@for bench in benchmarks/*.py; do echo "== $$bench"; $(RUN)/python "$$bench" || exit 1; done

lock: $(INSTALLED) ## Resolve the locks anew (UPGRADE=--upgrade for the newest releases)
	@$(LOCK) $(UPGRADE) pyproject.toml --output-file requirements.lock
	@$(LOCK) $(UPGRADE) pyproject.toml --group pyproject.toml:dev --output-file requirements-dev.lock

build: $(INSTALLED) ## Build the wheel and the source distribution into dist/
	@$(RUN)/python -m build --no-isolation

clean: ## Remove everything that was made here
	rm -rf .venv .venv-* dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache .coverage *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
