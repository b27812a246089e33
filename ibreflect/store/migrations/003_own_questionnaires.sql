-- Questionnaires that this installation made itself. Their exact text is in table questionnaire,
-- where rounds find it too, so that a version that is no longer offered stays readable.

create table own_questionnaire (
    questionnaire_id varchar not null,
    version varchar not null,
    offered boolean not null,
    -- Null: for every school. Otherwise only for the rounds at this school.
    school_id uuid,
    primary key (questionnaire_id, version)
);
