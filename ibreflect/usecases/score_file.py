"""Score a file of answers with the functions the screens use: the door for researchers."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from ibreflect.errors import AnswersFileError
from ibreflect.measure.growth import Noise, change
from ibreflect.measure.regions import region_scores
from ibreflect.measure.scales import Score, scale_scores
from ibreflect.model.questionnaire import Given, Questionnaire

COLUMNS = ("respondent", "perspective", "round", "item", "value")
PROBLEMS_SHOWN = 20
LONGEST_QUOTE = 40


class _Sitting(NamedTuple):
    """One person, seen from one perspective, in one round."""

    respondent: str
    perspective: str
    in_round: str


_Sheets = dict[_Sitting, dict[str, Given | None]]


class _Problems:
    """What is wrong with the file: the first problems in full, the rest as a number."""

    def __init__(self) -> None:
        self._shown: list[str] = []
        self._count = 0

    def add(self, line: int, what: str) -> None:
        self._count += 1
        if self._count <= PROBLEMS_SHOWN:
            self._shown.append(f"regel {line}: {what}")

    def raise_if_any(self) -> None:
        """Raises AnswersFileError with all that was added."""
        if self._count == 0:
            return
        rest = self._count - len(self._shown)
        more = [f"en nog {rest}"] if rest else []
        raise AnswersFileError(
            "\n".join(["Het bestand met antwoorden klopt niet:", *self._shown, *more])
        )


def score_file(
    questionnaire: Questionnaire, lines: Iterable[str], noise: Noise
) -> dict[str, object]:
    """Every scale, region and change in a CSV file of answers, ready to be written as JSON.

    `lines` begin with a header that names the columns respondent, perspective, round, item and
    value, in any order, separated by comma or semicolon; other columns are ignored. A value is 1-5,
    a non-answer of the questionnaire or empty (not answered, as is an item without a row).
    Returns rows ordered by respondent, perspective, round (as text) and the questionnaire's order:
    `scales` and `regions` (value 1-5 or None with a reason, n, sd) and `changes` between
    consecutive rounds with a value, in the place of their later round.
    Raises AnswersFileError with all problems of the file, by line.
    """
    sheets = _read(questionnaire, lines)
    scales: list[dict[str, object]] = []
    regions: list[dict[str, object]] = []
    changes: list[dict[str, object]] = []
    latest: dict[tuple[str, str, str], tuple[str, float]] = {}
    for sitting in sorted(sheets):
        answers = {item: given for item, given in sheets[sitting].items() if given is not None}
        scored = scale_scores(questionnaire, answers)
        scales += [_row(sitting, {"scale": scale}, figures) for scale, figures in scored.items()]
        regions += [
            _row(sitting, {"region": [role.value for role in region]}, figures)
            for region, figures in region_scores(questionnaire, answers).items()
        ]
        changes += _changes(sitting, scored, latest, noise)
    return {"scales": scales, "regions": regions, "changes": changes}


def _row(sitting: _Sitting, what: Mapping[str, object], figures: Score) -> dict[str, object]:
    return {
        "respondent": sitting.respondent,
        "perspective": sitting.perspective,
        "round": sitting.in_round,
        **what,
        "value": figures.value,
        "n": figures.n,
        "sd": figures.sd,
        "reason": figures.reason,
    }


def _changes(
    sitting: _Sitting,
    scored: Mapping[str, Score],
    latest: dict[tuple[str, str, str], tuple[str, float]],
    noise: Noise,
) -> Iterator[dict[str, object]]:
    """The changes that end in this round; `latest` keeps the last round with a value, per line."""
    for scale, figures in scored.items():
        if figures.value is None:
            continue
        line = (sitting.respondent, sitting.perspective, scale)
        if line in latest:
            from_round, before = latest[line]
            step = change(before, figures.value, noise)
            yield {
                "respondent": sitting.respondent,
                "perspective": sitting.perspective,
                "scale": scale,
                "from": from_round,
                "to": sitting.in_round,
                "change": step.change,
                "needed": step.needed,
                "verdict": step.verdict.value,
            }
        latest[line] = (sitting.in_round, figures.value)


def _read(questionnaire: Questionnaire, lines: Iterable[str]) -> _Sheets:
    """What was given per sitting and item, None for an empty cell."""
    item_ids = {item.id for item in questionnaire.items}
    spellings = _spellings(questionnaire)
    problems = _Problems()
    sheets: _Sheets = defaultdict(dict)
    line = 1
    try:
        for line, cells in _rows(lines, problems):
            respondent, perspective, in_round, item, value = cells
            sheet = sheets[_Sitting(respondent, perspective, in_round)]
            wrong = [*_wrong(cells, item_ids, spellings)]
            if item in sheet:
                wrong.append(
                    f"tweede rij voor item {item} van {_quoted(respondent)} "
                    f"({_quoted(perspective)}, {_quoted(in_round)}); laat er één staan"
                )
            for what in wrong:
                problems.add(line, what)
            if not wrong:
                sheet[item] = spellings[value]
    except (csv.Error, UnicodeDecodeError):
        problems.add(line, "na deze regel is het bestand niet te lezen; sla het op als CSV UTF-8")
    problems.raise_if_any()
    return sheets


def _rows(lines: Iterable[str], problems: _Problems) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The line number and the cells of every row that is not blank, in the order of COLUMNS."""
    rest = iter(lines)
    header = next(rest, "").removeprefix("\ufeff")
    delimiter = ";" if header.count(";") > header.count(",") else ","
    reader = csv.reader(chain([header], rest), delimiter=delimiter, strict=True)
    names = [name.strip().lower() for name in next(reader, [])]
    unclear = [column for column in COLUMNS if names.count(column) != 1]
    for column in unclear:
        problems.add(1, f"de kolom {column} moet er één keer zijn, met die naam bovenaan")
    if unclear:
        return
    in_order = itemgetter(*(names.index(column) for column in COLUMNS))
    for row in reader:
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if len(cells) > len(names):
            surplus = f"{len(cells)} cellen bij {len(names)} kolommen"
            problems.add(reader.line_num, f"{surplus}; er staat een scheidingsteken te veel")
            continue
        # Spreadsheets may leave out empty cells at the end of a row.
        cells += [""] * (len(names) - len(cells))
        yield reader.line_num, in_order(cells)


def _wrong(
    cells: tuple[str, ...], item_ids: Set[str], spellings: Mapping[str, Given | None]
) -> Iterator[str]:
    *sitting, item, value = cells
    for column, cell in zip(COLUMNS, sitting, strict=False):
        if not cell:
            yield f"de cel {column} is leeg; vul hem in"
    if item not in item_ids:
        yield f"item {_quoted(item)} staat niet in deze vragenlijst"
    if value not in spellings:
        possible = ", ".join(spelling for spelling in spellings if spelling and "." not in spelling)
        yield f"waarde {_quoted(value)} kan niet; kies uit {possible} of laat de cel leeg"


def _spellings(questionnaire: Questionnaire) -> dict[str, Given | None]:
    """Every way in which a value may be written; 4.0 is how statistics programs write 4."""
    spellings: dict[str, Given | None] = {"": None}
    for option in questionnaire.answer_options:
        spellings[str(option.value)] = option.value
        spellings[f"{option.value}.0"] = option.value
    return spellings | {kind.value: kind for kind in questionnaire.non_answers}


def _quoted(cell: str) -> str:
    shown = cell if len(cell) <= LONGEST_QUOTE else f"{cell[:LONGEST_QUOTE]}…"
    return f"'{shown}'"
