# What people do with this project, one word each; `make` alone lists them.
# Works with the make of macOS (3.81). PYTHON=… picks an interpreter, VENV=… another environment,
# ARGS=… is handed to pytest, the benchmark or the adversary, which tries N=… schools.

PYTHON ?=
VENV ?= .venv
ARGS ?=
N ?= 10000

bin := $(VENV)/bin
python := $(bin)/python
candidates := $(or $(PYTHON),python3.13 python3.12 python3.11 python3)
pip_install := $(python) -m pip install --quiet --disable-pip-version-check
example := build/voorbeeld.duckdb
# Empty once there is a working environment; a system upgrade can take its interpreter away.
environment := $(shell test -x $(python) || echo new-environment)
# Codespell knows English only: comments and names, not the Dutch between quotes.
quoted := "[\"'].*[\"']"
find_chromium := IBREFLECT_CHROMIUM="$$($(python) tests/browser/find_chromium.py)" \
	&& export IBREFLECT_CHROMIUM

.DELETE_ON_ERROR:
.PHONY: help run demo test check bench adversary pictures clean new-environment

help: ## Toon deze lijst
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

run: $(VENV)/.run-time ## Start ibreflect op http://localhost:8501
	@$(python) -m ibreflect start

demo: $(example) ## Start met voorbeeldgegevens van een heel samenwerkingsverband
	@IBREFLECT_STORE=$(example) $(python) -m ibreflect start

test: $(VENV)/.development ## Draai alle tests, ook die in een browser (ARGS="-k groei")
	@$(find_chromium) && $(python) -m pytest --numprocesses auto --dist loadfile $(ARGS)

check: $(VENV)/.development ## Controleer stijl, typen, kamers en afspraken (snel)
	$(bin)/ruff format --check .
	$(bin)/ruff check .
	$(bin)/mypy
	$(bin)/lint-imports --no-logo
	$(bin)/deptry .
	$(bin)/vulture
	$(bin)/codespell --ignore-regex $(quoted) app.py ibreflect benchmarks docs
	$(python) -m pytest tests/architecture

bench: $(VENV)/.development ## Meet wat een antwoord kost, naast de ondergrens (duurt minuten)
	@$(python) -m benchmarks $(ARGS)

adversary: $(VENV)/.development ## Probeer uit wat gedeeld wordt te leren wie wat zei (N=10000 scholen)
	@$(python) -m tests.adversary --organisations $(N) $(ARGS)

pictures: $(VENV)/.development ## Maak de schermafbeeldingen van README opnieuw
	@$(find_chromium) && $(python) -m docs.pictures

clean: ## Verwijder wat make maakte: .venv, build en caches (niet je gegevens)
	rm -rf $(VENV) build .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(example): | $(VENV)/.run-time
	@mkdir -p build && rm -f $@ $@.wal
	@$(python) -m ibreflect demo --store $@ --scale 1

# Installed again only when a list of requirements is newer than the stamp, or all is new.
$(VENV)/.run-time: requirements.txt $(environment)
	@echo "Benodigdheden installeren (de eerste keer duurt dat een paar minuten) ..."
	@$(pip_install) -r requirements.txt
	@touch $@

# Both lists at once, so that pip looks for versions that fit together.
$(VENV)/.development: requirements.txt requirements-dev.txt $(environment)
	@echo "Benodigdheden en gereedschap installeren (de eerste keer duurt dat een paar minuten) ..."
	@$(pip_install) -r requirements.txt -r requirements-dev.txt
	@touch $(VENV)/.run-time $@

# Debian and Ubuntu ship Python without venv; another version on the same machine may have it.
new-environment:
	@fits=; for candidate in $(candidates); do \
		"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		fits=$$candidate; \
		"$$candidate" -c 'import ensurepip, venv' 2>/dev/null || continue; \
		echo "Omgeving $(VENV) maken met $$candidate ..."; \
		"$$candidate" -m venv --clear $(VENV) && exit 0; \
		rm -f $(python); exit 1; \
	done; \
	if [ -n "$$fits" ]; then \
		echo "$$fits mist de module venv. Op Debian en Ubuntu: sudo apt install python3-venv" >&2; \
	else \
		echo "Geen Python 3.11 of nieuwer gevonden (gezocht: $(candidates))." >&2; \
		echo "Installeer Python, of wijs het aan: make run PYTHON=/pad/naar/python3.12" >&2; \
	fi; exit 1
