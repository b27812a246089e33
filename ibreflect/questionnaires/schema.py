"""The form of a questionnaire file as JSON Schema, so that an editor helps while somebody types."""

from typing import cast

from ibreflect.model.questionnaire import NON_ANSWER_WORDS, Questionnaire
from ibreflect.model.role import ROLE_NAMES

Schema = dict[str, object]

_NON_ANSWERS = ". ".join(f"{reason}: {words}" for reason, words in NON_ANSWER_WORDS.items()) + "."
_ROLES = ". ".join(f"{role}: {name}" for role, name in ROLE_NAMES.items()) + "."

_PARTS = {
    "Questionnaire": ("Vragenlijst", "Een hele vragenlijst in één versie."),
    "AnswerOption": ("Antwoord", "Eén punt van de antwoordschaal met het woord dat erbij hoort."),
    "SourceDocument": ("Bron", "Een document waar stellingen naar verwijzen."),
    "Scale": ("Schaal", "Stellingen die samen één score geven en op één scherm staan."),
    "Item": ("Stelling", "Eén gedrag, in woorden voor de ib'er en voor wie meekijkt."),
    "Kind": ("Soort", "kern: draagt een meetronde. module: komt mee met een kernscan."),
    "Panel": ("Paneel", "iber: de ib'er. samen: ib'er en schoolleider. school: de school."),
    "Form": ("Vorm", "schalen: stellingen met een waarde. mandaatkaart: wie beslist waarover."),
    "WishKind": ("Wens", "minder_zo_meer: een richting. zelfde_schaal: dezelfde vijf antwoorden."),
    "NonAnswer": ("Geen antwoord", _NON_ANSWERS),
    "RaterGroup": ("Groep", "Wie dit gedrag eerlijk kan zien."),
    "Role": ("Rol", _ROLES),
}

_KEYS = {
    "Questionnaire": {
        "id": ("Id", "Kleine letters, cijfers en streepjes. Blijft gelijk in elke versie."),
        "versie": (
            "Versie",
            "Drie getallen, zoals 1.0.0. Elke wijziging krijgt een nieuwe versie.",
        ),
        "soort": ("Soort", "kern of module. Weglaten is kern."),
        "paneel": ("Paneel", "Waar de vragenlijst over gaat. Weglaten is de ib'er."),
        "vorm": ("Vorm", "Hoe de antwoorden gelezen worden. Weglaten is schalen."),
        "wens": ("Wens", "Vraagt naast wat er nu is ook wat iemand wil. Weglaten is geen wens."),
        "titel": ("Titel", "De naam die mensen zien."),
        "editie": ("Editie", 'De editie van de beroepsstandaard, tussen aanhalingstekens: "2022".'),
        "grondslag": ("Grondslag", "Waarop de vragenlijst berust, en wat ze niet is."),
        "doel": ("Doel", "Waarvoor de vragenlijst bedoeld is, en waarvoor niet."),
        "minuten": ("Minuten", "Hoelang invullen ongeveer duurt."),
        "antwoorden": ("Antwoorden", "De vijf antwoorden, met waarde 1 tot en met 5."),
        "geen_antwoord": ("Geen antwoord", "Wat iemand kan kiezen die geen waarde kan geven."),
        "bronnen": ("Bronnen", 'De documenten, elk met een korte sleutel, zoals "000".'),
        "schalen": ("Schalen", "De groepen stellingen, in de volgorde op het scherm."),
    },
    "AnswerOption": {
        "waarde": ("Waarde", "Een heel getal van 1 tot en met 5."),
        "woord": ("Woord", "Het woord op het scherm, zoals 'soms'. Elk woord is anders."),
    },
    "SourceDocument": {
        "bestand": ("Bestand", "De naam van het tekstbestand."),
        "titel": ("Titel", "De titel zoals mensen het document kennen."),
    },
    "Scale": {
        "id": ("Id", "Kleine letters, cijfers en lage streepjes. Nooit hergebruiken."),
        "titel": ("Titel", "De naam boven de stellingen."),
        "domein": ("Domein", "Het werkgebied waar de stellingen over gaan."),
        "rol": ("Rol", "De rol waar alle stellingen bij horen. Weglaten bij meer dan één rol."),
        "uitleg": ("Uitleg", "Twee of drie gewone zinnen over waar het hier om gaat."),
        "stellingen": ("Stellingen", "De stellingen, in de volgorde op het scherm."),
    },
    "Item": {
        "id": ("Id", "Zoals LC1. Nooit hergebruiken, ook niet als de stelling vervalt."),
        "ik": ("Tekst voor de ib'er", "Eén zichtbaar gedrag, zonder ontkenning, vanuit 'ik'."),
        "ander": ("Tekst voor anderen", 'Dezelfde stelling, vanuit "De ib\'er".'),
        "stemmen": ("Stemmen", "Andere woorden voor één groep, zoals 'schoolleider: …'."),
        "rollen": ("Rollen", "De rollen die de stelling raakt: één, twee of drie."),
        "ziet": ("Wie het ziet", "De groepen die dit gedrag eerlijk kunnen zien."),
        "bron": ("Bron", "Sleutel en regels, zoals '000 r.25-32'. Eén of meer."),
        "afgeleid": ("Afgeleid", "true als de bron dit zelf niet zegt en het is afgeleid."),
    },
}


def json_schema() -> dict[str, object]:
    """JSON Schema (draft 2020-12) of a questionnaire file: its own keys, Dutch help for each."""
    schema = Questionnaire.model_json_schema(by_alias=True)
    definitions = cast("dict[str, Schema]", schema["$defs"])
    for name, part in {**definitions, "Questionnaire": schema}.items():
        part["title"], part["description"] = _PARTS[name]
        _explain_keys(part, _KEYS.get(name, {}))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _explain_keys(part: Schema, help_texts: dict[str, tuple[str, str]]) -> None:
    properties = cast("dict[str, Schema]", part.get("properties", {}))
    for key, (title, description) in help_texts.items():
        properties[key]["title"] = title
        properties[key]["description"] = description
