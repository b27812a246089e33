"""What of a questionnaire goes to a group that is asked about somebody else's work."""

import pytest

from ibreflect.model.questionnaire import NonAnswer, RaterGroup
from ibreflect.questionnaires.load import read
from ibreflect.settings import PROJECT

CORE = read(PROJECT / "questionnaires" / "kwaliteitscoordinator-2022.yaml").questionnaire


@pytest.mark.parametrize("group", CORE.groups)
def test_that_it_lies_with_another_is_no_answer_for_others(group: RaterGroup) -> None:
    asked = CORE.as_asked_of(group)
    item_id = asked.items[0].id
    assert asked.non_answers == (NonAnswer.NOT_APPLICABLE, NonAnswer.CANNOT_JUDGE)
    assert not asked.accepts(item_id, NonAnswer.ELSEWHERE)
    assert asked.accepts(item_id, NonAnswer.CANNOT_JUDGE)
    assert CORE.accepts(item_id, NonAnswer.ELSEWHERE)
