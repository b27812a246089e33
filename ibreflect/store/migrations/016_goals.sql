-- What ib'ers want to do in their work, and how that went.

create table goal (
    goal_id uuid primary key,
    person_id uuid not null,
    school_id uuid not null,
    -- In which conversation it was agreed; null when the ib'er made it alone.
    conversation_id uuid,
    agreed_on date not null,
    check_on date not null,
    -- A word of model/goal.py; null, like the day, as long as the goal is open.
    outcome varchar,
    closed_on date,
    -- How often the check date was moved: a calendar then knows which file is the newer one.
    sequence integer not null,
    -- Sealed under the key of the person, like the notes.
    behaviour varchar not null,
    first_step varchar not null,
    evidence varchar not null,
    helper varchar not null,
    partner_part varchar not null,
    effect varchar not null
);

create table goal_note (
    note_id uuid primary key,
    goal_id uuid not null,
    written_on date not null,
    body varchar not null
);
