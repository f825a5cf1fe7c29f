"""Reweave's engine: photo repair by conditional diffusion, usable without any interface."""

__version__ = "0.1.0"
