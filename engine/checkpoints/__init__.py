"""Weights on disk: formats, recognition, the manifest of known models."""
