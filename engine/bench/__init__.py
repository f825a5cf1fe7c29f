"""Measurements against classical peers."""
