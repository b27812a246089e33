"""Questionnaires from one form of file to another."""

from pathlib import Path, PurePath

from ibreflect.errors import InputError
from ibreflect.model.questionnaire import Questionnaire, RaterGroup
from ibreflect.questionnaires import xlsform_in
from ibreflect.questionnaires.limesurvey import limesurvey
from ibreflect.questionnaires.load import Instrument, from_bytes
from ibreflect.questionnaires.problem import quoted
from ibreflect.questionnaires.surveyjs import surveyjs
from ibreflect.questionnaires.writing import writing
from ibreflect.questionnaires.xlsform_out import xlsform
from ibreflect.questionnaires.xlsx_reading import MAX_BYTES

READABLE = ("yaml", "xlsx")
"""The extensions of the files that can become a questionnaire."""


def exported(
    questionnaire: Questionnaire, extension: str, group: RaterGroup | None = None
) -> bytes:
    """The questionnaire as a file: yaml, xlsx (XLSForm), json (SurveyJS), txt or tsv (LimeSurvey).

    `group` is who is asked, None the ib'er; yaml and xlsx hold everybody. InputError for another
    extension.
    """
    match extension:
        case "yaml":
            return writing(questionnaire).encode()
        case "xlsx":
            return xlsform(questionnaire)
        case "json":
            return surveyjs(questionnaire, group).encode()
        case "txt" | "tsv":
            # LimeSurvey writes a byte order mark itself; Excel needs it to read the accents.
            return limesurvey(questionnaire, group).encode("utf-8-sig")
    raise InputError(
        f"Naar een bestand dat op {quoted(extension)} eindigt, kan ibreflect niet omzetten. "
        "Kies .yaml, .xlsx, .json (SurveyJS), .txt of .tsv (LimeSurvey)."
    )


def imported(content: bytes, filename: str) -> Instrument:
    """The questionnaire in a YAML or Excel file, with the YAML text that it is kept as.

    The text of a YAML file stays exactly as it is. QuestionnaireError lists every problem in the
    file; InputError for another kind of file.
    """
    name = PurePath(filename).name
    match extension_of(filename):
        case "yaml" | "yml":
            return from_bytes(content, name)
        case "xlsx":
            return from_bytes(writing(xlsform_in.read(content, name)).encode(), name)
    raise InputError(
        f"{quoted(name)} is geen vragenlijst. Kies een bestand dat op .yaml of .xlsx eindigt."
    )


def convert(source: Path, target: Path, group: RaterGroup | None = None) -> None:
    """Write the questionnaire in one file to another, in the form that its extension says.

    InputError when a file cannot be read or written or has an unknown extension;
    QuestionnaireError lists every problem in `source`.
    """
    try:
        with source.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"{source} kan niet worden gelezen. Kijk of het bestaat.") from error
    asked = imported(content, source.name).questionnaire
    made = exported(asked, extension_of(target.name), group)
    try:
        target.write_bytes(made)
    except OSError as error:
        raise InputError(f"{target} kan niet worden geschreven. Kijk of de map bestaat.") from error


def extension_of(filename: str) -> str:
    """The extension of a file name in lower case, without its dot."""
    return PurePath(filename).suffix.lower().removeprefix(".")
