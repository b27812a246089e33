"""What somebody with a link has filled in so far: kept sealed, so that only the link opens it."""

import json
from typing import NamedTuple

from ibreflect.access import links
from ibreflect.access.links import Link
from ibreflect.model.questionnaire import NonAnswer
from ibreflect.store.answers import KeptAnswer


class Draft(NamedTuple):
    """Answers by item id and texts by topic."""

    kept: dict[str, KeptAnswer]
    remarks: dict[str, str]


def key(link: Link) -> str:
    """What tells the sheet of a link from that of every other, and does not lead to the link."""
    return link.draft_id[:16]


def opened(link: Link, content: bytes | None) -> Draft:
    """The draft in what was sealed under a link; an empty one when there is nothing in it."""
    text = links.unsealed(link, content) if content is not None else None
    if text is None:
        return Draft({}, {})
    draft = json.loads(text)
    if "answers" not in draft:  # begun before there were open questions
        draft = {"answers": draft, "remarks": {}}
    kept = {
        item_id: KeptAnswer(number, NonAnswer(given) if isinstance(given, str) else given)
        for item_id, (number, given) in draft["answers"].items()
        if given != NonAnswer.ELSEWHERE  # which others could once say too
    }
    return Draft(kept, draft["remarks"])


def sealed(link: Link, draft: Draft) -> bytes:
    """The draft sealed under a link."""
    answers = {item_id: [each.answer_id, each.given] for item_id, each in draft.kept.items()}
    return links.sealed(link, json.dumps({"answers": answers, "remarks": draft.remarks}))
