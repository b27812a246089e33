"""YAML's own complaints, in words for somebody who does not know YAML."""

from typing import NamedTuple

import yaml

from ibreflect.questionnaires.problem import Finding


class _Explanation(NamedTuple):
    sign: str
    what: str
    remedy: str
    opens: bool = False
    """Noticed where something ends or goes on, but repaired where it opens."""


_EXPLANATIONS = (
    _Explanation(
        "'\\t'", "er staat een tab", "Spring in met spaties: twee spaties voor elke stap."
    ),
    _Explanation(
        "cannot start any token",
        "een tekst begint met een teken dat hier niet vooraan mag staan",
        'Zet de hele tekst tussen dubbele aanhalingstekens: "…".',
    ),
    _Explanation(
        "mapping values are not allowed",
        "er staat een dubbele punt op een plek waar dat niet kan",
        'Zet een tekst met een dubbele punt tussen "…", of herstel de inspringing.',
    ),
    _Explanation(
        "quoted scalar",
        "een aanhalingsteken wordt niet gesloten, of er staat een schuine streep (\\) in de tekst",
        "Zet aan het eind van de tekst hetzelfde aanhalingsteken als aan het begin.",
        opens=True,
    ),
    _Explanation(
        "could not find expected ':'",
        "na een sleutel ontbreekt de dubbele punt",
        "Schrijf 'sleutel: tekst', met een dubbele punt en een spatie.",
        opens=True,
    ),
    _Explanation(
        "flow ",
        "een lijst tussen haken klopt niet",
        "Schrijf [a, b], met komma's ertussen en een haak aan het eind.",
        opens=True,
    ),
    _Explanation(
        "expected <block end>",
        "de inspringing klopt hier niet",
        "Laat deze regel even ver inspringen als de regels die erbij horen.",
    ),
)
_OTHER = _Explanation(
    "",
    "de opbouw van het bestand klopt hier niet",
    "Kijk naar de inspringing, de dubbele punten en de aanhalingstekens op deze regel.",
)


def explain(error: Exception) -> Finding:
    """A finding with line for what PyYAML raised; line 1 when PyYAML tells no line."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Finding((), _OTHER.what, _OTHER.remedy, 1)
    # Only the fixed parts of these messages are looked at; nothing of them is passed on.
    said = f"{error.context or ''} {error.problem or ''}"
    known = next((entry for entry in _EXPLANATIONS if entry.sign in said), _OTHER)
    mark = error.context_mark if known.opens else error.problem_mark
    line = 1 if mark is None else mark.line + 1
    return Finding((), known.what, known.remedy, line)
