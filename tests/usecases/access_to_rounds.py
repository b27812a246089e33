"""Who may do what with rounds, and with what others said about them."""

import functools
from datetime import timedelta
from uuid import UUID, uuid4

from ibreflect.measure.growth import Noise
from ibreflect.model.asking import Task
from ibreflect.model.log import Content, Kind
from ibreflect.model.log import Entry as LogEntry
from ibreflect.model.person import Person, School
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import term_of
from ibreflect.model.sharing import Part
from ibreflect.model.time import SPLITS, Moment, Slot
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    asking,
    contacts,
    fill_in,
    framing,
    hearing,
    inviting,
    log_entries,
    mandate,
    mandate_agreement,
    mandate_rounds,
    posting,
    reflection,
    rounds,
    shared,
    sharing,
    time,
    view_growth,
    view_log,
    view_mirror,
    view_picture,
    view_plane,
    view_time,
    view_together,
)
from ibreflect.usecases.mandate_agreement import Entry
from ibreflect.usecases.requesting import Desk
from ibreflect.usecases.rounds import Wish
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases import shared_rounds
from tests.usecases.access_rules import (
    ACTOR,
    ROUND,
    SCHOOL,
    STORE,
    Of,
    anybody,
    called,
    coordinator_there,
    ever_there,
    line,
    owner,
    reader,
    without_mail,
)
from tests.usecases.access_scene import (
    CLARITY,
    NOW,
    PLANE,
    TODAY,
    Scene,
    State,
    Thing,
    round_of,
)

NEW, ASKING, ENDED = State
TEACHER = RaterGroup.TEACHER
LATER = TODAY + timedelta(days=30)
SLOT = Slot(SPLITS[0].split_id, SPLITS[0].parts[0].part_id, Moment.NOW)
AGREED = Entry({"MI1": 3}, {}, TODAY, LATER)
DESK = Desk("https://zelfscan.example")
CORE = "kwaliteitscoordinator-2022"
ABOUT = others.module(CLARITY).questionnaire
RULES = others.rules((CLARITY,))

AS_READ = Of(lambda scene, _, thing: round_of(scene.store, thing))
INVITEE = Of(lambda _, __, thing: thing.invitee_id)
READER = Of(lambda _, __, thing: thing.reader.person_id)
SHARE = Of(lambda _, __, thing: thing.share_id)
ROLES = Of(lambda _, __, thing: shared_rounds.wish(thing.reader, Part.ROLES))
THERE = Of(lambda _, __, thing: Wish(thing.school_id, term_of(TODAY), scans.instrument()))


def _logged(scene: Scene, _: Person, thing: Thing) -> UUID:
    """What its owner wrote down in the log; of nobody's, an id that was never kept."""
    kept = log_entries.mine(scene.store, thing.owner)
    return kept[0].entry_id if kept else thing.round_id


def _reflected(scene: Scene, _: Person, thing: Thing) -> list[str]:
    """What its owner answered to a reflection question; of nobody's, one that was never given."""
    kept = reflection.answers(scene.store, thing.owner)
    return [each.answer_id for each in kept] or ["reflectie:waarom@2020/2021"]


def _new_entry(_: Scene, __: Person, thing: Thing) -> LogEntry:
    return LogEntry(uuid4(), School(thing.school_id, ""), WRITTEN)


WRITTEN = Content(Kind.BUMPY_MOMENT, TODAY, "Nieuw")
LOGGED = Of(_logged)


@functools.wraps(view_growth.my_growth)
def _my_growth(store: Store, actor: Person, questionnaire_id: str, noise: Noise) -> object:
    """Asked for by a page once there is a scan that is handed in."""
    if questionnaire_id not in view_growth.questionnaires(
        store, view_picture.handed_in(store, actor)
    ):
        return None
    return view_growth.my_growth(store, actor, questionnaire_id, noise)


OWN_SCAN = (
    line(fill_in.scan, NEW, owner, ROUND),
    line(fill_in.save, NEW, owner, ROUND, item_id="PV2", given=3),
    line(fill_in.save_in, NEW, owner, AS_READ, item_id="PV2", given=3),
    line(fill_in.hand_in, NEW, owner, ROUND),
    line(fill_in.reopen, ASKING, owner, ROUND),
    line(framing.of_round, NEW, owner, ROUND),
    line(framing.save_choice, NEW, owner, ROUND, field="fase", choice="bouwen"),
    line(framing.save_text, NEW, owner, ROUND, topic="opdracht:school", body="Nieuw"),
    line(rounds.close, ASKING, owner, ROUND),
    line(rounds.current, NEW, anybody),
    line(rounds.erase, ENDED, owner, ROUND),
    line(rounds.mine, NEW, anybody),
    line(rounds.one, NEW, owner, ROUND),
    line(rounds.schools, NEW, anybody, today=TODAY),
    line(rounds.start, NEW, coordinator_there, THERE, today=TODAY),
    line(time.keep, NEW, owner, ROUND, slot=SLOT, percent=40),
    line(time.of_round, NEW, owner, ROUND),
    line(time.over_rounds, ENDED, anybody),
    line(time.save, NEW, owner, ROUND, numbers={SLOT: 100}),
    line(_my_growth, ENDED, anybody, CORE, Noise()),
    line(view_picture.handed_in, ENDED, anybody),
    line(view_picture.my_picture, ENDED, owner, ROUND, Noise()),
    line(view_plane.of_round, ENDED, owner, ROUND, PLANE, Noise()),
    line(view_time.picture, ENDED, owner, ROUND, Noise()),
)

OTHERS = (
    line(asking.begin, NEW, owner, ROUND, RULES, today=TODAY),
    line(asking.close_later, ASKING, owner, ROUND, LATER, today=TODAY),
    line(asking.end_now, ASKING, owner, ROUND, today=TODAY),
    line(asking.of_round, ASKING, owner, ROUND, today=TODAY),
    line(hearing.voices, ENDED, owner, ROUND, ABOUT),
    line(inviting.add, ASKING, owner, ROUND, TEACHER, "Tom", today=TODAY),
    line(inviting.add_unnamed, ASKING, owner, ROUND, TEACHER, 1, today=TODAY),
    line(inviting.ask_along, NEW, owner, ROUND, "Karim", Task.ADD, today=TODAY),
    line(inviting.ask_nobody_along, ASKING, owner, ROUND, today=TODAY),
    line(inviting.hand_out, ASKING, owner, ROUND, today=TODAY),
    line(inviting.remove, ASKING, owner, ROUND, INVITEE, today=TODAY),
    line(without_mail(posting.send_requests), ASKING, owner, ROUND, DESK, now=NOW),
    line(view_mirror.asked_in, ENDED, anybody),
    line(view_mirror.of_round, ENDED, owner, ROUND, today=TODAY),
    line(view_mirror.part, ENDED, owner, ROUND, ABOUT, Noise()),
    line(view_mirror.written, ENDED, owner, ROUND),
    line(view_together.parts, ENDED, owner, ROUND),
    line(view_together.with_others, ENDED, anybody),
)

MANDATE = (
    line(mandate.mandate_map, ENDED, owner, ROUND),
    called(mandate.map_of_two, ENDED, owner, STORE, ACTOR, ROUND),
    line(mandate_agreement.agree, ASKING, owner, ROUND, AGREED),
    line(mandate_agreement.versions, ASKING, anybody, AS_READ),
    line(mandate_rounds.asked_in, ENDED, anybody),
)

SHARING = (
    line(contacts.readers_of, ASKING, owner, AS_READ, today=TODAY),
    line(shared.read, ASKING, reader, SHARE, now=NOW),
    line(shared.with_me, ASKING, anybody, now=NOW),
    line(sharing.mine, ASKING, anybody, now=NOW),
    line(sharing.offered, ASKING, owner, ROUND, READER, now=NOW),
    line(sharing.preview, ASKING, owner, ROUND, ROLES, now=NOW),
    line(sharing.share, ASKING, owner, ROUND, ROLES, now=NOW),
    line(sharing.withdraw, ASKING, owner, SHARE, now=NOW),
)

LOG = (
    line(log_entries.add, NEW, ever_there, Of(_new_entry), today=TODAY),
    line(log_entries.change, NEW, owner, LOGGED, WRITTEN, today=TODAY),
    line(
        log_entries.chosen,
        NEW,
        owner,
        Of(lambda scene, actor, thing: [_logged(scene, actor, thing)]),
    ),
    line(log_entries.mine, NEW, anybody),
    line(log_entries.names, NEW, ever_there, SCHOOL, WRITTEN),
    line(log_entries.remove, NEW, owner, LOGGED),
    line(reflection.answers, NEW, anybody),
    line(reflection.chosen, NEW, owner, Of(_reflected)),
    line(reflection.journal, NEW, anybody, today=TODAY),
    line(reflection.save, NEW, anybody, "reflectie:waarom", "Om de leraren", today=TODAY),
    line(view_log.picture, NEW, ever_there, SCHOOL),
    line(view_log.scan_beside, ENDED, anybody, SCHOOL, Noise()),
)

TABLE = (*OWN_SCAN, *OTHERS, *MANDATE, *SHARING, *LOG)
