# Everything a stranger needs: make run, make test. Nothing but Python 3.11 (or newer), pip, make and git is assumed.
PY          ?= python3
VENV        ?= .venv
OUT         ?= build
JOBS        ?= 2
# The versions that the project was last tried with. `make test CONSTRAINTS=` takes the newest instead.
CONSTRAINTS ?= constraints.txt
PYTEST_ARGS ?=

BIN    := $(VENV)/bin
PYTHON := $(BIN)/python
PINS   := $(if $(CONSTRAINTS),-c $(CONSTRAINTS),)
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test lint types docs data accuracy bench check format deep dist lowest clean

# A mirror may lack a pinned version; then the newest that fits the floors has to do.
define install
	@echo "setting up: $(1)"
	@$(PYTHON) -m pip install -q $(PINS) $(1) || { \
	  echo "the pinned versions cannot all be had here; taking the newest" >&2; \
	  $(PYTHON) -m pip install -q $(1); }
	@touch $@
endef

help:
	@echo "make run       the evidence of the seed story, as a table and as JSON"
	@echo "make test      the whole test suite"
	@echo "make lint      ruff, import layers, spelling, dependencies"
	@echo "make types     mypy, strict"
	@echo "make docs      the documentation, warnings as errors"
	@echo "make data      the packaged data: rebuilt from its sources and checked"
	@echo "make accuracy  precision and recall on the gold corpus, against the floors"
	@echo "make bench     speed, start-up, growth and memory: targets, and gates against the saved base"
	@echo "make format    ruff's formatter and safe fixes"
	@echo "make check     lint, types, docs, data in step with its sources, accuracy"
	@echo "make deep      the slow lanes: engines, kills, fuzzing, many more random examples, coverage (hours)"
	@echo "make dist      the distributions, built as for a release and tried in empty environments"
	@echo "make lowest    the suite on the oldest versions of the core's dependencies that are allowed"
	@echo "make clean     removes what was set up and built"

# Debian refuses pip outside a virtual environment, and may lack ensurepip inside one: then the machine's own pip fills it.
$(VENV)/.ok: pyproject.toml $(CONSTRAINTS)
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, for example: make run PY=python3.12")'
	@$(PY) -m venv $(VENV) >/dev/null 2>&1 || $(PY) -m venv --clear --without-pip $(VENV)
	@$(PYTHON) -m pip install -q -U 'pip>=25.1' 2>/dev/null \
	  || $(PY) -m pip --python $(PYTHON) install -q 'pip>=25.1'
	$(call install,-e '.[cli]')

$(VENV)/.%-ok: $(VENV)/.ok
	$(call install,--group $*)

run: $(VENV)/.ok
	@mkdir -p $(OUT)
	@$(BIN)/libya-news parse seeds/*.txt --format json > $(OUT)/seed-story.json
	@$(BIN)/libya-news parse seeds/*.txt
	@echo "The full record, as JSON: $(OUT)/seed-story.json"

test: $(VENV)/.test-ok
	$(PYTHON) -m pytest -q -n $(JOBS) $(PYTEST_ARGS)

lint: $(VENV)/.lint-ok
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/codespell *.md docs  # the code holds word lists of several languages
	$(BIN)/deptry src

types: $(VENV)/.lint-ok
	$(BIN)/mypy

docs: $(VENV)/.docs-ok
	$(PYTHON) -m sphinx -q -n -W -E --keep-going -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

data: $(VENV)/.ok
	$(PYTHON) tools/build_lexicon.py
	$(PYTHON) tools/build_data.py
	$(PYTHON) tools/build_data.py --check

accuracy: $(VENV)/.test-ok
	$(PYTHON) tests/accuracy/run.py

bench: $(VENV)/.bench-ok
	$(PYTHON) tools/bench.py

check: lint types docs $(VENV)/.ok
	$(PYTHON) tools/build_lexicon.py --check
	$(PYTHON) tools/build_data.py --check
	$(MAKE) --no-print-directory accuracy

format: $(VENV)/.lint-ok
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

deep: $(VENV)/.test-ok $(VENV)/.deep-ok
	@$(PYTHON) -m pip install -q $(PINS) -e '.[arrow,cli,dask,frames,html,spark]'
	$(PYTHON) -m pytest -q -n $(JOBS) -m "slow or not slow" --hypothesis-profile=deep \
	  --cov --cov-report=term $(PYTEST_ARGS)

dist: $(VENV)/.dist-ok
	$(PYTHON) tools/check_dist.py

# The floors of `dependencies` in pyproject.toml, as exact versions.
FLOORS = $(PY) -c 'import tomllib; p = tomllib.load(open("pyproject.toml", "rb"))["project"]; \
  print(*(d.replace(">=", "==") for d in p["dependencies"]))'

lowest:
	rm -rf $(OUT)/lowest
	$(MAKE) --no-print-directory $(OUT)/lowest/.test-ok VENV=$(OUT)/lowest CONSTRAINTS=
	$(OUT)/lowest/bin/python -m pip install -q $$($(FLOORS))
	$(OUT)/lowest/bin/python -m pytest -q -n $(JOBS) $(PYTEST_ARGS)

clean:
	rm -rf $(VENV) $(OUT) dist docs/_build .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests tools docs -name __pycache__ -type d -prune -exec rm -rf {} +
