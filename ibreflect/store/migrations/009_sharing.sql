-- What ib'ers let others see of a round, frozen, until a day.

create table share (
    share_id uuid primary key,
    round_id uuid not null,
    owner_id uuid not null,
    reader_id uuid not null,
    -- The words of model/sharing.py, with commas.
    parts varchar not null,
    -- The last day on which it can be read.
    until date not null,
    -- Moments are in UTC.
    shared_at timestamp not null,
    withdrawn boolean not null,
    -- What is shown, sealed under the key of the round; empty once withdrawn.
    frozen varchar not null,
    -- When the reader's last look was written down.
    seen_at timestamp
);
