-- The direction a school chose for itself, as an ib'er recorded it. Rows are only added: the newest
-- one counts, and the ones before it tell how it came about.

create sequence school_direction_number;

create table school_direction (
    -- Two directions of one day keep their order by this number.
    direction_id bigint not null default nextval('school_direction_number'),
    person_id uuid not null,
    school_id uuid not null,
    recorded_on date not null,
    position smallint not null,
    body varchar not null
);
