"""A questionnaire as SurveyJS JSON, for whoever takes it elsewhere. Out only."""

import json

from ibreflect.model.questionnaire import Questionnaire, RaterGroup
from ibreflect.questionnaires.perspective import Part, Question, parts_for


def surveyjs(questionnaire: Questionnaire, group: RaterGroup | None = None) -> str:
    """JSON text for SurveyJS: a page per scale, a radio group per question.

    `group` is who is asked, None the ib'er. Answers come back under the item ids, wishes under
    those with `.wens`: numbers from 1 up, or the key of a non-answer.
    """
    survey = {
        "title": questionnaire.title,
        "description": questionnaire.purpose,
        "locale": "nl",
        "pages": [_page(part) for part in parts_for(questionnaire, group)],
    }
    return json.dumps(survey, ensure_ascii=False, indent=2) + "\n"


def _page(part: Part) -> dict[str, object]:
    return {
        "name": part.scale.id,
        "title": part.scale.title,
        "description": part.scale.explanation,
        "elements": [_element(question) for question in part.questions],
    }


def _element(question: Question) -> dict[str, object]:
    return {
        "type": "radiogroup",
        "name": question.answer_id,
        "title": question.text,
        "choices": [{"value": each.value, "text": each.words} for each in question.choices],
    }
