-- Ib'ers with a computer of their own: a coach knows them by a code, and their scans come as files.

create table network_invite (
    invite_id uuid primary key,
    alliance_id uuid not null,
    school_id uuid not null,
    -- Stands for whoever has the code; nobody signs in as this.
    person_id uuid not null unique,
    -- Sealed under the key of the invite; empty once it is taken back. `ending` tells codes apart.
    code varchar not null,
    ending varchar not null,
    is_taken_back boolean not null,
    -- The day on which the ib'er stopped: what was made until then does not count.
    stopped_on date
);

-- Beside network_scan: of when a scan is that came as a file, and on which day the file was made.
create table network_file (
    scan_id uuid primary key,
    school_year varchar not null,
    period varchar not null,
    made_on date not null
);
