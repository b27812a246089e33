-- What ib'ers let count in their samenwerkingsverband, and what was published of it.

-- alliance_id is the samenwerkingsverband that was named when the ib'er chose. round_id is empty for
-- a scan that came as a file. Once counted: in which snapshot, what it added, and of each value the
-- group it was in, so that what is published later can be laid beside it.
create table network_scan (
    scan_id uuid primary key,
    alliance_id uuid not null,
    school_id uuid not null,
    person_id uuid not null,
    round_id uuid unique,
    -- The last day on which it may be counted.
    until date not null,
    snapshot_id uuid,
    added varchar not null,
    places varchar not null
);

create table network_snapshot (
    snapshot_id uuid primary key,
    alliance_id uuid not null,
    sequence integer not null,
    made_on date not null,
    figures varchar not null,
    -- Two coaches who publish at once publish one.
    unique (alliance_id, sequence)
);
