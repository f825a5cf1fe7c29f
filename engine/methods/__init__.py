"""Repair methods: each a choice of reference, condition and sampler."""
