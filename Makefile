# Two commands are enough: `make site` builds the public site, `make test` runs the tests.
# Everything they need is installed into .venv from the hash-pinned locks.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet

.PHONY: site test mesin acak check cakupan mutasi gambar gambar-panduan lighthouse format bench schemas alur lock clean help

site: .venv/.site ## Build the public site into site/
	$(BIN)/sakipgen bangun

test: .venv/.dev ## Run the tests
	$(BIN)/pytest -n auto --dist worksteal

mesin: .venv/.dev .venv-mesin/.siap ## Build the plain files with MkDocs, ProperDocs and Zensical
	$(BIN)/pytest -q tests/test_polos.py

acak: .venv/.dev ## Run the tests with fresh examples for the properties
	$(BIN)/pytest -n auto --dist worksteal --hypothesis-profile=acak

check: .venv/.dev alur ## Lint, types, format, schema drift, the workflows, and the data itself
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sakipgen skema --periksa
	$(BIN)/sakipgen periksa

alur: .venv/.dev ## Lint the workflows and the forms of the forge, without a network
	$(BIN)/zizmor --offline --persona=pedantic --quiet .github contoh/forgejo/.forgejo/workflows/*.yml
	$(BIN)/actionlint .github/workflows/*.yml contoh/forgejo/.forgejo/workflows/*.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/[0-9]-*.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.gitlab-ci contoh/gitlab/.gitlab-ci.yml

cakupan: .venv/.dev ## Branch coverage of sakipgen/measuring by its own tests: 100 % or it fails
	$(BIN)/coverage run -m pytest -q tests/measuring
	$(BIN)/coverage report

mutasi: .venv/.dev ## Mutation tests of sakipgen/measuring (some minutes)
	$(BIN)/python -m tests.mutasi

bench: .venv/.dev ## Print the benchmarks, both sides of each ratio in one run
	$(BIN)/python -m tests.bench

gambar: .venv/.dev ## Pictures of one page of each kind in gambar/, to be looked at (needs Chromium)
	$(BIN)/python -m tests.peramban.gambar gambar

gambar-panduan: .venv/.dev ## Make the pictures of the guides anew (needs Chromium, LibreOffice, poppler)
	$(BIN)/python -m tests.peramban.gambar_panduan

lighthouse: .venv/.dev tests/lighthouse/node_modules/.ada ## Lighthouse on three pages; below the promised figures it fails (needs Chromium, npm)
	$(BIN)/python -m tests.lighthouse

format: .venv/.dev ## Rewrite the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

schemas: .venv/.site ## Rewrite schemas/ from the models
	$(BIN)/sakipgen skema

lock: ## Renew the locks (needs uv on the PATH)
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --group dev --constraint requirements.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet --output-file requirements-dev.lock
	uv pip compile --group mesin --constraint requirements.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet --output-file requirements-mesin.lock

clean: ## Remove what was built
	rm -rf .venv .venv-mesin site polos gambar tests/lighthouse/node_modules .coverage mutants .mypy_cache .pytest_cache .ruff_cache .hypothesis

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ —/'

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "sakipgen needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.site: .venv/bin/python requirements.lock pyproject.toml
	$(PIP) install --require-hashes --only-binary :all: -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

tests/lighthouse/node_modules/.ada: tests/lighthouse/package-lock.json
	npm ci --prefix tests/lighthouse --silent
	@touch $@

.venv/.dev: .venv/.site requirements-dev.lock
	$(PIP) install --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@

.venv-mesin/.siap: requirements-mesin.lock
	$(PYTHON) -m venv .venv-mesin
	.venv-mesin/bin/pip --disable-pip-version-check --quiet install --require-hashes --only-binary :all: -r requirements-mesin.lock
	@touch $@
