"""Eigen vragenlijsten: taking along, bringing in, and no longer offering."""

from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui.screens import OWN_QUESTIONNAIRES, ROUNDS
from ibreflect.usecases import exchange, own_questionnaires
from tests.pages.conftest import SCHOOL, instrument
from tests.pages.visitor import Visitor
from tests.usecases import topics

CORE = instrument()
FIRST = CORE.questionnaire.items[0].self_text
YAML = "application/yaml"


def changed(version: str, text: str = "Ik loop bij leraren binnen.") -> bytes:
    """The shipped core scan as another version with another first statement."""
    return (
        CORE.text.replace("versie: 1.0.0\n", f"versie: {version}\n").replace(FIRST, text).encode()
    )


def uploaded(content: bytes, name: str = "mijn.yaml") -> Visitor:
    """Somebody who has put this file on the page."""
    visitor = Visitor().go(OWN_QUESTIONNAIRES)
    visitor.app.file_uploader[0].set_value((name, content, YAML)).run()
    return visitor


def test_a_questionnaire_can_be_taken_along_in_every_form(store: Store, noor: Person) -> None:
    visitor = Visitor().go(OWN_QUESTIONNAIRES)
    assert visitor.title == "Eigen vragenlijsten"
    assert [each.label for each in visitor.app.download_button] == [
        *("Tekst (YAML)", "Excel (XLSForm)"),
        *("SurveyJS (JSON)", "LimeSurvey (tabs)"),
    ]
    titles = visitor.app.selectbox[0].options
    assert any(CORE.questionnaire.title in title for title in titles)
    assert "Er zijn nog geen eigen versies." in visitor.text


def test_a_changed_file_shows_its_crosswalk_and_is_adopted(store: Store, noor: Person) -> None:
    visitor = uploaded(changed("1.1.0"))
    assert "Wat er verandert sinds versie 1.0.0." in visitor.text.replace("\\", "")
    changes = visitor.table(0)
    first = CORE.questionnaire.items[0].id
    assert changes[["Stelling", "Wat"]].to_numpy().tolist() == [[first, "herschreven"]]
    assert f"{len(CORE.questionnaire.items) - 1} stellingen blijven gelijk" in visitor.text
    assert "Ik loop bij leraren binnen" in changes["Wordt"][0]
    assert own_questionnaires.mine(store, noor) == ()

    visitor.press("neem_op:")
    assert own_questionnaires.mine(store, noor) == ((CORE.questionnaire.id, "1.1.0", True, None),)
    assert [each.value for each in visitor.app.success] == [
        "Versie 1.1.0 is opgenomen. Kies haar bij een nieuwe meetronde."
    ]


def test_a_spreadsheet_is_adopted_too(store: Store, noor: Person) -> None:
    asked = exchange.imported(changed("1.1.0"), "x.yaml").questionnaire
    uploaded(exchange.exported(asked, "xlsx"), "mijn.xlsx").press("neem_op:")
    assert own_questionnaires.mine(store, noor) == ((CORE.questionnaire.id, "1.1.0", True, None),)


def test_all_problems_of_a_file_are_listed_at_once(store: Store, noor: Person) -> None:
    visitor = uploaded(changed("1.1", "Ik vraag <b>nooit</b> iets."))
    (error,) = [each.value for each in visitor.app.error]
    assert error == "Dit bestand kan nog niet worden opgenomen: 3 punten."
    text = visitor.text.replace("\\", "")
    for says in ("zoals '1.0.0'", "de tekst bevat HTML", "de ontkenning 'nooit'"):
        assert says in text
    assert not [each for each in visitor.app.button if str(each.key).startswith("neem_op")]


def test_the_same_version_with_other_words_is_refused(store: Store, noor: Person) -> None:
    visitor = uploaded(changed("1.0.0"))
    assert "bestaat al, met een andere tekst" in visitor.text
    assert own_questionnaires.mine(store, noor) == ()


def test_what_a_file_holds_is_shown_as_it_was_typed(store: Store, noor: Person) -> None:
    visitor = uploaded(changed("1.1.0", "Ik stel [vragen] *soms*."))
    table = visitor.table(0)
    assert r"Ik stel \[vragen\] \*soms\*\." in set(table["Wordt"])


def test_a_version_that_is_withdrawn_is_not_offered_any_more(store: Store, noor: Person) -> None:
    uploaded(changed("1.1.0")).press("neem_op:")
    assert "versie 1.1.0" in _choices(Visitor().go(OWN_QUESTIONNAIRES))
    visitor = Visitor().go(OWN_QUESTIONNAIRES).press("trek_in:")
    assert "Wordt niet meer aangeboden." in visitor.text
    assert "versie 1.1.0" not in _choices(visitor)
    assert Visitor().go(ROUNDS).title == "Meetrondes"


def test_the_list_tells_for_which_school_a_version_is(store: Store, noor: Person) -> None:
    desk = topics.at(store, noor, SCHOOL)
    desk.save(topics.wanted(desk.maps(), "De tuin verdelen"))
    uploaded(changed("1.1.0")).press("neem_op:")
    visitor = Visitor().go(OWN_QUESTIONNAIRES)
    listed = [each for each in visitor.text.replace("\\", "").splitlines() if ", voor " in each]
    assert listed == [
        f"**{CORE.questionnaire.id}**, versie 1.1.0, voor elke school",
        "**mandaatkaart**, versie 1.1.0, voor De Wilg",
    ]
    assert "mandaatkaart (versie 1.1.0)" not in _choices(visitor)

    visitor.press("trek_in:mandaatkaart:")
    assert desk.maps().now.version == "1.0.0"


def _choices(visitor: Visitor) -> str:
    return "\n".join(visitor.app.selectbox(key="eigen_keuze").options)
