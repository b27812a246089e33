"""Questionnaires of every shape that the rules allow, with texts that are hard to carry over."""

from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ibreflect.model.questionnaire import (
    Form,
    Kind,
    NonAnswer,
    Panel,
    Questionnaire,
    RaterGroup,
    WishKind,
)
from ibreflect.model.role import Role
from ibreflect.questionnaires.load import judge

_WORDS = ("bijna nooit", "soms", "regelmatig", "vaak", "bijna altijd")
_SIGNS = "=+-@'\"%()[]{}>/*|;:,.?!#^\\x005F_ \n\t\r\u00a0éß–“𝛑🧭abcdeABC0123456789"
_AWKWARD = ("true", "null", "~", "1.0", "2026-11-22", "=1+1", "- a", "a: b", "_x000D_", "-", "123")

# Without spaces around them, as a questionnaire keeps them.
_ANY_TEXT = st.text(alphabet=_SIGNS, min_size=1, max_size=150).map(str.strip).filter(bool)
_TEXTS = st.sampled_from(_AWKWARD) | _ANY_TEXT
_LONG = st.lists(_TEXTS, min_size=1, max_size=5).map(" ".join)
_SOURCE_LINES = st.lists(
    st.builds(lambda first, more: f"000 r.{first}-{first + more}", st.integers(1, 99), st.just(3)),
    min_size=1,
    max_size=3,
    unique=True,
)


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """Any questionnaire that `judge` finds nothing wrong with."""
    tree: dict[str, Any] = {
        "id": draw(st.from_regex(r"[a-z0-9][a-z0-9-]{1,20}", fullmatch=True)),
        "versie": ".".join(str(draw(st.integers(0, 30))) for _ in range(3)),
        "titel": draw(_TEXTS)[:120],
        "editie": draw(_TEXTS)[:40],
        "grondslag": draw(_LONG),
        "doel": draw(_LONG),
        "minuten": draw(st.integers(1, 60)),
        "antwoorden": [{"waarde": n, "woord": word} for n, word in enumerate(_WORDS, start=1)],
        "geen_antwoord": draw(_some(NonAnswer, least=2)),
        "bronnen": {"000": {"bestand": "a.txt", "titel": draw(_TEXTS)}, "7a": _source(draw)},
        "schalen": [_scale(draw, number) for number in range(draw(st.integers(1, 3)))],
    }
    for key, choices in {"soort": Kind, "paneel": Panel, "vorm": Form, "wens": WishKind}.items():
        chosen = draw(st.none() | st.sampled_from(list(choices)))
        tree |= {key: chosen.value} if chosen else {}
    questionnaire, _ = judge(tree)
    assume(questionnaire is not None)
    assert questionnaire is not None
    return questionnaire


def _source(draw: st.DrawFn) -> dict[str, str]:
    return {"bestand": "b.txt", "titel": draw(_TEXTS)}


def _scale(draw: st.DrawFn, number: int) -> dict[str, Any]:
    role = draw(st.none() | st.sampled_from(list(Role)))
    scale = {
        "id": f"scale_{number}",
        "titel": draw(_TEXTS)[:80],
        "domein": draw(_TEXTS)[:120],
        "uitleg": draw(_LONG),
    }
    items = [_item(draw, f"AB{number}{n}", role) for n in range(draw(st.integers(1, 3)))]
    return {**scale, **({"rol": role.value} if role else {}), "stellingen": items}


def _item(draw: st.DrawFn, item_id: str, role: Role | None) -> dict[str, Any]:
    sees = draw(_some(RaterGroup, least=1))
    voices = {group: f"{draw(_TEXTS)} {item_id}" for group in sees if draw(st.booleans())}
    roles = [role.value] if role else draw(_some(Role, least=0))
    return {
        "id": item_id,
        "ik": f"{draw(_TEXTS)} {item_id}",
        "ander": f"{draw(_TEXTS)} {item_id}",
        "ziet": sees,
        "bron": draw(_SOURCE_LINES),
        **({"rollen": roles} if roles else {}),
        **({"stemmen": voices} if voices else {}),
        **({"afgeleid": True} if draw(st.booleans()) else {}),
    }


def _some(choices: Any, *, least: int) -> SearchStrategy[list[str]]:
    return st.lists(
        st.sampled_from([each.value for each in choices]), min_size=least, max_size=4, unique=True
    )
