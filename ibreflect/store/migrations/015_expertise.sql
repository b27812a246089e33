-- What team members wrote themselves about what they know, and the links they came by.

-- One link per school by which its team members write something.
create table team_link (
    school_id uuid primary key,
    -- Of the secret in the link; the secret itself is kept nowhere.
    digest varchar not null unique
);

create table expertise (
    -- Follows from the secret in the own link of who wrote it, one way; that is kept nowhere.
    entry_id uuid primary key,
    school_id uuid not null,
    -- Sealed under a key of the entry's own.
    name varchar not null,
    knows varchar not null,
    interests varchar not null,
    courses varchar not null,
    reach varchar not null,
    changed_on date not null,
    -- Counts the changes, so that two windows do not undo each other's.
    edition integer not null
);
