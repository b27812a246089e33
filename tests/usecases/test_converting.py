"""Questionnaires from one form of file to another."""

from pathlib import Path

import pytest

from ibreflect.__main__ import main
from ibreflect.errors import InputError
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.questionnaires.load import parse
from ibreflect.usecases import exchange
from tests.unit.example_questionnaire import GOOD

PROEF = parse(GOOD, "proef.yaml")


def _converted(tmp_path: Path, name: str, group: RaterGroup | None = None) -> bytes:
    source = tmp_path / "bron.yaml"
    source.write_text(GOOD, encoding="utf-8")
    exchange.convert(source, tmp_path / name, group)
    return (tmp_path / name).read_bytes()


def test_a_file_is_converted_to_what_its_name_says(tmp_path: Path) -> None:
    assert exchange.imported(_converted(tmp_path, "naar.xlsx"), "x.xlsx").questionnaire == PROEF
    assert exchange.imported(_converted(tmp_path, "naar.yaml"), "x.yaml").questionnaire == PROEF
    assert b'"title": "Ik stel vragen."' in _converted(tmp_path, "naar.json")
    spoken = _converted(tmp_path, "naar.TXT", RaterGroup.TEACHER)
    assert spoken.startswith(b"\xef\xbb\xbfclass\ttype/scale\t")
    assert b"De ib'er stelt vragen." in spoken


def test_what_cannot_be_converted_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="kan ibreflect niet omzetten"):
        _converted(tmp_path, "naar.docx")
    with pytest.raises(InputError, match="kan niet worden geschreven"):
        _converted(tmp_path, "weg/naar.json")
    with pytest.raises(InputError, match="kan niet worden gelezen"):
        exchange.convert(tmp_path / "weg.yaml", tmp_path / "naar.json")


def test_the_command_says_where_it_went(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "bron.yaml", tmp_path / "naar.json"
    source.write_text(GOOD, encoding="utf-8")
    main(["convert", str(source), str(target), "--group", "leraar"], standalone_mode=False)
    assert capsys.readouterr().out == f"Omgezet: {target}\n"
    assert "De ib'er stelt vragen." in target.read_text(encoding="utf-8")
