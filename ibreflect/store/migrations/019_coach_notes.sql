-- What a coach keeps for themselves about an ib'er, sealed under the keys of both.

create table coach_note (
    coach_id uuid not null,
    person_id uuid not null,
    body varchar not null,
    primary key (coach_id, person_id)
);
