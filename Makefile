# Surveyor. Every target sets up what it needs: system libraries, .venv, packages. `make help` lists the targets.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# The first Python of a version we test with; `make PYTHON=/path/to/python …` picks another.
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
BIN := .venv/bin
# Three for two processors: tests wait for disks and for other processes. Each takes whole files (loadfile), so that what a file
# sets up for all its tests is set up once.
WORKERS ?= 3

# Debian and Ubuntu packages. The first lines are what Qt's window, sound and video need, then what the tests look with
# (a display without a screen, a second opinion on PDFs, a token in software, a database server) and what the bench compares with.
SYSTEM_PACKAGES := \
	libgl1 libegl1 libdrm2 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0 \
	libgssapi-krb5-2 libx11-xcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 \
	libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1 \
	libwayland-client0 libwayland-cursor0 libwayland-egl1 libpulse0 libpipewire-0.3-0 fonts-dejavu-core \
	xvfb xauth xdotool openbox poppler-utils qpdf openssl softhsm2 postgresql libvips-tools

# The tests start hundreds of processes: they are to find what Python compiled for the first of them.
unexport PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

.PHONY: help setup run test lint wheels-elsewhere typecheck wheel-check demo bench faults judges judges-few coverage fmt screenshots wheel clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

run: setup ## open the window on a sample claim; without a display: do the whole job unattended
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then exec $(BIN)/surveyor run-sample; fi; \
	echo "No display here: doing the whole job unattended instead."; \
	$(MAKE) demo

demo: setup ## the whole job unattended, results in build/demo
	$(BIN)/surveyor demo --out build/demo
	@echo "Results: $(CURDIR)/build/demo (report.pdf, receipt.json, bag/, case.survey)"

test: export QT_QPA_PLATFORM ?= offscreen
test: export LC_ALL := C.UTF-8
test: setup lint typecheck ## lint, types, import rules, all tests, and the built wheel in an empty environment
	@# Qt warns without a private runtime folder, and a warning fails a test.
	runtime="$${XDG_RUNTIME_DIR:-}"; \
	if [ -z "$$runtime" ] || [ ! -w "$$runtime" ]; then runtime="$$(mktemp -d)"; trap 'rm -rf "$$runtime"' EXIT; fi; \
	XDG_RUNTIME_DIR="$$runtime" $(BIN)/pytest -n $(WORKERS) --dist loadfile
	$(MAKE) wheel-check

lint: setup ## ruff, the import rules, and wheels for other machines
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(MAKE) wheels-elsewhere

wheels-elsewhere: setup ## ask the registry for wheels for Windows, macOS and Linux, once for the same dependencies
	$(BIN)/python -m tests.wheels_check

typecheck: setup ## mypy, strict
	$(BIN)/mypy

wheel-check: setup ## build the wheel, install it in an empty environment, run the demo there
	$(BIN)/python -m tests.wheel_check

bench: setup ## the figures we hold ourselves to, beside their goals
	$(BIN)/python -m tests.bench

judges: export LC_ALL := C.UTF-8
judges: setup ## outside validators: PDF/A and PDF/UA by veraPDF, signatures by EU DSS (want a JDK and mvn), uploads by tuspy and tus-js-client (wants node and npm), a claim played in browsers (wants chromium), says so where they are missing; and forged bags
	$(BIN)/python -m tests.judges
	$(BIN)/python -m tests.judges.tampering

judges-few: export LC_ALL := C.UTF-8
judges-few: setup ## the same on a few papers, within seconds; part of the check of a fresh clone
	$(BIN)/python -m tests.judges --few

faults: export QT_QPA_PLATFORM ?= offscreen
faults: setup ## the long kill and fault campaigns, and two nodes on PostgreSQL and S3 (wants Go: builds the server once)
	$(BIN)/python -m tests.s3_server
	SURVEYOR_FAULTS=long $(BIN)/pytest -m faults -n $(WORKERS)

coverage: export QT_QPA_PLATFORM ?= offscreen
coverage: export LC_ALL := C.UTF-8
coverage: setup ## branch coverage by package, commands that run in processes of their own included
	rm -rf build/coverage && mkdir -p build/coverage
	XDG_RUNTIME_DIR="$$(mktemp -d)" $(BIN)/coverage run -m pytest -n $(WORKERS) --dist loadfile
	$(BIN)/coverage combine --quiet
	@for package in domain records casefile protocol wording media report sync operations central cli ui; do \
		printf '%-12s %s\n' "$$package" "$$($(BIN)/coverage report --format=total --precision=1 --include="surveyor_app/$$package/*")"; \
	done

fmt: setup ## format and mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

screenshots: setup ## pictures of every page in three themes, in build/screenshots
	$(BIN)/python -m tests.ui.screenshots build/screenshots
	@# Those that the README shows.
	cp $(addprefix build/screenshots/,photos-light-zh.png report-dark-en.png delivery-sunlight-zh.png signing-light-zh.png) resources/screenshots/

wheel: setup ## the wheel, in dist/
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

clean: ## remove what was built; .venv stays
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find surveyor_app tests migrations -name __pycache__ -prune -exec rm -rf {} +

# ------------------------------------------------------------------------------------------------------------- set-up

setup: .venv/.packages

# dpkg knows renamed packages (libglib2.0-0t64) by what they provide, so both names count as installed.
.make/system: Makefile
	@mkdir -p .make
	@if [ -z "$(PYTHON)" ]; then echo "Python 3.11 or newer is needed and was not found." >&2; exit 1; fi
	@if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then \
		echo "No apt here: system libraries are not checked. If Qt, PostgreSQL, pdfsig or qpdf are missing,"; \
		echo "install them by this system's own means; the Debian names are: $(SYSTEM_PACKAGES)"; \
		touch $@; exit 0; \
	fi; \
	wanted="$(SYSTEM_PACKAGES)"; \
	if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
		wanted="$$wanted python$$($(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"; \
	fi; \
	present="$$(dpkg-query -W -f '$${db:Status-Abbrev}|$${Package}, $${Provides}\n' | sed -n 's/^ii *|//p' \
		| tr ',' '\n' | sed 's/(.*//; s/[[:space:]]//g' | sort -u)"; \
	missing="$$(comm -23 <(tr ' ' '\n' <<<"$$wanted" | sed '/^$$/d' | sort -u) <(echo "$$present") | tr '\n' ' ')"; \
	if [ -n "$${missing// /}" ]; then \
		root=""; \
		if [ "$$(id -u)" -ne 0 ]; then \
			if ! command -v sudo >/dev/null; then \
				echo "These packages are missing and neither root nor sudo is at hand:" >&2; \
				echo "    apt-get install $$missing" >&2; exit 1; \
			fi; \
			root="sudo"; \
		fi; \
		echo "Installing system packages: $$missing"; \
		$$root apt-get update -qq; \
		$$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >.make/apt.log 2>&1 \
			|| { tail -n 30 .make/apt.log >&2; exit 1; }; \
	fi; \
	touch $@

.venv/bin/python: | .make/system
	$(PYTHON) -m venv .venv

.venv/.packages: pyproject.toml constraints.txt .make/system | .venv/bin/python
	$(BIN)/python -m pip install --quiet --upgrade --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --build-constraint constraints.txt --editable '.[dev]'
	touch $@
