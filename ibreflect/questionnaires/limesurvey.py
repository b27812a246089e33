"""A questionnaire in LimeSurvey's tab-separated form, for whoever takes it elsewhere. Out only."""

import html
from collections.abc import Iterator

from ibreflect.model.questionnaire import NonAnswer, Questionnaire, RaterGroup
from ibreflect.questionnaires.perspective import Part, Question, parts_for

_COLUMNS = (
    *("class", "type/scale", "name", "relevance", "text", "help", "language"),
    *("validation", "mandatory", "other", "default", "same_default"),
)
# LimeSurvey keeps at most five characters of an answer's code.
_CODES = {
    NonAnswer.NOT_APPLICABLE: "nvt",
    NonAnswer.CANNOT_JUDGE: "knb",
    NonAnswer.ELSEWHERE: "ander",
}
# LimeSurvey reads texts as HTML, computes what stands between braces, and a quotation mark would
# make it join cells.
_ESCAPES = str.maketrans({'"': "&quot;", "{": "&#123;", "}": "&#125;", "\t": " ", "\r": " "})


def limesurvey(questionnaire: Questionnaire, group: RaterGroup | None = None) -> str:
    """Text with tabs for LimeSurvey's import of a survey; encode it as UTF-8.

    A group of questions per scale, a list with radio buttons per question; `group` is who is asked,
    None the ib'er. A question is named after its item (`CF1`), a wish after it too (`CF1wens`).
    Answers are anonymous unless somebody changes that in LimeSurvey.
    """
    rows = [_COLUMNS, *_survey(questionnaire)]
    for part in parts_for(questionnaire, group):
        rows += _group(part)
    return "".join("\t".join(row) + "\r\n" for row in rows)


def _survey(questionnaire: Questionnaire) -> Iterator[tuple[str, ...]]:
    for name, setting in {"language": "nl", "format": "G", "anonymized": "Y"}.items():
        yield _row("S", name, setting)
    yield _row("SL", "surveyls_title", _escaped(questionnaire.title))
    yield _row("SL", "surveyls_description", _escaped(questionnaire.purpose))


def _group(part: Part) -> Iterator[tuple[str, ...]]:
    yield _row("G", _escaped(part.scale.title), _escaped(part.scale.explanation), relevance="1")
    for question in part.questions:
        yield from _question(question)


def _question(question: Question) -> Iterator[tuple[str, ...]]:
    name = question.answer_id.replace(".", "")
    yield _row("Q", name, _escaped(question.text), kind="L", relevance="1")
    for value, words in question.choices:
        code = str(value) if isinstance(value, int) else _CODES[NonAnswer(value)]
        yield _row("A", code, _escaped(words), kind="0")


def _row(
    row_class: str, name: str, text: str, *, kind: str = "", relevance: str = ""
) -> tuple[str, ...]:
    filled = (row_class, kind, name, relevance, text, "", "nl")
    return (*filled, *([""] * (len(_COLUMNS) - len(filled))))


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).translate(_ESCAPES).replace("\n", "<br />")
