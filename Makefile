# make run    install what is needed, repair a sample photo, open it in the editor
# make test   install what is needed, run every test, then the linters
# make translations   bring resources/translations up to date with the texts of the window
# make package, package-test   freeze the program into dist/reweave, and try it
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
SAMPLE := resources/samples/pueblo

.PHONY: run test lint golden translations package package-test clean

run: $(VENV)/.run
	@mkdir -p out
	$(BIN)/python main.py repair $(SAMPLE).jpg --mask $(SAMPLE)-mask.png -o out/pueblo-repaired.jpg --overwrite
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ] || [ "$(OS)" = Windows_NT ]; then \
		$(BIN)/python main.py out/pueblo-repaired.jpg; \
	else \
		echo "There is no display here, so the editor stays closed. Compare $(SAMPLE).jpg with out/pueblo-repaired.jpg."; \
	fi

test: $(VENV)/.test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest
	@$(MAKE) --no-print-directory lint

lint: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

golden: $(VENV)/.test
	$(BIN)/python tests/golden_check.py

translations: $(VENV)/.run
	$(BIN)/python -m resources.translations.refresh

package: $(VENV)/.run
	$(BIN)/python -m pip install --quiet ".[build]"
	$(BIN)/pyinstaller --noconfirm --clean packaging/reweave.spec

package-test:
	$(BIN)/python packaging/smoke_test.py dist/reweave

clean:
	rm -rf $(VENV) out

$(VENV)/.run: pyproject.toml packaging/qt_libraries.sh
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Reweave needs Python 3.11 or later: make PYTHON=python3.12 run")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet .
	@sh packaging/qt_libraries.sh $(BIN)/python
	@touch $@

$(VENV)/.test: $(VENV)/.run
	$(BIN)/python -m pip install --quiet ".[dev]"
	@touch $@
