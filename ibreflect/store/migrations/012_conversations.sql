-- Conversations: prepared apart, held together, with a report that both confirm.

-- A guide in the exact text of the version that a conversation goes along.
create table guide (
    guide_id varchar not null,
    version varchar not null,
    body varchar not null,
    primary key (guide_id, version)
);

-- person_id is the ib'er, whose it is. partner_id is empty for a group, and where somebody works
-- alone: then there is only a name, sealed. step counts what both should see.
create table conversation (
    conversation_id uuid primary key,
    person_id uuid not null,
    school_id uuid not null,
    partner_id uuid,
    partner_name varchar not null,
    round_id uuid,
    guide_id varchar not null,
    guide_version varchar not null,
    company varchar not null,
    planned_on date not null,
    planned_at time,
    open_until date not null,
    stage varchar not null,
    theme varchar not null,
    pen varchar not null,
    clock_ends timestamp,
    step integer not null,
    sequence integer not null
);

-- What each fills in apart, everything as sealed text under the key of who wrote it.
create table preparation (
    conversation_id uuid not null,
    seat varchar not null,
    topic varchar not null,
    body varchar not null,
    primary key (conversation_id, seat, topic)
);
create table preparation_ready (
    conversation_id uuid not null,
    seat varchar not null,
    primary key (conversation_id, seat)
);

-- What was laid on the table, as it was then: parts of the picture of a round, sealed with the key
-- of that round, and the ib'er's own texts, sealed with the ib'er's.
create table tabled_picture (
    conversation_id uuid primary key,
    round_id uuid not null,
    body varchar not null
);
create table tabled_text (
    conversation_id uuid primary key,
    body varchar not null
);

-- What was said and decided at the table.
create table said (
    conversation_id uuid not null,
    theme varchar not null,
    body varchar not null,
    primary key (conversation_id, theme)
);
create table decision (
    conversation_id uuid not null,
    topic varchar not null,
    level integer not null,
    note varchar not null,
    primary key (conversation_id, topic)
);

-- The goals that are being agreed on, the day to look at the mandates again, and what comes next.
create table closing (
    conversation_id uuid primary key,
    body varchar not null
);

-- Each version of the report, and who confirmed it.
create table report (
    conversation_id uuid not null,
    number integer not null,
    body varchar not null,
    primary key (conversation_id, number)
);
create table report_confirmed (
    conversation_id uuid not null,
    number integer not null,
    seat varchar not null,
    primary key (conversation_id, number, seat)
);

-- What somebody keeps for themselves about a conversation.
create table private_note (
    conversation_id uuid not null,
    person_id uuid not null,
    body varchar not null,
    primary key (conversation_id, person_id)
);
