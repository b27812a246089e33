"""What a file that people edit holds, in words; which kind it is, its folder tells."""

from pathlib import Path

from ibreflect.questionnaires.cards import holds_cards, load_cards
from ibreflect.questionnaires.guides import holds_guide, load_guide
from ibreflect.questionnaires.load import load
from ibreflect.questionnaires.meetings import holds_meeting, load_meeting


def checked(file: Path) -> str:
    """How much a correct file holds, and in which version; QuestionnaireError tells what is wrong.

    A questionnaire, cards, a guide for a conversation, or themes for the meeting of a network.
    """
    if holds_cards(file):
        found = load_cards(file)
        return f"{len(found.cards)} kaarten, versie {found.version}"
    if holds_guide(file):
        guide = load_guide(file).guide
        return f"{sum(theme.minutes for theme in guide.themes)} minuten, versie {guide.version}"
    if holds_meeting(file):
        meeting = load_meeting(file)
        return f"{len(meeting.themes)} thema's, versie {meeting.version}"
    questionnaire = load(file)
    return f"{len(questionnaire.items)} stellingen, versie {questionnaire.version}"
