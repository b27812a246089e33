-- What was agreed about who may decide what. Append-only: a change is a new agreement with the next
-- number, and the earlier ones stay to be read.

create table mandate_agreement (
    agreement_id uuid primary key,
    person_id uuid not null,
    school_id uuid not null,
    number integer not null,
    agreed_on date not null,
    review_on date not null,
    -- The map whose topics the levels are about.
    questionnaire_id varchar not null,
    version varchar not null,
    unique (person_id, school_id, number)
);

create table mandate_agreed (
    agreement_id uuid not null,
    item_id varchar not null,
    level smallint not null,
    note varchar not null,
    primary key (agreement_id, item_id)
);
