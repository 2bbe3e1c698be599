"""The settings that hold for some files: those of config/ and what was answered about them."""

from components.intake.answers.answers import Answers
from components.settings import Settings


def settings_with(settings: Settings, answers: Answers) -> Settings:
    """The settings with the order of levels and the rating scales that the answers give.

    Whoever measures, judges or draws a version uses these, made of the answers it was read by:
    they have a fingerprint of their own where the answers add something.
    """
    named = {one.scale for sheet in answers.sheet for one in sheet.formats.values() if one.scale}
    return settings.with_answers(levels=answers.levels, scales=answers.scales, named=named)
