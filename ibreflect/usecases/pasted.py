"""A pasted list of people: one on a line, as mail programs and spreadsheets put them there."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from email_validator import EmailNotValidError, validate_email

from ibreflect.errors import InputError
from ibreflect.usecases.entering import LONGEST_NAME, cleaned

MOST_LINES = 200
_BETWEEN = re.compile(r"[\t;,]")


class Pasted(NamedTuple):
    """Somebody on the list; one of the two may be empty."""

    name: str
    address: str


def people(text: str, taken: Collection[str]) -> tuple[Pasted, ...]:
    """The people in a pasted list, of at most 200 lines.

    A line is a name, an address, both with a tab, `;` or `,` between them, or `Name <address>`.
    `taken` are addresses that cannot be on it. InputError lists every line that cannot be read.
    """
    lines = enumerate(cleaned(text).split("\n"), 1)
    read = [(number, _person(line.strip())) for number, line in lines]
    found = [(number, person) for number, person in read if any(person)]
    if len(found) > MOST_LINES:
        raise InputError(f"Je plakte {len(found)} regels; plak er hoogstens {MOST_LINES}.")
    problems = _problems(found, {address.casefold() for address in taken})
    if problems:
        raise InputError("\n".join(problems))
    return tuple(person for _, person in found)


def _person(line: str) -> Pasted:
    if "<" in line and line.endswith(">"):
        name, _, address = line[:-1].rpartition("<")
        # Two people on one line are not one person with a strange name.
        return Pasted(_name([name]), line if "<" in name else address.strip() or line)
    parts = [part.strip().strip('"') for part in _BETWEEN.split(line)]
    addresses = [part for part in parts if "@" in part]
    return Pasted(_name(part for part in parts if "@" not in part), " ".join(addresses))


def _name(parts: Iterable[str]) -> str:
    return " ".join(" ".join(part.strip().strip('"') for part in parts).split())


def _problems(found: Sequence[tuple[int, Pasted]], taken: Collection[str]) -> list[str]:
    problems = []
    seen = set(taken)
    for number, person in found:
        trouble = _trouble(person, seen)
        if trouble:
            problems.append(f"Regel {number}: {trouble}")
        if person.address:
            seen.add(person.address.casefold())
    return problems


def _trouble(person: Pasted, seen: Collection[str]) -> str:
    if len(person.name) > LONGEST_NAME:
        return f"de naam is langer dan {LONGEST_NAME} tekens. Kort hem in."
    if person.address and not is_address(person.address):
        return "dit is geen mailadres. Controleer het, of laat het adres weg."
    if person.address.casefold() in seen and person.address:
        return "dit adres staat al op de lijst, of is van jezelf. Haal de regel weg."
    return ""


def is_address(text: str) -> bool:
    """Whether a text can be an address that every mail server takes, whether or not it exists."""
    try:
        validate_email(text, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        return False
    return True
