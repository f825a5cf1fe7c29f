"""The editor: a Qt interface that needs numpy and the engine's messages, never torch."""
