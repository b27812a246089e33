-- People, schools, rounds and the answers of the self-scan.
-- No foreign keys: rows with personal data must be erasable table by table (see erasure.py).

create table installation (
    setting varchar primary key,
    content varchar not null
);

create table alliance (
    alliance_id uuid primary key,
    name varchar not null
);

create table school (
    school_id uuid primary key,
    alliance_id uuid,
    name varchar not null
);

create table person (
    person_id uuid primary key,
    name varchar not null
);

create table membership (
    person_id uuid not null,
    school_id uuid not null,
    role varchar not null,
    since date not null,
    until date
);

create table demo_viewpoint (
    position integer primary key,
    person_id uuid not null,
    label varchar not null
);

-- The exact text that a round was filled in with, so that it stays readable for ever.
create table questionnaire (
    questionnaire_id varchar not null,
    version varchar not null,
    sha256 varchar not null,
    source_text varchar not null,
    primary key (questionnaire_id, version)
);

create table round (
    round_id uuid primary key,
    person_id uuid not null,
    school_id uuid not null,
    school_year varchar not null,
    period varchar not null,
    is_open boolean not null,
    -- What the round asks, in order: 'id version' of the core scan, then of each module, with
    -- commas between them. It never changes and is read with every answer, so no table of its own.
    asked varchar not null,
    -- A second click on "start" must not make a second round.
    unique (person_id, school_id, school_year, period)
);

create index round_of_person on round (person_id);

create table context (
    round_id uuid not null,
    field varchar not null,
    choice varchar not null,
    primary key (round_id, field)
);

create table round_text (
    round_id uuid not null,
    topic varchar not null,
    body varchar not null,
    primary key (round_id, topic)
);

create table response (
    response_id uuid primary key,
    round_id uuid not null,
    perspective varchar not null,
    handed_in boolean not null
);

create index response_of_round on response (round_id);

create sequence answer_number;

-- Answers are appended and never updated: the newest per item counts.
create table answer (
    answer_id bigint not null default nextval('answer_number'),
    response_id uuid not null,
    item_id varchar not null,
    value smallint,
    reason varchar
);

create index answer_of_response on answer (response_id);
