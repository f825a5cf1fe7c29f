"""Checks of the engine against numbers from the public implementations; see tests/golden/README.md."""
