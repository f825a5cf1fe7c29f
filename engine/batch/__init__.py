"""Whole folders of photos, unattended: planned first, resumable after a kill at any moment."""
