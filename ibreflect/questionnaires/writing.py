"""From a `Questionnaire` to YAML as people edit it: the one canonical text of its content."""

from typing import Any

import yaml

from ibreflect.model.questionnaire import Questionnaire

_WIDTH = 100
_FOLDED_FROM = 80
_ON_ONE_LINE = {"waarde", "woord"}


def writing(questionnaire: Questionnaire) -> str:
    """YAML text, UTF-8 when encoded, that reads back as exactly this questionnaire.

    Keys stand in the order of the model; what has its usual value is left out.
    """
    text = yaml.serialize(
        _node(tree_of(questionnaire)), Dumper=_Indented, allow_unicode=True, width=_WIDTH
    )
    return str(text)


def tree_of(questionnaire: Questionnaire) -> dict[str, Any]:
    """The keys and values of its YAML file, without those that have their usual value."""
    return questionnaire.model_dump(mode="json", by_alias=True, exclude_defaults=True)


class _Indented(yaml.SafeDumper):
    """Sets the items of a list in, below their key, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 -- PyYAML calls it so
        super().increase_indent(flow, False)  # noqa: FBT003


def _node(value: object) -> yaml.Node:
    match value:
        case dict():
            pairs = [(_node(key), _node(part)) for key, part in value.items()]
            return yaml.MappingNode(_tag("map"), pairs, flow_style=value.keys() == _ON_ONE_LINE)
        case list():
            words = all(isinstance(part, str) for part in value)
            return yaml.SequenceNode(_tag("seq"), [_node(p) for p in value], flow_style=words)
        case bool():
            return yaml.ScalarNode(_tag("bool"), "true" if value else "false")
        case int():
            return yaml.ScalarNode(_tag("int"), str(value))
    return _text(str(value))


def _text(text: str) -> yaml.ScalarNode:
    """Long texts are folded over lines; PyYAML puts between quotes what needs them."""
    folded = len(text) > _FOLDED_FROM and "\n" not in text
    return yaml.ScalarNode(_tag("str"), text, style=">" if folded else None)


def _tag(kind: str) -> str:
    return f"tag:yaml.org,2002:{kind}"
