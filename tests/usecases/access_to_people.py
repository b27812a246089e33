"""Who may do what with people, places, words, questionnaires and their own data."""

import functools
from contextlib import suppress
from datetime import date, datetime
from uuid import UUID

from ibreflect.errors import InputError
from ibreflect.model.membership import Membership, PlaceKind, Position
from ibreflect.model.person import Person
from ibreflect.model.retention import Period
from ibreflect.model.round import Asked
from ibreflect.model.takeaway import json_bytes
from ibreflect.model.vocabulary import Vocabulary
from ibreflect.settings import read_settings
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    administering,
    administering_entry,
    administering_import,
    administering_places,
    administering_positions,
    direction,
    expertise,
    exporting,
    floors,
    happened,
    importing,
    mandate_topics,
    my_data,
    nights,
    overview,
    own_questionnaires,
    papers,
    passkeys,
    people,
    people_file,
    quality,
    retention,
    wording,
)
from ibreflect.usecases.administering import When
from ibreflect.usecases.administering_places import Wanted as WantedPlace
from ibreflect.usecases.administering_positions import Wanted as WantedPosition
from ibreflect.usecases.direction import Chosen
from ibreflect.usecases.mandate_topics import Wanted as WantedMap
from ibreflect.usecases.mandate_topics import WantedTopic
from ibreflect.usecases.papers import Installation
from ibreflect.usecases.requesting import Desk
from tests.usecases.access_rules import (
    ACTOR,
    ROUND,
    SCHOOL,
    STORE,
    Of,
    administrator,
    anybody,
    called,
    coordinator,
    coordinator_there,
    ever_there,
    leads_there,
    line,
    owner,
    without_mail,
)
from tests.usecases.access_scene import (
    FOLDER,
    FOLK,
    MAP,
    NOW,
    STRANGER,
    TODAY,
    Scene,
    State,
    Thing,
    proposal,
)
from tests.usecases.organisation import ALLIANCE, LONG_AGO, WILG

NEW, ASKING, ENDED = State
WHEN = When(NOW, TODAY)
DESK = Desk("https://zelfscan.example")
HERE = Installation(read_settings())
ELS, NEWCOMER = FOLK[4], STRANGER.person_id
CORE = Asked("kwaliteitscoordinator-2022", "1.0.0")
TEMPLATE = people_file.TEMPLATE
COACHING = Membership(ELS.person_id, Position.COACH, ALLIANCE, LONG_AGO, None)
LEADING = WantedPosition(Position.SCHOOL_LEADER, WILG, TODAY)
WHY = Chosen(3, "Zo werken we hier")


def _topics_there(scene: Scene, _: Person, thing: Thing) -> WantedMap:
    topics = (WantedTopic("Overleg met ouders"),)
    return WantedMap(thing.version, topics, frozenset())


def _taken(scene: Scene) -> bytes:
    """The file of somebody who has nothing yet."""
    return json_bytes(exporting.take_along(scene.store, STRANGER, today=TODAY))


def _proposed(scene: Scene, _: Person, __: Thing) -> importing.Proposal:
    return importing.propose(scene.store, FOLDER, FOLK[0], _taken(scene), today=TODAY)


def _for_there(scene: Scene, _: Person, thing: Thing) -> own_questionnaires.Proposal:
    """A version for that school; no two schools have one under the same number."""
    number = 7 if thing.owner == FOLK[0] else 9
    return proposal(scene.store, thing.school_id, number)


@functools.wraps(my_data.erase_everything)
def _erase_everything(store: Store, actor: Person, *, now: datetime, today: date) -> None:
    """The only beheerder is asked to hand that over first, and is let in as far as that."""
    with suppress(InputError):
        my_data.erase_everything(store, actor, now=now, today=today)


def _entry_there(scene: Scene, _: Person, thing: Thing) -> UUID:
    """What somebody wrote on the card of that school; of no school, one that never was."""
    sql = "select entry_id from expertise where school_id = $1"
    return next((each for (each,) in scene.store.read(sql, thing.school_id)), thing.school_id)


A_NAME = Of(lambda _, __, thing: f"Nieuw bij {thing.name}")
ENTRY_THERE = Of(_entry_there)
FOR_ALL = Of(lambda scene, _, __: proposal(scene.store, None, 8))
FOR_THERE = Of(_for_there)
KEY = Of(lambda _, __, thing: thing.credential_id)
PROPOSED = Of(_proposed)
SESSION = Of(lambda scene, actor, _: scene.sessions[actor.person_id])
TAKEN = Of(lambda scene, _, __: _taken(scene))
TOPICS_THERE = Of(_topics_there)
VERSION = Of(lambda _, __, thing: thing.version)
WANTED_PLACE = Of(lambda _, __, thing: WantedPlace(f"Nieuw bij {thing.name}"))

PEOPLE_AND_PLACES = (
    line(administering.add_person, NEW, administrator, A_NAME, "", when=WHEN),
    line(administering.correct, NEW, administrator, ELS.person_id, A_NAME, "", when=WHEN),
    line(administering.everybody, NEW, administrator, when=WHEN),
    line(administering.one, NEW, administrator, ELS.person_id, when=WHEN),
    line(administering.overview, NEW, administrator, today=TODAY),
    line(administering.require, NEW, administrator, today=TODAY),
    line(administering.switch_off, NEW, administrator, ELS.person_id, when=WHEN),
    line(administering.switch_on, NEW, administrator, ELS.person_id, when=WHEN),
    line(administering_entry.make_link, NEW, administrator, ELS.person_id, DESK, when=WHEN),
    line(
        without_mail(administering_entry.mail_links),
        NEW,
        administrator,
        (ELS.person_id,),
        DESK,
        when=WHEN,
    ),
    line(administering_import.adopt, NEW, administrator, TEMPLATE, when=WHEN),
    line(administering_import.propose, NEW, administrator, TEMPLATE, when=WHEN),
    line(administering_places.add, NEW, administrator, PlaceKind.BOARD, WANTED_PLACE, when=WHEN),
    line(administering_places.change, NEW, administrator, WILG, WANTED_PLACE, when=WHEN),
    line(administering_places.close, NEW, administrator, WILG, when=WHEN),
    line(administering_places.reopen, NEW, administrator, WILG, when=WHEN),
    line(administering_positions.end, NEW, administrator, COACHING, TODAY, when=WHEN),
    line(administering_positions.give, NEW, administrator, NEWCOMER, LEADING, when=WHEN),
    line(people.my_school, NEW, ever_there, SCHOOL),
    line(people.my_schools, NEW, anybody),
    line(people.positions, NEW, anybody, today=TODAY),
)

FOR_EVERYBODY = (
    line(floors.raise_to, NEW, administrator, colleagues=3, parents=5, now=NOW),
    line(nights.written_down, NEW, administrator, today=TODAY),
    line(overview.of_installation, NEW, administrator, HERE, now=NOW),
    line(papers.read, NEW, administrator, HERE, today=TODAY),
    line(people.require_change_for_all, NEW, administrator, today=TODAY),
    line(quality.of_version, ENDED, administrator, CORE, today=TODAY),
    line(quality.versions, ENDED, administrator, today=TODAY),
    line(retention.change, NEW, administrator, Period.EVENTS, 365, now=NOW),
    line(wording.choose, NEW, administrator, Vocabulary(), today=TODAY),
)

OF_A_SCHOOL = (
    line(direction.history, NEW, ever_there, SCHOOL),
    line(direction.record, NEW, ever_there, SCHOOL, WHY, today=TODAY),
    line(expertise.card, NEW, leads_there, SCHOOL, today=TODAY),
    line(expertise.make_link, NEW, leads_there, SCHOOL, today=TODAY),
    line(expertise.remove, NEW, leads_there, ENTRY_THERE, today=TODAY, now=NOW),
    line(expertise.schools, NEW, anybody, today=TODAY),
    line(expertise.shut_link, NEW, leads_there, SCHOOL, today=TODAY),
    line(mandate_topics.maps, NEW, ever_there, FOLDER, SCHOOL),
    line(mandate_topics.save, NEW, coordinator_there, FOLDER, SCHOOL, TOPICS_THERE, today=TODAY),
    line(own_questionnaires.adopt, NEW, coordinator_there, FOLDER, FOR_THERE, today=TODAY),
    line(own_questionnaires.adopt, NEW, administrator, FOLDER, FOR_ALL, today=TODAY),
    line(own_questionnaires.mine, NEW, anybody),
    line(own_questionnaires.withdraw, NEW, coordinator_there, MAP, VERSION, today=TODAY),
    line(people.require_change_for_school, NEW, coordinator_there, SCHOOL, today=TODAY),
)

OF_ONESELF = (
    line(exporting.offer, ENDED, anybody, now=NOW, today=TODAY, seconds=0.0),
    line(exporting.take_along, ENDED, anybody, today=TODAY),
    line(happened.about_me, ASKING, anybody),
    line(happened.nameless, ASKING, anybody),
    line(happened.link_by_another, ASKING, anybody, now=NOW),
    line(importing.bring_in, NEW, coordinator, PROPOSED, now=NOW, today=TODAY),
    called(importing.propose, NEW, coordinator, STORE, FOLDER, ACTOR, TAKEN, today=TODAY),
    line(my_data.correct, NEW, anybody, name="Nieuw", address="", now=NOW),
    line(_erase_everything, ENDED, anybody, now=NOW, today=TODAY),
    line(my_data.erase_round, ENDED, owner, ROUND, now=NOW),
    line(my_data.overview, ENDED, anybody),
    line(passkeys.has_account, NEW, anybody),
    line(passkeys.mine, NEW, anybody),
    line(passkeys.open_sessions, NEW, anybody, now=NOW),
    line(passkeys.remove, NEW, owner, SESSION, KEY, now=NOW),
    line(passkeys.sign_out_everywhere, NEW, anybody, now=NOW),
    line(people.erase_me, ENDED, anybody),
    line(retention.goes_on, NEW, anybody),
)

TABLE = (*PEOPLE_AND_PLACES, *FOR_EVERYBODY, *OF_A_SCHOOL, *OF_ONESELF)
