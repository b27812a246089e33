-- How an ib'er divides their time, now and as wished. Each number is kept as it was entered: a
-- split that does not add up to 100 yet is kept too.
create table time_share (
    round_id uuid not null,
    split varchar not null,
    part varchar not null,
    moment varchar not null,
    percent smallint not null check (percent between 0 and 100),
    primary key (round_id, split, part, moment)
);
