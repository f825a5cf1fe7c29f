"""main.py hands every command of the command line to the engine, and everything else to the editor."""

import argparse

import main
from engine.cli import build_parser


def test_every_command_is_known_to_the_composition_root() -> None:
    actions = [a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction)]
    assert set(main.COMMANDS) == set(actions[0].choices)
