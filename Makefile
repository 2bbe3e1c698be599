# Two commands matter: `make run` and `make test`. Both set everything up first.
.DEFAULT_GOAL := help
.PHONY: help setup run test check unit journeys prove bench docs sample reference
SHELL := /bin/sh

BIN := .venv/bin
PY := $(BIN)/python
CANDIDATES := $(PYTHON) python3.14 python3.13 python3.12 python3.11 python3 python
CHECKED := app.py components pages tests $(wildcard benchmarks sample_data)

help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/.ready-to-test ## create .venv with everything that running and testing needs

run: .venv/.ready-to-run ## serve Trajectory on http://127.0.0.1:8501
	$(BIN)/streamlit run app.py

test: setup check unit journeys ## everything: checks, unit tests with doctests, journeys in Chromium

check: setup ## formatting, lint, types, walls, generated docs
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PY) -m tests.repo.docs --check

unit: setup
	$(PY) -m pytest -q -n 2 --dist loadfile -m "not journey and not prove"

journeys: setup
	CHROMIUM="$$($(PY) -m tests.journeys.chromium)" && export CHROMIUM && \
	$(PY) -m pytest -q -m "journey and not prove" tests/journeys

prove: setup ## the full-size proofs, which take longer
	CHROMIUM="$$($(PY) -m tests.journeys.chromium)" && export CHROMIUM && \
	$(PY) -m pytest -q -m prove

bench: setup ## measure the speed goals
	$(PY) -m benchmarks

docs: setup ## write the generated documents again
	$(PY) -m tests.repo.docs

sample: setup ## write the sample data again
	$(PY) -m sample_data.make

reference: setup ## make the figures of other libraries again, in an environment of its own
	$(PY) -m tests.reference.aalen_johansen

# One sentence for each thing that can be missing; a half-made .venv is never kept.
.venv/bin/python:
	@for name in $(CANDIDATES); do \
	  if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    found=$$name; break; fi; done; \
	if [ -z "$$found" ]; then \
	  echo "Trajectory needs Python 3.11 or newer: install it (Debian, Ubuntu: apt-get install python3 python3-venv)." >&2; exit 1; fi; \
	if ! "$$found" -c 'import venv, ensurepip' 2>/dev/null; then \
	  echo "$$found lacks the venv module: install it (Debian, Ubuntu: apt-get install python3-venv)." >&2; exit 1; fi; \
	"$$found" -m venv .venv || { rm -rf .venv; \
	  echo "$$found could not create .venv: check that this folder can be written to." >&2; exit 1; }

.venv/.ready-to-run: requirements.txt | .venv/bin/python
	@echo "Setting up what running needs in .venv; the first time this takes some minutes."
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/.ready-to-test: requirements-dev.txt .venv/.ready-to-run
	@echo "Setting up what testing needs in .venv."
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt -r requirements-dev.txt
	@touch $@
