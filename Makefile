# Everything a newcomer needs; `make help` lists it.
# Each step leaves a stamp in the virtual environment, so that a second run is quick.

PYTHON ?= python3

VENV := .venv
TESTED := $(VENV)/tested-site
RUN := $(VENV)/bin/python
LOWEST := $(VENV)/lowest/bin/python
PIP_OPTIONS := --quiet --disable-pip-version-check --no-input
PIP_INSTALL := $(RUN) -m pip $(PIP_OPTIONS) install
NPM := $(RUN) -m scripts.npm
UV_LOCK := $(RUN) -m uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve check test test-unit test-code tested-site test-site test-browser coverage lowest mutants mutants-py mutants-js lighthouse bench lock vendor clean

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' $(firstword $(MAKEFILE_LIST)) | expand -t 17

site: $(VENV)/.site ## build the site into site/
	@$(RUN) build.py

serve: $(VENV)/.site ## serve the site on http://127.0.0.1:8000/; edits show at once
	@$(RUN) build.py serve

check: $(VENV)/.site ## check the content, build nothing
	@$(RUN) build.py check

# Two at a time, the longest first; each goes on when another fails, and tells all at its end.
test: $(VENV)/.browser $(VENV)/.scripts ## lint, check types and run all tests
	@$(MAKE) --no-print-directory --jobs 2 --keep-going --output-sync=target test-browser test-code test-site

test-unit: $(VENV)/.test ## run the unit tests alone, on all processors
	@$(RUN) -m pytest --quiet --numprocesses auto tests/unit

test-code:
	@echo 'ruff: lint'
	@$(RUN) -m ruff check --quiet
	@echo 'ruff: format'
	@$(RUN) -m ruff format --quiet --check
	@echo 'mypy: types'
	@$(RUN) -m mypy --no-error-summary
	@echo 'eslint, prettier, tsc: scripts'
	@$(NPM) run --silent check
	@echo 'node: tests of the scripts'
	@$(RUN) -m scripts.find_tables
	@$(NPM) test --silent
	@echo 'pytest: unit tests'
	@$(RUN) -m pytest --quiet tests/unit

# Watching every branch takes five times as long as the unit tests alone, which run nearly every line; so a test run
# does without, and every change is watched apart (.github/workflows/site.yml).
coverage: $(VENV)/.test ## run the unit tests and tell which branches none of them takes
	@$(RUN) -m coverage erase
	@$(RUN) -m coverage run -m pytest --quiet tests/unit
	@$(RUN) -m coverage combine --quiet
	@$(RUN) -m coverage report

# Built once for all tests that look at it.
tested-site:
	@$(RUN) build.py --site-dir $(TESTED)

test-site: tested-site
	@echo 'pytest: the files of the site'
	@$(RUN) -m pytest --quiet --built-site $(TESTED) tests/site

test-browser: tested-site
	@echo 'pytest: the site in a browser'
	@$(RUN) -m pytest --quiet --built-site $(TESTED) tests/browser

lowest: ## run the unit tests with the lowest versions that pyproject.toml declares
	@$(PYTHON) -m scripts.setup_venv $(VENV)/lowest
	@$(LOWEST) -m pip $(PIP_OPTIONS) install --require-hashes --requirement requirements/lowest.txt
	@$(LOWEST) -m pip $(PIP_OPTIONS) install --no-deps --no-build-isolation --editable .
	@$(LOWEST) -m pytest --quiet tests/unit

mutants: mutants-py mutants-js ## try how well the tests hold the code (takes minutes)

mutants-py: $(VENV)/.test ## the same for the program alone
	@nice $(RUN) -m scripts.mutants

mutants-js: $(VENV)/.scripts ## the same for the recogniser alone
	@$(RUN) -m scripts.find_tables
	@$(NPM) run --silent mutants

lighthouse: $(VENV)/.browser ## rate each kind of page on phone settings (needs Node.js)
	@$(RUN) -m scripts.lighthouse

bench: $(VENV)/.bench ## time the build against Hugo and plain MkDocs
	@$(RUN) bench/run.py

# A week's delay leaves time for a bad release to be found and withdrawn.
lock: $(VENV)/.scripts ## renew the locked dependencies
	@echo 'set-up: uv, which resolves dependencies'
	@$(PIP_INSTALL) uv
	@echo 'lock: requirements/site.txt, test.txt, bench.txt, lowest.txt'
	@$(UV_LOCK) --upgrade --exclude-newer '1 week' \
		--output-file requirements/site.txt pyproject.toml requirements/build.in
	@for extra in test bench; do \
		$(UV_LOCK) --upgrade --exclude-newer '1 week' --constraints requirements/site.txt --extra $$extra \
			--output-file requirements/$$extra.txt pyproject.toml requirements/build.in || exit 1; \
	done
	@$(UV_LOCK) --upgrade --exclude-newer '1 week' --resolution lowest-direct --extra test \
		--output-file requirements/lowest.txt pyproject.toml requirements/build.in
	@echo 'lock: package-lock.json'
	@$(NPM) update --silent --ignore-scripts --before="$$(date -u -d '1 week ago' +%F)"
	@$(NPM) run --silent vendor

vendor: $(VENV)/.scripts ## make the libraries that the site carries from their locked packages
	@$(NPM) run --silent vendor

clean: ## remove everything that these commands made
	rm -rf $(VENV) site .cards .site.new* .site.old .site.lock schemas bench/work node_modules tests/js/made
	rm -rf .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find build.py bench codepairs scripts tests -name __pycache__ -prune -exec rm -rf {} +

$(RUN):
	@$(PYTHON) -m scripts.setup_venv $(VENV)

# The project's own build tool is locked as well, hence no isolated build.
$(VENV)/.site: requirements/site.txt pyproject.toml | $(RUN)
	@echo 'set-up: what building the site needs'
	@$(PIP_INSTALL) --require-hashes --requirement requirements/site.txt
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.site
	@echo 'set-up: what the tests need'
	@$(PIP_INSTALL) --require-hashes --requirement requirements/test.txt
	@touch $@

$(VENV)/.scripts: package.json package-lock.json .npmrc $(VENV)/.test
	@echo 'set-up: what checks the scripts (npm)'
	@$(NPM) ci --silent --ignore-scripts
	@touch $@

$(VENV)/.browser: scripts/setup_browser.py $(VENV)/.test
	@$(RUN) -m scripts.setup_browser
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.site
	@echo 'set-up: what the benchmark needs'
	@$(PIP_INSTALL) --require-hashes --requirement requirements/bench.txt
	@touch $@
