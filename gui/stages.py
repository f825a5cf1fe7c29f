"""What a job is doing, in the user's language: the engine names it in English, without knowing of Qt."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.translation import translate

STAGES = (
    QT_TRANSLATE_NOOP("Stages", "adding texture"),
    QT_TRANSLATE_NOOP("Stages", "enlarging"),
    QT_TRANSLATE_NOOP("Stages", "loading the model"),
    QT_TRANSLATE_NOOP("Stages", "looking for damage"),
    QT_TRANSLATE_NOOP("Stages", "repairing"),
    QT_TRANSLATE_NOOP("Stages", "repairing blindly"),
    QT_TRANSLATE_NOOP("Stages", "sketching at {scale} size"),
)
"""All that the engine calls what it does for the editor."""

SCALE = re.compile(r"1/\d+")


def stage_name(stage: str) -> str:
    """Return the engine's name of a stage in the user's language, or as it is if there is no such stage."""
    scale = SCALE.search(stage)
    if scale is None:
        return translate("Stages", stage)
    return translate("Stages", SCALE.sub("{scale}", stage)).format(scale=scale[0])


def begun(sentence: str) -> str:
    """Return ``sentence`` with a capital letter."""
    return sentence[:1].upper() + sentence[1:]
