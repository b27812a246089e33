"""Where a report that both confirmed lands: goals, the mandate map, and the next conversation."""

from collections.abc import Callable, Sequence
from datetime import date, time

from ibreflect.model.conversation import Conversation, Seated
from ibreflect.model.goal import GoalEntry
from ibreflect.model.guide import Guide
from ibreflect.model.person import Person
from ibreflect.model.report import Closing, Report
from ibreflect.model.round import Asked, Round
from ibreflect.store import conversations, mandate, rounds
from ibreflect.store import goals as kept
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.conversations import NewConversation
from ibreflect.store.mandate import AgreedLevel, Terms
from ibreflect.usecases import conversing, goals, mandate_agreement, mandate_rounds
from ibreflect.usecases.goals import Whose
from ibreflect.usecases.planning import USUAL

Work = Callable[[Transaction], object]


def of_report(
    store: Store, here: Seated, report: Report, before: Report | None, *, today: date
) -> Callable[[Transaction], None]:
    """The work by which a report that both confirmed lands, to do in one transaction.

    `before` is the version that both confirmed last, None for the first: what that said too has
    landed already. The work raises InputError when more than three goals would be open at the
    school.
    """
    earlier = before or report._replace(decided=(), closing=Closing())
    works = [
        *_goals(store, here.conversation, report.closing.goals, earlier.closing.goals, today=today),
        *_mandates(store, here, report, earlier, today=today),
        *_next(store, here, report.closing, earlier.closing, today=today),
    ]

    def work(transaction: Transaction) -> None:
        for each in works:
            each(transaction)

    return work


def has_map(store: Store, conversation: Conversation) -> bool:
    """Whether the ib'er has a mandate map at the school for decisions to stand on."""
    return _round_with_map(store, conversation) is not None


def _goals(
    store: Store,
    conversation: Conversation,
    agreed: Sequence[GoalEntry],
    earlier: Sequence[GoalEntry],
    *,
    today: date,
) -> tuple[Work, ...]:
    """Goals that are new are added; those that were agreed earlier are settled first."""
    whose = Whose(conversation.owner_id, conversation.school_id, conversation.conversation_id)
    known = {_texts(each) for each in earlier}
    new = [each for each in agreed if _texts(each) not in known]
    moved = {_texts(each): each.check_on for each in agreed if each not in earlier}
    gone = known - {_texts(each) for each in agreed}

    def settle(transaction: Transaction) -> None:
        there = kept.open_at_school(transaction, store.vault, whose.person_id, whose.school_id)
        for each in there:
            if each.conversation_id != conversation.conversation_id:
                continue
            if _texts(each.entry) in gone:
                kept.drop_without_notes(transaction, each.goal_id)
            elif _texts(each.entry) in moved:
                kept.move(transaction, each.goal_id, moved[_texts(each.entry)])

    return settle, goals.agree(store, whose, new, today=today)


def _texts(entry: GoalEntry) -> tuple[str, ...]:
    """What a goal says, whatever the day on which it is looked back on."""
    *texts, _ = entry
    return tuple(texts)


def _mandates(
    store: Store, here: Seated, report: Report, earlier: Report, *, today: date
) -> tuple[Work, ...]:
    """A new version of what is agreed: the decisions, over what the last version says."""
    conversation = here.conversation
    if _about_mandates(report) == _about_mandates(earlier):
        return ()
    subject = _round_with_map(store, conversation)
    if subject is None:
        return ()
    asked = mandate_rounds.map_of(store, subject)
    known = {item.id for item in asked.items}
    decided = {
        topic: level for topic, level in _levels(here.guide, report).items() if topic in known
    }
    if not decided:
        return ()
    owner = Person(conversation.owner_id, conversation.owner_name)
    versions = mandate_agreement.versions(store, owner, subject)
    review_on = report.closing.review_on
    if review_on is None or review_on <= today:
        review_on = mandate_agreement.half_a_year_after(today)
    terms = Terms(
        agreed_on=today,
        review_on=review_on,
        asked=Asked(asked.id, asked.version),
        agreed={**mandate_agreement.on_map(versions, asked), **decided},
    )
    return (mandate.adding(store, conversation.owner_id, conversation.school_id, terms),)


def _about_mandates(report: Report) -> tuple[object, ...]:
    return report.decided, report.closing.review_on


def _levels(guide: Guide, report: Report) -> dict[str, AgreedLevel]:
    """What the report says was decided, by topic of the mandate map."""
    points = {point.owner: point for theme in guide.themes for point in theme.points if point.topic}
    found = {}
    for each in report.decided:
        point = points[each.topic]
        level = guide.scales[point.scale].words.index(each.level) + 1
        found[str(point.topic)] = AgreedLevel(level, each.note)
    return found


def _next(
    store: Store, here: Seated, closing: Closing, earlier: Closing, *, today: date
) -> tuple[Work, ...]:
    """The next conversation of the same two, along the same guide.

    When another day or hour was agreed since, the one that was planned then is moved, as long as it
    has not begun. A day that is over by now plans nothing.
    """
    conversation, on = here.conversation, closing.next_on
    if on is None or on < today or _when(closing) == _when(earlier):
        return ()
    new = _following(store, here, on, closing.next_at)

    def work(transaction: Transaction) -> None:
        waiting = conversations.waiting(transaction, store.vault, new) if earlier.next_on else ()
        planned = [each for each, day in waiting if day == earlier.next_on]
        planned += [each for each, day in waiting if day > conversation.planned_on]
        if not planned:
            conversations.add(transaction, store.vault, new)
            return
        conversations.plan(
            transaction, planned[0], on=on, at=new.planned_at, open_until=new.open_until
        )

    return (work,)


def _when(closing: Closing) -> tuple[object, ...]:
    return closing.next_on, closing.next_at


def _following(store: Store, here: Seated, on: date, at: time | None) -> NewConversation:
    conversation = here.conversation
    name = "" if conversation.partner_id else conversation.partner_name
    return NewConversation(
        owner_id=conversation.owner_id,
        school_id=conversation.school_id,
        partner_id=conversation.partner_id,
        partner_name=store.vault.seal(conversation.owner_id, name),
        round_id=conversation.round_id,
        guide=conversing.exact_guide(store, conversation),
        planned_on=on,
        planned_at=at,
        open_until=on + USUAL,
    )


def _round_with_map(store: Store, conversation: Conversation) -> Round | None:
    """The newest handed-in round of the ib'er at the school that asks a mandate map."""
    here = [
        each
        for each in rounds.of_person(store, conversation.owner_id)
        if each.school_id == conversation.school_id
        and each.handed_in
        and mandate_rounds.asks_map(store, each)
    ]
    return here[-1] if here else None
