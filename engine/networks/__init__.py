"""Network architectures, key-compatible with the public ones where those exist."""
