"""Writing on the expertisekaart by a link, without an account; changing and removing it again.

The team link lets somebody add to the card of one school, and read nothing of it. Who did gets a
link of their own, to what they wrote and to nothing else.
"""

from datetime import date
from typing import NamedTuple

from ibreflect.access import links
from ibreflect.access.telltales import names_in
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.expertise import LONGEST_REACH, LONGEST_TEXT, Content, Entry
from ibreflect.model.person import School
from ibreflect.store import erasing, expertise
from ibreflect.store.connection import Store
from ibreflect.usecases import entering, tidying

MOST = 300
"""So many people fit on the card of a school: more than any team, and no room for a flood."""

_NO_LINK = (
    "Vraag wie je de link gaf om die van nu. Was dit je eigen link? Dan sta je niet (meer) op de "
    "expertisekaart."
)
_NOT_KEPT = (
    "Dit is niet opgeslagen: de link van het team is intussen gesloten of vernieuwd, of de kaart "
    "is vol. Kopieer wat je typte en vraag wie je de link gaf om die van nu."
)
_CHANGED = (
    "Dit is niet opgeslagen: in een ander venster is het intussen veranderd of weggehaald. Kopieer "
    "wat je hier typte en laad de pagina opnieuw."
)
_FIELDS = {
    "knows": ("waar je veel van weet", LONGEST_TEXT),
    "interests": ("wat je interesseert", LONGEST_TEXT),
    "courses": ("je cursussen", LONGEST_TEXT),
    "reach": ("hoe je te bereiken bent", LONGEST_REACH),
}


class Visit(NamedTuple):
    """For which school a link is; `mine` is what its holder wrote, None for a team link."""

    school: School
    mine: Entry | None


def visit(store: Store, token: str) -> Visit:
    """Where a link leads; NotAllowedError, the same for an old, a shut and an invented one."""
    school = expertise.school_of_link(store, links.team_digest(token))
    if school is not None:
        return Visit(school, None)
    mine = expertise.one(store, links.expertise_id(token))
    school = expertise.school(store, mine.school_id) if mine else None
    if school is None:
        raise NotAllowedError(_NO_LINK)
    return Visit(school, mine)


def add(store: Store, team_token: str, own_token: str, content: Content, *, today: date) -> None:
    """Put somebody on the card; a second time with the same own link replaces the first.

    `own_token` is the secret part of a new link, made by links.new_token. InputError lists what is
    missing or too long, a line each; NotAllowedError when the team link leads nowhere (any more).
    """
    complete = _complete(content)
    here = visit(store, team_token)
    if here.mine is not None:
        raise NotAllowedError(_NO_LINK)
    entry_id = links.expertise_id(own_token)
    entry = Entry(entry_id, here.school.school_id, complete, today)
    if not expertise.put(store, entry, links.team_digest(team_token), most=MOST):
        raise NotAllowedError(_NOT_KEPT)


def change(store: Store, token: str, content: Content, *, edition: int, today: date) -> None:
    """Change what the holder of an own link wrote, as it was read in that edition.

    InputError as `add`, and when it was changed or removed since; NotAllowedError for another link.
    """
    complete = _complete(content)
    mine = _mine(store, token)
    changed = mine._replace(content=complete, changed_on=today, edition=edition)
    if not expertise.change(store, changed):
        raise InputError(_CHANGED)


def remove(store: Store, token: str) -> None:
    """Take what the holder of an own link wrote off the card, for good and from older copies too.

    NotAllowedError for another link.
    """
    erasing.erase_expertise(store, _mine(store, token).entry_id)
    tidying.forget_deleted(store)


def names_of_others(content: Content) -> tuple[str, ...]:
    """Words that look like the name of somebody else, or like a phone number out of its place."""
    text = "\n".join((content.knows, content.interests, content.courses))
    own = {each.casefold() for each in content.name.split()}
    return tuple(each for each in names_in(text) if each.casefold() not in own)


def _mine(store: Store, token: str) -> Entry:
    mine = visit(store, token).mine
    if mine is None:
        raise NotAllowedError(_NO_LINK)
    return mine


def _complete(content: Content) -> Content:
    """The content as it is kept."""
    problems = []
    try:
        name = entering.name(content.name, "je naam")
    except InputError as error:
        problems.append(str(error))
        name = ""
    texts = {field: entering.cleaned(getattr(content, field)) for field in _FIELDS}
    for field, (what, longest) in _FIELDS.items():
        if len(texts[field]) > longest:
            problems.append(
                f"Kort in {what}: er passen {longest} tekens, nu zijn het er {len(texts[field])}."
            )
    if not (texts["knows"] or texts["interests"] or texts["courses"]):
        problems.append(
            "Vul minstens één ding in: waar je veel van weet, wat je interesseert of een cursus."
        )
    if problems:
        raise InputError("\n".join(problems))
    return Content(name, **texts)
