"""Training of our own models: data, loops, checkpoints."""
